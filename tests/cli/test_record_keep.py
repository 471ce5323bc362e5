"""Keeping and reading a record by the door: list, show, search, verify, backup, snapshots, retracting, erasing."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Door
from tests.cli.record_coder import report, told, write_reports

pytest.importorskip("splink", reason="isnad[link] is not installed")
SECRET = "زقاق الياسمين"


@pytest.fixture
def kept(isnad: Door, tmp_path: Path) -> Door:
    isnad(
        "add",
        write_reports(
            tmp_path / "reports.jsonl",
            report("a", told()),
            report("b", told(killed=15, more=f"وقال الشاهد سعيد العمراني إن القتلى من أهل {SECRET}."), "إذاعة الجبل"),
            report("c", told("دوما", "2023-02-11", 3), "صحيفة الساحل", "2023-02-12"),
        ),
    )
    isnad("link")
    return isnad


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_incidents_are_listed_and_filtered(kept: Door, tmp_path: Path) -> None:
    assert len(kept("list").splitlines()) == 2
    assert len(kept("list", "--from", "2023-02-20").splitlines()) == 1
    assert kept("list", "--country", "IQ") == ""
    assert kept("list", "--type", "abduction") == ""
    assert kept("list", "--text", "زرافة") == ""
    (found,) = kept("list", "--text", f'مخبز "{SECRET}"', "--type", "bombing").splitlines()
    assert found in kept("list")
    output = tmp_path / "out.jsonl"
    kept("list", "--format", "jsonl", "--output", output)
    first, second = map(json.loads, output.read_text("utf-8").splitlines())
    assert [one["id"] for one in first["reports"]] == ["a", "b"]
    assert (first["killed"]["low"], first["killed"]["high"]) == (14, 15)
    assert second["where"]["name"] == "Douma"
    lowest, latest = (
        json.loads(kept("list", "--format", "jsonl", "--rule", rule).splitlines()[0])["killed"]
        for rule in ("acled_lowest", "gtd_latest")
    )
    assert (lowest["best"], lowest["rule"], latest["rule"]) == (14, "acled_lowest", "gtd_latest")


def test_an_incident_is_shown_in_both_languages(kept: Door) -> None:
    a = kept.mention_of("a")
    arabic, english = kept("show", a), kept("show", a, "--lang", "en")
    assert "صحيفة النهر" in arabic
    assert "إذاعة الجبل" in english
    assert arabic != english
    status, _, err = kept.call("--workspace", kept.workspace, "show", "m-none")
    assert (status, err.splitlines()[1]) == (2, "isnad: no incident m-none is on record")


def test_search_finds_words_and_says_where_there_are_none(kept: Door) -> None:
    found = kept("search", SECRET)
    assert found.startswith("b\t2023-03-02\tإذاعة الجبل\n")
    assert SECRET in found
    status, out, err = kept.call("--workspace", kept.workspace, "search", "زرافة")
    assert (status, out) == (0, "")
    assert err.splitlines()[1] == "No report has these words."


def test_status_counts_for_people_and_programs(kept: Door) -> None:
    counts = json.loads(kept("status", "--json"))
    assert (counts["reports"], counts["mentions"], counts["incidents"], counts["unlinked"]) == (3, 3, 2, 0)
    assert "روايات تنتظر الربط" in kept("status")


def test_a_backup_is_restored_as_it_was(kept: Door, tmp_path: Path) -> None:
    kept("judge", "accept", kept.mention_of("c"))
    kept("link")
    kept("backup", tmp_path / "b.tar.gz")
    shown = kept("list", "--format", "jsonl")
    assert kept.call("restore", tmp_path / "b.tar.gz", tmp_path / "again")[0] == 0
    kept.workspace = tmp_path / "again"
    assert kept("list", "--format", "jsonl") == shown
    assert kept("verify")
    assert kept("link").splitlines()[1].startswith("mentions 0,")


def test_snapshots_tell_what_changed(kept: Door) -> None:
    a, b, c = map(kept.mention_of, "abc")
    kept("snapshot", "before")
    assert kept("diff", "before") == "لا فرق. Nothing changed.\n"
    kept("judge", "different", a, b)
    kept("judge", "correct", c, "killed", '{"low": 4, "high": 4}')
    kept("link")
    kept("snapshot", "after")
    assert [line.split("\t")[0] for line in kept("snapshot").splitlines()] == ["before", "after"]
    assert kept("diff", "before", "after").splitlines() == [f"split\t{a} → {a} + {b}", f"corrected\t{c}"]
    assert kept.call("--workspace", kept.workspace, "diff", "none")[0] == 2


def test_a_retracted_report_leaves_the_best_values_and_comes_back(kept: Door) -> None:
    a = kept.mention_of("a")
    before = json.loads(kept("show", a, "--format", "jsonl"))["killed"]
    kept("retract", "b", "--reason", "اعتذرت الإذاعة")
    after = json.loads(kept("show", a, "--format", "jsonl"))["killed"]
    assert (before["high"], after["high"]) == (15, 14)
    kept("retract", "b", "--reinstate")
    assert json.loads(kept("show", a, "--format", "jsonl"))["killed"] == before


def test_an_erased_report_is_truly_gone(kept: Door, tmp_path: Path) -> None:
    kept("judge", "different", kept.mention_of("b"), kept.mention_of("c"), "--reason", f"من {SECRET}")
    b, phrase = kept.mention_of("b"), SECRET.encode()
    assert phrase in bytes_of(kept.workspace)
    kept("erase", "b", "--reason", "سلامة شاهد")
    held = bytes_of(kept.workspace)
    assert phrase not in held
    assert "العمراني".encode() not in held
    assert "ياسمين".encode() not in held
    with sqlite3.connect(kept.workspace / "record.db") as connection:
        for table, owner in (("clue", "mention_seq"), ("trait", "mention_seq"), ("shingle", "report_seq")):
            assert connection.execute(f"SELECT count(*) FROM {table} WHERE {owner} = 2").fetchone() == (0,)
    connection.close()
    assert kept("verify").startswith("السجل سليم.")
    kept("link")
    assert kept.incidents() == {kept.mention_of("a"): {"a"}, kept.mention_of("c"): {"c"}}
    assert f"→ {kept.mention_of('a')}" in kept.call("--workspace", kept.workspace, "show", b)[2]
    again = kept.call("--workspace", kept.workspace, "add", tmp_path / "reports.jsonl")
    assert (again[0], again[2].splitlines()[-1]) == (0, "new 0, known 2, erased 1")
    assert kept.call("--workspace", kept.workspace, "erase", "none", "--reason", "x")[0] == 2


def test_verify_finds_what_was_altered_behind_its_back(kept: Door) -> None:
    with sqlite3.connect(kept.workspace / "record.db") as connection:
        connection.execute("UPDATE report SET outlet = 'غيرها' WHERE id = 'c'")
    connection.close()
    status, out, err = kept.call("--workspace", kept.workspace, "verify")
    assert (status, out.split("\t")[0]) == (1, "report")
    assert err.startswith("إسناد: في السجل ما لا يصح.")
