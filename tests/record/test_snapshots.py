"""What changed between two snapshots."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.model.errors import UsageError
from isnad.record.snapshots import Difference, SeenIncident, compare
from isnad.record.store import Record


def seen(members: str, digest: str = "d") -> SeenIncident:
    return SeenIncident(id=members[0], members=tuple(members), digest=digest)


def test_what_was_added_removed_merged_split_corrected() -> None:
    before = [seen("ab"), seen("c"), seen("de"), seen("f"), seen("g", "old"), seen("h")]
    after = [seen("abc"), seen("d"), seen("e"), seen("x"), seen("g", "new"), seen("hi")]
    assert compare(before, after) == Difference(
        added=("x",), removed=("f",), merged={"a": ("a", "c")}, split={"d": ("d", "e")}, corrected=("g",)
    )


def test_an_incident_is_followed_through_a_change_of_its_id() -> None:
    assert compare([seen("bc", "1")], [seen("abc", "2")]) == Difference(corrected=("a",))
    assert compare([seen("bc", "1")], [seen("abc", "1")]) == Difference()


@given(st.lists(st.integers(0, 4), min_size=6, max_size=6), st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_backwards_is_the_reverse(one: list[int], other: list[int]) -> None:
    def grouped(labels: list[int]) -> list[SeenIncident]:
        groups = [
            "".join(name for name, label in zip("abcdef", labels, strict=True) if label == wanted)
            for wanted in set(labels)
        ]
        return [seen(group) for group in groups]

    there, back = compare(grouped(one), grouped(other)), compare(grouped(other), grouped(one))
    assert (there.merged, there.split) == (back.split, back.merged)
    assert there == Difference() or one != other


def test_snapshots_are_kept_by_name(record: Record) -> None:
    state = [seen("b"), seen("a")]
    record.take_snapshot("monday", state)
    record.take_snapshot("tuesday", [])
    assert [one.name for one in record.snapshots()] == ["monday", "tuesday"]
    assert record.snapshot("monday") == [seen("a"), seen("b")]
    with pytest.raises(UsageError, match="already"):
        record.take_snapshot("monday", [])
    with pytest.raises(UsageError, match="there are: monday, tuesday"):
        record.snapshot("friday")
