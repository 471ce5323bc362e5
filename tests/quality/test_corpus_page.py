"""`python -m quality.corpus_page`: the page of figures, the slowest reports, and the rows drawn to be read."""

import gzip
import json
from pathlib import Path

import pytest

from isnad.coding.coder import Coder
from isnad.fixtures import bundled_reports
from quality import corpus_page
from quality.corpus_page import Timed, draw, main, page_lines, time_all


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def timed(coder: Coder) -> list[Timed]:
    return list(time_all(bundled_reports(), coder))


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    path = tmp_path / "reports.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        for report in list(bundled_reports())[:3]:
            day = report.published.isoformat() if report.published else None
            lines.write(json.dumps({"id": report.id, "text": report.text, "published": day, "outlet": None}) + "\n")
    return str(path)


def test_the_page_counts_all_rows(timed: list[Timed]) -> None:
    page = list(page_lines(timed))
    rows = sum(len(each.coded.incidents) for each in timed)
    assert "exceptions: 0" in page
    assert any(line.startswith(f"incidents: {rows},") for line in page)
    start = page.index("| status | rows | % |") + 2
    counted = [int(line.split("|")[2]) for line in page[start : page.index("", start)]]
    assert sum(counted) == rows
    assert any(line.startswith("| refused |") for line in page)


def test_a_slow_report_is_told(timed: list[Timed]) -> None:
    slow = Timed(timed[0].coded, 60.0)
    told = list(page_lines([slow]))
    assert slow.share > 1
    assert any(line.endswith("per 1,000 characters: 1") for line in told)
    assert any(line.startswith(f"- {slow.coded.id}:") for line in told)


def test_the_same_seed_draws_the_same_rows(coder: Coder) -> None:
    reports = list(bundled_reports())
    first = [(coded.id, number) for coded, number in draw(reports, coder, 4, 7)]
    assert first == [(coded.id, number) for coded, number in draw(reports, coder, 4, 7)]
    assert first != [(coded.id, number) for coded, number in draw(reports, coder, 4, 8)]
    assert len(dict(first)) == 4
    assert not list(draw(reports, coder, 0, 7))


def test_rows_come_with_their_report(corpus: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([corpus, "--rows", "2", "--seed", "3", "--rows-only"]) == 0
    told = capsys.readouterr().out
    assert "exceptions" not in told
    assert told.count("===== ") == 2
    assert any(report.text.strip() in told for report in bundled_reports())


def test_reports_that_were_learnt_from_are_not_drawn(
    corpus: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        gold.write_text("".join(lines), encoding="utf-8")
    assert main([corpus, "--rows", "2", "--rows-only", "--without", str(gold)]) == 0
    assert capsys.readouterr().out == ""


def test_an_exception_is_counted(
    corpus: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(corpus_page.Coder, "code", broken)
    assert main([corpus]) == 1
    assert "exceptions: 3" in capsys.readouterr().out
