"""What an export must know of actors and outlets; the doors fill it from the lexicon, which is another room."""

from collections.abc import Mapping

from msgspec import Struct


class Registry(Struct, frozen=True, kw_only=True):
    """Actors by id, outlets by folded name.

    `interactions` gives an actor's ACLED class, `countries` its ISO 3166-1 alpha-2 code, `outlets` the country of an outlet by its folded name (None where it is of no one country).
    """

    interactions: Mapping[str, str] = {}
    countries: Mapping[str, str] = {}
    outlets: Mapping[str, str | None] = {}
