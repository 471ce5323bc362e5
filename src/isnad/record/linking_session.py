"""What linking reads and writes in one transaction; what it computes in between is its own affair."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, update

from isnad.model.judgement import Judgement
from isnad.model.mention import Mention
from isnad.record import clues, comparing, copies, grouping, judging, reading
from isnad.record.grouping import Pair
from isnad.record.tables import clue, mention, shingle


class LinkingSession:
    """Open while `Record.linking()` is; other writers wait, readers do not."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def unlinked(self, limit: int | None = None) -> list[Mention]:
        """The mentions that wait to be linked: new ones, changed ones, and all who were in an incident with those."""
        return reading.unlinked(self._connection, limit)

    def mentions(self, seqs: Iterable[int]) -> list[Mention]:
        """These mentions as far as they are told."""
        return reading.mentions_by_seq(self._connection, seqs)

    def unlink_all(self) -> None:
        """Everything is to be linked again."""
        self._connection.execute(update(mention).where(mention.c.active).values(linked=False))

    def texts(self, report_ids: Iterable[str]) -> dict[str, str]:
        """The text of each of these reports."""
        return comparing.texts_of(self._connection, report_ids)

    def keep_clues(self, found: Mapping[int, Collection[int]]) -> None:
        """Keep by what these mentions are to be found again."""
        clues.keep(self._connection, clue, found)

    def sharing_clues(self, sought: Mapping[int, Mapping[int, int]], enough: int) -> list[int]:
        """The linked mentions whose clues are worth `enough` together to any one who looks for them, in order.

        `sought`: who looks for which clues, and what each is worth.
        """
        return clues.mentions_sharing(self._connection, sought, enough)

    def chances(self, seqs: Iterable[int]) -> list[tuple[int, int, float]]:
        """All kept pairs that touch these, as low, high and chance; a pair may come twice."""
        return list(grouping.chances_of(self._connection, seqs))

    def chances_within(self, seqs: Iterable[int]) -> list[tuple[int, int, float]]:
        """The kept pairs of which both are among these and stand in one incident, each once, as low, high and chance."""
        return grouping.chances_within(self._connection, seqs)

    def incidents_of(self, seqs: Iterable[int]) -> list[tuple[int, str, str, int]]:
        """Number, id, report and incident of these mentions and of all that stand in an incident with them, as far as told."""
        return comparing.incidents_of(self._connection, seqs)

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of mentions by their ids, as far as they are told."""
        return comparing.numbers(self._connection, ids)

    def traits(self, seqs: Iterable[int], maker: str) -> dict[int, bytes]:
        """What this maker kept of these mentions, by number."""
        return clues.traits_of(self._connection, seqs, maker)

    def keep_traits(self, found: Mapping[int, bytes], maker: str) -> None:
        """Keep what linking compares of mentions, so that it need not be made from their texts again."""
        clues.keep_traits(self._connection, found, maker)

    def new_reports(self) -> list[int]:
        """The reports with mentions that wait to be linked, and those never held for copies."""
        fresh = comparing.unlinked_reports(self._connection)
        return sorted({*fresh, *clues.reports_without(self._connection)})

    def report_texts(self, seqs: Iterable[int]) -> list[tuple[int, str, date | None]]:
        """Number, text and day of these reports."""
        return clues.texts_by_seq(self._connection, seqs)

    def keep_shingles(self, found: Mapping[int, Collection[int]]) -> None:
        """Keep by what these reports are to be found again."""
        clues.keep(self._connection, shingle, found)

    def with_shingles(self, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Key and report of each report that has one of these keys."""
        return clues.reports_with(self._connection, keys)

    def shingle_counts(self, seqs: Iterable[int]) -> dict[int, int]:
        """How many keys each of these reports has."""
        return clues.key_counts(self._connection, seqs)

    def with_copies(self, seqs: Iterable[int]) -> set[int]:
        """These reports with their originals and all copies of these."""
        return clues.with_copies(self._connection, seqs)

    def set_copies(self, found: Mapping[int, int]) -> int:
        """Say of reports whose copies they are; gives how many changed."""
        named = comparing.report_ids(self._connection, {*found, *found.values()})
        return copies.set_copies(self._connection, {named[seq]: named[first] for seq, first in found.items()})

    def mates_of(self, seqs: Iterable[int]) -> list[int]:
        """These and all that are in an incident with one of them."""
        return grouping.mates_of(self._connection, seqs)

    def pairs_of(self, seqs: Iterable[int]) -> list[Pair]:
        """The kept pairs that touch these."""
        return grouping.pairs_of(self._connection, seqs)

    def judgements(self) -> list[Judgement]:
        """The standing judgements."""
        return list(judging.standing(self._connection))

    def keep_pairs(self, linked: Iterable[int], pairs: Sequence[Pair]) -> None:
        """Keep the pairs of mentions that were compared with all others, in place of their former ones."""
        done = list(linked)
        grouping.drop_pairs(self._connection, done, pairs)
        grouping.save_pairs(self._connection, pairs)
        grouping.mark_linked(self._connection, done)

    def set_seniors(self, seniors: Mapping[int, int]) -> None:
        """Each mention that was grouped anew gets the lowest number of its incident."""
        grouping.set_seniors(self._connection, seniors)
