"""The words of a desk note: labels of its own (`desk_note.yaml`), names of sources, figures and their chains."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from isnad.linking.outlets import outlet_key
from isnad.model.recorded import RecordedIncident, SourcedFigure
from isnad.model.slots import Party
from isnad.publishing.wording import Label, Language
from isnad.text.folding import fold


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
    """A party as its report writes it, in Arabic; by its neutral name in English."""
    return (party.text or party.name) if language == "ar" else party.name


def root_names(incident: RecordedIncident, language: Language) -> dict[str, str]:
    """For each root the name a reader knows it by; an outlet stands as it was given, an unknown one as its key."""
    names: dict[str, str] = {}
    for party in _sources(incident):
        names.setdefault(party.id or fold(party.name).strip(), party_name(party, language))
    for told in incident.told:
        outlet = told.mention.report.outlet
        if outlet is not None:
            names.setdefault(outlet_key(outlet), outlet)
    return {root: names.get(root) or _unknown(root, language) for root in incident.roots}


def relaying_outlets(incident: RecordedIncident) -> dict[str, list[str]]:
    """For each root the outlets that bring its figures, each once: those who are no source of their own."""
    return {
        root: list(dict.fromkeys(each.outlet for each in incident.figures if each.root == root and each.outlet))
        for root in incident.roots
    }


def _unknown(root: str, language: Language) -> str:
    return f"{noted('part', 'unknown_outlet', language)} ({root.removeprefix('report:')})"


def _sources(incident: RecordedIncident) -> list[Party]:
    chains = [figure.chain for figure in incident.figures]
    chains += [told.mention.incident.according_to for told in incident.told]
    return [party for chain in chains for party in chain]


def source_path(figure: SourcedFigure, language: Language) -> str:
    """Who relays whom, from the outlet to the furthest source: `outlet ← newspaper ← ministry`."""
    outlet = figure.outlet or noted("part", "unknown_outlet", language)
    return " ← ".join([outlet, *(party_name(party, language) for party in figure.chain)])


def party_names(parties: Sequence[Party], language: Language) -> str:
    """Several parties in one line, each with its words where the name says something else."""
    comma = "، " if language == "ar" else ", "
    return comma.join(party_name(party, language) for party in parties)
