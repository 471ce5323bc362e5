"""What parties, kinds of people and weapons are called in Arabic where a reader is told of them.

The tables `arabic_names.yaml` (first) and `arabic_parties.yaml` name them by the ids of the lexicon, which is another room.
"""

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from isnad.publishing.columns import read_data


class ArabicNames(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The names that were chosen by hand, by id."""

    parties: Mapping[str, str]
    kinds: Mapping[str, str]
    weapons: Mapping[str, str]


@cache
def read_names() -> ArabicNames:
    """The table. Raises SettingsError where it is not of its shape."""
    return read_data("arabic_names", ArabicNames)


@cache
def party_labels() -> Mapping[str, str]:
    """Neutral Arabic names of actors and states by id."""
    return read_data("arabic_parties", dict[str, str]) | dict(read_names().parties)
