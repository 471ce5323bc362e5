"""The settings of a workspace written anew, and in its backup: all of them come back, but for where the database is.

The place of the database is chosen anew by whoever restores. The key of pseudonyms comes back too, as otherwise the same
person would have another pseudonym in the next export; so an archive is as secret as the workspace.
"""

import os
from typing import Final

import msgspec

from isnad.model.errors import RecordError
from isnad.record.workspace import SETTINGS, Workspace, WorkspaceSettings, read_workspace, written_settings

OTHERS: Final = 0o007  # bits of those who are neither the owner nor of the group


def settings_of(workspace: Workspace) -> bytes:
    """`isnad.toml` as it stands."""
    return (workspace.folder / SETTINGS).read_bytes()


def bring_back(workspace: Workspace, kept: bytes) -> Workspace:
    """Write kept settings into a new workspace, to the letter where its database is where it was; gives it with them.

    Where the database is elsewhere now, the values are written anew and comments are lost. Others than the owner and
    the group cannot read the file. Raises RecordError where the kept settings are none of this version's.
    """
    try:
        settings = msgspec.toml.decode(kept, type=WorkspaceSettings)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError("damaged", f"the settings in it cannot be read: {error}", SETTINGS) from None
    here = workspace.settings.database
    if settings.database != here:
        kept = written_settings(msgspec.structs.replace(settings, database=here)).encode()
    replace_settings(workspace, kept)
    return read_workspace(workspace.folder)


def replace_settings(workspace: Workspace, content: bytes) -> None:
    """A new settings file takes the old one's place, whole or not at all; only its owner and the group can read it.

    Raises OSError where it cannot be written.
    """
    path = workspace.folder / SETTINGS
    part = path.with_name(f".{SETTINGS}.{os.getpid()}.part")
    try:
        part.touch(mode=0o600, exist_ok=False)
        part.write_bytes(content)
        part.chmod(path.stat().st_mode & ~OTHERS)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
