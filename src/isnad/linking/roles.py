"""The role of a report for an incident: new, update, re-report, retrospective, cumulative, anniversary, denial (issue 5)."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec
import yaml
from msgspec import Struct

from isnad.linking.loss_slots import told_figures, told_slots
from isnad.linking.outlets import outlet_key
from isnad.model.mention import Mention
from isnad.model.recorded import LossSlot, ReportRole, Told
from isnad.text.folding import FOLDED_INTO, fold
from isnad.text.tokens import Tokens

# Later than this after the act, a report is about something else and looks back.
FRESH_DAYS: Final = 3
# A toll may still rise that long after the act.
RISING_DAYS: Final = 14
# A total is counted over a time at least this long.
TOTAL_DAYS: Final = 7


class RoleWords(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of `roles.yaml`, folded."""

    anniversary: frozenset[str]
    totals: frozenset[str]


class Known(Struct, frozen=True, kw_only=True):
    """A number that a report gave before: for which slot, by which outlet, on which day."""

    slot: LossSlot
    low: int
    high: int | None
    outlet: str | None
    day: date | None


def tell_roles(mentions: Sequence[Mention]) -> tuple[Told, ...]:
    """Each mention with the role of its report, in the order of publication, then of arrival."""
    known: list[Known] = []
    told: list[Told] = []
    ordered = sorted(mentions, key=published_order)
    opened = next((each.report.published for each in ordered if each.report.published), None)
    for mention in ordered:
        figures = list(_known(mention))
        role = _own_role(mention) or _relative_role(mention, opened, bool(told), _revises(figures, known))
        told.append(Told(mention=mention, role=role))
        if role != "cumulative":
            known += figures
    return tuple(told)


def _revises(figures: Sequence[Known], known: Sequence[Known]) -> bool:
    """Whether a toll is told for the first time, has risen since a day before, or is another than its outlet gave.

    Of two reports of one day nobody knows which came later: a higher number of another outlet is then a rival. So is a
    lower one at any time. Parts of a toll (all but a report's first number for a slot) say nothing of it.
    """
    return bool(figures) and (not known or any(_rises(each, known) or _corrects(each, known) for each in figures))


def _rises(figure: Known, known: Sequence[Known]) -> bool:
    lows = [each.low for each in known if each.slot == figure.slot]
    earlier = any(each.day and figure.day and each.day < figure.day for each in known if each.slot == figure.slot)
    return earlier and figure.low > max(lows)


def _corrects(figure: Known, known: Sequence[Known]) -> bool:
    own = [each for each in known if each.slot == figure.slot and figure.outlet and each.outlet == figure.outlet]
    before = [each for each in own if each.day and figure.day and each.day < figure.day]
    return bool(before) and (figure.low, figure.high) not in {(each.low, each.high) for each in own}


def _known(mention: Mention) -> Iterator[Known]:
    outlet = mention.report.outlet and outlet_key(mention.report.outlet)
    for slot in told_slots(mention.incident):
        for loss, _ in told_figures(mention.incident, slot)[:1]:
            yield Known(slot=slot, low=loss.low, high=loss.high, outlet=outlet, day=mention.report.published)


def published_order(mention: Mention) -> tuple[date, int]:
    """The order in which reports are read: by day of publication, undated ones last, then by arrival."""
    return mention.report.published or date.max, mention.seq


def _own_role(mention: Mention) -> ReportRole | None:
    """The role that a mention's own words tell, whatever the others say."""
    if mention.incident.aggregate or mention.incident.incident_count or _counts_over_a_time(mention):
        return "cumulative"
    if _recalls(mention):
        return "anniversary"
    return "denial" if mention.incident.status == "denied" else None


def _recalls(mention: Mention) -> bool:
    """Whether a word of remembrance is among its words; they are parted only where one may be."""
    raw = "\n".join(_texts(mention))
    if not all(letter in raw for letter in _letters_of_remembrance()):
        return False
    folded, words = fold(raw), _words().anniversary
    return any(word in folded for word in words) and not words.isdisjoint(Tokens(folded).words)


def _counts_over_a_time(mention: Mention) -> bool:
    when = mention.incident.when
    if when is None or (when.latest - when.earliest).days + 1 < TOTAL_DAYS or not any(_known(mention)):
        return False
    return any(word in _words().totals for word in Tokens(fold(when.text)).words[:1])


def _relative_role(mention: Mention, opened: date | None, told: bool, revised: bool) -> ReportRole:
    age = _age(mention, opened)
    if age > RISING_DAYS or (age > FRESH_DAYS and not (told and revised)):
        return "retrospective"
    if not told:
        return "new"
    return "update" if revised and mention.report.copy_of is None else "re_report"


def _age(mention: Mention, opened: date | None) -> int:
    """Days from the act, or from the first report of it, to this report; 0 where nothing is known."""
    when = mention.incident.when
    since = when.latest if when is not None and when.basis == "text" else opened
    published = mention.report.published
    return (published - since).days if since is not None and published is not None else 0


def _texts(mention: Mention) -> Iterator[str]:
    yield from (span.text for span in mention.incident.mentions)
    if mention.incident.when is not None:
        yield mention.incident.when.text


@cache
def _letters_of_remembrance() -> frozenset[str]:
    """The letters of every word of remembrance that folding leaves alone: few texts have them all, and need be folded."""
    return frozenset.intersection(*map(frozenset, _words().anniversary)) - FOLDED_INTO


@cache
def _words() -> RoleWords:
    text = files("isnad.linking").joinpath("roles.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), RoleWords)
