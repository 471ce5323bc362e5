"""Reading as streams: a page at a time, each in a short transaction, so that memory is flat and writers need not wait.

What is added while a stream is read comes at its end or not at all; nothing comes twice.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from isnad.model.coded import CodedReport, Incident
from isnad.model.mention import Mention, ReportFacts
from isnad.record.deriving import read_document
from isnad.record.engine import Database
from isnad.record.filtering import MentionFilter
from isnad.record.grouping import chunks
from isnad.record.tables import coded, mention, report

PAGE: Final = 500
_INCIDENTS: Final = msgspec.json.Decoder(Incident)
_first = report.alias("first")
_FACTS: Final = (
    report.c.id.label("report_id"),
    *(report.c.outlet, report.c.published, report.c.title, report.c.url),
    report.c.retracted_at,
    _first.c.id.label("first_id"),
)
MENTIONS: Final[Select[Any]] = (
    select(mention.c.seq, mention.c.id, mention.c.senior, mention.c.document, *_FACTS)
    .join(report, report.c.seq == mention.c.report_seq)
    .outerjoin(_first, _first.c.seq == report.c.copy_of)
)


def mentions(
    database: Database, asked: MentionFilter | None = None, words: ColumnElement[bool] | None = None
) -> Iterator[Mention]:
    """The mentions told by current codings that `asked` lets through, and `words` (of its text), in order of arrival."""
    asked = asked or MentionFilter()
    query = MENTIONS.where(_all(asked, words)).order_by(mention.c.seq)
    for row in paged(database, query, lambda row: mention.c.seq > row.seq):
        found = read_mention(row)
        if asked.holds(found.incident):
            yield found


def groups(
    database: Database, asked: MentionFilter | None = None, words: ColumnElement[bool] | None = None
) -> Iterator[tuple[Mention, ...]]:
    """The mentions of one incident after the other, by senior; all of an incident where one is let through."""
    asked = asked or MentionFilter()
    query = select(mention.c.senior).where(_all(asked, words)).distinct().order_by(mention.c.senior)
    for page in chunks(row.senior for row in paged(database, query, lambda row: mention.c.senior > row.senior)):
        with database.reading() as connection:
            found = groups_of(connection, page)
        yield from (group for group in found if any(asked.holds(one.incident) for one in group))


def _all(asked: MentionFilter, words: ColumnElement[bool] | None) -> ColumnElement[bool]:
    return asked.clause() if words is None else and_(asked.clause(), words)


def groups_of(connection: Connection, seniors: Iterable[int]) -> list[tuple[Mention, ...]]:
    """The active mentions of these incidents, in order of their seniors."""
    found: dict[int, list[Mention]] = {}
    for page in chunks(seniors):
        query = MENTIONS.where(mention.c.senior.in_(page), mention.c.active).order_by(mention.c.senior, mention.c.seq)
        for row in connection.execute(query).all():  # a page at once takes half as long as row by row
            found.setdefault(row.senior, []).append(read_mention(row))
    return [tuple(found[senior]) for senior in sorted(found)]


def group_with(connection: Connection, mention_id: str) -> tuple[Mention, ...]:
    """The incident an id leads to: the one that holds that mention; empty where nobody tells it (or there is none)."""
    senior = connection.execute(select(mention.c.senior).where(mention.c.id == mention_id)).scalar()
    found = groups_of(connection, [senior]) if senior is not None else []
    return found[0] if found else ()


def mentions_by_seq(connection: Connection, seqs: Iterable[int]) -> list[Mention]:
    """These mentions as far as they are told, in order of arrival."""
    return [
        read_mention(row)
        for page in chunks(sorted(set(seqs)))
        for row in connection.execute(MENTIONS.where(mention.c.seq.in_(page), mention.c.active).order_by(mention.c.seq))
    ]


def unlinked(connection: Connection, limit: int | None = None) -> list[Mention]:
    """The mentions that wait to be linked, in order of arrival."""
    query = MENTIONS.where(mention.c.active, mention.c.linked.is_(False)).order_by(mention.c.seq).limit(limit)
    return [read_mention(row) for row in connection.execute(query)]


def coded_reports(
    database: Database, report_id: str | None = None, all_versions: bool = False
) -> Iterator[CodedReport]:
    """Coded reports with their texts, in order of coding: the current ones, or those of every coder version."""
    query = select(coded.c.seq, coded.c.document, report.c.text).join(report, report.c.seq == coded.c.report_seq)
    query = query.where(coded.c.document.is_not(None)).order_by(coded.c.seq)
    if report_id is not None:
        query = query.where(report.c.id == report_id)
    if not all_versions:
        query = query.where(coded.c.current)
    for row in paged(database, query, lambda row: coded.c.seq > row.seq):
        yield read_document(row.document, row.text)


def reports(database: Database) -> Iterator[tuple[ReportFacts, str | None]]:
    """The reports with their texts (None once erased), in order of arrival."""
    query: Select[Any] = (
        select(report.c.seq, report.c.text, *_FACTS)
        .outerjoin(_first, _first.c.seq == report.c.copy_of)
        .order_by(report.c.seq)
    )
    for row in paged(database, query, lambda row: report.c.seq > row.seq):
        yield _facts(row), row.text


def report_with(connection: Connection, report_id: str) -> tuple[ReportFacts, str | None] | None:
    """One report with its text, None where it is not on record."""
    query: Select[Any] = select(report.c.text, *_FACTS).outerjoin(_first, _first.c.seq == report.c.copy_of)
    row = connection.execute(query.where(report.c.id == report_id)).first()
    return (_facts(row), row.text) if row else None


def counts(connection: Connection) -> dict[str, int]:
    """How much is on record: reports, coded reports, mentions told, incidents, what waits to be linked, copies."""
    asked: dict[str, Select[Any]] = {
        "reports": select(func.count()).select_from(report).where(report.c.erased_at.is_(None)),
        "erased": select(func.count()).select_from(report).where(report.c.erased_at.is_not(None)),
        "retracted": select(func.count()).select_from(report).where(report.c.retracted_at.is_not(None)),
        "copies": select(func.count()).select_from(report).where(report.c.copy_of.is_not(None)),
        "coded": select(func.count()).select_from(coded),
        "mentions": select(func.count()).select_from(mention).where(mention.c.active),
        "incidents": select(func.count(mention.c.senior.distinct())).where(mention.c.active),
        "unlinked": select(func.count()).select_from(mention).where(mention.c.active, mention.c.linked.is_(False)),
    }
    return {name: int(connection.execute(query).scalar_one()) for name, query in asked.items()}


def paged(database: Database, query: Select[Any], after: Callable[[Row[Any]], Any]) -> Iterator[Row[Any]]:
    """The rows of an ordered query, a page in a transaction; `after` is the clause for what follows a row."""
    rest = query
    while True:
        with database.reading() as connection:
            page = connection.execute(rest.limit(PAGE)).all()
        yield from page
        if len(page) < PAGE:
            return
        rest = query.where(after(page[-1]))


def read_mention(row: Row[Any]) -> Mention:
    """The mention of a row of `MENTIONS`."""
    incident = _INCIDENTS.decode(row.document)
    return Mention(id=row.id, seq=row.seq, report=_facts(row), incident=incident)


def _facts(row: Row[Any]) -> ReportFacts:
    return ReportFacts(
        id=row.report_id,
        outlet=row.outlet,
        published=row.published,
        title=row.title,
        url=row.url,
        copy_of=row.first_id,
        retracted=row.retracted_at is not None,
    )


def known(connection: Connection, report_ids: Iterable[str], coder: str) -> set[str]:
    """Which of these reports have a coding by this coder, or were erased."""
    query = select(report.c.id).outerjoin(coded, and_(coded.c.report_seq == report.c.seq, coded.c.coder == coder))
    query = query.where(or_(coded.c.seq.is_not(None), report.c.erased_at.is_not(None)))
    return {row.id for piece in chunks(report_ids) for row in connection.execute(query.where(report.c.id.in_(piece)))}
