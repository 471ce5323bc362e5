"""What exports must be wary of, as data (`tables/wary.yaml`): sensitive targets, persons, vague words."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from msgspec import Struct

from isnad.model.recorded import RecordedIncident
from isnad.model.slots import Party
from isnad.publishing.columns import read_data
from isnad.text.folding import fold

_REMEMBERED: Final = 65_536  # names; the same few thousand come again and again


class Wary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The data file; words are as written, `several` is ACLED's number in a place and in a wider area."""

    sensitive_ids: frozenset[str]
    sensitive_kinds: frozenset[str]
    sensitive_words: tuple[str, ...]
    sensitive_places: frozenset[str]
    institutions: frozenset[str]
    vague: Mapping[str, int]
    several: tuple[int, int]
    three: tuple[str, ...]


@cache
def read_wary() -> Wary:
    """The data file, read once."""
    return read_data("wary", Wary)


@lru_cache(maxsize=_REMEMBERED)
def folded(name: str) -> str:
    """A name as keys of sources have it."""
    return fold(name).strip()


def is_person(party: Party) -> bool:
    """May the party be a person with a name of their own: no entry of the lexicon, and no institution."""
    return party.id is None and party.kind not in read_wary().institutions and party.kind != "unnamed"


def is_sensitive(incident: RecordedIncident) -> bool:
    """Is a hospital, a shelter, or aid the target, or the place of a clinic or shelter by its name."""
    wary = read_wary()
    if any(party.id in wary.sensitive_ids or party.kind in wary.sensitive_kinds for party in incident.targets):
        return True
    said = [text for party in incident.targets for text in (party.name, party.text)]
    if incident.where is not None:
        said += [incident.where.name, incident.where.text]
    return any(map(_is_sensitive_name, said))


@lru_cache(maxsize=_REMEMBERED)
def _is_sensitive_name(text: str) -> bool:
    return any(word.startswith(_words()) for word in fold(text).lower().split())


@lru_cache(maxsize=_REMEMBERED)
def vague_number(text: str) -> int | None:
    """What ACLED makes of the vague word in a figure's words; None where there is none."""
    for word in fold(text).split():
        if word in _vague():
            return _vague()[word]
    return None


@lru_cache(maxsize=_REMEMBERED)
def bare_number(text: str) -> str:
    """The vague word alone, or "3" where three are counted, else "": it tells nothing of who was harmed."""
    words = fold(text).split()
    return next((word for word in words if word in _vague()), "3" if counts_three(text) else "")


@lru_cache(maxsize=_REMEMBERED)
def counts_three(text: str) -> bool:
    """Do the words say three, so that "three or more" is not "several" (codebook: both are [3, null])."""
    return any("3" in word or word.startswith(_three()) for word in fold(text).split())


@cache
def _three() -> tuple[str, ...]:
    return tuple(fold(word).strip() for word in read_wary().three)


@cache
def _words() -> tuple[str, ...]:
    return tuple(fold(word).strip() for word in read_wary().sensitive_words)


@cache
def _vague() -> dict[str, int]:
    return {fold(word).strip(): number for word, number in read_wary().vague.items()}
