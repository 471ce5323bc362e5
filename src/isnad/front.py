"""`isnad.code`: one text, coded in one call."""

from datetime import date, datetime
from functools import lru_cache

from isnad.coding.coder import Coder
from isnad.intake.identity import identify
from isnad.model.coded import CodedReport
from isnad.model.errors import ReportError, UsageError
from isnad.model.report import Report


def code(text: str, *, published: date | str | None = None, outlet: str | None = None) -> CodedReport:
    """One report coded with the lexicon that comes with Isnad (contract.md).

    `published` is the day of publication, a date or "YYYY-MM-DD"; without it "yesterday" stays unresolved. `outlet`
    is the name of who published. Raises UsageError when an argument makes no sense, ReportError (kind `encoding`)
    when the text holds half of a surrogate pair. A text that says nothing gives a report without incidents.
    """
    if not isinstance(text, str):
        raise UsageError(f"text must be a str, not {type(text).__name__}; read and decode files first")
    if outlet is not None and not isinstance(outlet, str):
        raise UsageError(f"outlet must be a str or None, not {type(outlet).__name__}")
    day = _day(published)
    _refuse_half_letters(text)
    return _coder().code(Report(id=identify(text, day, outlet), text=text, published=day, outlet=outlet))


@lru_cache(maxsize=1)
def _coder() -> Coder:
    return Coder()


def _day(published: date | str | None) -> date | None:
    if isinstance(published, datetime):
        return published.date()
    if published is None or isinstance(published, date):
        return published
    if not isinstance(published, str):
        raise UsageError(f'published must be a date or "YYYY-MM-DD", not {type(published).__name__}')
    try:
        return datetime.strptime(published, "%Y-%m-%d").date()
    except ValueError:
        raise UsageError(f'published must be a date of the calendar as "YYYY-MM-DD", not {published!r}') from None


def _refuse_half_letters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ReportError(
            "encoding", f"code point {error.start} is half of a surrogate pair, which is no text"
        ) from None
