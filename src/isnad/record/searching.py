"""Full-text search over the one normalised column, alike on both databases: the same words find the same reports.

Words must all be there, phrases in quotes stand together. Ranks are the databases' own (BM25 in FTS5, cover density in
PostgreSQL), so the order of nearly equal hits may differ between them.
"""

import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, TextClause, column, select, text

from isnad.model.errors import UsageError
from isnad.model.mention import ReportFacts
from isnad.record.grouping import chunks
from isnad.record.reading import report_with
from isnad.record.tables import mention, report
from isnad.text.folding import Folded

SearchText = Callable[[str], str]
Terms = tuple[tuple[str, ...], ...]
LONGEST: Final = 250_000  # code points of search text kept: PostgreSQL indexes no more than a megabyte of words
AROUND: Final = 80  # code points of a snippet on either side of its first hit

_WORD = re.compile(r"[^\W_]+")
_QUERY = re.compile(r'["“”«»„]([^"“”«»„]*)["“”«»„]|([^\s"“”«»„]+)')
_SQLITE: Final = """SELECT rowid AS seq, -rank AS score FROM report_search
WHERE report_search MATCH :query ORDER BY rank, rowid LIMIT :limit"""
_SQLITE_ALL: Final = "SELECT rowid AS seq FROM report_search WHERE report_search MATCH :words"
_POSTGRESQL_ALL: Final = "SELECT seq FROM report_search WHERE words @@ to_tsquery('simple', :words)"
_POSTGRESQL: Final = """SELECT seq, ts_rank_cd(words, asked) AS score FROM report_search,
to_tsquery('simple', :query) AS asked WHERE words @@ asked ORDER BY score DESC, seq LIMIT :limit"""


class SearchHit(Struct, frozen=True, kw_only=True):
    """A report that has the words. Offsets count code points of its text as given.

    `spans` are the words that were found (empty where they stand in the title only), `snippet` the stretch around the
    first, `incidents` the ids of the incidents the report tells.
    """

    report: ReportFacts
    score: float
    text: str
    spans: tuple[tuple[int, int], ...]
    snippet: tuple[int, int]
    incidents: tuple[str, ...]


def search_column(raw: str, search_text: SearchText) -> str:
    """What the index keeps of a text: its normalised words, parted by blanks."""
    return " ".join(_WORD.findall(search_text(raw)))[:LONGEST]


def parsed(query: str, search_text: SearchText) -> Terms:
    """The words and phrases of a query, normalised like the texts.

    Raises UsageError where nothing is left to look for.
    """
    pieces = (phrase or word for phrase, word in _QUERY.findall(query))
    terms = tuple(tuple(_WORD.findall(search_text(piece))) for piece in pieces)
    found = tuple(dict.fromkeys(term for term in terms if term))
    if not found:
        raise UsageError(f"there is no word to look for in {query!r}")
    return found


def search(connection: Connection, query: str, search_text: SearchText, limit: int = 20) -> list[SearchHit]:
    """The best `limit` reports that have all words and phrases of the query."""
    terms = parsed(query, search_text)
    rows = connection.execute(*_asked(connection, terms, limit)).all()
    told = _incidents(connection, [row.seq for row in rows])
    return [
        _hit(connection, row.seq, float(row.score), terms, search_text, tuple(told.get(row.seq, ()))) for row in rows
    ]


def spans_of(raw: str, terms: Terms, search_text: SearchText) -> list[tuple[int, int]]:
    """Where the words of the query stand in the raw text, in order."""
    folded = Folded(raw)
    words = [match.group() for match in _WORD.finditer(folded.text)]
    # All words in one go take a quarter of the time that each by itself takes.
    tokens: list[str] = _WORD.findall(search_text(" ".join(words)))
    asked = {token for term in terms for token in term}
    pairs = list(zip(tokens, _WORD.finditer(folded.text), strict=False))
    if len(tokens) != len(words) or not all(
        _WORD.findall(search_text(match.group())) == [token] for token, match in pairs if token in asked
    ):  # a word gives none or several
        pairs = [
            (token, match)
            for match in _WORD.finditer(folded.text)
            for token in _WORD.findall(search_text(match.group()))
        ]
    return [folded.span(start, end) for start, end in sorted(_found(pairs, terms))]


def _found(words: list[tuple[str, re.Match[str]]], terms: Terms) -> set[tuple[int, int]]:
    found = set()
    for term in terms:
        for at, (token, first) in enumerate(words):
            if token == term[0] and tuple(one for one, _ in words[at : at + len(term)]) == term:
                found.add((first.start(), words[at + len(term) - 1][1].end()))
    return found


def has_words(query: str, search_text: SearchText, *, sqlite: bool) -> ColumnElement[bool]:
    """That a mention's report has all words and phrases of the query. Raises UsageError where there is no word in it."""
    found = text(_SQLITE_ALL if sqlite else _POSTGRESQL_ALL)
    words = _expression(parsed(query, search_text), sqlite=sqlite)
    return mention.c.report_seq.in_(found.bindparams(words=words).columns(column("seq")))


def _asked(connection: Connection, terms: Terms, limit: int) -> tuple[TextClause, dict[str, object]]:
    sqlite = connection.dialect.name == "sqlite"
    return text(_SQLITE if sqlite else _POSTGRESQL), {"query": _expression(terms, sqlite=sqlite), "limit": limit}


def _expression(terms: Terms, *, sqlite: bool) -> str:
    """The words as the database's own index is asked for them."""
    if sqlite:
        return " AND ".join(f'"{" ".join(term)}"' for term in terms)
    return " & ".join("(" + " <-> ".join(f"'{token}'" for token in term) + ")" for term in terms)


def _hit(
    connection: Connection, seq: int, score: float, terms: Terms, search_text: SearchText, incidents: tuple[str, ...]
) -> SearchHit:
    facts, raw = _report(connection, seq)
    spans = spans_of(raw, terms, search_text)
    start, end = spans[0] if spans else (0, 0)
    return SearchHit(
        report=facts,
        score=score,
        text=raw,
        spans=tuple(spans),
        snippet=(max(0, start - AROUND), min(len(raw), end + AROUND)),
        incidents=incidents,
    )


def _incidents(connection: Connection, reports: list[int]) -> dict[int, list[str]]:
    """The ids of the incidents that each of these reports tells, in order."""
    told = mention.alias("told")
    query = select(told.c.report_seq, mention.c.id).join(told, told.c.senior == mention.c.seq).distinct()
    found: dict[int, list[str]] = {}
    for piece in chunks(reports):
        asked = query.where(told.c.report_seq.in_(piece), told.c.active).order_by(told.c.report_seq, mention.c.id)
        for seq, key in connection.execute(asked):
            found.setdefault(seq, []).append(key)
    return found


def _report(connection: Connection, seq: int) -> tuple[ReportFacts, str]:
    found = report_with(connection, connection.execute(select(report.c.id).where(report.c.seq == seq)).scalar_one())
    if found is None:
        raise AssertionError("a row of the index has its report")
    return found[0], found[1] or ""
