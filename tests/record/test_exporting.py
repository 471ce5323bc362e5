"""Exports are logged in the audit chain, which still verifies."""

from sqlalchemy import select

from isnad.record.store import Record
from isnad.record.tables import audit
from tests.record.builders import arrival


def test_an_export_is_logged_and_the_chain_holds(record: Record) -> None:
    record.add([arrival("r1")])
    before = record.audit_head()
    number = record.log_export("ab" * 32, "csv, public, 3 incidents", "سلمى")
    assert number == before[0] + 1 == record.audit_head()[0]
    with record.reading() as connection:
        row = connection.execute(select(audit).where(audit.c.seq == number)).one()
    assert (row.kind, row.subject, row.author) == ("exported", f"export:{'ab' * 8}", "سلمى")
    assert (row.digest, row.note) == ("ab" * 32, "csv, public, 3 incidents")
    assert list(record.verify()) == []


def test_the_coders_behind_what_is_told(record: Record) -> None:
    assert record.coders() == ()
    record.add([arrival("r1"), arrival("r2")])
    assert len(record.coders()) == 1
