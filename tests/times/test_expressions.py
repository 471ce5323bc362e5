"""Single expressions against day intervals checked by hand (`expressions.jsonl`; Hijri days by Umm al-Qura)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from isnad.text.folding import fold
from isnad.times.expressions import TimeExpression, find_times

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "times" / "expressions.jsonl"


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def read(row: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    found = find_times(fold(row["text"]), date.fromisoformat(row["published"]))
    return [(_iso(e.earliest), _iso(e.latest)) for e in found]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("row", rows(HERE / "expressions.jsonl"), ids=lambda row: row["text"])
def test_an_expression_has_its_interval(row: dict[str, Any]) -> None:
    assert read(row) == [(row["earliest"], row["latest"])]
    assert find_times(fold(row["text"]), date.fromisoformat(row["published"]))[0].future == row.get(
        "future", _later(row)
    )


def _later(row: dict[str, Any]) -> bool:
    return row["earliest"] is not None and row["earliest"] > row["published"]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared material is not beside the project")
def test_the_shared_expressions_are_all_right() -> None:
    wrong = [row["text"] for row in rows(SHARED) if read(row) != [(row["earliest"], row["latest"])]]
    assert wrong == []


def only(text: str, published: date | None = date(2022, 4, 20)) -> TimeExpression:
    (found,) = find_times(fold(text), published)
    return found


NOT_TIMES = """
الأمين العام للأمم المتحدة | بشكل عام | المدير العام للمشفى | الرأي العام العالمي | الطريق العام بين البلدتين
مارس ضغوطا على السكان | الضباط الأربعة | قتل أب وأطفاله الثلاثة | عند الباب | الربيع العربي | ربيع وأخوه | فصل الربيع
قال رجب إن | قال شعبان إن | مع رمضان وأخيه | صفر ضحايا | لم يكن أحد هناك | سبت وجمعة | 2000 قتيل | قتل 2014 شخصا
في 2000 موقع | بين السنة والشيعة | قناة روسيا اليوم | صحيفة «المصري اليوم» | عين اليوم – غزة | موقع رأي اليوم | حزب غد الثورة | من أجل غد خال من العنف
في 2014 حالة | في 2000 بلدة | جسر 14 تموز | كتيبة 17 شباط | سوق الجمعة | خطبة الجمعة | أصيب 12 مدنيا
الساعة 10 صباحا | فجر انتحاري نفسه | محافظة إب | العشرينات من العمر | النصف الأول من المباراة | 15/20
https://example.org/2021/08/24/page | من قبل القوات | قبل الهجوم | من قبل ثلاثة مسلحين | الليلة الواحدة | عام 500 | الماضي
اليوم العالمي للصحافة | لليوم الثاني على التوالي | 31/2/2021 | 12\n3\n2020 | 1/2/300 | أعوام 2014 و2013
ساحة النوروز
"""


@pytest.mark.parametrize("text", [t.strip() for t in NOT_TIMES.replace("\n", "|").split("|") if t.strip()])
def test_words_that_only_look_like_times_are_left(text: str) -> None:
    assert find_times(fold(text), date(2022, 4, 20)) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("فجر الخميس", "dawn"),
        ("صباح اليوم", "morning"),
        ("ظهر أمس", "noon"),
        ("بعد ظهر السبت", "afternoon"),
        ("عصر الأحد", "afternoon"),
        ("مساء أمس", "evening"),
        ("ليل الاثنين", "night"),
        ("ليلة الخميس", "night"),
        ("ليل الاثنين–الثلاثاء", "night"),
        ("ليلة أمس", "night"),
        ("بعد منتصف ليل الجمعة", "night"),
        ("مساء الجمعة 8 نيسان", "evening"),
        ("منذ فجر أمس", "dawn"),
        ("أمس", None),
        ("من مساء الاثنين حتى صباح الثلاثاء", None),
        ("من صباح الاثنين حتى صباح الثلاثاء", "morning"),
        ("صباح السبت والأحد", "morning"),
        ("ليلة 5 على 6 آذار", "night"),
        ("هذا المساء", "evening"),
    ],
)
def test_the_part_of_the_day_is_kept(text: str, part: str | None) -> None:
    assert only(text).part_of_day == part


@pytest.mark.parametrize(
    ("text", "precision"),
    [("أمس", "day"), ("ليلة أمس", "days"), ("قبل أسبوعين", "week"), ("منذ الخميس 7 نيسان", "weeks"), ("آذار 2011", "month"),
     ("صيف 2014", "months"), ("عام 2016", "year"), ("بين عامي 2014 و2017", "years"), ("الآونة الأخيرة", None)],
)  # fmt: skip
def test_precision_goes_by_the_length_of_the_interval(text: str, precision: str | None) -> None:
    assert only(text).precision == precision


@pytest.mark.parametrize(
    ("text", "kind"),
    [("3 آذار 2021", "date"), ("الخميس", "weekday"), ("آذار 2021", "month"), ("عام 2021", "year"), ("أمس", "relative_day"),
     ("قبل شهر", "ago"), ("خلال شهر", "span"), ("كل يوم", "recurring"), ("الذكرى الثانية", "anniversary"), ("الليلة", "night"),
     ("الأسبوع الماضي", "week"), ("عيد الفطر", "feast"), ("صيف 2014", "season"), ("عامي 2013 و2014", "years")],
)  # fmt: skip
def test_the_kind_says_how_the_time_was_told(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize("text", ["أمس", "الجمعة", "قبل شهر", "12 آذار", "في تموز", "الأسبوع الماضي", "منذ عام 2011"])
def test_without_a_publication_date_relative_times_are_unresolved(text: str) -> None:
    found = only(text, None)
    assert (found.earliest, found.latest, found.precision) == (None, None, None)
    assert found.unresolved == "no publication date"
    assert found.relative


@pytest.mark.parametrize(
    "text", ["3 آذار 2021", "عام 2017", "15 رمضان 1442", "بين عامي 2014 و2017", "2021-03-12", "صيف 2014"]
)
def test_absolute_times_need_no_publication_date(text: str) -> None:
    found = only(text, None)
    assert found.earliest is not None
    assert not found.relative


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("قبل أيام من الانتخابات", "counted from another event"),
        ("قبل يوم من الهجوم", "counted from another event"),
        ("في اليوم التالي لمقتله", "counted from another event"),
        ("خلال الأشهر الأربعة الأولى من الحملة", "counted from another event"),
        ("بعد يومين", "no earlier date in the text"),
        ("قبل عام 2011", "no other end is said"),
        ("بعد 12 آذار", "no other end is said"),
        ("أيام الجمعة", "recurring"),
        ("الفترة الماضية", "no length is said"),
        ("1 محرم 1302", "outside the calendar"),
        ("محرم 1915", "outside the calendar"),
        ("شوال 1924", "outside the calendar"),
    ],
)
def test_what_cannot_be_resolved_says_why(text: str, reason: str) -> None:
    found = only(text)
    assert (found.earliest, found.unresolved) == (None, reason)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("منذ 3 آذار 2021", ("2021-03-03", "2021-03-03")),
        ("منذ آذار 2021", ("2021-03-01", "2021-03-31")),
        ("منذ شهر", ("2022-03-05", "2022-04-20")),
        ("منذ أيام", None),
        ("منذ ساعتين", None),
        ("قبل شهر", None),
    ],
)
def test_since_is_a_beginning_or_all_the_time_up_to_now(text: str, other: tuple[str, str] | None) -> None:
    found = only(text).other
    assert (found and tuple(map(str, found))) == other


def test_since_a_date_without_publication_still_tells_the_beginning() -> None:
    found = only("منذ آذار 2021", None)
    assert (found.earliest, found.unresolved) == (None, "no publication date")
    assert found.other == (date(2021, 3, 1), date(2021, 3, 31))


@pytest.mark.parametrize(
    ("text", "leeway"),
    [
        ("عيد الفطر", 1),
        ("15 رمضان 1442", 1),
        ("يوم العيد", 1),
        ("1442/10/1", 1),
        ("عيد الميلاد", 0),
        ("3 آذار 2021", 0),
    ],
)
def test_days_of_the_hijri_calendar_say_that_they_may_be_one_off(text: str, leeway: int) -> None:
    assert only(text).leeway == leeway


@pytest.mark.parametrize("text", ["الربع من شعبان", "الأشهر الثلاثة الثانية من 2020", "أيام 7 و3 الجاري"])
def test_what_makes_no_sense_is_not_read_as_said(text: str) -> None:
    assert all(found.start for found in find_times(fold(text), date(2022, 4, 20)))


@pytest.mark.parametrize(
    ("published", "text"),
    [
        (date(1, 1, 2), "قبل ثلاثة أيام"),
        (date(1, 1, 1), "12 آذار"),
        (date(9999, 12, 31), "غداً"),
        (date(9999, 12, 20), "محرم المقبل"),
    ],
)
def test_the_ends_of_the_calendar_are_no_error(published: date, text: str) -> None:
    assert only(text, published).unresolved == "outside the calendar"


def test_a_month_that_is_a_persons_name_is_no_time() -> None:
    assert find_times(fold("أصيب المواطن جوان زلغوط"), date(2022, 4, 20)) == []
