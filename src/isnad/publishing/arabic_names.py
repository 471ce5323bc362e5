"""What parties, kinds of people and weapons are called in Arabic where a reader is told of them.

The table `tables/arabic_names.yaml` comes first; the rest is named by the lexicon, by a form that judges nobody.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from isnad.lexicon.loading import load_lexicon
from isnad.publishing.brief_voice import judges
from isnad.publishing.columns import read_data
from isnad.text.folding import fold


class ArabicNames(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table: names by id, and words for which a form of the lexicon is not taken as a name."""

    wary: tuple[str, ...]
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
    lexicon = load_lexicon()
    found = {entry.id: neutral(entry.forms) for entry in (*lexicon.actors, *lexicon.states) if entry.forms}
    return found | dict(read_names().parties)


def neutral(forms: Sequence[str]) -> str:
    """The form of a name to show: a government's own word first, then one that judges nobody, else the first."""
    fair = [form for form in forms if not _is_wary(form)]
    return next((form for form in fair if form.startswith("الحكومة ")), None) or (fair or list(forms))[0]


def _is_wary(form: str) -> bool:
    return judges(form) or not _wary().isdisjoint(fold(form).split())


@cache
def _wary() -> frozenset[str]:
    return frozenset(fold(word).strip() for word in read_names().wary)
