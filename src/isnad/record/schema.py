"""Which version of the schema a database has; older ones are brought up on opening, newer ones refused."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from isnad.model.errors import RecordError
from isnad.record.engine import Database
from isnad.record.failures import named

HEAD: Final = "0005"
FOLDER: Final = Path(__file__).parent / "migrations"


def bring_up(database: Database) -> None:
    """Make the tables, or bring those of an older Isnad up to this one's.

    Raises RecordError for a schema this Isnad does not know, or where the tables are another program's.
    """
    with database.reading() as connection:
        version = schema_version(connection)
    if version == HEAD:
        return
    with database.writing() as connection:
        version = schema_version(connection)
        if version is not None and version > HEAD:
            message = f"was made by a newer Isnad (schema {version}; this one knows {HEAD}); use that one"
            raise RecordError("newer", message, named(database.engine.url))
        _upgrade(connection)


def schema_version(connection: Connection) -> str | None:
    """The version of the schema, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    # Alembic takes a tenth of a second to import: only where there is something to bring up.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
