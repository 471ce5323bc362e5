"""The front door to a record for Python: `isnad.open(workspace).incidents(...).to_pandas()`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from isnad.model.recorded import Rule

if TYPE_CHECKING:
    from isnad.publishing.frames import IncidentTable
    from isnad.record.store import Record


class OpenRecord:
    """A record open for reading; a context manager. `record` is the record itself, with all it can do."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def __enter__(self) -> "OpenRecord":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.record.close()

    def incidents(
        self,
        *,
        country: str | None = None,
        admin1: str | None = None,
        types: Sequence[str] = (),
        actor: str | None = None,
        since: date | None = None,
        until: date | None = None,
        text: str | None = None,
        rule: Rule = "isnad_default",
    ) -> "IncidentTable":
        """The incidents for which all that is given holds, as for `isnad list`; read when they are gone through."""
        from isnad.cli.record_list import incidents_of
        from isnad.publishing.frames import IncidentTable
        from isnad.record.filtering import MentionFilter

        asked = MentionFilter(
            country=country, admin1=admin1, types=tuple(types), actor=actor, since=since, until=until, text=text
        )
        return IncidentTable(lambda: incidents_of(self.record, asked, rule))


def open_workspace(workspace: str | Path | None = None) -> OpenRecord:
    """The record of a workspace; without one, that of `ISNAD_WORKSPACE`, else found upwards from here.

    Raises UsageError where there is none, RecordError where it cannot be opened.
    """
    from isnad.cli.recording import open_at

    return OpenRecord(open_at(Path(workspace) if workspace is not None else None))
