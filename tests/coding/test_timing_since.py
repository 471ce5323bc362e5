"""What a time means for an act: "since" by the act's type, plans, and the reason for a time that says no day."""

from datetime import date

import pytest

from isnad import code
from isnad.coding.timing import days_of
from isnad.text.folding import fold
from isnad.times.expressions import find_times

PUBLISHED = date(2022, 4, 20)


@pytest.mark.parametrize(
    ("text", "kind", "days"),
    [
        ("منذ 3 آذار 2021", "arrest", (date(2021, 3, 3), date(2021, 3, 3))),
        ("منذ 3 آذار 2021", "clash", (date(2021, 3, 3), PUBLISHED)),
        ("منذ شهر", "arrest", (date(2022, 3, 5), date(2022, 4, 4))),
        ("منذ شهر", "clash", (date(2022, 3, 5), PUBLISHED)),
        ("منذ 3 آذار 2021", None, (date(2021, 3, 3), PUBLISHED)),
        ("أمس", "arrest", (date(2022, 4, 19), date(2022, 4, 19))),
    ],
)
def test_since_is_read_by_the_act(text: str, kind: str | None, days: tuple[date, date]) -> None:
    (time,) = find_times(fold(text), PUBLISHED)
    assert days_of(time, kind) == days


def test_an_unresolved_time_says_no_days() -> None:
    (time,) = find_times(fold("أمس"), None)
    assert days_of(time, "arrest") is None


def test_a_time_without_publication_gives_its_reason_and_no_day() -> None:
    (incident,) = code("انفجرت سيارة مفخخة أمس في مدينة حلب وقتل خمسة مدنيين.").incidents
    assert incident.when is None
    assert "when: “أمس” unresolved: no publication date" in incident.reasons


def test_a_dateline_stands_in_for_publication_and_the_basis_is_the_text() -> None:
    text = "حلب – 12 آذار 2021\nانفجرت سيارة مفخخة أمس في مدينة حلب وقتل خمسة مدنيين."
    (incident,) = code(text).incidents
    assert incident.when is not None
    assert (incident.when.earliest, incident.when.basis) == (date(2021, 3, 11), "text")


def test_an_act_after_the_report_is_a_plan() -> None:
    (incident,) = code(
        "قال المتحدث إن الجيش أعلن وقفا لإطلاق النار غدا السبت في مدينة حلب.", published=PUBLISHED
    ).incidents
    assert incident.status == "threatened"
    assert any("is after the report" in reason for reason in incident.reasons)
