"""The workspace's key of pseudonyms: made at the first need, kept in `isnad.toml`, never written anywhere else."""

import re
import secrets
from typing import Final

from isnad.model.errors import RecordError
from isnad.record.settings_file import replace_settings, settings_of
from isnad.record.workspace import SETTINGS, Workspace, read_workspace

_BYTES: Final = 32
_SECTION: Final = re.compile(r"^\[publishing\][ \t]*(?:#.*)?$", re.MULTILINE)


def pseudonym_key(workspace: Workspace) -> str:
    """The key; a new one is written into the settings, which from then on only the owner and the group can read.

    Raises RecordError where the settings cannot be written.
    """
    known = read_workspace(workspace.folder).settings.publishing.pseudonym_key
    if known is not None:
        return known
    key = secrets.token_hex(_BYTES)
    try:
        replace_settings(workspace, _with_key(settings_of(workspace).decode(), key).encode())
    except OSError as error:
        raise RecordError("denied", f"the key of pseudonyms cannot be kept: {error.strerror}", SETTINGS) from None
    return key


def _with_key(text: str, key: str) -> str:
    """Settings with the key in its section."""
    line, section = f'pseudonym_key = "{key}"\n', _SECTION.search(text)
    if section is None:
        return f"{text.rstrip()}\n\n[publishing]\n# Names of people are replaced by keyed hashes. Keep it secret, and keep a copy.\n{line}"
    return f"{text[: section.end()]}\n{line}{text[section.end() :].lstrip(chr(10))}"
