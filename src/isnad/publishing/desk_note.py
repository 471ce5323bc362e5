"""A desk note: one incident in plain text, as an editor would want it on a page (`isnad show`).

Who says which figure through whom, what contradicts what, how many sources are independent, which reports tell it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from isnad.model.recorded import BestFigure, LossSlot, RecordedIncident, SourcedFigure, Told
from isnad.model.slots import Range, When, Where
from isnad.model.span import Span
from isnad.publishing.brief_voice import Voice
from isnad.publishing.desk_sides import contradiction_lines, slot_name
from isnad.publishing.incident_lines import by_report
from isnad.publishing.noted import (
    noted,
    party_names,
    relaying_outlets,
    root_names,
    roots_phrase,
    said,
    source_path,
    weapon_name,
)
from isnad.publishing.wording import Language, date_phrase, label, number_phrase, when_phrase

# More quotes of one report than these do not help to see what it tells.
_QUOTES: Final = 3


def desk_note(incident: RecordedIncident, language: Language = "ar") -> str:
    """The note in lines; logical order, so that a right-to-left terminal or page sets it."""
    blocks = (
        _head(incident, language),
        _figures(incident, language),
        _contradictions(incident, language),
        _independent(incident, language),
        _reports(incident, language),
    )
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _head(incident: RecordedIncident, language: Language) -> Iterator[str]:
    parts = [said(label("type", incident.type), language), said(label("status", incident.status), language)]
    if incident.where is not None:
        parts.insert(1, _place_name(incident.where, language))
    if incident.when is not None:
        parts.insert(-1, said(when_phrase(incident.when), language))
    if incident.aggregate:
        parts.append(said(label("page", "aggregate"), language))
    yield " · ".join(parts)
    known = [f"{noted('part', 'id', language)} {incident.id}"]
    known.append(f"{said(label('slot', 'confidence'), language)} {incident.confidence:.2f}")
    known.append(noted("reviewed", incident.reviewed, language))
    yield " · ".join(known)
    yield from (f"{name}: {value}" for name, value in _slots(incident, language))


def _slots(incident: RecordedIncident, language: Language) -> Iterator[tuple[str, str]]:
    if incident.when is not None:
        yield slot_name("when", language), _when(incident.when, language)
    if incident.where is not None:
        yield slot_name("where", language), _where(incident.where, language)
    for slot, parties in (("perpetrators", incident.perpetrators), ("targets", incident.targets)):
        if parties:
            yield said(label("slot", slot), language), party_names(parties, language)
    if incident.weapons:
        names = dict.fromkeys(weapon_name(weapon, language) for weapon in incident.weapons)
        yield said(label("slot", "weapons"), language), _comma(language).join(names)
    if incident.claimed_by is not None:
        yield said(label("slot", "claimed_by"), language), party_names([incident.claimed_by], language)
    if incident.corrected:
        slots = _comma(language).join(slot_name(slot, language) for slot in incident.corrected)
        yield noted("part", "corrected", language), slots


def _when(when: When, language: Language) -> str:
    days = said(when_phrase(when), language)
    if when.basis == "publication":
        return f"{days} ({noted('part', 'day_by_publication', language)})"
    return f"{days}{_quoted(when.text)}"


def _where(where: Where, language: Language) -> str:
    voice = Voice(language)
    division = voice.division(where) if where.admin1 or where.admin1_code else ""
    wider = [part for part in (voice.district(where), division, voice.area(where.country or "")) if part]
    precision = said(label("where_precision", where.precision), language)
    parts = dict.fromkeys([_place_name(where, language), *wider])
    words = "" if language == "ar" else _quoted(where.text)  # in Arabic the place is named in these words already
    return f"{_comma(language).join(parts)} ({precision}){words}"


def _place_name(where: Where, language: Language) -> str:
    name = (where.text or where.name) if language == "ar" else where.name
    return f"{said(label('relation', where.relation), language)} {name}" if where.relation else name


def _figures(incident: RecordedIncident, language: Language) -> Iterator[str]:
    best = {figure.slot: figure for figure in incident.best}
    slots: list[LossSlot] = list(dict.fromkeys([*(each.slot for each in incident.figures), *best]))
    if not slots:
        yield noted("part", "no_figures", language)
    for slot in slots:
        name = said(label("slot", slot), language)
        yield f"{name}: {_best(best[slot], language)}" if slot in best else f"{name}:"
        told = [figure for figure in incident.figures if figure.slot == slot]
        for figure in sorted(told, key=lambda figure: not figure.counts):
            yield f"  {_figure(figure, incident.outlets, language)}"


def _best(best: BestFigure, language: Language) -> str:
    span = said(number_phrase(Range(low=best.low, high=best.high)), language)
    agreed = best.low == best.best == best.high
    words = noted("part", "agreed" if agreed else "best", language)
    told = words.format(best=best.best, rule=best.rule, roots=roots_phrase(best.roots, language))
    return f"{span} {told}" if agreed else f"{span}{_comma(language)}{told}"


def _figure(figure: SourcedFigure, outlets: Mapping[str, str], language: Language) -> str:
    number = said(number_phrase(Range(low=figure.low, high=figure.high, approximate=figure.approximate)), language)
    marks = [noted("stance", figure.stance, language)] if figure.stance != "asserts" else []
    marks += [] if figure.counts else [noted("part", "uncounted", language)]
    told = " · ".join([number, source_path(figure, outlets, language), _day(figure.published, language), *marks])
    return f"{told}{_quoted(figure.text)} [{figure.report} {figure.start}:{figure.end}]"


def _contradictions(incident: RecordedIncident, language: Language) -> Iterator[str]:
    if not incident.contradictions:
        yield noted("part", "no_contradictions", language)
        return
    yield f"{noted('part', 'contradictions', language)}:"
    yield from (f"  {line}" for line in contradiction_lines(incident, language))


def _independent(incident: RecordedIncident, language: Language) -> Iterator[str]:
    yield f"{noted('part', 'independent', language)} ({len(incident.roots)}):"
    relaying = relaying_outlets(incident)
    for root, name in root_names(incident, language).items():
        outlets = [outlet for outlet in relaying[root] if outlet != name]
        passed_on = f" · {noted('part', 'relayed_by', language)} {_comma(language).join(outlets)}" if outlets else ""
        yield f"  {name}{passed_on}"


def _reports(incident: RecordedIncident, language: Language) -> Iterator[str]:
    reports = by_report(incident)
    yield f"{noted('part', 'reports', language)} ({len(reports)}):"
    for told in reports:
        yield f"  {_report(told, language)}"
    if incident.former_ids:
        yield f"{noted('part', 'former', language)}: {' '.join(incident.former_ids)}"


def _report(told: Sequence[Told], language: Language) -> str:
    """One line a report, in the role of the first of its mentions."""
    report = told[0].mention.report
    parts = [
        _day(report.published, language),
        report.outlet or noted("part", "unknown_outlet", language),
        noted("role", told[0].role, language),
    ]
    if report.copy_of is not None:
        parts.append(f"{noted('part', 'copy_of', language)} {report.copy_of}")
    if report.retracted:
        parts.append(noted("part", "retracted", language))
    spans = [span for one in told for span in one.mention.incident.mentions]
    quotes = "".join(_quoted(span.text) for span in _telling(spans))
    return f"{' · '.join(parts)}{quotes} [{report.id}]"


def _telling(spans: Sequence[Span]) -> list[Span]:
    """The first words for the act, those that lie within others left out."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return found[:_QUOTES]


def _day(day: date | None, language: Language) -> str:
    return noted("part", "undated", language) if day is None else said(date_phrase(day), language)


def _quoted(words: str) -> str:
    return f" «{' '.join(words.split())}»" if words.strip() else ""


def _comma(language: Language) -> str:
    return "، " if language == "ar" else ", "
