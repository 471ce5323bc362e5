"""JSON Lines: what a line may hold, and what each wrong line is called."""

import io
import json
from datetime import date
from typing import Any

import pytest

from isnad.intake import lines
from isnad.intake.lines import NamedError, parse_line, split_lines
from isnad.model.errors import ReportError


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode()


def error_of(raw: bytes) -> ReportError:
    with pytest.raises(ReportError) as caught:
        parse_line(raw, None, None)
    return caught.value


def test_unknown_keys_are_ignored() -> None:
    report = parse_line(line(id="r", text="نص", mood={"x": [1]}), None, None)
    assert (report.id, report.text) == ("r", "نص")


def test_the_report_s_own_date_and_outlet_win() -> None:
    own = parse_line(line(text="نص", published="2022-04-21", outlet="أ"), date(2020, 1, 1), "ب")
    assert (own.published, own.outlet) == (date(2022, 4, 21), "أ")
    given = parse_line(line(text="نص", published=None), date(2020, 1, 1), "ب")
    assert (given.published, given.outlet) == (date(2020, 1, 1), "ب")


def test_an_id_is_made_from_outlet_date_and_text() -> None:
    first = parse_line(line(text="نص"), date(2020, 1, 1), "أ")
    assert first.id == parse_line(line(text="نص", published="2020-01-01", outlet="أ", url="x"), None, None).id
    others = [
        parse_line(line(text="نص."), date(2020, 1, 1), "أ"),
        parse_line(line(text="نص"), date(2020, 1, 2), "أ"),
        parse_line(line(text="نص"), date(2020, 1, 1), None),
    ]
    assert len({first.id, *(other.id for other in others)}) == 4
    assert first.id.startswith("sha256:")


def test_a_number_is_taken_as_an_id() -> None:
    assert parse_line(line(id=17, text="نص"), None, None).id == "17"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"text": "x"', "json"),
        (b"[1, 2]", "json"),
        (b"not json", "json"),
        (b"[" * 100_000, "json"),
        (line(), "field"),
        (line(text=None), "field"),
        (line(text=7), "field"),
        (line(text="نص", published="21/4/2022"), "field"),
        (line(text="نص", published="2022-02-30"), "field"),
        (line(text="نص", published=20220421), "field"),
        (line(text="نص", outlet=["أ"]), "field"),
        (line(text="نص", id=[1]), "field"),
        (line(text=" \n"), "empty"),
        (b'{"text": "\\ud800 x"}', "encoding"),
        (b'{"text": "\\udc00"}', "encoding"),
        ('{"text": "قتل ثلاثة جنود في هجوم على حاجز"'.encode("windows-1256"), "json"),
        (b'{"x": "\\ud800"}', "encoding"),
        (b'{"text": "\xd8\xa7\xff\xd8\xa7"}', "encoding"),
    ],
)
def test_what_is_wrong_is_named(raw: bytes, kind: str) -> None:
    assert error_of(raw).kind == kind


def test_a_wrong_line_keeps_its_id() -> None:
    error = error_of(line(id="r7", text=None))
    assert isinstance(error, NamedError)
    assert error.identity == "r7"


def test_a_line_in_windows_1256_is_read() -> None:
    raw = '{"id": "r", "text": "قتل ثلاثة جنود في هجوم على حاجز"}'.encode("windows-1256")
    assert parse_line(raw, None, None).text == "قتل ثلاثة جنود في هجوم على حاجز"


def test_line_ends_inside_a_text_stay() -> None:
    assert parse_line(b'{"text": "\\ufeffa\\r\\nb\\r"}\r\n', None, None).text == "\ufeffa\r\nb\r"


def test_lines_are_numbered_as_an_editor_does() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf{}\r\n\n  \n{}")
    assert list(split_lines(stream)) == [(1, b"{}\r\n"), (4, b"{}")]


def test_an_endless_line_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_REPORT_BYTES", 8)
    found = list(split_lines(io.BytesIO(b"x" * 50 + b"\n{}\n" + b"y" * 9)))
    assert [(number, item if isinstance(item, bytes) else item.kind) for number, item in found] == [
        (1, "too_large"),
        (2, b"{}\n"),
        (3, "too_large"),
    ]


def test_utf16_lines_are_named_once() -> None:
    found = list(split_lines(io.BytesIO("{}\n{}\n".encode("utf-16"))))
    assert [number for number, _ in found] == [1]
