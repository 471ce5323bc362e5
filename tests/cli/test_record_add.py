"""`isnad init` and `isnad add`: which workspace, what is added once, what a newer coder changes, what cannot be read."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Door
from tests.cli.record_coder import RecordCoder, report, told, write_reports


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(
        tmp_path / "reports.jsonl",
        report("a", told("الرقة")),
        report("b", told("منبج")),
        report("c", told("دوما"), outlet="إذاعة الجبل"),
    )


def counts(isnad: Door) -> dict[str, int]:
    return dict(json.loads(isnad("status", "--json")))


def test_a_workspace_is_named_or_in_the_environment_or_above(
    isnad: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = isnad.workspace / "notes" / "2023"
    below.mkdir(parents=True)
    elsewhere = tmp_path / "other"
    assert isnad.call("init", elsewhere)[0] == 0
    monkeypatch.chdir(below)
    assert json.loads(isnad.call("status", "--json")[1])["workspace"] == str(isnad.workspace)
    monkeypatch.setenv("ISNAD_WORKSPACE", str(elsewhere))
    assert json.loads(isnad.call("status", "--json")[1])["workspace"] == str(elsewhere)
    assert json.loads(isnad("status", "--json"))["workspace"] == str(isnad.workspace)
    monkeypatch.setenv("ISNAD_WORKSPACE", str(tmp_path / "none"))
    status, _, said = isnad.call("status")
    assert (status, said.splitlines()[0]) == (2, "إسناد: استعمال غير صحيح. راجع isnad --help")
    assert "ISNAD_WORKSPACE" in said
    monkeypatch.delenv("ISNAD_WORKSPACE")
    monkeypatch.chdir("/")
    assert isnad.call("status")[0] == 2
    assert isnad.call("init", isnad.workspace)[0] == 2


def test_adding_twice_changes_nothing(isnad: Door, reports: Path) -> None:
    status, out, err = isnad.call("--workspace", isnad.workspace, "add", reports, "--ids")
    assert (status, out.splitlines()) == (0, ["new\ta", "new\tb", "new\tc"])
    assert err.splitlines() == ["جديدة 3، معروفة 0", "new 3, known 0"]
    before = counts(isnad)
    assert isnad.call("--workspace", isnad.workspace, "add", reports)[2].splitlines()[1] == "new 0, known 3"
    assert counts(isnad) == before
    assert isnad.coder.read == ["a", "b", "c"]


def test_a_newer_coder_keeps_old_rows_and_what_people_said(isnad: Door, reports: Path) -> None:
    isnad("add", reports)
    isnad("judge", "correct", isnad.mention_of("a"), "killed", '{"low": 15, "high": 15}', "--reason", "قائمة الأسماء")
    isnad("judge", "different", isnad.mention_of("a"), isnad.mention_of("b"))
    said, before = isnad("judge", "list"), counts(isnad)
    isnad.coder = RecordCoder("reader 2", more=1)
    assert isnad.call("--workspace", isnad.workspace, "add", reports)[2].splitlines()[1] == "new 0, known 0, recoded 3"
    after = counts(isnad)
    assert (after["coded"], after["mentions"]) == (2 * before["coded"], before["mentions"])
    assert isnad("judge", "list") == said
    shown = {line["id"]: line for line in map(json.loads, isnad("list", "--format", "jsonl").splitlines())}
    assert shown[isnad.mention_of("a")]["killed"]["best"] == 15
    assert shown[isnad.mention_of("c")]["killed"]["best"] == 15
    assert isnad("verify").startswith("السجل سليم.")


def test_another_lexicon_is_another_coder(tmp_path: Path) -> None:
    from isnad.cli.engine import open_named_coder
    from isnad.cli.request import Request

    folder = tmp_path / "lexicon"
    folder.mkdir()
    (folder / "actors.yaml").write_text(
        "entries:\n  - id: test-brigade\n    name: Test Brigade\n    kind: non_state\n"
        "    interaction: Rebel group\n    forms: [لواء التجربة]\n",
        encoding="utf-8",
    )
    names = [open_named_coder(Request(paths=(), lexicon=given)).name for given in (None, folder)]
    assert names[0] != names[1]


def test_a_broken_line_is_named_and_the_rest_is_added(isnad: Door, tmp_path: Path) -> None:
    lines = [json.dumps(report(name, told(killed=number))) for number, name in enumerate("abc", start=3)]
    path = tmp_path / "broken.jsonl"
    path.write_text("\n".join([lines[0], '{"id": "x', lines[1], '{"id": "d"}', lines[2]]), encoding="utf-8")
    status, out, err = isnad.call("--workspace", isnad.workspace, "add", path, "--ids")
    assert (status, out.splitlines()) == (
        3, ["new\ta", f"failed\t{path}:2", "new\tb", "failed\td", "new\tc"]
    )  # fmt: skip
    said = err.splitlines()
    assert said[0] == "إسناد: سطر JSON غير سليم."
    assert said[1].count(f"{path}:2") == 1
    assert said[2] == "إسناد: حقل ناقص أو من نوع غير صحيح."
    assert f"{path}:4" in said[3]
    assert said[-1] == "new 3, known 0, failed 2"
    assert counts(isnad)["reports"] == 3


def test_another_text_under_a_known_id_is_refused(isnad: Door, tmp_path: Path) -> None:
    isnad("add", write_reports(tmp_path / "one.jsonl", report("a", told())))
    other = write_reports(tmp_path / "other.jsonl", report("a", told(killed=2)), report("b", told("منبج")))
    status, _, err = isnad.call("--workspace", isnad.workspace, "add", other)
    assert status == 3
    assert "isnad: a: another text is on record under this id" in err.splitlines()
    assert err.splitlines()[-1] == "new 1, known 0, failed 1"


@pytest.mark.skipif(os.name != "posix", reason="file modes")
def test_what_is_not_there_is_wrong_use_and_nothing_is_added(isnad: Door, reports: Path) -> None:
    status, _, err = isnad.call("--workspace", isnad.workspace, "add", reports, "/none")
    assert status == 2
    assert "/none" in err
    assert counts(isnad)["reports"] == 0
