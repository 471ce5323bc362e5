"""A coder small enough to see through: the doors are tested here, not the coding."""

from collections.abc import Iterable, Iterator
from datetime import date

from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from isnad.model.slots import Loss, Party, When, Where
from isnad.model.span import span_of

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
