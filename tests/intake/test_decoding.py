"""Bytes to text: nothing stripped, the right Arabic encoding, and a name for what is no text."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.intake.decoding import decode
from isnad.model.errors import ReportError

NEWS = "أعلنت الشرطة أن مسلحين هاجموا نقطة تفتيش شرق المدينة مساء أمس، ما أدى إلى مقتل ثلاثة من عناصرها."


def kind_of(data: bytes) -> str:
    with pytest.raises(ReportError) as caught:
        decode(data)
    return caught.value.kind


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso8859_6", "utf-16"])
def test_arabic_is_read_in_each_encoding(encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16" else ""
    assert decode(NEWS.encode(encoding)) == mark + NEWS


@pytest.mark.parametrize("words", ["قتل ثلاثة جنود", "انفجار في السوق", "داعش", "هجوم على قاعدة"])
@pytest.mark.parametrize("encoding", ["windows-1256", "iso8859_6"])
def test_a_few_words_are_enough(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding)) == words


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_stays_in_the_text(encoding: str) -> None:
    text = "\ufeff" + NEWS
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from("\r\n\t"), min_size=1))
def test_utf8_comes_back_to_the_letter(text: str) -> None:
    data = text.encode()
    if not data.startswith((b"%PDF", b"PK", b"GIF8", b"BZh", b"{\\rtf")):
        assert decode(data) == text


@given(st.binary())
def test_any_bytes_are_read_or_named(data: bytes) -> None:
    with suppress(ReportError):
        assert decode(data)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", b"%PDF-1.7\n", b"PK\x03\x04rest", "نص".encode() + b"\x00"])
def test_binary_is_named(data: bytes) -> None:
    assert kind_of(data) == "binary"


@pytest.mark.parametrize(
    "data",
    [
        NEWS.encode()[:22],  # UTF-8 cut inside a letter
        NEWS.encode() + b"\xff" + NEWS.encode(),
        "Вчера произошло нападение на конвой".encode("windows-1251"),
        b"\xff\xfe\x41",  # half a UTF-16 unit
        bytes(range(0x80, 0x100)),
    ],
)
def test_undecodable_is_named(data: bytes) -> None:
    assert kind_of(data) == "encoding"


def test_nothing_is_empty() -> None:
    assert kind_of(b"") == "empty"


def test_the_message_says_where_utf8_broke_off() -> None:
    with pytest.raises(ReportError, match="byte 4,"):
        decode(b"ab\xd8\xa7\xd8 cd")
