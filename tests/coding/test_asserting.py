"""Sentences read as assertions: all annotated ones, and the turns that were hard to tell apart. All sentences are ours."""

from datetime import date

import pytest

from isnad.coding.asserting import Asserter
from isnad.model.assertion import Assertion, Refusal
from isnad.model.coded import Assessment, CodedReport
from quality.asserting import HALVES, differences, read_rows

DAY = date(2022, 4, 21)
_BEHIND = ("fresh_second", "fresh_third", "fresh_fourth")  # 82 % each as measured (docs/quality.md)


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


@pytest.mark.parametrize(
    "half",
    [
        pytest.param(half, marks=pytest.mark.xfail(strict=True, reason="82 % as measured")) if half in _BEHIND else half
        for half in HALVES
    ],
)
def test_nine_in_ten_are_read_rightly(asserter: Asserter, half: str) -> None:
    rows, wrong = _wrong(asserter, half)
    assert rows >= 30
    assert len(wrong) <= rows / 10, wrong


@pytest.mark.parametrize("half", _BEHIND)
def test_sets_that_lie_behind_fall_no_further(asserter: Asserter, half: str) -> None:
    rows, wrong = _wrong(asserter, half)
    assert len(wrong) <= rows / 5, wrong


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
