"""Every code has its words in both languages; numbers and days read rightly."""

from datetime import date
from typing import Any, get_args

import pytest

from isnad.model import coded, slots
from isnad.model.slots import Range, When
from isnad.publishing.wording import date_phrase, label, number_phrase, read_labels, when_phrase

GROUPS: dict[str, Any] = {
    "type": coded.IncidentType,
    "status": coded.Status,
    "statement": coded.StatementKind,
    "stance": coded.Stance,
    "measure": coded.Measure,
    "direction": coded.Direction,
    "situation": coded.SituationKind,
    "unread": coded.UnreadReason,
    "precision": slots.TimePrecision,
    "part_of_day": slots.PartOfDay,
}


@pytest.mark.parametrize("group", GROUPS)
def test_labels_match_the_model(group: str) -> None:
    assert set(read_labels()[group]) == set(get_args(GROUPS[group]))


def test_no_label_is_empty_or_untranslated() -> None:
    for group, rows in read_labels().items():
        for code, words in rows.items():
            assert words.ar.strip(), (group, code)
            assert words.en.strip(), (group, code)
            if group not in ("range", "date"):
                assert words.ar != words.en, (group, code)


@pytest.mark.parametrize(
    ("number", "arabic", "english"),
    [
        (Range(low=140, high=140), "140", "140"),
        (Range(low=140, high=None), "140 فأكثر", "140 or more"),
        (Range(low=3, high=7), "من 3 إلى 7", "3 to 7"),
        (Range(low=0, high=7), "حتى 7", "up to 7"),
        (Range(low=0, high=0), "0", "0"),
        (Range(low=50, high=50, approximate=True), "نحو 50", "about 50"),
    ],
)
def test_numbers(number: Range, arabic: str, english: str) -> None:
    assert (number_phrase(number).ar, number_phrase(number).en) == (arabic, english)


def test_days_and_intervals() -> None:
    assert date_phrase(date(2022, 1, 6)).ar == "6 كانون الثاني/يناير 2022"
    one = When(earliest=date(2022, 1, 6), latest=date(2022, 1, 6), precision="day", start=0, end=1, text="x")
    assert when_phrase(one).en == "6 January 2022"
    two = When(earliest=date(2022, 1, 6), latest=date(2022, 2, 5), precision="month", start=0, end=1, text="x")
    assert when_phrase(two).en == "6 January 2022 to 5 February 2022"


def test_a_code_without_label_shows_as_itself() -> None:
    assert label("relation", "up_river_of").en == "up river of"
