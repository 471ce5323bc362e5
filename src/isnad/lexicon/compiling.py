"""From entries to a table of surface forms that the scan looks words up in."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from isnad.lexicon.entries import ActorEntry, Entry, Harm, StateEntry
from isnad.lexicon.inflection import noun_forms, plural_forms, verb_forms
from isnad.text.folding import fold
from isnad.text.tokens import Tokens


class Form(Struct, frozen=True, array_like=True, gc=False):
    """One surface form: its words after the first, the entry's kind and index, and what part of speech it is.

    `pos` is one of noun, plural, dual, verb, passive, agent, form, victim, victim_plural, victim_dual, name, weak, metonym,
    demonym, place. `bare` where the form may lose its article or take a pronoun (common words, not names).
    """

    rest: tuple[str, ...]
    kind: str
    entry: int
    pos: str
    bare: bool


def compile_forms(entries: dict[str, tuple[Entry, ...]]) -> dict[str, list[Form]]:
    """The table of all forms of all entries, longest first under each first word."""
    table: dict[str, dict[tuple[object, ...], Form]] = {}
    for kind, members in entries.items():
        for index, entry in enumerate(members):
            for surface, pos, bare in _surfaces(entry):
                first, *rest = surface.split()
                form = Form(tuple(rest), kind, index, pos, bare)
                # A weak form is shared by many actors ("الجيش"): one form stands for all, see `shared_forms`.
                key = (form.rest, kind, "weak") if pos == "weak" else (form.rest, kind, index)
                table.setdefault(first, {}).setdefault(key, form)
    return {first: sorted(forms.values(), key=lambda form: -len(form.rest)) for first, forms in table.items()}


def shared_forms(actors: Iterable[Entry]) -> dict[str, list[int]]:
    """The actors that each weak form may mean, by folded form."""
    shared: dict[str, list[int]] = {}
    for index, actor in enumerate(actors):
        if isinstance(actor, ActorEntry):
            for surface, _, _ in _each(actor.weak_forms, "weak", False):
                shared.setdefault(surface, []).append(index)
    return shared


def _surfaces(entry: Entry) -> Iterator[tuple[str, str, bool]]:
    """Every folded surface form of an entry with its part of speech and whether it is a common word.

    Plurals come first: "مسلحين" is the plural before it is the dual.
    """
    if isinstance(entry, ActorEntry):
        yield from _each(entry.forms, "name", False)
        yield from _each(entry.weak_forms, "weak", False)
        return
    if isinstance(entry, StateEntry):
        yield from _each(entry.forms, "name", False)
        yield from _each(entry.metonyms, "metonym", False)
        yield from _each(entry.weak_forms, "weak", False)
        yield from _each(entry.demonyms, "demonym", True)
        return
    if isinstance(entry, Harm):
        for plural in entry.victim_plurals:
            yield from _each(plural_forms(plural), "victim_plural", True)
        for noun in entry.victims:
            for surface, number in noun_forms(noun):
                yield surface, "victim" if number == "singular" else "victim_dual", True
    for plural in entry.plurals:
        yield from _each(plural_forms(plural), "plural", True)
    for noun in entry.nouns:
        for surface, number in noun_forms(noun):
            yield surface, "noun" if number == "singular" else "dual", True
    for verb in entry.verbs:
        for surface in verb_forms(verb):
            yield surface, "verb", True
    for verb in entry.passives:
        for surface in verb_forms(verb):
            yield surface, "passive", True
    yield from _each(entry.agents, "agent", True)
    yield from _each(entry.forms, "form", False)


def _each(forms: Iterable[str], pos: str, bare: bool) -> Iterator[tuple[str, str, bool]]:
    for form in forms:
        yield " ".join(Tokens(fold(form)).words), pos, bare  # parted as texts are
