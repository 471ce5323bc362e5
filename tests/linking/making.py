"""Rows, pairs, mentions and judgements for the tests of linking; all invented."""

from datetime import UTC, date, datetime
from typing import Any

from isnad.linking.clustering import Member
from isnad.linking.rows import Row, kins_of
from isnad.linking.scoring import Pair
from isnad.linking.weights import Thresholds
from isnad.model.coded import Incident
from isnad.model.judgement import Judgement, JudgementKind
from isnad.model.mention import Mention, ReportFacts
from isnad.model.slots import Loss, When, Where
from isnad.model.span import Span

DAY = date(2022, 3, 5)
THRESHOLDS = Thresholds(same=0.5, unsure=0.1, twice=0.3, apart=0.001, unseen=0.05, keep=0.0)


def row(number: int, **changed: Any) -> Row:
    """A shelling of one village on one day with three dead, changed as asked."""
    facts: dict[str, Any] = {
        "id": number,
        "report": f"r{number}",
        "root": f"r{number}",
        "country": "SY",
        "admin1": "SY-ID",
        "place": "own:village",
        "latitude": 35.8,
        "longitude": 36.6,
        "radius": 2.0,
        "precision": 1,
        "named": True,
        "first": DAY.toordinal(),
        "last": DAY.toordinal(),
        "type": "shelling",
        "perpetrators": ("army",),
        "killed_low": 3,
        "killed_high": 3,
        "words": ("خربه",),
        "place_words": ("خربه",),
    }
    facts.update(changed)
    return Row(kins=kins_of(facts["type"]), **facts)


def pair(low: int, high: int, chance: float) -> Pair:
    return Pair(min(low, high), max(low, high), chance, {}, {})


def members(count: int, reports: dict[int, str] | None = None) -> list[Member]:
    return [Member(seq, f"m-{seq}", (reports or {}).get(seq, f"r{seq}")) for seq in range(1, count + 1)]


def judged(seq: int, kind: JudgementKind, one: int, other: int, *, undone: bool = False) -> Judgement:
    return Judgement(
        seq=seq,
        kind=kind,
        mentions=(f"m-{one}", f"m-{other}"),
        author="reader",
        made_at=datetime(2026, 1, 1, tzinfo=UTC),
        undone=undone,
    )


def mention(text: str, word: str, *, place: str | None = None, published: date | None = DAY, **slots: Any) -> Mention:
    """A mention whose span is the first `word` of `text`; `place` is a word of it, too."""
    start = text.index(word)
    where = None
    if place is not None:
        at = text.index(place)
        where = Where(
            name=place,
            latitude=35.8,
            longitude=36.6,
            precision=1,
            radius_km=2,
            start=at,
            end=at + len(place),
            text=place,
        )
    span = Span(start=start, end=start + len(word), text=word)
    incident = Incident(id="r#1", mentions=(span,), type="shelling", where=where, **slots)
    return Mention(id="m-1", seq=1, report=ReportFacts(id="r", published=published), incident=incident)


def loss(low: int, high: int | None) -> Loss:
    return Loss(low=low, high=high, start=0, end=1, text="x")


def when(first: date, last: date) -> When:
    return When(earliest=first, latest=last, precision="day", start=0, end=1, text="x")
