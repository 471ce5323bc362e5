"""`isnad brief` from the command line, on a small record."""

import hashlib
import re
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select as select_rows
from typer.testing import CliRunner

from isnad.assessing.facts import facts_of
from isnad.cli.app import app
from isnad.cli.brief import make
from isnad.cli.record_list import incidents_of
from isnad.cli.recording import open_at
from isnad.fixtures import bundled_reports
from isnad.model.errors import UsageError
from isnad.model.scope import Scope
from isnad.publishing.brief_area import find_area
from isnad.publishing.brief_content import KeyFigures
from isnad.publishing.brief_request import Asked, select
from isnad.record.tables import audit

PERIOD = ["--from", "2023-03-01", "--to", "2023-03-31"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the bundled reports, linked."""
    folder = tmp_path_factory.mktemp("brief")
    reports = folder / "reports.jsonl"
    reports.write_bytes(b"\n".join(msgspec.json.encode(report) for report in bundled_reports()))
    home = folder / "home"
    for command in (
        ["init", str(home)],
        ["--workspace", str(home), "add", str(reports)],
        ["--workspace", str(home), "link"],
    ):
        done = CliRunner().invoke(app, command)
        assert done.exit_code == 0, done.output
    return home


def brief(workspace: Path, output: Path, *given: str) -> None:
    done = CliRunner().invoke(app, ["--workspace", str(workspace), "brief", *PERIOD, "--output", str(output), *given])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(("name", "start"), [("b.html", b"<!doctype html>"), ("b.docx", b"PK"), ("b.pdf", b"%PDF-")])
def test_a_file_by_its_ending(workspace: Path, tmp_path: Path, name: str, start: bytes) -> None:
    brief(workspace, tmp_path / name, "--area", "إدلب", "--lang", "ar", "--digits", "arabic")
    assert (tmp_path / name).read_bytes().lstrip()[: len(start)].lower() == start.lower()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_public_brief_tells_no_words_of_the_reports(workspace: Path, tmp_path: Path) -> None:
    brief(workspace, tmp_path / "b.html", "--area", "SY")
    page = (tmp_path / "b.html").read_text("utf-8")
    assert "موجز الوضع: سوريا" in page
    assert "التوزيع: علني" in re.sub(r"</dt><dd>", ": ", page)
    assert "سرمين" not in page  # a town, told as its district


def test_a_brief_is_logged_with_the_hash_of_its_file(workspace: Path, tmp_path: Path) -> None:
    brief(workspace, tmp_path / "b.docx", "--area", "SY", "--profile", "partner", "--author", "سلمى")
    with open_at(workspace) as record:
        with record.reading() as connection:
            last = connection.execute(select_rows(audit).order_by(audit.c.seq.desc()).limit(1)).one()
        assert list(record.verify()) == []
    digest = hashlib.sha256((tmp_path / "b.docx").read_bytes()).hexdigest()
    assert (last.kind, last.subject, last.author) == ("exported", f"export:{digest[:16]}", "سلمى")
    assert last.note == "brief.docx, partner, isnad_default, SY, 2023-03-01 to 2023-03-31"


def test_a_public_brief_of_one_incident_is_a_small_cell(workspace: Path, tmp_path: Path) -> None:
    with open_at(workspace) as record:
        facts = list(facts_of(incidents_of(record, None, "isnad_default")))
    days = Counter(fact.middle for fact in facts if fact.first == fact.last)
    day = next(str(date.fromordinal(day)) for day, number in days.items() if number == 1)
    with pytest.raises(UsageError, match="fewer than 3 incidents"):
        brief(workspace, tmp_path / "b.html", "--from", day, "--to", day)


def test_figures_are_those_of_the_record(workspace: Path) -> None:
    found = find_area("SY")
    with open_at(workspace) as record:
        asked = Asked(
            scope=Scope(country=found.country),
            since=date(2023, 3, 1),
            until=date(2023, 3, 31),
            cut_off=datetime(2024, 1, 1, tzinfo=UTC),
        )
        chosen = select(incidents_of(record, None, "isnad_default"), asked)
        made = make(record, asked)
    (figures,) = [block for block in made.sections[0].blocks if isinstance(block, KeyFigures)]
    assert figures.items[0].best == len(chosen.counted) > 3


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["--area", "zz"], "no country or governorate"),
        (["--to", "2020-01-01"], "is before --from"),
        (["--output", "b.odt"], r"\.html, \.docx or \.pdf"),
        (["--output", "nowhere/b.html"], "no such folder"),
    ],
)
def test_what_makes_no_sense_is_refused(workspace: Path, tmp_path: Path, given: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        brief(workspace, tmp_path / "b.html", *given)
    assert list(tmp_path.iterdir()) == []
