"""A verdict on an assertion as a person reads it: the words, who said them, the ruling, the figures, the incidents.

The words are data (`verdict_words.yaml`). "X said": the note tells who asserts and what the record has, no more.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from isnad.assessing.facts import Fact
from isnad.model.assertion import Asserted, Assertion, Refusal
from isnad.model.finding import Change, Comparison, Period
from isnad.model.slots import Party
from isnad.model.verdict import Ranked, Ranking, Verdict
from isnad.publishing.wording import Label, Language, date_phrase, label

_SHOWN = 10


@cache
def verdict_words() -> Mapping[str, Mapping[str, Label]]:
    """The words of `verdict_words.yaml` by group and code."""
    raw = yaml.safe_load(files("isnad.publishing").joinpath("verdict_words.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(raw, dict[str, dict[str, Label]])


def worded(group: str, code: str, language: Language, **given: object) -> str:
    """What `code` of `group` is called, with the given values in it."""
    found = verdict_words()[group][code]
    return (found.ar if language == "ar" else found.en).format(**given)


def said_in(found: Label, language: Language) -> str:
    """A label in one language."""
    return found.ar if language == "ar" else found.en


def verdict_note(
    verdict: Verdict | Refusal, language: Language, facts: Mapping[str, Fact], by: Asserted | None = None
) -> str:
    """A verdict or a refusal in some lines; `facts` are the record's by id, `by` who asserted it, where a report has."""
    said = verdict.assertion if isinstance(verdict, Verdict) else verdict
    lines = [worded("part", "assertion", language, text=" ".join(said.text.split()))]
    chain = said.chain if isinstance(said, Assertion) else ()
    lines.append(_indented(worded("part", "said_by", language, who=said_by(by, chain, language))))
    if isinstance(verdict, Refusal):
        reason = worded("refusal", verdict.reason, language)
        return "\n".join([*lines, _indented(worded("part", "refused", language, reason=reason))])
    lines += [_indented(line) for line in _told(verdict, language)]
    return "\n".join([*lines, *_incident_lines(verdict, language, facts)])


def said_by(by: Asserted | None, chain: tuple[Party, ...], language: Language) -> str:
    """Who relays whom: `outlet (day, report) ← newspaper ← sources`."""
    first = worded("part", "nobody", language)
    if by is not None:
        facts = ", ".join(filter(None, (str(by.published or ""), by.report)))
        first = f"{by.outlet or '—'} ({facts})"
    return " ← ".join([first, *(party_name(party, language) for party in chain)])


def party_name(party: Party, language: Language) -> str:
    """A party as its report writes it, in Arabic; by its neutral name in English."""
    return (party.text or party.name) if language == "ar" else party.name


def _indented(line: str) -> str:
    return f"  {line}"


def _told(verdict: Verdict, language: Language) -> Iterator[str]:
    comma = "، " if language == "ar" else ", "
    yield worded("part", "understood", language, what=comma.join(_understood(verdict, language)))
    ruling, reason = worded("ruling", verdict.ruling, language), worded("reason", verdict.reason, language)
    yield worded("part", "verdict", language, ruling=ruling, reason=reason)
    if verdict.change is not None:
        figures = _change_figures(verdict, verdict.change, language)
        yield worded("part", "figures", language, figures=_stop(language).join(figures))
    if verdict.ranking is not None and verdict.ranking.own is not None:
        ranked = _ranking_figures(verdict, verdict.ranking, verdict.ranking.own, language)
        yield worded("part", "figures", language, figures=_stop(language).join(ranked))


def _stop(language: Language) -> str:
    return "؛ " if language == "ar" else "; "


def _understood(verdict: Verdict, language: Language) -> Iterator[str]:
    assertion = verdict.assertion
    direction = "lowest" if assertion.lowest else assertion.direction
    yield worded("direction", direction, language, measure=worded("measure", verdict.measure, language))
    actor = party_name(assertion.actor, language) if assertion.actor else worded("part", "anyone", language)
    yield worded("part", "actor", language, name=actor)
    names = [area.text if language == "ar" and area.text else area.name for area in assertion.areas]
    places = " / ".join(names) or worded("part", "everywhere", language)
    yield worded("part", "where", language, name=places)
    if assertion.types:
        kinds = " / ".join(said_in(label("type", kind), language) for kind in assertion.types)
        yield worded("part", "types", language, name=kinds)
    if assertion.size is not None:
        yield worded("part", "size", language, factor=f"{assertion.size.factor:.3g}")
    if assertion.since is not None:
        yield worded("part", "since", language, text=assertion.since.text)
    for name, period in (("period", verdict.period), ("before", verdict.before)):
        if period is not None:
            days = days_phrase(period, language)
            days = worded("part", "assumed", language, days=days) if name in verdict.assumed else days
            yield worded("part", name, language, days=days)

    ranking = verdict.ranking
    if ranking is not None and ranking.stretch is not None:
        yield worded("part", "before", language, days=days_phrase(ranking.stretch, language))


def days_phrase(period: Period, language: Language) -> str:
    """A day, or from one to another."""
    first, last = (said_in(date_phrase(day), language) for day in (period.first, period.last))
    if period.first == period.last:
        return first
    return said_in(label("date", "interval"), language).format(earliest=first, latest=last)


def _change_figures(verdict: Verdict, change: Change, language: Language) -> Iterator[str]:
    yield _compared(verdict, change.all_sources, language)
    if change.panel is not None:
        figures = _compared(verdict, change.panel, language)
        yield worded("part", "panel", language, number=len(change.panel_outlets), figures=figures)
    if change.undated:
        yield worded("part", "undated", language, number=change.undated)
    if change.thin:
        yield worded("part", "thin", language, number=len(change.thin))


def _compared(verdict: Verdict, compared: Comparison, language: Language) -> str:
    after, before = (
        worded(
            "amount",
            verdict.measure,
            language,
            count=_number(side.count),
            exposure=_number(side.exposure),
            incidents=side.incidents,
        )
        for side in (compared.after, compared.before)
    )
    both = worded("part", "after_before", language, after=after, before=before)
    ratio = compared.ratio
    if ratio is None:
        return f"{both}{_stop(language)}{worded('part', 'no_ratio', language)}"
    high = worded("part", "unbounded", language) if ratio.high is None else f"{ratio.high:.2f}"
    value = "∞" if ratio.value is None else f"{ratio.value:.2f}"
    told = worded("part", "ratio", language, value=value, low=f"{ratio.low:.2f}", high=high)
    return f"{both}{_stop(language)}{told}"


def _number(value: float) -> str:
    """Whole where it is whole, else with two decimals."""
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def _ranking_figures(verdict: Verdict, ranking: Ranking, own: Ranked, language: Language) -> Iterator[str]:
    yield worded("part", "own", language, figure=_ranked(verdict, own, language))
    if ranking.other is not None:
        part = "other_lowest" if verdict.assertion.lowest else "other"
        figure = _ranked(verdict, ranking.other, language)
        yield worded("part", part, language, number=ranking.compared, figure=figure)


def _ranked(verdict: Verdict, ranked: Ranked, language: Language) -> str:
    high = "+" if ranked.high is None else "" if ranked.high == ranked.low else f"–{ranked.high}"
    kind = "deaths" if verdict.assertion.measure == "lethality" or verdict.assertion.event else "frequency"
    figure = worded("ranked", kind, language, figure=f"{ranked.low}{high}")
    return worded("part", "ranked", language, figure=figure, days=days_phrase(ranked.period, language))


def _incident_lines(verdict: Verdict, language: Language, facts: Mapping[str, Fact]) -> Iterator[str]:
    ids = [each for side in verdict.incidents for each in side]
    if not ids:
        return
    yield _indented(worded("part", "incidents", language, number=len(ids)))
    for each in ids[:_SHOWN]:
        fact = facts.get(each)
        told = (fact.day, said_in(label("type", fact.type), language), fact.admin1, fact.country) if fact else ()
        yield "    " + " · ".join(str(value) for value in (*told, each) if value)
    if len(ids) > _SHOWN:
        yield "    " + worded("part", "more", language, number=len(ids) - _SHOWN)
