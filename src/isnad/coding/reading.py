"""A report as the coder reads it: folded text, words, sentences, quotations, hits, numbers, times, places.

Everything here is found once per report; later stages only look things up. Positions of words are indices into
`tokens`; `span(first, last)` leads back to the text as given.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date
from itertools import accumulate

from isnad.lexicon.entries import KINDS
from isnad.lexicon.loading import Lexicon
from isnad.lexicon.matching import Hit
from isnad.model.coded import Status
from isnad.model.report import Report
from isnad.model.span import Span
from isnad.places.mentions import Mentioned
from isnad.places.resolving import Resolved
from isnad.text.folding import Folded
from isnad.text.numerals import Quantity
from isnad.text.quotations import LONGEST, Quotation
from isnad.text.sentences import Sentence
from isnad.text.tokens import Tokens
from isnad.times.expressions import TimeExpression

# The bits that count the hits of each kind; wide enough for any text.
_WIDTH = 24
_ONE = {kind: 1 << place * _WIDTH for place, kind in enumerate(KINDS)}
COUNT_OF = {kind: one * ((1 << _WIDTH) - 1) for kind, one in _ONE.items()}


def counts_of(*kinds: str) -> int:
    """The bits of `Reading.counts` that count hits of these kinds."""
    return sum(COUNT_OF[kind] for kind in kinds)


class Reading:
    """The prepared view of one report. Built by `isnad.coding.preparing`; read-only afterwards."""

    __slots__ = (
        "_running",
        "by_kind",
        "clauses",
        "dated",
        "edges",
        "firsts",
        "folded",
        "hits",
        "lexicon",
        "places",
        "quantities",
        "quotations",
        "report",
        "resolved",
        "sentence_of",
        "sentences",
        "starts_at",
        "times",
        "tokens",
        "turned",
    )

    def __init__(
        self, report: Report, folded: Folded, tokens: Tokens, sentences: list[Sentence], lexicon: Lexicon
    ) -> None:
        self.report = report
        self.folded = folded
        self.tokens = tokens
        self.sentences = sentences
        self.lexicon = lexicon
        self.edges = [tokens.between(s.start, s.end) for s in sentences]
        self.sentence_of = _sentence_of(self.edges, len(tokens))
        self.clauses = _clauses(tokens)
        self.quotations: list[Quotation] = []
        self.hits: list[Hit] = []
        self._running: list[int] | None = None
        self.by_kind: dict[str, list[Hit]] = {}
        self.firsts: dict[str, list[int]] = {}
        self.starts_at: dict[str, dict[int, Hit]] = {}
        self.quantities: list[Quantity] = []
        self.times: list[TimeExpression] = []
        self.dated: frozenset[int] = frozenset()
        self.places: list[Mentioned] = []
        self.resolved: list[Resolved | None] = []
        self.turned: dict[int, tuple[Status, str]] = {}
        """How the words around an act turn it, as far as asked, by its index (`isnad.coding.standing`)."""

    @property
    def published(self) -> date | None:
        """The day of publication, if known."""
        return self.report.published

    def take_hits(self, hits: list[Hit]) -> None:
        """Keep the lexicon's hits, by kind and by first word."""
        self.hits = hits
        self._running = None
        by_kind: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_kind[hit.kind].append(hit)
        self.by_kind = by_kind
        self.firsts = {kind: [hit.first for hit in found] for kind, found in by_kind.items()}
        self.starts_at = {kind: {h.first: h for h in reversed(found)} for kind, found in by_kind.items()}

    def of(self, kind: str) -> list[Hit]:
        """The hits of one kind in order."""
        return self.by_kind.get(kind, [])

    def at(self, kind: str, index: int) -> Hit | None:
        """The hit of a kind that begins at word `index`."""
        found = self.starts_at.get(kind)
        return found.get(index) if found else None

    def within(self, kind: str, first: int, last: int) -> list[Hit]:
        """The hits of one kind that begin among words [first, last)."""
        firsts = self.firsts.get(kind)
        if not firsts:
            return []
        low = bisect_left(firsts, first)
        if low == len(firsts) or firsts[low] >= last:
            return []  # as most often
        return self.by_kind[kind][low : bisect_left(firsts, last, low)]

    def holds(self, kind: str, first: int, last: int) -> bool:
        """Does a hit of one kind begin among words [first, last)."""
        firsts = self.firsts.get(kind)
        if not firsts:
            return False
        low = bisect_left(firsts, first)
        return low < len(firsts) and firsts[low] < last

    def counts(self, first: int, last: int) -> int:
        """How many hits of each kind begin among words [first, last), in the bits `COUNT_OF` says; 0 where none does."""
        if first >= last:  # words that run on over the end of their sentence
            return 0
        running = self._running
        if running is None:
            marks = [0] * (len(self.tokens) + 1)
            for hit in self.hits:
                marks[hit.first + 1] += _ONE[hit.kind]
            running = self._running = list(accumulate(marks))
        return running[last] - running[first]

    def quantities_within(self, first: int, last: int) -> list[Quantity]:
        """The numbers whose own word stands among words [first, last)."""
        low = bisect_left(self.quantities, first, key=_core)
        return self.quantities[low : bisect_left(self.quantities, last, low, key=_core)]

    def words(self, first: int, last: int) -> str:
        """Words [first, last), folded, joined by spaces."""
        return " ".join(self.tokens.words[first:last])

    def span(self, first: int, last: int, skip: int = 0) -> Span:
        """The stretch of the report's own text from word `first` (less `skip` letters of clitics) to before `last`."""
        start, end = self.folded.span(self.tokens.starts[first] + skip, self.tokens.ends[last - 1])
        return Span(start=start, end=end, text=self.report.text[start:end])

    def raw_span(self, start: int, end: int) -> Span:
        """The stretch of the report's own text behind folded [start, end)."""
        low, high = self.folded.span(start, end)
        return Span(start=low, end=high, text=self.report.text[low:high])

    def quotation_at(self, position: int) -> Quotation | None:
        """The outermost quotation around folded `position`."""
        quotations = self.quotations
        # None is longer than LONGEST, so that those which began before cannot reach here.
        for index in range(bisect_right(quotations, position - LONGEST - 1, key=_start), len(quotations)):
            quotation = quotations[index]
            if quotation.start > position:
                return None
            if position < quotation.end:
                return quotation
        return None


def _core(quantity: Quantity) -> int:
    return quantity.core


def _start(quotation: Quotation) -> int:
    return quotation.start


def _sentence_of(edges: list[tuple[int, int]], count: int) -> list[int]:
    """For each word the sentence it stands in."""
    found = [0] * count
    for sentence, (first, last) in enumerate(edges):
        found[first:last] = [sentence] * (last - first)
    return found


_PARTING = re.compile("[،,؛;:\n.؟?!]")


def _clauses(tokens: Tokens) -> list[int]:
    """For each word a running number of its clause: commas, semicolons, colons, dashes and stops part clauses."""
    starts, ends, count = tokens.starts, tokens.ends, len(tokens)
    parts = [0] * count
    for sign in _PARTING.finditer(tokens.folded):
        index = bisect_left(starts, sign.start())
        # A sign inside a number or between two words without a blank parts nothing.
        if 0 < index < count and starts[index] - ends[index - 1] > 1:
            parts[index] = 1
    return list(accumulate(parts))
