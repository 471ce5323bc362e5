"""The database: one way to read and to write, alike on SQLite and PostgreSQL (decision 9, "Journal")."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import sqlalchemy
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from isnad.model.errors import RecordError, UsageError
from isnad.record.failures import explained

WAIT_SECONDS: Final = 30
_WRITER_LOCK: Final = 0x69736E6164  # "isnad": the advisory lock of PostgreSQL that makes writers wait for one another
_PRAGMAS: Final = (
    "PRAGMA journal_mode=TRUNCATE",  # no WAL, so the WAL-reset defect of SQLite 3.7.0 to 3.51.2 cannot occur
    "PRAGMA synchronous=FULL",  # what was acknowledged is on the disk
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # erased words are overwritten
    "PRAGMA cache_size=-65536",  # KiB; with SQLite's own 2 MiB, linking reads the same pages again and again
)


class Database:
    """The record's database; `reading` and `writing` are the only ways in, and speak of failures in plain words."""

    def __init__(self, url: str, wait: float = WAIT_SECONDS) -> None:
        self.engine = _engine(url, wait)
        self._wait = wait

    @property
    def is_sqlite(self) -> bool:
        """Whether it is one file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state and writes nothing. Keep it short: on SQLite a commit waits for readers."""
        with self._said(), self.engine.connect() as connection:
            if self.is_sqlite:
                yield connection
            else:
                yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one writer's transaction: all of it is kept on leaving, nothing where an exception leaves it."""
        with self._said(), self.engine.connect() as plain:
            connection = plain.execution_options(isnad_writer=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.execute(text(f"SET LOCAL lock_timeout = {int(self._wait * 1000)}"))
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})"))
                yield connection

    @contextmanager
    def alone(self) -> Iterator[Connection]:
        """A connection without transactions, for what runs in none (VACUUM)."""
        with self._said(), self.engine.connect() as connection:
            # On SQLite `_begin` leaves such a connection alone; the driver itself begins nothing.
            kept = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
            yield connection.execution_options(isnad_alone=True, **kept)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise explained(error.orig or error, self.engine.url) from error
        except sqlite3.Error as error:  # while a connection is prepared, outside of SQLAlchemy's own wrapping
            raise explained(error, self.engine.url) from error


def _engine(url: str, wait: float) -> Engine:
    try:
        made = make_url(url)
    except ArgumentError:
        raise UsageError(
            "the database's url is not one; sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
        ) from None
    if made.get_backend_name() not in {"sqlite", "postgresql"}:
        raise UsageError(f"no record can be kept by {made.get_backend_name()!r}; SQLite and PostgreSQL can")
    if made.get_backend_name() == "sqlite":
        engine = sqlalchemy.create_engine(made, connect_args={"timeout": wait})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return sqlalchemy.create_engine(made.set(drivername="postgresql+psycopg"))
    except ImportError:
        raise RecordError("missing", "PostgreSQL needs `pip install isnad[postgres]`") from None


def _prepare(connection: Any, _: object) -> None:
    # The driver's own transactions begin too late (at the first write, as readers): ours begin by `_begin`.
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("isnad_alone"):
        # IMMEDIATE: a writer that began as a reader cannot wait for another, it would fail at once.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("isnad_writer") else "BEGIN")
