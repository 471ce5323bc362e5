"""Which named parties belong together: an air force is its state's, a battalion its brigade's (lexicon, `parent`)."""

from functools import cache
from typing import Final

from isnad.lexicon.loading import load_lexicon

_DEEPEST: Final = 8


@cache
def family_of(key: str) -> str:
    """The key of the outermost party that `key` is part of; a state's government, forces and offices are one family.

    A key that is not in the lexicon is a family of its own.
    """
    families = _families()
    for _ in range(_DEEPEST):
        outer = families.get(key)
        if outer is None or outer == key:
            break
        key = outer
    return key


@cache
def _families() -> dict[str, str]:
    lexicon = load_lexicon()
    outer = {actor.id: actor.parent for actor in lexicon.actors if actor.parent}
    outer |= {
        actor.id: f"state:{actor.country}"
        for actor in lexicon.actors
        if actor.kind == "state" and actor.country and not actor.parent
    }
    return outer | {state.id: f"state:{state.country}" for state in lexicon.states}
