"""Judgements: what is refused, what stands, what undoing gives back."""

import pytest

from isnad.model.errors import UsageError
from isnad.record.judging import ContradictionError, NewJudgement
from isnad.record.store import Record
from tests.record.builders import relink, told


def ids(record: Record, count: int = 4) -> list[str]:
    return [one.mentions[0] for one in record.add([told(number) for number in range(count)])]


def two(kind: str, one: str, other: str) -> NewJudgement:
    return NewJudgement(kind=kind, mentions=(one, other), author="Rana", reason="read both")  # type: ignore[arg-type]


def test_a_judgement_is_kept_as_given(record: Record) -> None:
    a, b, *_ = ids(record)
    value = {"low": 9, "high": None}
    made = record.judge(
        NewJudgement(
            kind="correct", mentions=(a,), author="رنا", reason="قرأته", slot="killed", value=value, machine_value=[1]
        )
    )
    other = record.judge(two("same", a, b))
    assert record.judgements() == [made, other]
    assert (made.value, made.machine_value, made.slot, made.reason, made.seq) == (value, [1], "killed", "قرأته", 1)
    assert list(record.verify()) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "like"}, "no judgement is called 'like'"),
        ({"author": " "}, "needs its author"),
        ({"mentions": ("m-1",)}, "is about two mentions"),
        ({"mentions": ("m-1", "m-1")}, "is about two mentions"),
        ({"kind": "accept", "mentions": ()}, "is about an incident"),
        ({"kind": "correct", "mentions": ("m-1",)}, "names a slot"),
        ({"slot": "killed"}, "names a slot"),
        ({}, "not on record: m-1, m-2"),
    ],
)
def test_what_makes_no_sense_is_refused(record: Record, changes: dict[str, object], said: str) -> None:
    given = {"kind": "same", "mentions": ("m-1", "m-2"), "author": "Rana", **changes}
    with pytest.raises(UsageError, match=said):
        record.judge(NewJudgement(**given))  # type: ignore[arg-type]
    assert record.judgements() == []


def test_a_contradiction_through_a_chain_is_refused_with_the_chain(record: Record) -> None:
    a, b, c, d = ids(record)
    first, second = record.judge(two("same", a, b)), record.judge(two("same", c, b))
    with pytest.raises(ContradictionError) as caught:
        record.judge(two("different", a, c))
    assert caught.value.chain == (first, second)
    assert f"#1 Rana: {a} and {b} same; #2 Rana: {c} and {b} same" in str(caught.value)
    third = record.judge(two("different", d, a))
    with pytest.raises(ContradictionError) as caught:
        record.judge(two("same", c, d))
    assert caught.value.chain == (second, first, third)
    record.undo(first.seq, "Samir")
    record.judge(two("same", c, d))
    assert list(record.verify()) == []


def test_undoing_marks_and_gives_back_the_standing(record: Record) -> None:
    a, b, *_ = ids(record)
    first = record.judge(two("same", a, b))
    second = record.judge(two("unsure", a, b))
    undone = record.undo(first.seq, "Samir", "not so")
    assert undone.undone
    assert record.judgements() == [second]
    assert record.judgements(undone=True) == [undone, second]
    with pytest.raises(UsageError, match="undone already"):
        record.undo(first.seq, "Samir")
    with pytest.raises(UsageError, match="no judgement 77"):
        record.undo(77, "Samir")
    assert list(record.verify()) == []


def test_judging_and_undoing_wait_to_be_linked(record: Record) -> None:
    a, b, *_ = ids(record)
    seqs = [one.seq for one in record.mentions()]

    def waiting() -> set[str]:
        with record.linking() as session:
            found = {one.id for one in session.unlinked()}
            relink(session, seqs, [], {})
        return found

    assert len(waiting()) == 8
    made = record.judge(two("same", a, b))
    assert waiting() == {a, b}
    record.undo(made.seq, "Rana")
    assert waiting() == {a, b}
    assert waiting() == set()
