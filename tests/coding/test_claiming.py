"""Claiming: who claims responsibility, from whichever sentence (codebook, `claimed_by`)."""

from collections.abc import Callable

import pytest

from isnad.coding.claiming import claimers_of
from isnad.coding.reading import Reading
from isnad.coding.workup import Workup

Read = Callable[[str], Reading]


def claimer(reading: Reading) -> str | None:
    """Who claims the acts of a report that tells of one incident."""
    work = Workup(reading)
    found = claimers_of(work, [work.acts]).get(0)
    return found.text if found else None


CLAIMED = [
    ("تبنى تنظيم داعش التفجير الذي هز سوق المدينة.", "تنظيم داعش"),
    ("وقع تفجير في السوق أمس. وتبنى تنظيم داعش الهجوم.", "تنظيم داعش"),
    ("أعلنت حركة الشباب مسؤوليتها عن الهجوم على الفندق.", "حركة الشباب"),
    ("أوقع هجوم تبنته حركة طالبان تسعة قتلى.", "حركة طالبان"),
]


@pytest.mark.parametrize(("text", "who"), CLAIMED)
def test_a_claim_names_who_claims_the_incident(read: Read, text: str, who: str) -> None:
    assert claimer(read(text)) == who


NOT_CLAIMED = [
    "وقع تفجير في السوق. ولم تعلن أي جهة مسؤوليتها عن الهجوم.",
    "وقع تفجير في السوق. ونفى تنظيم داعش مسؤوليته عن الهجوم.",
    "حملت الحكومة تنظيم داعش المسؤولية عن الهجوم على السوق.",
]


@pytest.mark.parametrize("text", NOT_CLAIMED)
def test_what_is_negated_denied_or_laid_on_someone_is_no_claim(read: Read, text: str) -> None:
    assert claimer(read(text)) is None
