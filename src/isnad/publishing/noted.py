"""The words of a desk note: labels of its own (`desk_note.yaml`), names of sources, figures and their chains."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from isnad.model.recorded import RecordedIncident, SourcedFigure
from isnad.model.slots import Party, Weapon
from isnad.publishing.arabic_names import party_labels, read_names
from isnad.publishing.brief_voice import judges
from isnad.publishing.wording import Label, Language
from isnad.text.folding import fold
from isnad.text.stemming import search_terms


@cache
def note_labels() -> Mapping[str, Mapping[str, Label]]:
    """The labels of `desk_note.yaml` by group and code."""
    raw = yaml.safe_load(files("isnad.publishing").joinpath("desk_note.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(raw, dict[str, dict[str, Label]])


def noted(group: str, code: str, language: Language) -> str:
    """What `code` of `group` is called in a desk note."""
    return said(note_labels()[group][code], language)


def said(label: Label, language: Language) -> str:
    """A label in one language."""
    return label.ar if language == "ar" else label.en


def roots_phrase(number: int, language: Language) -> str:
    """So many independent sources, in the number's own form (Arabic counts 3 to 10 otherwise than more)."""
    form = str(number) if number <= 2 else "few" if number <= 10 else "many"
    return noted("roots", form, language).format(number=number)


def party_name(party: Party, language: Language) -> str:
    """A party by its neutral name; one that nobody knows as its report writes it, in quotes where the words judge."""
    if language == "en":
        return party.name if party.id else _quoted_if_judging(party.name)
    known = party_labels().get(party.id or "") or read_names().kinds.get(party.id or "")
    return known or _quoted_if_judging(party.text or party.name)


def _quoted_if_judging(words: str) -> str:
    return f"«{words}»" if judges(words) and not words.startswith("«") else words


def party_with_words(party: Party, language: Language) -> str:
    """In Arabic also the report's own words for a party that is on record, where they say something else."""
    name = party_name(party, language)
    own = party_labels().get(party.id or "")
    if language == "en" or own is None or not party.text or _says_the_same(party.text, own):
        return name
    return f"{name} «{' '.join(party.text.split())}»"


def weapon_name(weapon: Weapon, language: Language) -> str:
    """What a weapon is called."""
    if language == "en":
        return weapon.name.replace("_", " ")
    return read_names().weapons.get(weapon.name) or weapon.text


def _says_the_same(words: str, name: str) -> bool:
    """Whether all that is said is in the name: "للأناضول" says no more than "الأناضول"."""
    return set(search_terms(words)) <= set(search_terms(name))


def root_names(incident: RecordedIncident, language: Language) -> dict[str, str]:
    """For each root the name a reader knows it by: an outlet stands as it was given, an unknown one as its key."""
    names: dict[str, str] = {}
    for told in incident.told:
        outlet = told.mention.report.outlet
        if outlet is not None:
            names.setdefault(incident.outlets.get(outlet, outlet), outlet)
    for party in _sources(incident):
        names.setdefault(party.id or fold(party.name).strip(), party_name(party, language))
    return {root: names.get(root) or _unknown(root, language) for root in incident.roots}


def relaying_outlets(incident: RecordedIncident) -> dict[str, list[str]]:
    """For each root the outlets that bring its figures, each once, but for itself."""
    return {
        root: list(
            dict.fromkeys(
                each.outlet
                for each in incident.figures
                if each.root == root and each.outlet and incident.outlets.get(each.outlet) != root
            )
        )
        for root in incident.roots
    }


def _unknown(root: str, language: Language) -> str:
    return f"{noted('part', 'unknown_outlet', language)} ({root.removeprefix('report:')})"


def _sources(incident: RecordedIncident) -> list[Party]:
    chains = [figure.chain for figure in incident.figures]
    chains += [told.mention.incident.according_to for told in incident.told]
    return [party for chain in chains for party in chain]


def source_path(figure: SourcedFigure, outlets: Mapping[str, str], language: Language) -> str:
    """Who relays whom, from the outlet to the furthest source: `outlet ← newspaper ← ministry`.

    An outlet that names itself as its source stands once; `outlets`: the root each outlet stands for.
    """
    outlet = figure.outlet or noted("part", "unknown_outlet", language)
    own = outlets.get(figure.outlet) if figure.outlet else None
    others = [party for party in figure.chain if party.id is None or party.id != own]
    return " ← ".join(dict.fromkeys([outlet, *(party_name(party, language) for party in others)]))


def party_names(parties: Sequence[Party], language: Language) -> str:
    """Several parties in one line, each once, with its words where the name says something else."""
    comma = "، " if language == "ar" else ", "
    return comma.join(dict.fromkeys(party_with_words(party, language) for party in parties))
