"""A loss as found in the text, before anyone asks which incident it belongs to."""

from itertools import pairwise

from msgspec import Struct

from isnad.coding.counted import PARTS
from isnad.coding.reading import Reading
from isnad.lexicon.matching import Hit
from isnad.text.numerals import Quantity


class Tally(Struct, frozen=True, gc=False):
    """A loss as found: its slot, bounds, the words [first, last), the sentence, the head word, and who suffered it.

    `group` is the people group of the victims, "" where not said; `form` names the rule that found it.
    """

    slot: str
    low: int
    high: int | None
    approximate: bool
    first: int
    last: int
    head: int
    sentence: int
    group: str
    form: str


def counted_tally(
    reading: Reading, slot: str, number: Quantity, hit: Hit, last: int, form: str, *, open_bound: bool = False
) -> Tally:
    """A loss whose number stands beside its head `hit`."""
    return Tally(
        slot,
        number.low,
        None if open_bound else number.high,
        number.approximate,
        min(number.first, hit.first),
        max(last, number.last),
        hit.first,
        reading.sentence_of[hit.first],
        "",
        form,
    )


def fixed_tally(reading: Reading, slot: str, low: int, high: int | None, hit: Hit, form: str) -> Tally:
    """A loss that its head `hit` tells without a number."""
    return Tally(slot, low, high, False, hit.first, hit.last, hit.first, reading.sentence_of[hit.first], "", form)


def both_sides(reading: Reading, tallies: list[Tally]) -> list[Tally]:
    """The sums of two exact losses told side by side: "مقتل 21 من الحوثيين ومقتل 3 من القوات" (a clash: 24).

    The judge decides whether such a sum is asked for; nothing is summed over another act or a part ("بينهم").
    """
    found = []
    for slot in ("killed", "wounded"):
        told = [t for t in tallies if t.slot == slot and t.form in ("head+number", "number+victim") and t.low]
        for one, two in pairwise(told):
            if one.head != two.head and two.first >= one.last and _side_by_side(reading, one, two):
                high = None if one.high is None or two.high is None else one.high + two.high
                approximate = one.approximate or two.approximate
                found.append(
                    Tally(
                        slot,
                        one.low + two.low,
                        high,
                        approximate,
                        one.first,
                        two.last,
                        one.head,
                        one.sentence,
                        "",
                        "sum",
                    )
                )
    return found


RISING = frozenset({"ليرتفع", "يرتفع", "ترتفع", "ارتفاع", "ارتفعت", "ارتفع", "حصيله"})
"""Words that tell a toll anew, all in all."""


def _side_by_side(reading: Reading, one: Tally, two: Tally) -> bool:
    words = reading.tokens.words[one.last : two.first]
    acts = reading.within("triggers", one.last, two.first)
    strong = any(not reading.lexicon.triggers[hit.entry].weak for hit in acts)
    return len(words) <= 14 and not strong and not any(word.lstrip("وف") in PARTS | RISING for word in words)
