"""Mentions made by hand; towns are real, people, outlets and ministries of the stories are invented."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from isnad.model.coded import Incident
from isnad.model.judgement import Judgement, JudgementKind
from isnad.model.mention import Mention, ReportFacts
from isnad.model.slots import ActorKind, Figure, Loss, Party, When, Where
from isnad.model.span import Span

DAY = date(2023, 3, 10)


def party(name: str, key: str | None = None, kind: ActorKind | None = None) -> Party:
    return Party(text=name, start=0, end=len(name), name=name, id=key, kind=kind)


MINISTRY = party("وزارة الصحة في النهرين", "nahrayn-health", "state")
LOCALS = party("مصادر محلية", kind="unnamed")
WATCH = party("مرصد الضفة", "daffa-watch", "organisation")
NORTH = party("قوات الشمال", "north-forces", "non_state")
SOUTH = party("لواء الجنوب", "south-brigade", "non_state")


def loss(low: int, high: int | None = -1, start: int = 10, about: bool = False) -> Loss:
    words = f"{low} قتيلاً"
    return Loss(
        low=low, high=low if high == -1 else high, approximate=about, start=start, end=start + len(words), text=words
    )


def figure(low: int, *chain: Party, high: int | None = -1, start: int = 40, slot: Any = "killed") -> Figure:
    words = f"{low} قتيلاً"
    return Figure(
        slot=slot,
        low=low,
        high=low if high == -1 else high,
        according_to=chain,
        start=start,
        end=start + len(words),
        text=words,
    )


def when(first: date = DAY, last: date | None = None, words: str = "الجمعة") -> When:
    return When(
        earliest=first,
        latest=last or first,
        precision="day" if last in (None, first) else "days",
        start=60,
        end=60 + len(words),
        text=words,
    )


def where(
    name: str = "Al-Bab", latitude: float = 36.37, longitude: float = 37.51, precision: int = 1, radius: float = 4.0
) -> Where:
    return Where(
        name=name,
        country="SY",
        admin1="Aleppo",
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        radius_km=radius,
        start=70,
        end=75,
        text="الباب",
    )


def mention(
    seq: int,
    outlet: str | None = None,
    published: date | None = DAY,
    copy_of: str | None = None,
    retracted: bool = False,
    chain: Sequence[Party] = (),
    **slots: Any,
) -> Mention:
    """A mention `m-<seq>` of report `r<seq>`; what `slots` does not say is a shelling on a market."""
    values: dict[str, Any] = {"type": "shelling", "confidence": 0.8, **slots}
    words = Span(start=0, end=8, text="قصف سوقا")
    values.setdefault("mentions", (words,))
    return Mention(
        id=f"m-{seq}",
        seq=seq,
        report=ReportFacts(id=f"r{seq}", outlet=outlet, published=published, copy_of=copy_of, retracted=retracted),
        incident=Incident(id=f"r{seq}#1", according_to=tuple(chain), **values),
    )


def judgement(seq: int, kind: JudgementKind, about: str = "m-1", undone: bool = False, **given: Any) -> Judgement:
    return Judgement(
        seq=seq,
        kind=kind,
        mentions=(about,),
        author="سلمى",
        made_at=datetime(2023, 4, 1, tzinfo=UTC),
        undone=undone,
        **given,
    )
