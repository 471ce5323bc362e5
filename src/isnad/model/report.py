"""A report: a text that came from an outlet, as it was given."""

from datetime import date

from msgspec import Struct


class Report(Struct, frozen=True, kw_only=True):
    """One report to be coded.

    `id` names it in all outputs; `text` is never edited; `published` is the day of publication, or None where
    unknown (relative times then stay unresolved); `outlet` is the name of who published it.
    """

    id: str
    text: str
    published: date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
