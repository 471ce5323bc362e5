"""Pairs, seniors, and ids that lead to their incident."""

from isnad.record.grouping import Pair
from isnad.record.store import Record
from tests.record.builders import arrival, relink, told


def filled(record: Record, count: int = 4) -> list[int]:
    record.add([told(number) for number in range(count)])
    return [one.seq for one in record.mentions() if one.incident.type == "bombing"]


def test_pairs_are_kept_in_place_of_former_ones(record: Record) -> None:
    a, b, c, d = filled(record)
    with record.linking() as session:
        relink(
            session,
            [a, b, c, d],
            [Pair(low=a, high=b, chance=0.9, weights={"place": 2.5}), Pair(low=c, high=d, chance=0.2)],
            {},
        )
    assert record.pairs_of([b]) == [Pair(low=a, high=b, chance=0.9, weights={"place": 2.5})]
    with record.linking() as session:
        relink(session, [d], [Pair(low=b, high=d, chance=0.4), Pair(low=b, high=d, chance=0.5)], {})
    assert [(one.low, one.high, one.chance) for one in record.pairs_of([a, b, c, d])] == [(a, b, 0.9), (b, d, 0.5)]


def test_nothing_is_kept_of_a_session_that_failed(record: Record) -> None:
    a, b, *_ = filled(record)
    try:
        with record.linking() as session:
            relink(session, [a, b], [Pair(low=a, high=b, chance=0.9)], {b: a})
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert record.pairs_of([a, b]) == []
    assert record.counts()["unlinked"] == 8


def test_ids_lead_to_the_incident_through_merge_split_and_merge(record: Record) -> None:
    a, b, c, _ = filled(record)
    named = {one.seq: one.id for one in record.mentions()}

    def grouped(seniors: dict[int, int]) -> None:
        with record.linking() as session:
            relink(session, [], [], seniors)

    grouped({a: a, b: a, c: a})
    assert [one.seq for one in record.group(named[c])] == [a, b, c]
    assert record.counts()["incidents"] == 6
    grouped({a: a, b: b, c: b})
    assert [one.seq for one in record.group(named[a])] == [a]
    assert [one.seq for one in record.group(named[c])] == [b, c]
    grouped({a: a, b: a, c: a})
    assert [one.seq for one in record.group(named[b])] == [a, b, c]
    assert record.group("m-none") == ()


def test_a_mention_no_longer_told_follows_its_incident(record: Record) -> None:
    a, b, c, d = filled(record)
    named = {one.seq: one.id for one in record.mentions()}
    with record.linking() as session:
        relink(session, [a, b, c, d], [Pair(low=a, high=b, chance=0.9)], {b: a, d: c})
    record.add([arrival("r0", told(0).report.text, (), coder="coder 2")])
    assert [one.seq for one in record.group(named[a])] == [b]
    assert record.pairs_of([a, b]) == []
    with record.linking() as session:
        assert {one.seq for one in session.unlinked()} >= {b}
        relink(session, [b], [], {b: b, c: b, d: b})
    assert [one.seq for one in record.group(named[a])] == [b, c, d]
    with record.linking() as session:
        relink(session, [], [], {b: b, c: c, d: b})
    assert [one.seq for one in record.group(named[a])] == [b, d]


def test_a_session_reads_what_it_needs(record: Record) -> None:
    a, b, c, d = filled(record)
    with record.linking() as session:
        assert [one.seq for one in session.unlinked(limit=3)] == sorted(one.seq for one in record.mentions())[:3]
        relink(session, [a, b], [], {b: a})
        assert session.mates_of([b]) == [a, b]
        assert [one.seq for one in session.mentions([d, a])] == [a, d]
        session.keep_clues({a: {7, 8}, c: {7}, d: {8, -9}})
        assert session.sharing_clues({5: {7: 1, -9: 1}}, 1) == [a]  # c and d are not linked yet
        session.keep_clues({a: {-(2**63), 8}, b: {8}})
        assert session.sharing_clues({5: {8: 1, -(2**63): 1}}, 2) == [a]
        assert session.sharing_clues({5: {8: 1}, 6: {-(2**63): 1}}, 2) == []  # what two look for does not add up
        assert session.sharing_clues({5: {8: 2}}, 2) == [a, b]


def test_reports_are_found_by_shingles_with_their_copies(record: Record) -> None:
    filled(record)
    with record.linking() as session:
        assert session.new_reports() == [1, 2, 3, 4]
        session.keep_shingles({1: {1, 2}, 2: {2}, 3: {3}})
        assert sorted(session.with_shingles([2, 3])) == [(2, 1), (2, 2), (3, 3)]
        assert session.shingle_counts([1, 3, 4]) == {1: 2, 3: 1}
        assert session.set_copies({2: 1, 3: 1}) == 2
        assert session.with_copies([3]) == {1, 2, 3}
        assert [seq for seq, _, _ in session.report_texts([4, 1])] == [1, 4]
