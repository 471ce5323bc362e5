"""Paths in, reports out: files, folders, standard input, gzip, and all that can be wrong with them."""

import gzip
import io
import json
import logging
import os
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from isnad.intake import Unreadable, read_reports, reading
from isnad.model.errors import UsageError
from isnad.model.report import Report


def read_one(path: Path) -> Report:
    (report,) = read_reports([path])
    assert isinstance(report, Report)
    return report


def kinds(*paths: Path) -> list[str]:
    return [item.kind if isinstance(item, Unreadable) else "read" for item in read_reports(paths)]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_text_file_is_read_to_the_letter(tmp_path: Path, ends: str) -> None:
    text = f"\ufeffعنوان{ends}{ends}نصّ الخبر  {ends}"
    (tmp_path / "r.txt").write_bytes(text.encode())
    assert read_one(tmp_path / "r.txt").text == text


def test_date_and_outlet_are_given_to_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("نص")
    (report,) = read_reports([tmp_path / "r.txt"], date(2022, 4, 21), "صحيفة")
    assert isinstance(report, Report)
    assert (report.published, report.outlet) == (date(2022, 4, 21), "صحيفة")


def test_a_folder_is_read_in_order_and_what_is_left_out_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("٢")
    (tmp_path / "b" / "1.jsonl").write_text('{"text": "١"}\n')
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress("٠".encode()))
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("لا")
    with caplog.at_level(logging.WARNING):
        texts = [item.text for item in read_reports([tmp_path]) if isinstance(item, Report)]
    assert texts == ["٠", "١", "٢"]
    assert "scan.pdf" in caplog.text


def test_a_broken_line_in_the_middle_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": "1", "text": "أ"}\n{"id": "2", "te\n{"id": "3", "text": "ب"}\n')
    items = list(read_reports([path]))
    assert [item.id for item in items] == ["1", f"{path}:2", "3"]
    assert isinstance(items[1], Unreadable)
    assert (items[1].kind, items[1].where) == ("json", f"{path}:2")


def test_gzip_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl.gz").write_bytes(gzip.compress(b'{"id": "1", "text": "x"}\n'))
    (tmp_path / "packed.txt").write_bytes(gzip.compress("نص".encode()))
    assert read_one(tmp_path / "r.jsonl.gz").id == "1"
    assert read_one(tmp_path / "packed.txt").text == "نص"


def test_broken_gzip_is_named(tmp_path: Path) -> None:
    whole = gzip.compress(os.urandom(5000).hex().encode())
    for name, data in {"cut.txt.gz": whole[:900], "bad.jsonl.gz": whole[:200] + b"x" * 300, "no.gz": b"text"}.items():
        (tmp_path / name).write_bytes(data)
    assert kinds(tmp_path / "cut.txt.gz") == ["encoding"]
    assert kinds(tmp_path / "no.gz") == ["encoding"]
    assert kinds(tmp_path / "bad.jsonl.gz")[-1] == "encoding"


def test_a_gzip_bomb_is_named_before_it_fills_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_REPORT_BYTES", 1_000_000)
    (tmp_path / "bomb.txt.gz").write_bytes(gzip.compress(b"a" * 100_000_000, 9))
    tracemalloc.start()
    try:
        assert kinds(tmp_path / "bomb.txt.gz") == ["too_large"]
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_empty_binary_and_undecodable_files_are_named(tmp_path: Path) -> None:
    files = {"a.txt": b"", "b.txt": b"\x00\x01", "c.txt": b"\xd8\xa7\xd8", "d.txt": b" \n", "e.jsonl": b""}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert kinds(tmp_path) == ["empty", "binary", "encoding", "empty", "empty"]


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.txt").symlink_to(tmp_path / "gone.txt")
    assert kinds(tmp_path) == ["access"]


def test_a_name_that_is_no_text_is_shown_as_text(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_bytes(b"")
    (item,) = read_reports([path])
    assert isinstance(item, Unreadable)
    item.where.encode()


def test_a_missing_path_is_wrong_use_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text("نص")
    with pytest.raises(UsageError, match="no such file"):
        read_reports([tmp_path / "r.txt", tmp_path / "none.txt"])
    with pytest.raises(UsageError, match="only once"):
        read_reports(["-", "-"])


class Stdin:
    """A standard input that holds `data`."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("نص".encode(), ["نص"]),
        ('\ufeff {"text": "أ"}\n{"text": "ب"}\n'.encode(), ["أ", "ب"]),
        (gzip.compress(b'{"text": "x"}'), ["x"]),
    ],
)
def test_standard_input_holds_a_text_or_lines(
    monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(data))
    assert [item.text for item in read_reports(["-"]) if isinstance(item, Report)] == expected


def test_long_texts_are_fine(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("قصف " * 700_000)
    assert len(read_one(tmp_path / "long.txt").text) == 2_800_000
    (tmp_path / "line.txt").write_text("ق" * 200_000)
    assert len(read_one(tmp_path / "line.txt").text) == 200_000


def peak(reports: Iterator[Report | Unreadable]) -> int:
    tracemalloc.start()
    try:
        for _ in reports:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_stays_flat_over_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w") as stream:
        for number in range(20_000):
            stream.write(json.dumps({"id": str(number), "text": "قصف " * 100}) + "\n")
    assert path.stat().st_size > 20_000_000
    assert peak(read_reports([path])) < 2_000_000
