"""Small coded reports for the record; places are real, outlets and people invented."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from isnad.model.coded import CodedReport, CodingError, Incident
from isnad.model.report import Report
from isnad.model.slots import Figure, Loss, Party, When, Where
from isnad.model.span import Span
from isnad.record.arrivals import Arrival
from isnad.record.grouping import Pair
from isnad.record.linking_session import LinkingSession

TEXT = "قُتل 14 شخصاً في تفجير سوق الرقة، كما نقلت وكالة النهر. وقال مصدر طبي إن القتلى 9. وفي منبج قُصف حيّ سكني ليلاً."


def words(text: str, quote: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "text": quote}


def party(text: str, quote: str, name: str) -> Party:
    return Party(name=name, id=name.lower().replace(" ", "-"), **words(text, quote))


def bombing(text: str = TEXT, kind: Any = "bombing", quote: str = "تفجير", day: date = date(2023, 3, 1)) -> Incident:
    """14 killed in the outlet's own name, 9 according to a doctor."""
    return Incident(
        id="#1",
        mentions=(Span(**words(text, quote)),),
        type=kind,
        when=When(earliest=day, latest=day, precision="day", start=0, end=0, text=""),
        where=Where(
            name="Raqqa", country="SY", admin1="Ar-Raqqah", admin1_code="SY-RA", precision=1, latitude=35.95,
            longitude=39.01, **words(text, "الرقة"),
        ),
        perpetrators=(party(text, "سوق", "Hill Brigade"),),
        killed=Loss(low=14, high=14, **words(text, "14")),
        figures=(Figure(slot="killed", low=9, high=9, according_to=(party(text, "مصدر طبي", "a doctor"),), **words(text, "9")),),
        confidence=0.9,
    )  # fmt: skip


def shelling(text: str = TEXT) -> Incident:
    return Incident(id="#2", mentions=(Span(**words(text, "قُصف")),), type="shelling", confidence=0.5)


def arrival(
    name: str = "r1",
    text: str = TEXT,
    incidents: tuple[Incident, ...] | None = None,
    coder: str = "coder 1",
    outlet: str | None = "Nahr Agency",
    original: bytes | None = None,
    error: CodingError | None = None,
) -> Arrival:
    report = Report(
        id=name, text=text, outlet=outlet, published=date(2023, 3, 2), title="عاجل", url=f"https://nahr.example/{name}"
    )
    told = (bombing(text), shelling(text)) if incidents is None else incidents
    coded = CodedReport(
        id=name, coder=coder, text=text, published=report.published, outlet=outlet, incidents=told, error=error
    )
    return Arrival(report=report, coded=coded, original=original)


def told(number: int) -> Arrival:
    """A report like no other, told by its number."""
    return arrival(f"r{number}", TEXT.replace("منبج", f"منبج {number}"), original=f"bytes {number}".encode())


def relink(session: LinkingSession, linked: Sequence[int], pairs: Sequence[Pair], seniors: Mapping[int, int]) -> None:
    """Mentions compared with all others: these are their pairs, and these their seniors."""
    session.keep_pairs(linked, pairs)
    session.set_seniors(seniors)
