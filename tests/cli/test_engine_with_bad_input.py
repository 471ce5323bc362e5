"""Issue 2, "Bad input", from door to door with the real coder: nothing crashes, nothing is dropped, offsets are right."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from isnad.cli.app import app
from isnad.cli.engine import CodeMany, code_in_order, open_coder
from isnad.model.report import Report
from isnad.publishing.contract import to_json

SENTENCE = "قُتل ثلاثة جنود أمس في هجوم شنه مسلحون مجهولون على حاجز للجيش شرق حمص، بحسب مصادر محلية. "
PIECES = [
    *SENTENCE.split(" "),
    *(
        "،",
        ".",
        "؟",
        "«",
        "»",
        "“",
        "”",
        '"',
        "\n",
        "\r\n",
        " ",
        "\t",
        "140",
        "٣٠",
        "😀",
        "داعش",
        "قصف",
        "الحسكة",
        "«قصف",
    ),
    *("\u064e", "\u0640", "\u200f", "\u202b", "\u202c", "\u200b", "\ufeff", "\u2067", "\u2069", "قـصـف", "هُجُومٌ"),
]


@cache
def _coder() -> CodeMany:
    return open_coder(None)


def spans_of(value: Any) -> list[tuple[int, int, str]]:
    """Every `start`, `end`, `text` anywhere in a coded report."""
    if isinstance(value, list):
        return [span for part in value for span in spans_of(part)]
    if not isinstance(value, dict):
        return []
    own = [(value["start"], value["end"], value["text"])] if {"start", "end", "text"} <= value.keys() else []
    return own + [span for part in value.values() for span in spans_of(part)]


def code_file(path: Path, *options: str) -> tuple[int, list[dict[str, Any]]]:
    result = CliRunner().invoke(app, ["code", str(path), "--published", "2022-04-21", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def assert_spans(text: str, coded: dict[str, Any]) -> None:
    assert [span for span in spans_of(coded) if text[span[0] : span[1]] != span[2]] == []


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 5,
        "\ufeff" + SENTENCE.replace(" ", "\r\n") * 3,
        SENTENCE.replace("،", "").replace(".", "") * 50,
        SENTENCE.replace(" ", " \u200f\u202b") + "\u202c" * 40 + "😀" * 5 + SENTENCE,
        "".join(letter + "\u064e\u0640" for letter in SENTENCE),
        "\u064e\u064f\u0650\u0651\u0652" * 20,
        "ق" * 200_000,
        (SENTENCE * 2300)[:200_000],
    ],
    ids=["plain", "bom and crlf", "no punctuation", "bidi", "diacritics", "only diacritics", "one word", "long line"],
)
def test_odd_texts_are_coded_with_right_offsets(tmp_path: Path, text: str) -> None:
    path = tmp_path / "r.txt"
    path.write_bytes(text.encode())
    status, (coded,) = code_file(path)
    assert status == 0
    assert_spans(text, coded)


def test_five_megabytes_are_coded(tmp_path: Path) -> None:
    text = ((SENTENCE + "وتابعت الوكالة وصف المدينة وأسواقها وأحوال أهلها.\n" * 40) * 2000)[:2_800_000]
    path = tmp_path / "r.txt"
    path.write_bytes(text.encode())
    assert path.stat().st_size > 5_000_000
    status, (coded,) = code_file(path)
    assert status == 0
    assert coded["incidents"]
    assert_spans(text, coded)


def test_windows_1256_gives_the_incidents_that_utf8_gives(tmp_path: Path) -> None:
    plain = SENTENCE * 2
    incidents = []
    for encoding in ("utf-8", "windows-1256"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes(plain.encode(encoding))
        _, (coded,) = code_file(path)
        incidents.append(coded["incidents"])
    assert incidents[0]
    assert incidents[0] == incidents[1]


def test_an_english_report_is_skipped_which_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "r.txt"
    path.write_text(
        "Three soldiers were killed yesterday in an attack on a checkpoint east of Homs, local sources said."
    )
    status, (coded,) = code_file(path)
    assert (status, coded["skipped"], coded["incidents"]) == (0, "language", [])


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=60).map("".join))
def test_every_span_of_any_text_is_to_the_letter(text: str) -> None:
    report = Report(id="r", text=text.encode("utf-8", "replace").decode())
    (coded,) = code_in_order([report], _coder())
    assert coded.error is None
    assert_spans(report.text, json.loads(to_json(coded)))
