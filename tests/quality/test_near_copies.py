"""The measure of near-copies counts what it says."""

import gzip
import json
import random
from pathlib import Path

import pytest

from isnad.linking.copies import Text
from quality.near_copies import main, measure, read_groups

WORDS = [f"كلمة{letter}{other}" for letter in "ابتثجحخ" for other in "دذرزسشص"]


def story(seed: int, words: int = 80) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def write(path: Path, rows: list[object]) -> Path:
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return path


def report(name: str, text: str) -> dict[str, str | None]:
    return {"id": name, "text": text, "published": "2023-05-01", "outlet": "وكالة النهر"}


def test_copies_pairs_and_false_pairs_are_counted() -> None:
    groups = [
        [Text(seq=1, text=story(1)), Text(seq=2, text=story(1)), Text(seq=3, text=story(2))],
        [Text(seq=4, text=story(3)), Text(seq=5, text=story(1))],
    ]
    figures = measure(groups)
    assert (figures.pairs, figures.pairs_found) == (4, 1)
    assert (figures.copies, figures.copies_found) == (3, 1)
    assert (figures.others, figures.others_told) == (6, 2)


def test_the_script_says_whether_the_figures_suffice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = write(tmp_path / "good.gz", [{"reports": [report("a", story(1)), report("b", story(1) + " مراسلنا")]}])
    poor = write(tmp_path / "poor.gz", [{"reports": [report("a", story(1)), report("b", story(2))]}])
    assert main([str(good)]) == 0
    assert "copies recognised   100.0 % of 1" in capsys.readouterr().out
    assert main([str(poor)]) == 1


def test_other_reports_are_groups_of_their_own(tmp_path: Path) -> None:
    groups = write(tmp_path / "groups.gz", [{"reports": [report("a", story(1)), report("b", story(1))]}])
    others = write(tmp_path / "others.gz", [report("a", story(1)), report("c", story(3))])
    assert [len(group) for group in read_groups(groups, others)] == [2, 1]
