"""Codes, numbers and days in words, in Arabic and English; the words themselves are data (`labels.yaml`)."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml
from msgspec import Struct

from isnad.model.errors import SettingsError
from isnad.model.slots import Figure, Loss, Range, When

Language = Literal["ar", "en"]


class Label(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same thing said in both languages of the pages."""

    ar: str
    en: str


@cache
def read_labels() -> Mapping[str, Mapping[str, Label]]:
    """All labels by group and code. Raises SettingsError where the file is not of that shape."""
    raw = yaml.safe_load(files("isnad.publishing").joinpath("labels.yaml").read_text(encoding="utf-8"))
    try:
        return msgspec.convert(raw, dict[str, dict[str, Label]])
    except msgspec.ValidationError as error:
        raise SettingsError("publishing/labels.yaml", str(error)) from error


def label(group: str, code: str | int) -> Label:
    """What `code` of `group` is called; a code without a label (an open list, such as relations) shows as itself."""
    plain = str(code).replace("_", " ")
    return read_labels()[group].get(str(code)) or Label(ar=plain, en=plain)


def number_phrase(number: Range | Loss | Figure) -> Label:
    """A number of people: `140`, `140 or more`, `3 to 7`, `about 50`."""
    said = _bounds(number.low, number.high)
    if isinstance(number, Figure) or not number.approximate:
        return said
    return Label(
        ar=label("range", "about").ar.format(number=said.ar), en=label("range", "about").en.format(number=said.en)
    )


def count_phrase(count: tuple[int, int | None]) -> Label:
    """A number of incidents (`incident_count`), in the same words."""
    return _bounds(*count)


def when_phrase(when: When) -> Label:
    """The interval, both ends included: one day, or from one to another."""
    earliest, latest = date_phrase(when.earliest), date_phrase(when.latest)
    if when.earliest == when.latest:
        return earliest
    words = label("date", "interval")
    return Label(
        ar=words.ar.format(earliest=earliest.ar, latest=latest.ar),
        en=words.en.format(earliest=earliest.en, latest=latest.en),
    )


def date_phrase(day: date) -> Label:
    """A day with the month's name; in Arabic with both families of names, as readers differ by country."""
    month, words = label("month", day.month), label("date", "day")
    return Label(
        ar=words.ar.format(day=day.day, month=month.ar, year=day.year),
        en=words.en.format(day=day.day, month=month.en, year=day.year),
    )


def _bounds(low: int, high: int | None) -> Label:
    words = label("range", _shape(low, high))
    return Label(ar=words.ar.format(low=low, high=high), en=words.en.format(low=low, high=high))


def _shape(low: int, high: int | None) -> str:
    if high is None:
        return "at_least"
    if high == low:
        return "exactly"
    return "between" if low else "up_to"
