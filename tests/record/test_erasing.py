"""Erased is gone; what stays proves nothing about what was there."""

from pathlib import Path

import pytest
from sqlalchemy import select, update

from isnad.model.errors import UsageError
from isnad.record.judging import NewJudgement
from isnad.record.snapshots import SeenIncident
from isnad.record.store import Record
from isnad.record.tables import judgement, mention, report
from tests.record.builders import TEXT, arrival, relink, told

SECRET = "زمردخيال"


def filled(record: Record) -> tuple[str, ...]:
    record.add([told(1)])
    secret = arrival("secret", TEXT.replace("منبج", SECRET), original=SECRET.encode())
    (added,) = record.add([secret])
    one, other = added.mentions
    record.judge(
        NewJudgement(kind="correct", mentions=(one,), author="Rana", slot="where", value=SECRET, reason=SECRET)
    )
    record.judge(NewJudgement(kind="different", mentions=(one, other), author="Rana", reason=SECRET))
    record.take_snapshot("before", [SeenIncident(id=one, members=(one,), digest="of its values")])
    return added.mentions


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_erased_words_are_nowhere_in_the_folder(record: Record) -> None:
    filled(record)
    if record.database.is_sqlite:
        assert SECRET.encode() in bytes_of(record.workspace.folder)
    assert len(record.search(SECRET)) == 1
    record.erase("secret", "Rana", "asked for by the family")
    assert SECRET.encode() not in bytes_of(record.workspace.folder)
    assert record.search("قتل")[0].report.id == "r1"
    with pytest.raises(UsageError):
        record.search("...")
    assert record.search(SECRET) == []
    for line in every_value(record):
        assert SECRET not in line


def every_value(record: Record) -> list[str]:
    from isnad.record.tables import metadata

    with record.reading() as connection:
        return [repr(tuple(row)) for table in metadata.sorted_tables for row in connection.execute(select(table))]


def test_the_chain_holds_after_erasing_and_the_tombstone_stays(record: Record) -> None:
    ids = filled(record)
    record.erase("secret", "Rana", "court order")
    assert list(record.verify()) == []
    with record.reading() as connection:
        row = connection.execute(select(report).where(report.c.id == "secret")).one()
        assert (row.text, row.salt, row.original, row.url, row.title) == (None,) * 5
        assert row.erased_at is not None
        mentions = connection.execute(select(mention).where(mention.c.id.in_(ids))).all()
        assert [(one.document, one.active, one.type, one.country) for one in mentions] == [
            (None, False, "other", None)
        ] * 2
        kept = connection.execute(select(judgement.c.kind, judgement.c.value, judgement.c.reason)).all()
    assert [tuple(one) for one in kept] == [("correct", None, ""), ("different", None, "")]
    assert record.snapshot("before")[0].digest == ""
    assert {one.report.id for one in record.mentions()} == {"r1"}
    assert record.group(ids[0]) == ()


def test_an_erased_report_is_added_again_only_when_asked(record: Record) -> None:
    ids = filled(record)
    record.erase("secret", "Rana", "by mistake")
    again = arrival("secret", TEXT.replace("منبج", SECRET))
    (refused,) = record.add([again])
    assert (refused.outcome, record.known(["secret"], "coder 9")) == ("erased", {"secret"})
    (added,) = record.add([again], again=True)
    assert (added.outcome, len(added.mentions)) == ("new", 2)
    assert not set(ids) & set(added.mentions)
    assert [one.report.id for one in record.search(SECRET)] == ["secret"]
    assert list(record.verify()) == []


def test_erasing_what_is_not_there_or_twice_is_refused(record: Record) -> None:
    filled(record)
    with pytest.raises(UsageError, match="not on record: none"):
        record.erase("none", "Rana", "")
    record.erase("secret", "Rana", "")
    with pytest.raises(UsageError, match="was erased on"):
        record.erase("secret", "Rana", "")


def test_an_original_shared_with_other_reports_goes_too(record: Record) -> None:
    record.add([arrival("r1", original=b"both"), arrival("r2", "نص آخر", (), original=b"both")])
    record.erase("r1", "Rana", "")
    assert b"both" not in bytes_of(record.workspace.originals)
    assert list(record.verify()) == []


def test_a_grouped_mention_erased_leads_to_who_is_left(record: Record) -> None:
    first, second, third = record.add([told(1), told(2), told(3)])
    seqs = [one.seq for one in record.mentions() if one.incident.type == "bombing"]
    with record.linking() as session:
        relink(session, seqs, [], dict.fromkeys(seqs, seqs[0]))
    record.erase("r1", "Rana", "")
    assert [one.id for one in record.group(first.mentions[0])] == [second.mentions[0], third.mentions[0]]
    assert {one.seq for one in record.mentions()} >= set(seqs[1:])
    with record.linking() as session:
        assert {one.seq for one in session.unlinked()} >= set(seqs[1:])


def test_what_a_killed_process_left_half_written_goes_too(record: Record) -> None:
    filled(record)
    (record.workspace.originals / "ab").mkdir(exist_ok=True)
    (record.workspace.originals / "ab" / ".part-x").write_text(SECRET)
    record.erase("secret", "Rana", "")
    assert SECRET.encode() not in bytes_of(record.workspace.folder)


def in_one_incident(record: Record) -> tuple[str, str]:
    """A report and one with the secret that tell the same; the first is the senior. Gives the two mentions."""
    (first,) = record.add([told(1)])
    (secret,) = record.add([arrival("secret", TEXT.replace("منبج", SECRET), original=f"أصل {SECRET}".encode())])
    seqs = [one.seq for one in record.mentions() if one.incident.type == "bombing"]
    with record.linking() as session:
        relink(session, seqs, [], dict.fromkeys(seqs, seqs[0]))
    return first.mentions[0], secret.mentions[0]


def correct(record: Record, on: str, slot: str, value: object, machine: object = None) -> int:
    given = NewJudgement(
        kind="correct", mentions=(on,), author="Rana", slot=slot, value=value, machine_value=machine, reason=SECRET
    )
    return record.judge(given).seq


def judged(record: Record) -> list[tuple[object, ...]]:
    return [(one.seq, one.value, one.machine_value, one.reason, one.undone) for one in record.judgements(undone=True)]


def test_what_was_written_of_the_incident_goes_where_another_report_is_its_senior(record: Record) -> None:
    senior, other = in_one_incident(record)
    assert [one.id for one in record.group(other)] == [senior, other]
    number = correct(record, senior, "killed", {"low": 3, "high": 3}, {"text": SECRET})
    place = correct(record, senior, "where", {"name": "Raqqa", "text": "الرقة"})
    secret = correct(record, senior, "perpetrators", [{"name": "Z", "text": f"جماعة {SECRET}"}])
    record.judge(NewJudgement(kind="accept", mentions=(senior,), author="Rana", reason=f"قال {SECRET}"))
    if record.database.is_sqlite:
        assert SECRET.encode() in bytes_of(record.workspace.folder)
    record.erase("secret", "Rana", "asked for by the family")
    assert SECRET.encode() not in bytes_of(record.workspace.folder)
    assert not [line for line in every_value(record) if SECRET in line]
    assert list(record.verify()) == []
    assert judged(record) == [
        (number, {"low": 3, "high": 3}, None, "", False),
        (place, {"name": "Raqqa", "text": "الرقة"}, None, "", False),
        (secret, None, None, "", True),
        (secret + 1, None, None, "", False),
    ]
    assert [one.id for one in record.group(senior)] == [senior]


def test_what_was_written_of_other_incidents_stays(record: Record) -> None:
    in_one_incident(record)
    (added,) = record.add([told(7)])
    apart = record.judge(NewJudgement(kind="accept", mentions=added.mentions[:1], author="Rana", reason="رأيته"))
    record.erase("secret", "Rana", "")
    assert judged(record) == [(apart.seq, None, None, "رأيته", False)]
    assert list(record.verify()) == []


def test_a_judgement_undone_before_stays_undone_by_the_entry_that_did_it(record: Record) -> None:
    senior, _ = in_one_incident(record)
    seq = correct(record, senior, "perpetrators", [{"name": "Z", "text": SECRET}])
    record.undo(seq, "Rana", f"لا علاقة لها {SECRET}")
    record.erase("secret", "Rana", "")
    assert SECRET.encode() not in bytes_of(record.workspace.folder)
    assert not [line for line in every_value(record) if SECRET in line]
    assert judged(record) == [(seq, None, None, "", True)]
    assert list(record.verify()) == []


def test_why_a_judgement_on_the_report_itself_was_undone_goes_too(record: Record) -> None:
    _, other = in_one_incident(record)
    seq = record.judge(NewJudgement(kind="reject", mentions=(other,), author="Rana")).seq
    record.undo(seq, "Rana", SECRET)
    assert [line for line in every_value(record) if SECRET in line and "reject" in line]
    assert list(record.verify()) == []
    record.erase("secret", "Rana", "")
    assert SECRET.encode() not in bytes_of(record.workspace.folder)
    assert not [line for line in every_value(record) if SECRET in line]
    assert list(record.verify()) == []


def test_why_a_report_was_retracted_goes_with_it(record: Record) -> None:
    record.add([told(1)])
    report_id = next(iter(record.mentions())).report.id
    record.retract(report_id, "Rana", SECRET)
    assert [line for line in every_value(record) if SECRET in line]
    assert list(record.verify()) == []
    record.erase(report_id, "Rana", "")
    assert SECRET.encode() not in bytes_of(record.workspace.folder)
    assert not [line for line in every_value(record) if SECRET in line]
    assert list(record.verify()) == []


def test_a_reason_of_undoing_that_was_altered_is_found(record: Record) -> None:
    (added,) = record.add([told(1)])
    seq = record.judge(NewJudgement(kind="accept", mentions=added.mentions[:1], author="Rana")).seq
    record.undo(seq, "Rana", "سهو")
    with record.database.writing() as connection:
        connection.execute(update(judgement).values(undo_reason="غير ذلك"))
    assert [(one.table, one.row) for one in record.verify()] == [("judgement", str(seq))]
