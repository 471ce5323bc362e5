"""The migrations make what `tables` says; other versions are brought up or refused."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from isnad.model.errors import RecordError
from isnad.record.judging import NewJudgement
from isnad.record.schema import FOLDER, HEAD, bring_up, schema_version
from isnad.record.store import Record, open_record
from isnad.record.tables import metadata
from isnad.text.folding import fold
from tests.record.builders import arrival


def test_the_migrations_make_the_tables(record: Record) -> None:
    own = {"include_name": lambda name, *_: not str(name).startswith("report_search"), "compare_type": True}
    with record.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=own), metadata) == []


def test_the_head_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_opening_again_changes_nothing(record: Record) -> None:
    record.add([arrival()])
    bring_up(record.database)
    with open_record(record.workspace, fold) as again:
        assert again.counts() == record.counts()


def test_an_empty_database_is_brought_up(record: Record) -> None:
    with record.database.writing() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        for table in ("report_search", *reversed([table.name for table in metadata.sorted_tables])):
            connection.execute(text(f"DROP TABLE {table}"))
        if not record.database.is_sqlite:
            connection.execute(text("DROP FUNCTION report_search_keep"))
    bring_up(record.database)
    with record.reading() as connection:
        assert schema_version(connection) == HEAD
    record.add([arrival()])
    assert list(record.verify()) == []


def test_judgements_of_before_schema_0004_keep_their_digests(record: Record) -> None:
    (added,) = record.add([arrival()])
    given = NewJudgement(kind="accept", mentions=added.mentions[:1], author="Rana", reason="رأيته")
    record.undo(record.judge(given).seq, "Rana")
    record.judge(given)
    with record.database.writing() as connection:
        connection.execute(text("ALTER TABLE judgement DROP COLUMN undo_reason"))
        connection.execute(text("ALTER TABLE report DROP COLUMN mark_reason"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    bring_up(record.database)
    assert [one.undone for one in record.judgements(undone=True)] == [True, False]
    assert list(record.verify()) == []


def test_reports_marked_before_schema_0005_keep_their_digests(record: Record) -> None:
    record.add([arrival()])
    record.retract("r1", "Rana")
    with record.database.writing() as connection:
        connection.execute(text("ALTER TABLE report DROP COLUMN mark_reason"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    bring_up(record.database)
    assert [one.report.retracted for one in record.mentions()] == [True, True]
    assert list(record.verify()) == []


def test_a_newer_schema_is_refused_and_left_alone(record: Record) -> None:
    with record.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(RecordError, match=r"newer Isnad \(schema 0999; this one knows 0005\)") as caught:
        open_record(record.workspace, fold)
    assert caught.value.kind == "newer"
    with record.reading() as connection:
        assert schema_version(connection) == "0999"


def test_another_programs_database_is_not_touched(tmp_path: Path) -> None:
    import sqlite3

    from isnad.record.workspace import create_workspace

    workspace = create_workspace(tmp_path)
    with sqlite3.connect(tmp_path / "record.db") as theirs:
        theirs.execute("CREATE TABLE report (mine TEXT)")
    theirs.close()
    with pytest.raises(RecordError, match="already exists"):
        open_record(workspace, fold)
