"""A record built by hand, on which each verdict is due once. Places are real, incidents are not."""

from datetime import date, timedelta

from isnad.assessing.facts import Fact
from isnad.model.assertion import Assertion
from isnad.model.slots import Party, Where

DAY = date(2023, 7, 1)
NORTH = Party(text="قوات الشمال", start=0, end=10, name="North Forces", id="north-forces", kind="non_state")
OUTLETS = ("أخبار السهل", "صوت الوادي", "نبأ الجبل")


def country(code: str = "SY", admin1: str | None = None) -> Where:
    precision = 6 if admin1 is None else 4
    return Where(name=code, country=code, admin1=admin1, precision=precision, start=0, end=2, text=code)


def fact(number: int, day: date, dead: int | None = None, admin1: str = "Aleppo", **other: object) -> Fact:
    values: dict[str, object] = {
        "type": "armed_attack",
        "actors": ("north-forces",),
        "country": "SY",
        "roots": OUTLETS,
        "outlets": OUTLETS,
        "killed": None if dead is None else (dead, dead, dead),
        **other,
    }
    return Fact(id=f"f{number}", first=day.toordinal(), last=day.toordinal(), admin1=admin1, **values)  # type: ignore[arg-type]


def steady(each: int, first: date, last: date, start: int = 0, **other: object) -> list[Fact]:
    """An incident every `each` days."""
    days = range(0, (last - first).days + 1, each)
    return [fact(start + at, first + timedelta(day), **other) for at, day in enumerate(days)]  # type: ignore[arg-type]


def doubled() -> list[Fact]:
    """Every six days in the first half of the year before, every two in the half-year up to `DAY`; elsewhere no change."""
    quiet = steady(6, date(2022, 7, 1), date(2022, 12, 29))
    loud = steady(2, date(2022, 12, 31), DAY, 1000)
    rest = steady(5, date(2022, 7, 1), DAY, 2000, actors=("south-brigade",), admin1="Idlib")
    return [*quiet, *loud, *rest]


def asserting(**slots: object) -> Assertion:
    values: dict[str, object] = {
        "text": "زادت هجمات قوات الشمال",
        "actor": NORTH,
        "actors": ("north-forces",),
        "measure": "frequency",
        "direction": "increase",
        **slots,
    }
    return Assertion(**values)  # type: ignore[arg-type]
