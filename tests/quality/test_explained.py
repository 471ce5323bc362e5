"""The page of ten explained incidents: all its cases are there, and it is what `python -m quality.explained` makes."""

import re

import pytest

from isnad.coding.coder import Coder
from isnad.fixtures import bundled_reports
from quality.explained import CASES, MARK, PAGE, CaseGoneError, explained_cases, incident_with


def test_ten_incidents_are_explained_and_they_differ() -> None:
    told = [explanation for _, explanation in explained_cases()]
    assert len({explanation.incident.id for explanation in told}) == len(CASES) == 10
    assert len({explanation.incident.type for explanation in told}) >= 7
    assert len({explanation.incident.status for explanation in told}) >= 4


def test_the_page_shows_each_case_below_its_mark() -> None:
    made = PAGE.read_text("utf-8").partition(MARK)[2]
    sections = re.findall(r"^### \d+\. (\S+)#\d+: (.+)$", made, re.MULTILINE)
    assert sections == [(report, shows) for report, _, shows in CASES]
    assert all(part.count("  ✗ ") >= 5 for part in made.split("\n### ")[1:])


def test_a_case_that_is_gone_is_said() -> None:
    with pytest.raises(CaseGoneError, match="no incident is mentioned by"):
        incident_with(Coder().code(bundled_reports()[0]), "كلمات ليست في الخبر")
