"""Verdicts as a person reads them, in both languages, and as lines of JSON."""

import json
from datetime import date
from typing import get_args

import pytest

from isnad.assessing.verdicts import judge_assertion
from isnad.model.assertion import Asserted, Refusal, RefusalReason
from isnad.model.finding import Measured
from isnad.model.slots import Party
from isnad.model.verdict import Ruling, VerdictReason
from isnad.publishing.verdict_lines import verdict_line
from isnad.publishing.verdict_text import verdict_note, verdict_words, worded
from isnad.publishing.wording import Language
from tests.assessing.verdict_builders import DAY, asserting, doubled

PAPER = Party(text="صحيفة النهر", start=0, end=11, name="An-Nahr", kind="media")


def test_the_note_tells_words_speakers_ruling_figures_and_incidents() -> None:
    facts = doubled()
    said = asserting(chain=(PAPER,))
    by = Asserted(said=said, report="r7", outlet="أخبار السهل", published=DAY, start=0, end=23)
    note = verdict_note(judge_assertion(said, facts, DAY), "ar", {fact.id: fact for fact in facts}, by)
    lines = note.splitlines()
    assert lines[0] == "القول: «زادت هجمات قوات الشمال»"
    assert lines[1].strip() == "قاله: أخبار السهل (2023-07-01, r7) ← صحيفة النهر"
    assert "الفاعل: قوات الشمال" in lines[2]
    assert "(لم يذكرها القول)" in lines[2]
    assert lines[3].strip().startswith("الحكم: يؤيده السجل.")
    assert "بعد: الوقائع 92 (الأيام 183)؛ قبل: الوقائع 31 (الأيام 183)" in lines[4]
    assert lines[-1].strip().startswith("… و")


def test_a_refusal_says_why() -> None:
    note = verdict_note(Refusal(text="ستزداد الهجمات", reason="future"), "en", {})
    assert "Not testable: It expects, fears or threatens" in note
    assert json.loads(verdict_line(Refusal(text="…", reason="future"))) == {
        "ruling": None,
        "refusal": "future",
        "text": "…",
        "said_in": None,
    }


def test_a_line_holds_all_figures_and_who_said_it() -> None:
    said = asserting()
    by = Asserted(said=said, report="r7", published=date(2023, 7, 1), start=3, end=9)
    line = json.loads(verdict_line(judge_assertion(said, doubled(), DAY), by))
    assert (line["ruling"], line["said_in"]["report"]) == ("supported", "r7")
    assert line["change"]["all_sources"]["after"]["count"] == 92
    assert len(line["incidents"][1]) == 31


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_ruling_reason_and_measure_has_its_words(language: Language) -> None:
    for group, codes in (
        ("ruling", Ruling),
        ("reason", VerdictReason),
        ("refusal", RefusalReason),
        ("measure", Measured),
    ):
        assert set(get_args(codes)) <= set(verdict_words()[group])
        for code in get_args(codes):
            assert worded(group, code, language)
    assert set(verdict_words()["amount"]) | {"lethality"} >= set(get_args(Measured))
