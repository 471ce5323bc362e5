"""A record to test, kept by SQLite and by a PostgreSQL server that is started for the run."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from isnad.record.store import Record, create_record
from isnad.text.folding import fold

_NUMBERS = count()


def _server_programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _run_as_server(*command: str) -> None:
    """PostgreSQL refuses to be run by root: it is then run by its own user."""
    # Not everyone's path holds the folder of the system's own programs.
    runuser = shutil.which("runuser") or "/usr/sbin/runuser"
    user = [runuser, "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*user, *command], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server of this run, on a Unix socket of its own; without a database's name."""
    programs = _server_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    pytest.importorskip("psycopg", reason="psycopg is not installed (isnad[postgres])")
    folder = Path(tempfile.mkdtemp(prefix="isnad-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        _run_as_server(
            f"{programs}/initdb", "-D", f"{folder}/data", "-U", "isnad", "-A", "trust", "-E", "UTF8", "--locale=C"
        )
        options = f"-k {folder} -c listen_addresses='' -c fsync=off"  # nobody pulls the plug on a test
        _run_as_server(
            f"{programs}/pg_ctl", "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w", "start"
        )
    except (subprocess.CalledProcessError, OSError, LookupError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"PostgreSQL does not start here: {error}")
    try:
        yield f"postgresql+psycopg://isnad@/{{name}}?host={folder}"
    finally:
        _run_as_server(f"{programs}/pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def fresh_url(request: pytest.FixtureRequest) -> Iterator[Callable[[], str]]:
    """Gives the address of a new empty PostgreSQL database at each call."""
    import psycopg

    server = request.getfixturevalue("postgres_server")
    folder, made = server.partition("host=")[2], []

    def fresh() -> str:
        name = f"isnad{next(_NUMBERS)}"
        with psycopg.connect(host=folder, user="isnad", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        made.append(name)
        return str(server.format(name=name))

    yield fresh
    with psycopg.connect(host=folder, user="isnad", dbname="postgres", autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def new_url(request: pytest.FixtureRequest) -> Callable[[], str | None]:
    """Gives where a new record is to be kept; None for its own file."""
    if request.param == "sqlite":
        return lambda: None
    found: Callable[[], str] = request.getfixturevalue("fresh_url")
    return found


@pytest.fixture
def record(tmp_path: Path, new_url: Callable[[], str | None]) -> Iterator[Record]:
    """An empty record, on both databases."""
    with create_record(tmp_path / "workspace", fold, new_url()) as found:
        yield found
