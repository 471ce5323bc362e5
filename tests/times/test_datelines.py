"""The day a report bears outright stands in for a missing day of publication, and nothing else does. Texts are our own."""

import pytest

from isnad.text.folding import fold
from isnad.times.expressions import TimeExpression, find_times


def last(text: str) -> TimeExpression:
    return find_times(fold(text), None)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "دمشق – 12 آذار 2021\nقصفت طائرات البلدة أمس",
        "ريف حلب الشمالي - 12 آذار 2021 - قصفت طائرات البلدة أمس",
        "مركز الأخبار\nالجمعة, 12 آذار 2021, 13:50\nقصفت طائرات البلدة أمس",
        "قصف على البلدة\n12/03/2021\nقصفت طائرات البلدة أمس",
        "2021-03-12\nقصفت طائرات البلدة أمس",
        "سقط صاروخ اليوم الجمعة 12 آذار 2021 بعد أن قصفت طائرات البلدة أمس",
        "الجمعة 12 آذار 2021\nسقط صاروخ مساء اليوم الجمعة 12 آذار 2021، وسقط آخر أمس",
    ],
)
def test_an_outright_day_is_what_relative_words_count_from(text: str) -> None:
    assert str(last(text).earliest) == "2021-03-11"


@pytest.mark.parametrize(
    "text",
    [
        "دمشق – 12 آذار\nقصفت طائرات البلدة أمس",  # no year
        "سقطت القرية في 12 آذار 2021، وقصفت طائرات البلدة أمس",  # a date in passing
        "سقطت القرية يوم الجمعة 12 آذار 2021، وقصفت أمس",  # its weekday, yet no "today"
        "السبت 12 آذار 2021\nقصفت طائرات البلدة أمس",  # it was a Friday
        "12 آذار 2021\nقصفت البلدة\n14 آذار 2021\nقصفت البلدة أمس",  # two of them
        "في شهر آذار من عام 2021\nقصفت البلدة أمس",
        "قال إن الهدنة التي أعلنت قبل ذلك - 12 آذار 2021 - انتهت أمس",
    ],
)
def test_any_other_date_is_not(text: str) -> None:
    found = last(text)
    assert (found.earliest, found.unresolved) == (None, "no publication date")
