"""A workspace: one folder with `isnad.toml` (settings), `record.db` (unless a server keeps the record), `originals/`."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from isnad.model.errors import RecordError, SettingsError, UsageError

SETTINGS: Final = "isnad.toml"
DATABASE: Final = "record.db"
ORIGINALS: Final = "originals"
VARIABLE: Final = "ISNAD_WORKSPACE"

_WRITTEN: Final = """# Settings of this workspace of Isnad; docs/record.md explains each.

[database]
# A PostgreSQL server instead of the file record.db:
# url = "postgresql+psycopg://user@host/database"   (keep the password in ~/.pgpass)
{url}"""


class DatabaseSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the record is kept; `url` None for the file `record.db` of the workspace."""

    url: str | None = None


class PeopleSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Who signs judgements where a command does not say."""

    author: str | None = None


class PublishingSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What exports take from the workspace: the key of pseudonyms (made at the first need), the public delay in hours."""

    pseudonym_key: str | None = None
    delay_hours: int = 72


class WorkspaceSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """What `isnad.toml` may say."""

    database: DatabaseSettings = DatabaseSettings()
    people: PeopleSettings = PeopleSettings()
    publishing: PublishingSettings = PublishingSettings()


class Workspace(Struct, frozen=True, kw_only=True):
    """A folder that is a workspace, and its settings."""

    folder: Path
    settings: WorkspaceSettings = WorkspaceSettings()

    @property
    def url(self) -> str:
        """The database as SQLAlchemy names it."""
        return self.settings.database.url or f"sqlite:///{self.folder / DATABASE}"

    @property
    def originals(self) -> Path:
        """The folder of the originals, named by their SHA-256."""
        return self.folder / ORIGINALS


def create_workspace(folder: Path, url: str | None = None) -> Workspace:
    """Make `folder` a workspace (it may exist and hold other files); the database itself is made on opening.

    Raises UsageError where it is one already, RecordError where nothing can be written there.
    """
    settings = folder / SETTINGS
    if settings.exists():
        raise UsageError(f"{folder} is a workspace already ({SETTINGS} is there)")
    written = written_settings(WorkspaceSettings(database=DatabaseSettings(url=url)))
    try:
        (folder / ORIGINALS).mkdir(parents=True, exist_ok=True)
        with settings.open("x", encoding="utf-8") as file:
            file.write(written)
    except OSError as error:
        raise RecordError("denied", f"no workspace can be made here: {error.strerror}", str(folder)) from None
    return read_workspace(folder)


def written_settings(settings: WorkspaceSettings) -> str:
    """Settings as `isnad.toml` has them; what is as by default is left out."""
    sections = {name: _lines(getattr(settings, name)) for name in settings.__struct_fields__}
    written = _WRITTEN.format(url=sections.pop("database"))
    return written + "".join(f"\n[{name}]\n{lines}" for name, lines in sections.items() if lines)


def _lines(section: Struct) -> str:
    # A string or number of JSON is one of TOML too.
    values = {name: getattr(section, name) for name in section.__struct_fields__}
    default = type(section)()
    return "".join(
        f"{name} = {msgspec.json.encode(value).decode()}\n"
        for name, value in values.items()
        if value != getattr(default, name)
    )


def read_workspace(folder: Path) -> Workspace:
    """The workspace in `folder`.

    Raises UsageError where there is none, SettingsError (file and field) where its settings are wrong.
    """
    path = folder / SETTINGS
    try:
        settings = msgspec.toml.decode(path.read_bytes(), type=WorkspaceSettings)
    except (FileNotFoundError, NotADirectoryError):
        raise UsageError(
            f"{folder} is no workspace of Isnad ({SETTINGS} is not there); `isnad init` makes one"
        ) from None
    except OSError as error:
        raise SettingsError(str(path), f"cannot be read: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(path), str(error).replace("`$.", "`")) from None
    return Workspace(folder=folder.absolute(), settings=settings)


def find_workspace(
    start: Path | None = None, given: Path | None = None, environment: Mapping[str, str] = os.environ
) -> Workspace:
    """The workspace that was `given`, else the one `ISNAD_WORKSPACE` names, else the nearest from `start` upwards.

    Raises UsageError where there is none, SettingsError where its settings are wrong.
    """
    if given is not None:
        return read_workspace(given)
    if named := environment.get(VARIABLE):
        try:
            return read_workspace(Path(named))
        except UsageError as error:
            raise UsageError(f"{VARIABLE}: {error}") from None
    here = (start or Path.cwd()).absolute()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return read_workspace(folder)
    raise UsageError(f"no workspace in {here} or above it; `isnad init DIR` makes one, `--workspace DIR` names one")
