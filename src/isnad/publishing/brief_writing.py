"""Writing a brief as the file that was asked for, by the file's ending."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from isnad.model.errors import UsageError
from isnad.publishing.brief_content import Brief
from isnad.publishing.brief_docx import brief_docx
from isnad.publishing.brief_html import brief_html
from isnad.publishing.brief_pdf import brief_pdf

Writer = Callable[[Brief], bytes]


def _html(brief: Brief) -> bytes:
    return brief_html(brief).encode()


_WRITERS: Final[Mapping[str, Writer]] = {".html": _html, ".htm": _html, ".docx": brief_docx, ".pdf": brief_pdf}


def writer_for(path: Path) -> Writer:
    """What writes a file of this ending. Raises UsageError for any other."""
    try:
        return _WRITERS[path.suffix.lower()]
    except KeyError:
        raise UsageError(f"a brief is written as .html, .docx or .pdf, not as {path.name}") from None
