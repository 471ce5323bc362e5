"""Originals: whole or not at all, and mended where a crash left less."""

from hashlib import sha256
from pathlib import Path

import pytest

from isnad.model.errors import RecordError
from isnad.record.originals import digest_of, drop_original, keep_original, original_path, settle


def test_bytes_and_files_are_kept_by_their_hash(tmp_path: Path) -> None:
    (tmp_path / "given").write_bytes(b"bytes")
    folder = tmp_path / "originals"
    digest = keep_original(folder, tmp_path / "given")
    assert digest == keep_original(folder, b"bytes") == sha256(b"bytes").hexdigest()
    settle(folder, {digest})
    assert digest_of(original_path(folder, digest)) == digest
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [digest]


def test_many_are_settled_at_once(tmp_path: Path) -> None:
    digests = {keep_original(tmp_path, str(number).encode()) for number in range(30)}
    settle(tmp_path, digests)
    assert all(digest_of(original_path(tmp_path, digest)) == digest for digest in digests)


def test_what_is_there_in_part_is_written_again(tmp_path: Path) -> None:
    digest = keep_original(tmp_path, b"bytes")
    original_path(tmp_path, digest).write_bytes(b"by")
    assert keep_original(tmp_path, b"bytes") == digest
    assert original_path(tmp_path, digest).read_bytes() == b"bytes"


def test_what_is_dropped_is_gone(tmp_path: Path) -> None:
    digest = keep_original(tmp_path, b"bytes")
    drop_original(tmp_path, digest)
    drop_original(tmp_path, digest)
    assert not original_path(tmp_path, digest).exists()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be kept"):
        keep_original(tmp_path, tmp_path / "none")
