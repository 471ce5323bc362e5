"""A coder for the doors of the record, small enough to see through, and the reports it reads.

Every report tells one act: the words of `told` with a place, a day and a toll, which the coder finds by their form.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from isnad.model.coded import CodedReport, Incident
from isnad.model.report import Report
from isnad.model.slots import Loss, When, Where
from isnad.model.span import Span, span_of

PLACES = {"الرقة": ("Raqqa", 35.95, 39.01), "منبج": ("Manbij", 36.53, 37.95), "دوما": ("Douma", 33.57, 36.40)}
_FORM = re.compile(r"سيارة مفخخة انفجرت في (\S+) يوم (\S+) وقتلت (\d+)")


def told(place: str = "الرقة", day: str = "2023-03-01", killed: int = 14, more: str = "") -> str:
    """The text of a report."""
    return f"قالت مصادر إن سيارة مفخخة انفجرت في {place} يوم {day} وقتلت {killed} قرب مخبز العيدي. {more}"


def report(name: str, text: str, outlet: str = "صحيفة النهر", published: str = "2023-03-02") -> dict[str, str]:
    """A line of a file of reports."""
    return {"id": name, "text": text, "outlet": outlet, "published": published}


def write_reports(path: Path, *reports: dict[str, str]) -> Path:
    """A .jsonl file of them."""
    path.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in reports))
    return path


class RecordCoder:
    """Reads `told`; a newer one has another name and, with `more`, counts one dead more."""

    def __init__(self, name: str = "reader 1", more: int = 0) -> None:
        self.name, self._more, self.read = name, more, list[str]()

    def code_many(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """As the real one does."""
        for given in reports:
            self.read.append(given.id)
            found = tuple(self._incident(match) for match in _FORM.finditer(given.text))
            facts = {"published": given.published, "outlet": given.outlet}
            yield CodedReport(id=given.id, coder=self.name, text=given.text, incidents=found, **facts)

    def _incident(self, match: re.Match[str]) -> Incident:
        (name, latitude, longitude), day = PLACES[match[1]], date.fromisoformat(match[2])
        count = int(match[3]) + self._more
        return Incident(
            id="#1",
            type="bombing",
            mentions=(span_of(match.string, match.start(), match.start() + 12),),
            when=When(earliest=day, latest=day, precision="day", **_words(match, 2)),
            where=Where(
                name=name, country="SY", precision=1, latitude=latitude, longitude=longitude, gazetteer_id=f"test:{name}",
                **_words(match, 1),
            ),
            killed=Loss(low=count, high=count, **_words(match, 3)),
            confidence=0.8,
        )  # fmt: skip


def _words(match: re.Match[str], group: int) -> dict[str, int | str]:
    return msgspec.structs.asdict(Span(start=match.start(group), end=match.end(group), text=match[group]))
