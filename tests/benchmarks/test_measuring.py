"""The benchmark measures what it says: chunks cover all reports, ratios and memory are of the right things."""

from pathlib import Path

import pytest

from benchmarks.coding import corpus_reports, main, missed, table_lines
from benchmarks.measuring import Chunk, Summary, folding_table, measure_chunks, memory_used, summarize
from isnad.model.errors import UsageError
from isnad.model.report import Report
from isnad.text.folding import fold


def chunk(coding: float, folding: float, memory: float) -> Chunk:
    return Chunk(reports=50, letters=1000, size=2000, coding=coding, folding=folding, memory=memory)


def test_the_table_folds_as_fold_does() -> None:
    text = "قـُتِلَ ٣ أشخاصٍ في مدينة الرَّقّة، ISIS \u200fۀ"
    assert text.translate(folding_table()) == fold(text)


def test_chunks_cover_every_report_once() -> None:
    coded: list[str] = []
    reports = [Report(id=str(number), text="قصف" * 400) for number in range(7)]
    chunks = list(measure_chunks(reports, lambda report: coded.append(report.id), size=3))
    assert coded == [report.id for report in reports]
    assert [(one.reports, one.letters, one.size) for one in chunks] == [(n, n * 1200, n * 2400) for n in (3, 3, 1)]
    assert all(one.folding > 0 and one.memory > 1 for one in chunks)


def test_a_run_is_summed_up() -> None:
    summary = summarize([chunk(2, 0.1, 50), chunk(3, 0.1, 60), chunk(9, 0.1, 61), chunk(2, 0.1, 62)])
    assert (summary.reports, summary.per_second, summary.megabytes_per_second) == (200, 12.5, 0.0005)
    assert summary.ratio == pytest.approx(25)
    assert summary.ratio_of_sums == pytest.approx(40)
    assert summary.memory == (50, 60, 61, 62)


@pytest.mark.parametrize(
    ("ratio", "start", "end", "names"),
    [(39, 0.6, 60, []), (41, 0.6, 60, ["x plain folding"]), (39, 0.8, 60, ["first report"]), (39, 0.6, 99, ["memory"])],
)
def test_a_missed_target_is_named(ratio: float, start: float, end: float, names: list[str]) -> None:
    summary = Summary(
        reports=1,
        letters=1,
        per_second=1,
        megabytes_per_second=1,
        ratio=ratio,
        ratio_of_sums=1,
        memory=(50, 50, 50, end),
    )
    assert missed(summary, start) == names
    assert "\n".join(table_lines(summary, start)).endswith(", ".join(names) or "none")


def test_memory_is_that_of_this_process() -> None:
    before = memory_used()
    held = bytearray(b"x") * (64 << 20)
    assert 40 < memory_used() - before < 100
    assert len(held) == 64 << 20


def test_it_runs_from_door_to_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"id": "a", "text": "قُتل ثلاثة جنود في حمص."}\n{"id": "b", "text": "قصف"}\n', "utf-8")
    assert main([str(corpus)]) == 0
    assert "reports                       2" in capsys.readouterr().out
    corpus.write_text("{broken\n", "utf-8")
    with pytest.raises(UsageError, match="no report"):
        main([str(corpus)])


def test_without_a_corpus_the_bundled_reports_go_round(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("benchmarks.coding._SHARED", tmp_path / "none")
    reports = list(corpus_reports(None, 60))
    assert len(reports) == 60
    assert len({report.id for report in reports}) < 60
