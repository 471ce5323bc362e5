"""Every value of an incident is explained by its own words and by the reasons of its slot; no reason is lost."""

import pytest

from isnad.coding.explaining import explain, find_incident, slot_of
from isnad.model.coded import CodedReport, Incident
from isnad.model.errors import UsageError
from isnad.model.slots import Loss, Party, When
from isnad.model.span import Span

WORDS = {"start": 3, "end": 7, "text": "كلمة"}
ONE, TWO = Party(name="one", **WORDS), Party(name="two", **WORDS)
INCIDENT = Incident(
    id="r#1",
    mentions=(Span(**WORDS),),
    type="clash",
    incident_count=(6, None),
    perpetrators=(ONE, TWO),
    killed=Loss(low=3, high=3, **WORDS),
    confidence=0.9,
    reasons=(
        "incident: 0.90",
        "type clash: rule:clash +1.00",
        "type: clash before killing by 0.40",
        "perpetrator: side> +0.39",
        "killed: own:True +0.50",
        "captured: rival:none +0.62",
    ),
)
CODED = CodedReport(id="r", coder="isnad", text="", incidents=(INCIDENT,))


def test_each_value_has_its_words_and_the_reasons_of_its_slot() -> None:
    explained = explain(CODED, 1)
    words = Span(**WORDS)
    assert [(row.slot, row.value, row.words) for row in explained] == [
        ("mentions", words, words),
        ("type", "clash", None),
        ("status", "happened", None),
        ("aggregate", False, None),
        ("incident_count", (6, None), None),
        ("perpetrators", ONE, words),
        ("perpetrators", TWO, words),
        ("killed", INCIDENT.killed, words),
        ("confidence", 0.9, None),
        ("captured", None, None),
    ]
    assert [row.reasons for row in explained if row.slot == "perpetrators"] == [("perpetrator: side> +0.39",)] * 2
    assert explained[1].reasons == INCIDENT.reasons[1:3]
    assert {reason for row in explained for reason in row.reasons} == set(INCIDENT.reasons)


@pytest.mark.parametrize(
    ("reason", "slot"),
    [("where: link:في +1.20", "where"), ("source: step:2 +0.70", "according_to"), ("incident: 0.90", "confidence")],
)
def test_a_reason_names_its_slot(reason: str, slot: str) -> None:
    assert slot_of(reason) == slot


def test_an_incident_is_found_by_number_or_id() -> None:
    assert find_incident(CODED, 1) is find_incident(CODED, "1") is find_incident(CODED, "r#1") is INCIDENT
    with pytest.raises(UsageError, match=r"no incident 2 in report r; it has: r#1"):
        explain(CODED, 2)
    with pytest.raises(UsageError, match="it has: none"):
        explain(CodedReport(id="e", coder="isnad", text=""), 1)


def test_a_time_is_a_value_with_words() -> None:
    day = INCIDENT.killed
    assert day is not None
    when = When(earliest="2022-01-01", latest="2022-01-01", precision="day", **WORDS)  # type: ignore[arg-type]
    coded = CodedReport(
        id="r", coder="", text="", incidents=(Incident(id="r#1", mentions=(), type="clash", when=when),)
    )
    (row,) = (row for row in explain(coded, "r#1") if row.slot == "when")
    assert row.words == Span(**WORDS)
