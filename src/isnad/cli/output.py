"""Where results go: standard output, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from isnad.cli import ReaderGoneError
from isnad.model.errors import UsageError


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """A text stream in UTF-8 that leaves line ends as they are; `path` None is standard output.

    A file appears under its name only when the block ends well, so that nobody takes half a run for a whole one.
    Raises UsageError when its folder is not there, ReaderGoneError when nobody reads standard output any more.
    """
    if path is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise ReaderGoneError from error
        return
    target = path.resolve()
    if target.is_dir() or not target.parent.is_dir():
        raise UsageError(f"cannot write to {path}: " + ("it is a folder" if target.is_dir() else "no such folder"))
    if target.exists() and not target.is_file():
        # A device or a pipe cannot be replaced; /dev/null is the common one.
        with target.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("x", encoding="utf-8", newline="") as stream:
            yield stream
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
