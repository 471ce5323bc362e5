"""The scorecard of small reports whose figures can be worked out by hand."""

from quality.agreement import Row
from quality.scoring import FIGURES, score, table, verdicts_of
from tests.quality.builders import clash, document, shelling, span


def counts(figure: str, gold: Row, coded: Row | None) -> tuple[float, float, float]:
    found = score([gold], [coded] if coded else []).result()[figure]
    return found["tp"], found["fp"], found["fn"]


def test_gold_against_itself_is_right_in_all() -> None:
    said = span("القصف استمر ساعة") | {"speaker": "مصدر محلي"}
    gold = document(shelling(), clash(status="alleged"), statements=[said])
    result = score([gold], [gold]).result()
    filled = {name for name in FIGURES if result[name]["tp"]}
    assert filled == set(FIGURES) - {"wounded", "assessments", "situations"}
    assert all(result[name]["f1"] == 100.0 for name in filled)
    assert result["status"] == {"accuracy": 100.0, "pairs": 2}


def test_a_missing_report_misses_everything() -> None:
    card = score([document(shelling())], [])
    result = card.result()
    assert (result["missing"], result["incidents"]["fn"], result["killed"]["fn"]) == (1, 1, 1)
    assert card.wrong == [{"id": "r1", "gold": shelling(), "predicted": None}]


def test_a_surplus_row_counts_in_each_slot_it_fills() -> None:
    gold, coded = document(), document(shelling())
    assert counts("incidents", gold, coded) == (0, 1, 0)
    assert counts("targets", gold, coded) == (0, 1, 0)
    assert counts("wounded", gold, coded) == (0, 0, 0)


def test_an_optional_row_is_neither_asked_for_nor_surplus() -> None:
    gold = document(shelling(optional=True))
    assert verdicts_of(gold, document(shelling())) == []
    assert verdicts_of(gold, document()) == []


def test_the_sides_of_a_clash_may_change_places() -> None:
    turned = clash(perpetrators=["لواء النخيل"], targets=["كتيبة الفجر"])
    assert counts("perpetrators", document(clash()), document(turned)) == (2, 0, 0)
    assert counts("targets", document(clash()), document(turned)) == (0, 0, 0)


def test_status_other_than_happened_has_a_figure_of_its_own() -> None:
    gold = document(shelling(status="denied"))
    assert counts("not_happened", gold, document(shelling(status="denied"))) == (1, 0, 0)
    assert counts("not_happened", gold, document(shelling(status="alleged"))) == (0, 1, 1)
    assert counts("not_happened", gold, document(shelling())) == (0, 0, 1)


def test_the_whole_chain_in_order() -> None:
    gold = document(shelling(according_to=["الصحيفة", "مصدر محلي"]))
    turned = document(shelling(according_to=["مصدر محلي", "الصحيفة"]))
    assert counts("according_to", gold, turned) == (2, 0, 0)
    assert counts("chain", gold, turned) == (0, 1, 1)
    assert counts("chain", gold, gold) == (1, 0, 0)


def test_reports_without_incidents() -> None:
    empty = document()
    for coded, expected in [
        ([empty], 100.0),
        ([document(shelling())], 0.0),
        ([], 0.0),
        ([{"id": "r1", "error": {"kind": "internal", "message": "x"}}], 0.0),
    ]:
        assert score([empty], coded).result()["empty"] == {"accuracy": expected, "reports": 1}


def test_the_table_has_every_figure() -> None:
    printed = table(score([document(shelling())], [document(shelling(type="bombing"))]).result())
    assert [line.split()[0] for line in printed.splitlines()[1 : 1 + len(FIGURES)]] == list(FIGURES)
    assert "typed 0.0 of 1" in printed
    assert "reports 1  missing 0" in printed
