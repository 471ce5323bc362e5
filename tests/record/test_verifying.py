"""Rows altered behind the record's back are found and named."""

import pytest
from sqlalchemy import text

from isnad.record.judging import NewJudgement
from isnad.record.originals import original_path
from isnad.record.store import Record
from tests.record.builders import told


def filled(record: Record) -> Record:
    first, second = record.add([told(1), told(2)])
    record.judge(NewJudgement(kind="same", mentions=(first.mentions[0], second.mentions[0]), author="Rana"))
    last = record.judge(NewJudgement(kind="accept", mentions=(second.mentions[0],), author="Rana"))
    record.undo(last.seq, "Samir", "too early")
    assert list(record.verify()) == []
    return record


@pytest.mark.parametrize(
    ("statement", "table", "row", "what"),
    [
        ("UPDATE report SET text = replace(text, '14', '15') WHERE seq = 2", "report", "2", "altered behind"),
        ("UPDATE report SET outlet = 'Other' WHERE seq = 1", "report", "1", "altered behind"),
        (
            "UPDATE report SET salt = (SELECT salt FROM report WHERE seq = 2) WHERE seq = 1",
            "report",
            "1",
            "altered behind",
        ),
        ("UPDATE coded SET coder = 'coder 3' WHERE seq = 1", "coded", "1", "altered behind"),
        ("UPDATE coded SET document = replace(document, '14', '15') WHERE seq = 1", "coded", "1", "altered behind"),
        ("UPDATE judgement SET author = 'Samir' WHERE seq = 1", "judgement", "1", "altered behind"),
        ("UPDATE judgement SET kind = 'different' WHERE seq = 1", "judgement", "1", "altered behind"),
        ("UPDATE judgement SET undone_by = 1 WHERE seq = 1", "judgement", "1", "mark of being undone"),
        (
            "UPDATE judgement SET undone_by = NULL, undo_reason = NULL WHERE seq = 2",
            "judgement",
            "2",
            "mark of being undone",
        ),
        ("DELETE FROM judgement WHERE seq = 1", "judgement", "1", "taken out"),
        ("UPDATE audit SET author = 'Samir' WHERE seq = 2", "audit", "2", "was altered"),
        ("UPDATE audit SET at = '2020-01-01 00:00:00' WHERE seq = 2", "audit", "2", "was altered"),
        ("DELETE FROM audit WHERE seq = 2", "audit", "2", "is missing"),
        ("UPDATE mention SET type = 'protest' WHERE seq = 2", "mention", "2", "not what its coded report says: type"),
        ("UPDATE mention SET active = (1 = 0) WHERE seq = 2", "coded", "1", "tells 2 incidents, on record are 1"),
        ("UPDATE figure SET low = 15 WHERE seq = 1", "mention", "1", "its figures are not"),
        ('UPDATE figure SET "end" = 99999 WHERE seq = 1', "figure", "1", "outside of the text"),
        ("UPDATE coded SET current = (1 = 0) WHERE seq = 1", "report", "1", "has 0 current codings"),
    ],
)
def test_what_was_altered_is_named(record: Record, statement: str, table: str, row: str, what: str) -> None:
    filled(record)
    with record.database.writing() as connection:
        connection.execute(text(statement))
    found = [(one.table, one.row, what in one.what) for one in record.verify()]
    assert (table, row, True) in found


def test_a_row_put_in_is_named(record: Record) -> None:
    filled(record)
    with record.database.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO judgement (seq, kind, mentions, author, made_at, reason)"
                " VALUES (9, 'accept', '[]', 'Rana', '2024-01-01 00:00:00', '')"
            )
        )
    assert [(one.table, one.row, one.what) for one in record.verify()] == [
        ("judgement", "9", "was put in behind the audit chain's back")
    ]


@pytest.mark.parametrize("new_url", ["sqlite"], indirect=True)
def test_a_broken_reference_is_named(record: Record) -> None:
    filled(record)
    with record.database.alone() as connection:
        connection.execute(text("PRAGMA foreign_keys=OFF"))
        connection.execute(text("UPDATE mention SET senior = 77 WHERE seq = 1"))
        connection.execute(text("PRAGMA foreign_keys=ON"))
    assert [(one.table, one.row, one.what) for one in record.verify()] == [
        ("mention", "1", "refers to a row of mention that is not there")
    ]


def test_an_original_altered_or_missing_is_named(record: Record) -> None:
    filled(record)
    with record.reading() as connection:
        one, two = connection.execute(text("SELECT original FROM report ORDER BY seq")).scalars()
    original_path(record.workspace.originals, one).write_bytes(b"other")
    original_path(record.workspace.originals, two).unlink()
    found = list(record.verify())
    assert [(one.table, one.row) for one in found] == [("report", "1"), ("report", "2")]
    assert "was altered" in found[0].what
    assert "No such file" in found[1].what


def test_a_chain_cut_at_its_end_is_seen_by_its_noted_head(record: Record) -> None:
    filled(record)
    noted = record.audit_head()
    with record.database.writing() as connection:
        connection.execute(text("UPDATE judgement SET undone_by = NULL, undo_reason = NULL WHERE seq = 2"))
        connection.execute(text("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)"))
    assert list(record.verify()) == []
    assert record.audit_head() != noted


@pytest.mark.parametrize("new_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "change",
    ["report SET published = 'x'", "audit SET at = 'x'", "judgement SET mentions = 'x'", "report SET salt = 'x'"],
)
def test_a_value_of_another_kind_stops_no_verifying(record: Record, change: str) -> None:
    filled(record)
    with record.database.writing() as connection:
        connection.execute(text(f"UPDATE {change} WHERE seq = 1"))
    assert list(record.verify()) != []
