"""`isnad link`, `judge`, `undo`, `queue`: what is one incident, whose word counts, and what ids lead to."""

from pathlib import Path

import pytest

from isnad import cli
from isnad.linking.weights import load_weights
from isnad.record.grouping import Pair
from isnad.record.store import open_record
from isnad.record.workspace import read_workspace
from isnad.text.stemming import search_text
from tests.cli.conftest import Door
from tests.cli.record_coder import RecordCoder, report, told, write_reports

pytest.importorskip("splink", reason="isnad[link] is not installed")


@pytest.fixture
def linked(isnad: Door, tmp_path: Path) -> Door:
    """Two outlets on one bombing, told in other words; and two on others."""
    isnad(
        "add",
        write_reports(
            tmp_path / "reports.jsonl",
            report("a", told()),
            report("b", "عاجل من المدينة: " + told(more="وأضافت أن الجرحى نقلوا إلى المشفى الوطني."), "إذاعة الجبل"),
            report("c", told("دوما", "2023-02-11", 3), "صحيفة الساحل", "2023-02-12"),
            report("d", told("منبج", "2023-02-20", 5), "صحيفة الساحل", "2023-02-21"),
        ),
    )
    isnad("link")
    return isnad


def same_incident(isnad: Door, one: str, other: str) -> bool:
    return any({one, other} <= reports for reports in isnad.incidents().values())


def test_two_tellings_of_one_bombing_are_one_incident_and_linking_again_changes_nothing(linked: Door) -> None:
    before = linked("list", "--format", "jsonl")
    assert sorted(map(sorted, linked.incidents().values())) == [["a", "b"], ["c"], ["d"]]
    assert linked("link").splitlines()[1].startswith("mentions 0,")
    assert linked("link", "--anew").splitlines()[1].startswith("mentions 4,")
    assert linked("list", "--format", "jsonl") == before


def test_ids_lead_to_their_incident_through_merge_and_split(linked: Door) -> None:
    a, b, c = map(linked.mention_of, "abc")
    status, out, err = linked.call("--workspace", linked.workspace, "show", b, "--format", "jsonl")
    assert (status, err) == (0, f"{b} → {a}\n")
    assert f'"id":"{a}"' in out
    linked("judge", "same", b, c)
    linked("link")
    assert linked("show", c, "--format", "jsonl") == linked("show", a, "--format", "jsonl")
    linked("judge", "different", a, b)
    linked("undo", "1")
    linked("link")
    assert linked.incidents() == {a: {"a"}, b: {"b"}, c: {"c"}, linked.mention_of("d"): {"d"}}
    assert f'"id":"{b}"' in linked("show", b, "--format", "jsonl")


def test_a_human_different_is_never_overridden_not_through_a_chain_either(linked: Door, tmp_path: Path) -> None:
    linked("judge", "different", *map(linked.mention_of, "ab"), "--reason", "انفجاران في يوم واحد")
    linked("link", "--anew")
    assert not same_incident(linked, "a", "b")
    again = report("e", "نقلاً عن شهود: " + told(more="ولم تتبن الهجوم جهة."), "موقع الفرات")
    linked("add", write_reports(tmp_path / "more.jsonl", again))
    linked("link")
    linked("link", "--anew")
    assert not same_incident(linked, "a", "b")


def test_undo_restores_the_former_groups_and_ids_to_the_letter(linked: Door) -> None:
    before = linked("list", "--format", "jsonl")
    linked("judge", "different", *map(linked.mention_of, "ab"))
    linked("judge", "same", *map(linked.mention_of, "cd"))
    linked("link")
    assert linked("list", "--format", "jsonl") != before
    linked("undo", "2", "--reason", "سهو")
    linked("undo", "1")
    linked("link")
    assert linked("list", "--format", "jsonl") == before
    assert linked("judge", "list") == ""
    assert linked("judge", "list", "--undone").count("\n") == 2


def test_a_contradiction_is_refused_with_its_chain(linked: Door) -> None:
    a, b, c = map(linked.mention_of, "abc")
    linked("judge", "same", a, b)
    linked("judge", "same", b, c)
    status, _, err = linked.call("--workspace", linked.workspace, "judge", "different", a, c)
    assert status == 2
    assert b in err
    assert linked.call("--workspace", linked.workspace, "judge", "same", a, "m-none")[0] == 2
    assert linked.call("--workspace", linked.workspace, "undo", "77")[0] == 2


def test_judgements_outlive_a_newer_coder(linked: Door, tmp_path: Path) -> None:
    linked("judge", "different", *map(linked.mention_of, "ab"))
    said = linked("judge", "list")
    linked.coder = RecordCoder("reader 2", more=1)
    linked("add", tmp_path / "reports.jsonl")
    linked("link")
    assert linked("judge", "list") == said
    assert not same_incident(linked, "a", "b")


def test_added_in_parts_or_at_once_the_incidents_are_the_same(linked: Door, tmp_path: Path) -> None:
    """In parts, only what shares a clue with the new is read."""
    others = [
        report("e", "نقلاً عن شهود: " + told(more="ولم تتبن الهجوم جهة."), "موقع الفرات"),
        report("f", told("منبج", "2023-02-20", 6, "والعدد مرشح للارتفاع."), "موقع الفرات", "2023-02-22"),
        report("g", told("دوما", "2023-08-11", 3), "صحيفة الساحل", "2023-08-12"),
    ]
    for number, other in enumerate(others):
        linked("add", write_reports(tmp_path / f"{number}.jsonl", other))
        linked("link")
    in_parts = linked.incidents()
    linked("link", "--anew")
    assert linked.incidents() == in_parts
    assert sorted(map(sorted, in_parts.values())) == [["a", "b", "e"], ["c"], ["d", "f"], ["g"]]


def test_linking_broken_off_goes_on_at_the_next_run(
    linked: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked("add", write_reports(tmp_path / "more.jsonl", report("e", told("منبج", "2023-02-20", 5), "موقع الفرات")))
    before = linked.incidents()
    with monkeypatch.context() as patched:
        patched.setattr("isnad.record.grouping.set_seniors", lambda *_: 1 / 0)
        patched.setattr("sys.argv", ["isnad", "--workspace", str(linked.workspace), "link"])
        with pytest.raises(ZeroDivisionError):
            cli.main()
    assert linked.incidents() == before
    linked("link")
    assert same_incident(linked, "d", "e")
    assert linked("verify")


def test_the_queue_holds_what_the_machine_is_unsure_of(linked: Door) -> None:
    thresholds = load_weights().thresholds
    chance = (thresholds.unsure + thresholds.same) / 2
    with open_record(read_workspace(linked.workspace), search_text) as record, record.linking() as session:
        c, d = (one.seq for one in record.mentions() if one.report.id in "cd")
        session.keep_pairs([c, d], [Pair(low=c, high=d, chance=chance, weights={"place": -1.5, "type": 2.0})])
    first, *_ = linked("queue").splitlines()
    assert first == f"{chance:.2f}\t{linked.mention_of('c')}\t{linked.mention_of('d')}\tplace -1.5, type +2.0"
    linked("judge", "unsure", linked.mention_of("c"), linked.mention_of("d"))
    assert linked("queue") == ""
