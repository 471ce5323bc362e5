"""The tables of the record, alike on SQLite and PostgreSQL (decision 9).

What was given and what people decided is kept for ever (`report`, `coded`, `judgement`, `audit`); what is derived from it
(`mention`, `figure`, `pair`, the search index) can be made again from it.
"""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

# SQLite numbers rows by itself only where the type is INTEGER to the letter.
_Number: Final = BigInteger().with_variant(Integer, "sqlite")


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC on both databases: SQLite drops the zone when it stores and gives none back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """In UTC; a moment without a zone is refused."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment of the record needs its zone")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:  # noqa: ARG002
        """With its zone, UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

report: Final = Table(
    "report",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("outlet", Text),
    Column("published", Date),
    Column("title", Text),
    Column("url", Text),
    Column("language", Text),
    Column("text", Text),  # None once erased
    Column("folded_digest", Text, index=True),  # of the folded text: the same words again are the same report's copy
    Column("copy_of", _Number, ForeignKey("report.seq"), index=True),
    Column("original", Text),  # SHA-256 of the original's bytes; its file is named by it
    Column("intake_path", Text),
    Column("added_at", UtcTime, nullable=False),
    Column("retracted_at", UtcTime),
    Column(
        "mark_reason", Text
    ),  # why it was last marked as retracted, or that mark taken away; before schema 0005 in the chain
    Column("erased_at", UtcTime),
    Column("salt", LargeBinary),  # of the audit digest: without it nobody can test a guess at an erased text
    Column("search_text", Text),
)

coded: Final = Table(
    "coded",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=True),
    Column("report_seq", _Number, ForeignKey("report.seq"), nullable=False, index=True),
    Column("coder", Text, nullable=False),
    Column("coded_at", UtcTime, nullable=False),
    Column("document", Text),  # the contract's line; None once erased
    Column("current", Boolean, nullable=False),
    UniqueConstraint("report_seq", "coder"),
)

mention: Final = Table(
    "mention",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("report_seq", _Number, ForeignKey("report.seq"), nullable=False, index=True),
    Column("coded_seq", _Number, ForeignKey("coded.seq"), nullable=False, index=True),
    Column("number", Integer, nullable=False),  # which incident of the coded report, from 0
    Column("type", Text, nullable=False),
    Column("country", Text),
    Column("earliest", Date),
    Column("latest", Date),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("document", Text),  # the incident as JSON
    Column("active", Boolean, nullable=False),  # false where a newer coder no longer tells it
    Column("linked", Boolean, nullable=False),
    Column("senior", _Number, ForeignKey("mention.seq"), index=True),  # the incident: the lowest seq of its mentions
    Index("ix_mention_when", "earliest", "latest"),
)

figure: Final = Table(
    "figure",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=True),
    Column("mention_seq", _Number, ForeignKey("mention.seq"), nullable=False, index=True),
    Column("slot", Text, nullable=False),
    Column("low", _Number, nullable=False),
    Column("high", _Number),
    Column("approximate", Boolean, nullable=False),
    Column("chain", Text, nullable=False),  # JSON list of parties, nearest first
    Column("root", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

pair: Final = Table(
    "pair",
    metadata,
    Column("low", _Number, ForeignKey("mention.seq"), primary_key=True),
    Column("high", _Number, ForeignKey("mention.seq"), primary_key=True, index=True),
    Column("chance", Float, nullable=False),  # that the two tell one incident; pairs hardly likely are not kept
    Column("weights", Text, nullable=False),  # JSON: what each comparison brought
)

# By what linking finds mentions and reports again without reading all: opaque numbers that linking makes (keys of places
# and rare words; sampled shingles of texts). Erased with their report: a guess at its words could be tried on them.
clue: Final = Table(
    "clue",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("mention_seq", _Number, ForeignKey("mention.seq"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

shingle: Final = Table(
    "shingle",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("report_seq", _Number, ForeignKey("report.seq"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

trait: Final = Table(
    "trait",
    metadata,
    Column("mention_seq", _Number, ForeignKey("mention.seq"), primary_key=True, autoincrement=False),
    Column("maker", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

judgement: Final = Table(
    "judgement",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("mentions", Text, nullable=False),  # JSON list of mention ids
    Column("slot", Text),
    Column("value", Text),
    Column("machine_value", Text),
    Column("author", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undone_by", _Number, ForeignKey("audit.seq")),
    Column("undo_reason", Text),  # None where it was not undone, was undone before schema 0004, or is erased
)

audit: Final = Table(
    "audit",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("kind", Text, nullable=False),  # added, coded, judged, undone, retracted, erased, restored …
    Column("subject", Text, nullable=False),  # "report:12", "coded:7", "judgement:3"
    Column("author", Text, nullable=False),
    Column("digest", Text, nullable=False),  # of the row as it then was
    Column("note", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
)

snapshot: Final = Table(
    "snapshot",
    metadata,
    Column("seq", _Number, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("taken_at", UtcTime, nullable=False),
    Column("document", Text, nullable=False),  # JSON: for each incident its members and a digest of its values
)
