"""Streams and filters."""

import tracemalloc
from datetime import date

import pytest

from isnad.model.errors import UsageError
from isnad.record import reading
from isnad.record.filtering import MentionFilter
from isnad.record.store import Record
from tests.record.builders import TEXT, arrival, bombing, relink, shelling, told


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (MentionFilter(), ["bombing", "shelling", "bombing", "shelling"]),
        (MentionFilter(country="sy"), ["bombing", "bombing"]),
        (MentionFilter(country="IQ"), []),
        (MentionFilter(types=("shelling", "riot")), ["shelling", "shelling"]),
        (MentionFilter(admin1="Ar-Raqqah"), ["bombing", "bombing"]),
        (MentionFilter(admin1="SY-RA"), ["bombing", "bombing"]),
        (MentionFilter(admin1="Ar"), []),
        (MentionFilter(actor="hill-brigade"), ["bombing", "bombing"]),
        (MentionFilter(actor="a-doctor"), []),
        (MentionFilter(actor="hill%"), []),
        (MentionFilter(since=date(2023, 3, 2)), ["bombing"]),
        (MentionFilter(until=date(2023, 3, 1)), ["bombing"]),
        (MentionFilter(since=date(2023, 3, 1), until=date(2023, 3, 5)), ["bombing", "bombing"]),
    ],
)
def test_filters(record: Record, asked: MentionFilter, found: list[str]) -> None:
    record.add([told(1), arrival("r2", incidents=(bombing(day=date(2023, 3, 5)), shelling()))])
    assert [one.incident.type for one in record.mentions(asked)] == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (MentionFilter(text="سوق"), ["r1", "r2"]),
        (MentionFilter(text="جِسر سوق"), ["r2"]),
        (MentionFilter(text='"جسر المدينه"'), ["r2"]),
        (MentionFilter(text='"المدينة جسر"'), []),
        (MentionFilter(text="جسر", country="SY"), ["r2"]),
        (MentionFilter(text="جسر", country="IQ"), []),
    ],
)
def test_words_of_the_report_are_a_filter_beside_the_others(
    record: Record, asked: MentionFilter, found: list[str]
) -> None:
    record.add([arrival("r1", incidents=(bombing(),)), arrival("r2", f"{TEXT} عند جسر المدينة", (bombing(),))])
    assert [one.report.id for one in record.mentions(asked)] == found
    assert [one.report.id for group in record.groups(asked) for one in group] == found


def test_an_incident_is_found_by_the_words_of_any_of_its_reports_and_given_whole(record: Record) -> None:
    record.add([arrival("r1", incidents=(bombing(),)), arrival("r2", f"{TEXT} عند جسر", (bombing(),))])
    one, other = (mention.seq for mention in record.mentions())
    with record.linking() as session:
        relink(session, [], [], {one: one, other: one})
    assert [[told.seq for told in group] for group in record.groups(MentionFilter(text="جسر"))] == [[one, other]]


def test_a_text_without_a_word_is_refused_at_once(record: Record) -> None:
    with pytest.raises(UsageError, match="no word"):
        record.groups(MentionFilter(text="؟ …"))


def test_pages_follow_one_another(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.add([told(number) for number in range(10)])
    whole = [list(record.mentions()), list(record.groups()), list(record.reports()), list(record.coded())]
    assert [len(one) for one in whole] == [20, 20, 10, 10]
    monkeypatch.setattr(reading, "PAGE", 3)
    assert [list(record.mentions()), list(record.groups()), list(record.reports()), list(record.coded())] == whole


def test_all_of_an_incident_is_read_where_one_mention_is_asked_for(record: Record) -> None:
    record.add([told(1), told(2)])
    a, b, c, d = (one.seq for one in record.mentions())
    with record.linking() as session:
        relink(session, [], [], {b: a, c: c})
    (group,) = [group for group in record.groups(MentionFilter(country="SY")) if len(group) > 1]
    assert [one.seq for one in group] == [a, b]
    assert [[one.seq for one in group] for group in record.groups()] == [[a, b], [c], [d]]


def test_one_may_add_while_a_stream_is_read(record: Record) -> None:
    record.add([told(1)])
    seen = 0
    for _ in record.mentions():
        record.add([told(10 + seen)])
        seen += 1
    assert seen == 2


def test_one_report_and_its_codings(record: Record) -> None:
    record.add([told(1), told(2)])
    found = record.report("r2")
    assert found is not None
    assert (found[0].id, found[1]) == ("r2", told(2).report.text)
    assert record.report("r3") is None
    assert [one.id for one in record.coded("r2")] == ["r2"]


@pytest.mark.parametrize("new_url", ["sqlite"], indirect=True)
def test_memory_is_flat(record: Record) -> None:
    def peak() -> int:
        tracemalloc.start()
        for _ in record.groups():
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    record.add([told(number) for number in range(600)])
    small = peak()
    record.add([told(number) for number in range(600, 3000)])
    assert peak() < small * 1.5
