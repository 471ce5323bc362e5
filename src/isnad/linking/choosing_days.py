"""Choosing the days of an incident among what its mentions say."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final

from isnad.linking.independence import Roots
from isnad.model.mention import Mention
from isnad.model.slots import When

# A report that gives no day speaks for the days about its publication, half as loud as one that gives them.
_BY_PUBLICATION: Final = 0.5
# Days of publication are themselves a day or two off at times.
_SLACK: Final = timedelta(days=2)


def choose_when(mentions: Sequence[Mention], roots: Roots) -> When | None:
    """The interval that most roots' intervals hold, the narrowest of several.

    A report that gives no day stands for the day of its publication and the one before. Where such reports outweigh the
    rest, or nobody gives a day, those days are taken, marked by basis "publication", without words. Nobody reports what
    is still to come, so an interval after the first report is taken only where there is no other. None where no report
    has a day at all.
    """
    told = [(when, roots.of_mention(mention)) for mention in mentions for when in _days(mention)]
    guesses = [(when, roots.of_mention(mention)) for mention in mentions for when in _publication(mention)]
    first = min((mention.report.published for mention in mentions if mention.report.published), default=None)
    heard = [(when, root) for when, root in told if first is None or when.earliest <= first + _SLACK] or told
    return min(
        (when for when, _ in [*heard, *guesses]),
        key=lambda when: (
            -_held(when, heard) - _BY_PUBLICATION * _met(when, guesses),
            when.basis == "publication",
            when.latest - when.earliest,
            -_said(when, heard),
            when.earliest,
        ),
        default=None,
    )


def _days(mention: Mention) -> list[When]:
    when = mention.incident.when
    return [when] if when is not None and when.basis == "text" else []


def _held(when: When, heard: Iterable[tuple[When, str]]) -> int:
    """How many roots give an interval that holds `when` whole: a month holds the day, the day does not hold the month."""
    return len({root for other, root in heard if other.earliest <= when.earliest and when.latest <= other.latest})


def _met(when: When, guesses: Iterable[tuple[When, str]]) -> int:
    return len({root for other, root in guesses if other.earliest <= when.latest and when.earliest <= other.latest})


def _said(when: When, heard: Iterable[tuple[When, str]]) -> int:
    return len({root for other, root in heard if (other.earliest, other.latest) == (when.earliest, when.latest)})


def _publication(mention: Mention) -> list[When]:
    published = mention.report.published
    if published is None or _days(mention):
        return []
    return [
        When(
            earliest=published - timedelta(days=1),
            latest=published,
            precision="days",
            basis="publication",
            start=0,
            end=0,
            text="",
        )
    ]
