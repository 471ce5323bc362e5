"""The lexicon's actors and outlets as exports need them: publishing does not read the lexicon itself."""

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from isnad.publishing.registry import Registry

_STATE: Final = "State forces"


@cache
def load_registry() -> "Registry":
    """Classes and countries of actors, countries of outlets by every name the lexicon has for them, folded."""
    from isnad.lexicon.loading import load_lexicon
    from isnad.publishing.registry import Registry
    from isnad.text.folding import fold

    lexicon = load_lexicon()
    outlets = {
        fold(name).strip(): actor.country
        for actor in lexicon.actors
        if actor.kind == "media"
        for name in (*actor.forms, *actor.weak_forms, actor.name)
    }
    interactions = {actor.id: actor.interaction for actor in lexicon.actors if actor.interaction}
    countries = {actor.id: actor.country for actor in lexicon.actors if actor.country}
    return Registry(
        interactions=interactions | {state.id: _STATE for state in lexicon.states},
        countries=countries | {state.id: state.country for state in lexicon.states},
        outlets=outlets,
    )
