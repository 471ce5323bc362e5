"""The record of a workspace: what the doors (command line, workbench) call. One method, one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import ColumnElement, Connection

from isnad.model.coded import CodedReport
from isnad.model.errors import RecordError
from isnad.model.judgement import Judgement
from isnad.model.mention import Mention, ReportFacts
from isnad.record import (
    copies,
    erasing,
    exporting,
    grouping,
    judging,
    queueing,
    reading,
    retracting,
    searching,
    snapshots,
)
from isnad.record.adding import add_batch
from isnad.record.arrivals import Added, Arrival
from isnad.record.auditing import last_entry
from isnad.record.engine import WAIT_SECONDS, Database
from isnad.record.filtering import MentionFilter
from isnad.record.judging import NewJudgement
from isnad.record.linking_session import LinkingSession
from isnad.record.schema import bring_up
from isnad.record.snapshots import SeenIncident, SnapshotName
from isnad.record.verifying import verify
from isnad.record.verifying_result import Finding
from isnad.record.workspace import DATABASE, Workspace, create_workspace


class Record:
    """A record that is open; a context manager. All errors of the database are RecordError, with what to do.

    `search_text` normalises words for search, those of texts and of queries alike.
    """

    def __init__(self, workspace: Workspace, database: Database, search_text: Callable[[str], str]) -> None:
        self.workspace, self.database, self.search_text = workspace, database, search_text

    def __enter__(self) -> "Record":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def add(self, arrivals: Sequence[Arrival], *, author: str = "isnad", again: bool = False) -> tuple[Added, ...]:
        """Add a batch of reports; what this returns is on the disk. `again` also adds what was erased once."""
        with self.database.writing() as connection:
            return add_batch(connection, self.workspace.originals, arrivals, self.search_text, author, again)

    def known(self, report_ids: Sequence[str], coder: str) -> set[str]:
        """Which of these reports were read by this coder already (so that none is coded twice), or were erased."""
        with self.database.reading() as connection:
            return reading.known(connection, report_ids, coder)

    def set_copies(self, found: Mapping[str, str | None]) -> int:
        """Say of reports whose copies they are (ids, None for an original); gives how many changed."""
        with self.database.writing() as connection:
            return copies.set_copies(connection, found)

    def mentions(self, asked: MentionFilter | None = None) -> Iterator[Mention]:
        """The mentions told, in order of arrival, as a stream."""
        return reading.mentions(self.database, asked, self._words(asked))

    def groups(self, asked: MentionFilter | None = None) -> Iterator[tuple[Mention, ...]]:
        """The mentions of one incident after the other, as a stream."""
        return reading.groups(self.database, asked, self._words(asked))

    def _words(self, asked: MentionFilter | None) -> ColumnElement[bool] | None:
        if asked is None or asked.text is None:
            return None
        return searching.has_words(asked.text, self.search_text, sqlite=self.database.is_sqlite)

    def group(self, mention_id: str) -> tuple[Mention, ...]:
        """The incident that this id leads to, also after merges and splits; empty where there is none."""
        with self.database.reading() as connection:
            return reading.group_with(connection, mention_id)

    def reports(self) -> Iterator[tuple[ReportFacts, str | None]]:
        """The reports and their texts (None once erased), as a stream."""
        return reading.reports(self.database)

    def report(self, report_id: str) -> tuple[ReportFacts, str | None] | None:
        """One report and its text."""
        with self.database.reading() as connection:
            return reading.report_with(connection, report_id)

    def coded(self, report_id: str | None = None, *, all_versions: bool = False) -> Iterator[CodedReport]:
        """Coded reports with their texts, as a stream: the current ones, or those of every coder version."""
        return reading.coded_reports(self.database, report_id, all_versions)

    def counts(self) -> dict[str, int]:
        """How much is on record, by name."""
        with self.database.reading() as connection:
            return reading.counts(connection)

    def search(self, query: str, limit: int = 20) -> list[searching.SearchHit]:
        """The best reports that have all words and quoted phrases."""
        with self.database.reading() as connection:
            return searching.search(connection, query, self.search_text, limit)

    def judge(self, given: NewJudgement) -> Judgement:
        """Append a judgement; ContradictionError (with the chain) where standing ones say otherwise."""
        with self.database.writing() as connection:
            return judging.append_judgement(connection, given)

    def undo(self, seq: int, author: str, reason: str = "") -> Judgement:
        """Take a judgement back; it stays on record, marked."""
        with self.database.writing() as connection:
            return judging.undo_judgement(connection, seq, author, reason)

    def judgements(self, *, undone: bool = False) -> list[Judgement]:
        """The standing judgements in order, with the undone ones where asked."""
        with self.database.reading() as connection:
            return list(judging.standing(connection, undone))

    def pairs_of(self, seqs: Sequence[int]) -> list[grouping.Pair]:
        """The kept pairs that touch these mentions (by `seq`)."""
        with self.database.reading() as connection:
            return grouping.pairs_of(connection, seqs)

    def unsure(self, least: float, below: float, limit: int) -> list[queueing.Unsure]:
        """Pairs for a person to judge: chances from `least` to `below`, the likeliest first."""
        with self.database.reading() as connection:
            return queueing.unsure_pairs(connection, least, below, limit)

    @contextmanager
    def linking(self) -> Iterator[LinkingSession]:
        """One writing transaction with the caller's computing in it: all is kept on leaving, or nothing."""
        with self.database.writing() as connection:
            yield LinkingSession(connection)

    def retract(self, report_id: str, author: str, reason: str = "") -> None:
        """Mark a report as taken back by its outlet."""
        with self.database.writing() as connection:
            retracting.retract(connection, report_id, author, reason)

    def reinstate(self, report_id: str, author: str, reason: str = "") -> None:
        """Take that mark away again."""
        with self.database.writing() as connection:
            retracting.reinstate(connection, report_id, author, reason)

    def erase(self, report_id: str, author: str, reason: str) -> None:
        """Erase a report for good; only its tombstone stays. Rewrites the whole database."""
        with self.database.writing() as connection:
            erasing.erase(connection, self.workspace.originals, report_id, author, reason)
        erasing.rewrite(self.database)

    def take_snapshot(self, name: str, incidents: Iterable[SeenIncident]) -> SnapshotName:
        """Keep the state of all incidents under a new name."""
        with self.database.writing() as connection:
            return snapshots.take(connection, name, incidents)

    def snapshots(self) -> list[SnapshotName]:
        """The snapshots on record, in order."""
        with self.database.reading() as connection:
            return snapshots.names(connection)

    def snapshot(self, name: str) -> list[SeenIncident]:
        """What a snapshot holds; `snapshots.compare` tells two apart."""
        with self.database.reading() as connection:
            return snapshots.read(connection, name)

    def verify(self) -> Iterator[Finding]:
        """All that is not as it should be; nothing where the record is sound."""
        return verify(self.workspace, self.database)

    def coders(self) -> tuple[str, ...]:
        """The coder versions behind what is told."""
        with self.database.reading() as connection:
            return exporting.coders(connection)

    def log_export(self, digest: str, note: str, author: str) -> int:
        """Log in the audit chain that a file with this SHA-256 went out; gives the entry's number."""
        with self.database.writing() as connection:
            return exporting.log_export(connection, digest, note, author)

    def audit_head(self) -> tuple[int, str]:
        """Number and hash of the last audit entry: noted elsewhere, they prove that the chain's end was not cut off."""
        with self.database.reading() as connection:
            return last_entry(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by, for what has no method here."""
        with self.database.reading() as connection:
            yield connection


def open_record(workspace: Workspace, search_text: Callable[[str], str], wait: float = WAIT_SECONDS) -> Record:
    """The record of a workspace; an older schema is brought up first.

    Raises RecordError where it is missing, damaged, or made by a newer Isnad.
    """
    database = Database(workspace.url, wait)
    if database.is_sqlite and not Path(database.engine.url.database or "").exists():
        message = "is not there, though its workspace is; restore a backup (`isnad restore`)"
        raise RecordError("missing", message, str(workspace.folder / DATABASE))
    return _opened(workspace, database, search_text)


def create_record(folder: Path, search_text: Callable[[str], str], url: str | None = None) -> Record:
    """A new workspace with an empty record (`isnad init`)."""
    workspace = create_workspace(folder, url)
    return _opened(workspace, Database(workspace.url), search_text)


def _opened(workspace: Workspace, database: Database, search_text: Callable[[str], str]) -> Record:
    try:
        bring_up(database)
    except BaseException:
        database.close()
        raise
    return Record(workspace, database, search_text)
