"""Actors as other datasets name them, as ids of our lexicon: by our English names and by `outside_actors.yaml`."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Final

import msgspec
from msgspec import Struct

from isnad.lexicon.entries import ActorEntry
from isnad.lexicon.loading import Lexicon

_BRACKETS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SIGNS: Final = re.compile(r"[^\w\s-]")


class Naming(Struct, frozen=True, forbid_unknown_fields=True):
    """The table of `outside_actors.yaml`."""

    names: dict[str, tuple[str, ...]]
    beginnings: dict[str, str]
    nobody: tuple[str, ...]


class Meant(Struct, frozen=True):
    """The ids that words may mean; `whole` where every name was known, so that another actor speaks against."""

    ids: frozenset[str]
    whole: bool


class OutsideActors:
    """Finds the ids for names; what is found once is kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._naming = load_naming()
        self._parents = {actor.id: actor.parent for actor in lexicon.actors}
        self._children: dict[str, set[str]] = {}
        for actor in lexicon.actors:
            if actor.parent:
                self._children.setdefault(actor.parent, set()).add(actor.id)
        self._ids = {**_by_name(lexicon.actors), **self._naming.names}
        self._found: dict[str, frozenset[str] | None] = {}

    def meant(self, names: Iterable[str]) -> Meant:
        """Who these names mean, with all who are part of them and whom they are part of."""
        found = [self._find(name) for name in names]
        known = [ids for ids in found if ids is not None]
        return Meant(frozenset().union(*known), bool(found) and len(known) == len(found))

    def is_actor(self, identity: str | None) -> bool:
        """Whether this is the id of an actor of the lexicon, and not of a kind of people or a place."""
        return identity in self._parents

    def _find(self, name: str) -> frozenset[str] | None:
        """None where the name is not known; an empty set for nobody in particular."""
        if name not in self._found:
            self._found[name] = self._look_up(plain(name))
        return self._found[name]

    def _look_up(self, name: str) -> frozenset[str] | None:
        if name.startswith(self._naming.nobody):
            return frozenset()
        for beginning, other in self._naming.beginnings.items():
            if name.startswith(f"{beginning} "):
                name = other + name[len(beginning) :]
        ids = self._ids.get(name, (name,) if name in self._parents else None)
        return None if ids is None else frozenset(each for one in ids for each in self._family(one))

    def _family(self, identity: str) -> set[str]:
        found, waiting = {identity}, [identity]
        while waiting:
            fresh = self._children.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        above = self._parents.get(identity)
        while above and above not in found:
            found.add(above)
            above = self._parents.get(above)
        return found


def load_naming() -> Naming:
    """The table that comes with Isnad."""
    import yaml

    text = files("isnad.linking").joinpath("outside_actors.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), Naming)


def plain(name: str) -> str:
    """A name as it is compared: small letters, no accents, brackets, signs nor the word "the"."""
    bare = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", name))
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign)).lower()
    return " ".join(word for word in _SIGNS.sub("", letters).split() if word != "the")


def _by_name(actors: Iterable[ActorEntry]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for actor in actors:
        name = plain(actor.name)
        found[name] = (*found.get(name, ()), actor.id)
    return found
