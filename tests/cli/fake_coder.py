"""A coder small enough to see through: the doors are tested here, not the coding."""

from collections.abc import Iterable, Iterator
from datetime import date

from isnad.coding.accounts import Explained, Explanation, Rival, Weighed
from isnad.coding.explaining import find_incident
from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from isnad.model.slots import Loss, Party, When, Where
from isnad.model.span import Span, span_of

WORD = "هجوم"
TEXT = "قتل ثلاثة في هجوم على حمص أمس، وفق مصادر محلية."


def words(text: str, quote: str) -> dict[str, int | str]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "text": quote}


def full_incident(report: Report) -> Incident:
    """What a real coder would find in TEXT."""
    day = date(2022, 4, 20)
    return Incident(
        id=f"{report.id}#1",
        mentions=(span_of(report.text, report.text.index(WORD), report.text.index(WORD) + len(WORD)),),
        type="armed_attack",
        when=When(earliest=day, latest=day, precision="day", **words(report.text, "أمس")),
        where=Where(name="Homs", country="SY", precision=1, **words(report.text, "حمص")),
        killed=Loss(low=3, high=3, **words(report.text, "ثلاثة")),
        according_to=(Party(name="local sources", **words(report.text, "مصادر محلية")),),
        reasons=(
            "type: trigger هجوم",
            "killed: nearest count, 2 tokens",
            "source: pattern وفق",
            "read by the fake coder",
        ),
    )


def code_many(reports: Iterable[Report]) -> Iterator[CodedReport]:
    for report in reports:
        found = (full_incident(report),) if report.text == TEXT else ()
        yield CodedReport(
            id=report.id,
            published=report.published,
            outlet=report.outlet,
            coder="fake",
            text=report.text,
            incidents=found,
        )


def explain(report: Report, incident: int | str) -> Explanation:
    """A mention, a place with a rival, a toll, an empty time and a chain, told as the real coder would."""
    (coded,) = code_many([report])
    found = find_incident(coded, incident)
    where, killed = found.where, found.killed
    assert where is not None
    assert killed is not None
    near, far = Weighed("link:في", 1.2), Weighed("far", -0.5)
    other = Where(name="Hama", country="SY", precision=2, **words(report.text, "هجوم"))
    rival = Rival(other, _span(other), 0.1, "chance 0.10 against 0.80", (far,), (near, Weighed("far", 0.5)))
    none = Rival(None, None, 0.3, "chance 0.30 against 0.70", (Weighed("none", 0.8),))
    return Explanation(
        found,
        (
            Explained("mentions", found.mentions[0], found.mentions[0], 0.9, 0.36, features=(far,)),
            Explained("when", None, rule="nothing near its mentions could fill it"),
            Explained("where", where, _span(where), 0.8, 0.2, 0.1, (near,), rival=rival, notes=("place:country", "x")),
            Explained("killed", killed, _span(killed), 0.7, 0.3, 0.3, (near,), rule="a rule", rival=none),
            Explained(
                "according_to", found.according_to[0], _span(found.according_to[0]), 0.5, 0.38, features=(near, far)
            ),
        ),
    )


def _span(value: Where | Loss | Party) -> Span:
    return Span(start=value.start, end=value.end, text=value.text)
