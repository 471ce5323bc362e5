"""The record a command works on: which workspace, opened how, and who signs."""

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from isnad.record.store import Record

AUTHOR_VARIABLE: Final = "ISNAD_AUTHOR"


def open_at(workspace: Path | None) -> "Record":
    """The record of the workspace given with `--workspace`, else of `ISNAD_WORKSPACE`, else found upwards from here.

    Raises UsageError where there is none, RecordError where it cannot be opened.
    """
    from isnad.record.store import open_record
    from isnad.record.workspace import find_workspace
    from isnad.text.stemming import search_text

    return open_record(find_workspace(given=workspace), search_text)


def signer(record: "Record", given: str | None) -> str:
    """Who signs: as given, else `ISNAD_AUTHOR`, else the workspace's setting, else the user of the machine."""
    configured = record.workspace.settings.people.author
    return given or os.environ.get(AUTHOR_VARIABLE) or configured or getpass.getuser()
