"""Schema 0001: the tables of the first record, and the index of words.

The index of words (`report_search`) is the databases' own: FTS5 over `report.search_text` on SQLite, a `tsvector` with
its GIN index on PostgreSQL; triggers keep both in step with `report`, so that no writer can forget it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_SQLITE = (
    "CREATE VIRTUAL TABLE report_search USING fts5(search_text, content='report', content_rowid='seq',"
    " tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER report_search_add AFTER INSERT ON report WHEN new.search_text IS NOT NULL BEGIN"
    " INSERT INTO report_search(rowid, search_text) VALUES (new.seq, new.search_text); END",
    "CREATE TRIGGER report_search_drop AFTER UPDATE OF search_text ON report WHEN old.search_text IS NOT NULL BEGIN"
    " INSERT INTO report_search(report_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text); END",
    "CREATE TRIGGER report_search_change AFTER UPDATE OF search_text ON report WHEN new.search_text IS NOT NULL BEGIN"
    " INSERT INTO report_search(rowid, search_text) VALUES (new.seq, new.search_text); END",
)
_POSTGRESQL = (
    "CREATE TABLE report_search (seq BIGINT PRIMARY KEY REFERENCES report (seq), words TSVECTOR NOT NULL)",
    "CREATE INDEX report_search_words ON report_search USING GIN (words)",
    """CREATE FUNCTION report_search_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM report_search WHERE seq = new.seq;
    IF new.search_text IS NOT NULL THEN
        INSERT INTO report_search VALUES (new.seq, to_tsvector('simple', new.search_text));
    END IF;
    RETURN NULL; END $$""",
    "CREATE TRIGGER report_search_keep AFTER INSERT OR UPDATE OF search_text ON report"
    " FOR EACH ROW EXECUTE FUNCTION report_search_keep()",
)


def upgrade() -> None:
    """Make all tables and the index of words."""
    _audit()
    _report()
    _snapshot()
    _coded()
    _judgement()
    _mention()
    _figure()
    _pair()
    for statement in _SQLITE if op.get_context().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_hash")),
    )


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("folded_digest", sa.Text(), nullable=True),
        sa.Column("copy_of", _NUMBER, nullable=True),
        sa.Column("original", sa.Text(), nullable=True),
        sa.Column("intake_path", sa.Text(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retracted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("salt", sa.LargeBinary(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["copy_of"], ["report.seq"], name=op.f("fk_report_copy_of_report")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_report")),
        sa.UniqueConstraint("id", name=op.f("uq_report_id")),
    )
    op.create_index(op.f("ix_report_copy_of"), "report", ["copy_of"], unique=False)
    op.create_index(op.f("ix_report_folded_digest"), "report", ["folded_digest"], unique=False)


def _snapshot() -> None:
    op.create_table(
        "snapshot",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("name", name=op.f("uq_snapshot_name")),
    )


def _coded() -> None:
    op.create_table(
        "coded",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("report_seq", _NUMBER, nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("coded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["report_seq"], ["report.seq"], name=op.f("fk_coded_report_seq_report")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_coded")),
        sa.UniqueConstraint("report_seq", "coder", name=op.f("uq_coded_report_seq")),
    )
    op.create_index(op.f("ix_coded_report_seq"), "coded", ["report_seq"], unique=False)


def _judgement() -> None:
    op.create_table(
        "judgement",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("machine_value", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone_by", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["undone_by"], ["audit.seq"], name=op.f("fk_judgement_undone_by_audit")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_judgement")),
    )


def _mention() -> None:
    op.create_table(
        "mention",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report_seq", _NUMBER, nullable=False),
        sa.Column("coded_seq", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("senior", _NUMBER, nullable=True),
        sa.ForeignKeyConstraint(["coded_seq"], ["coded.seq"], name=op.f("fk_mention_coded_seq_coded")),
        sa.ForeignKeyConstraint(["report_seq"], ["report.seq"], name=op.f("fk_mention_report_seq_report")),
        sa.ForeignKeyConstraint(["senior"], ["mention.seq"], name=op.f("fk_mention_senior_mention")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_mention")),
        sa.UniqueConstraint("id", name=op.f("uq_mention_id")),
    )
    op.create_index(op.f("ix_mention_coded_seq"), "mention", ["coded_seq"], unique=False)
    op.create_index(op.f("ix_mention_report_seq"), "mention", ["report_seq"], unique=False)
    op.create_index(op.f("ix_mention_senior"), "mention", ["senior"], unique=False)
    op.create_index("ix_mention_when", "mention", ["earliest", "latest"], unique=False)


def _figure() -> None:
    op.create_table(
        "figure",
        sa.Column("seq", _NUMBER, autoincrement=True, nullable=False),
        sa.Column("mention_seq", _NUMBER, nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("low", _NUMBER, nullable=False),
        sa.Column("high", _NUMBER, nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["mention_seq"], ["mention.seq"], name=op.f("fk_figure_mention_seq_mention")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_figure")),
    )
    op.create_index(op.f("ix_figure_mention_seq"), "figure", ["mention_seq"], unique=False)


def _pair() -> None:
    op.create_table(
        "pair",
        sa.Column("low", _NUMBER, nullable=False),
        sa.Column("high", _NUMBER, nullable=False),
        sa.Column("chance", sa.Float(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["high"], ["mention.seq"], name=op.f("fk_pair_high_mention")),
        sa.ForeignKeyConstraint(["low"], ["mention.seq"], name=op.f("fk_pair_low_mention")),
        sa.PrimaryKeyConstraint("low", "high", name=op.f("pk_pair")),
    )
    op.create_index(op.f("ix_pair_high"), "pair", ["high"], unique=False)
