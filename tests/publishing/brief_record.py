"""A record of sixty-odd incidents for the tests of briefs: towns are real, parties, outlets and events are invented."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any, Final

from msgspec.structs import replace

from isnad.linking.assembling import assemble
from isnad.model.mention import Mention
from isnad.model.recorded import RecordedIncident
from isnad.model.scope import Scope
from isnad.model.slots import Party, Where
from isnad.publishing.brief_request import Asked
from tests.linking.builders import LOCALS, MINISTRY, NORTH, SOUTH, WATCH, figure, loss, mention, when, where

SINCE: Final = date(2023, 3, 1)
UNTIL: Final = date(2023, 3, 31)
MADE: Final = datetime(2023, 4, 5, 9, 30, tzinfo=UTC)
OUTLETS: Final = ("وكالة النهر", "صحيفة الضفة", "شبكة الساحل الإخبارية", "إذاعة الجبل", "Nahr Monitor")
TYPES: Final = (
    "shelling",
    "bombing",
    "armed_attack",
    "drone_strike",
    "clash",
    "assassination",
    "landmine",
    "abduction",
)
PLACES: Final = (
    ("Al-Bab", "الباب", "Aleppo", "SY-HL", 36.37, 37.51, 1),
    ("Manbij", "منبج", "Aleppo", "SY-HL", 36.53, 37.95, 1),
    ("Ariha", "أريحا", "Idlib", "SY-ID", 35.81, 36.61, 1),
    ("Al-Mayadin", "الميادين", "Deir ez-Zor", "SY-DY", 35.02, 40.45, 2),
    ("Al-Busayrah", "البصيرة", "Deir ez-Zor", "SY-DY", 35.16, 40.43, 1),
    ("Deir ez-Zor", "دير الزور", "Deir ez-Zor", "SY-DY", 35.3, 40.2, 4),
    ("Al-Hol", "الهول", "Al-Hasakah", "SY-HA", 36.38, 41.15, 1),
    ("Nawa", "نوى", "Daraa", "SY-DR", 32.89, 36.04, 1),
    ("Jasim", "جاسم", "Daraa", "SY-DR", 32.99, 36.06, 1),
    ("Palmyra", "تدمر", "Homs", "SY-HI", 34.56, 38.27, 1),
    ("Salamiyah", "السلمية", "Hama", "SY-HM", 35.01, 37.05, 1),
)
JUDGED: Final = Party(
    text="تنظيم الراية الإرهابي", start=0, end=21, name="Banner Organisation", id="banner", kind="non_state"
)


def place(at: int) -> Where:
    """One of the places, as a report would have it."""
    name, arabic, division, code, latitude, longitude, precision = PLACES[at % len(PLACES)]
    found = where(name, latitude, longitude, precision)
    return replace(found, admin1=division, admin1_code=code, text=arabic, end=found.start + len(arabic))


def told(seq: int, day: date, outlet: int, title: str | None = None, **slots: Any) -> Mention:
    """A mention with a title and an address."""
    name = OUTLETS[outlet % len(OUTLETS)]
    made = mention(seq, name, day, **slots)
    address = f"https://example.org/{outlet % len(OUTLETS)}/{seq}"
    return replace(made, report=replace(made.report, title=title or f"أخبار اليوم {seq}", url=address))


@cache
def incidents() -> tuple[RecordedIncident, ...]:
    """Two months: 52 incidents in March 2023 that count, fewer before, and some of every kind that does not count."""
    return (*_month(SINCE, 52, 0), *_month(date(2023, 2, 1), 24, 1000), *_odd_ones())


def _month(first: date, number: int, base: int) -> Iterator[RecordedIncident]:
    for at in range(number):
        day = first + timedelta(days=at * 11 % 28)
        seq, kind = base + at * 10 + 1, TYPES[at * 5 % len(TYPES)]
        slots: dict[str, Any] = {"type": kind, "when": when(day), "where": place(at * 3)}
        slots["perpetrators"] = ((), (NORTH,), (SOUTH,), (JUDGED,))[at % 4]
        if at % 3:
            slots["killed"] = loss(at % 9, None if at % 11 == 4 else -1)
            slots["wounded"] = loss(at * 2 % 13)
        mentions = [told(seq, day, at, chain=(LOCALS,) if at % 2 else (), **slots)]
        if at % 4 == 1:
            slots["killed"] = loss(at % 9 + 3)
            mentions.append(told(seq + 1, day + timedelta(days=1), at + 1, chain=(WATCH,), **slots))
        if at % 10 == 5:
            slots |= {"killed": None, "figures": (figure(at % 9 + 6, MINISTRY),)}
            mentions.append(told(seq + 2, day + timedelta(days=1), at + 2, chain=(MINISTRY,), **slots))
        yield assemble(mentions)


def _odd_ones() -> Iterator[RecordedIncident]:
    day = date(2023, 3, 12)
    slots: dict[str, Any] = {"when": when(day), "where": place(0), "killed": loss(40)}
    yield assemble([told(2001, day, 0, status="alleged", **slots)])
    yield assemble([told(2002, day, 1, status="denied", **slots)])
    yield assemble([told(2003, day, 2, aggregate=True, **slots)])
    yield assemble([told(2004, day, 3, where=place(1), killed=loss(7))])
    elsewhere = replace(place(0), country="IQ", admin1="Nineveh", admin1_code="IQ-NI")
    yield assemble([told(2005, day, 0, **slots | {"where": elsewhere})])
    nowhere = replace(place(0), admin1=None, admin1_code=None, precision=6, latitude=None, longitude=None, text="سوريا")
    yield assemble([told(2006, day, 0, **slots | {"where": replace(nowhere, name="Syria"), "killed": loss(2)})])


def asked(**changed: Any) -> Asked:
    """March 2023 in Syria."""
    given: dict[str, Any] = {
        "scope": Scope(country="SY"),
        "since": SINCE,
        "until": UNTIL,
        "cut_off": MADE,
        "language": "ar",
        "profile": "partner",
    }
    return Asked(**given | changed)
