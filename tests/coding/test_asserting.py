"""Sentences read as assertions: all annotated ones, and the turns that were hard to tell apart. All sentences are ours."""

from datetime import date

import pytest

from isnad.coding.asserting import Asserter
from isnad.model.assertion import Assertion, Refusal
from isnad.model.coded import Assessment, CodedReport
from quality.asserting import HALVES, differences, read_rows

DAY = date(2022, 4, 21)


@pytest.fixture(scope="module")
def asserter() -> Asserter:
    return Asserter()


def asserted(asserter: Asserter, sentence: str, day: date = DAY) -> Assertion:
    said = asserter.read(sentence, day)
    assert isinstance(said, Assertion), said
    return said


def _wrong(asserter: Asserter, half: str) -> tuple[int, list[str]]:
    """How many sentences a set has, and the ids of those read wrongly."""
    rows = [row for row in read_rows() if row["half"] == half]
    read = ((row, asserter.read(row["text"], date.fromisoformat(row["published"]))) for row in rows)
    return len(rows), [row["id"] for row, said in read if differences(row, said)]


@pytest.mark.parametrize("half", HALVES)
def test_nine_in_ten_are_read_rightly(asserter: Asserter, half: str) -> None:
    rows, wrong = _wrong(asserter, half)
    assert rows >= 30
    assert len(wrong) <= rows / 10, wrong


def test_nine_in_ten_of_all_are_read_rightly(asserter: Asserter) -> None:
    counts = [_wrong(asserter, half) for half in HALVES]
    assert sum(len(wrong) for _, wrong in counts) <= sum(rows for rows, _ in counts) / 10


def test_who_says_it_is_no_actor(asserter: Asserter) -> None:
    said = asserted(asserter, "قال التحالف الدولي إن هجمات داعش تراجعت في العراق")
    assert said.actor is not None
    assert said.actor.id == "islamic-state"
    assert [party.id for party in said.chain] == ["global-coalition"]


def test_a_state_counts_with_its_forces(asserter: Asserter) -> None:
    said = asserted(asserter, "زادت الغارات الإسرائيلية على لبنان الشهر الماضي")
    assert {"il", "israeli-armed-forces"} <= set(said.actors)


def test_at_least_and_about_bound_a_size(asserter: Asserter) -> None:
    more = asserted(asserter, "زادت هجمات داعش بأكثر من 40% هذا العام").size
    about = asserted(asserter, "زادت هجمات داعش بنحو 40% هذا العام").size
    assert more is not None
    assert about is not None
    assert (more.factor, more.bound, about.bound) == (1.4, "at_least", "about")


def test_a_new_toll_of_one_act_is_no_change(asserter: Asserter) -> None:
    said = asserter.read("ارتفعت حصيلة ضحايا التفجير إلى 13 قتيلاً", DAY)
    assert isinstance(said, Refusal)
    assert said.reason == "toll"


def test_one_of_the_greatest_is_not_the_greatest(asserter: Asserter) -> None:
    assert isinstance(asserter.read("واحدة من أكبر هجمات داعش منذ سنوات", DAY), Refusal)


def test_the_greatest_must_say_since_when(asserter: Asserter) -> None:
    said = asserter.read("نفذت الجماعة أعنف هجوم في حلب", DAY)
    assert isinstance(said, Refusal)
    assert said.reason == "no_stretch"


def test_a_report_gives_its_assessments_and_sure_wordings_once(asserter: Asserter) -> None:
    text = "تراجعت هجمات داعش في العراق هذا العام. وصارت هجمات داعش أكثر جرأة في سوريا. وصارت هجمات داعش أكثر جرأة في سوريا."
    first = text.index(".")
    found = Assessment(start=0, end=first, text=text[:first], measure="frequency", direction="decrease")
    coded = CodedReport(id="r", coder="c", text=text, published=DAY, outlet="أنباء الضفة", assessments=(found,))
    said = list(asserter.read_report(coded))
    assert [one.said.measure for one in said if isinstance(one.said, Assertion)] == ["frequency", "boldness"]
    assert {(one.report, one.outlet, one.published) for one in said} == {("r", "أنباء الضفة", DAY)}
    assert text[said[1].start : said[1].end].startswith("وصارت هجمات داعش أكثر جرأة")


def test_a_month_or_season_without_a_year_is_the_last_one_begun(asserter: Asserter) -> None:
    month = asserted(asserter, "تراجعت هجمات داعش في سوريا خلال أيلول مقارنة مع آب", date(2022, 10, 5))
    season = asserted(asserter, "زادت هجمات داعش في سوريا خلال الصيف", date(2022, 9, 30))
    assert month.compared == (date(2022, 8, 1), date(2022, 8, 31))
    assert season.period == (date(2022, 6, 1), date(2022, 8, 31))


def test_what_is_so_every_winter_is_of_no_one_winter(asserter: Asserter) -> None:
    said = asserted(asserter, "تقل هجمات داعش في الشتاء عنها في الصيف في سوريا")
    assert (said.period, said.compared) == (None, None)


def test_months_and_parts_are_counted_from_the_period(asserter: Asserter) -> None:
    before = asserted(
        asserter, "فاقت هجمات داعش في العراق هذا الشهر ما سجل في الأشهر الثلاثة السابقة", date(2022, 4, 21)
    )
    half = asserted(asserter, "هجمات داعش في العراق في النصف الثاني من العام الماضي أكثر مما سجل في نصفه الأول")
    assert before.compared == (date(2022, 1, 1), date(2022, 3, 31))
    assert half.compared == (date(2021, 1, 1), date(2021, 6, 30))


def test_what_has_become_rare_has_decreased_and_rare_no_more_has_increased(asserter: Asserter) -> None:
    assert asserted(asserter, "أصبحت التفجيرات في بغداد نادرة منذ عام 2018").direction == "decrease"
    assert asserted(asserter, "لم تعد التفجيرات في بغداد نادرة منذ عام 2018").direction == "increase"


def test_the_number_of_acts_at_its_greatest_is_no_act(asserter: Asserter) -> None:
    said = asserted(asserter, "عدد الغارات الإسرائيلية على لبنان هذا الشهر هو الأكبر منذ عام 2019")
    assert (said.measure, said.direction, said.event) == ("frequency", "record", None)


def test_the_act_since_which_is_no_subject_also_where_it_has_a_date(asserter: Asserter) -> None:
    said = asserted(asserter, "لم تشهد مقديشو هجوماً بهذه الدموية منذ تفجيرات تشرين الأول 2017")
    assert said.types == ()


def test_a_country_within_the_name_of_who_is_struck_is_the_area(asserter: Asserter) -> None:
    said = asserted(asserter, "ازدادت الهجمات على قوات حفظ السلام في مالي هذا العام")
    assert [area.country for area in said.areas] == ["ML"]


def test_forces_that_go_back_are_no_change(asserter: Asserter) -> None:
    said = asserter.read("تراجعت قوات سوريا الديمقراطية إلى شرق النهر", DAY)
    assert isinstance(said, Refusal)
    assert said.reason == "no_change"
