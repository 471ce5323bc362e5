"""The check says of each row what is right and what is not."""

from quality.demo_check import check_line, check_lines
from quality.verdict import compare
from tests.quality.builders import clash, document, shelling


def test_a_right_row() -> None:
    line = check_line(compare(shelling(), shelling()))
    assert line == "✓ type ✓ status ✓ when ✓ place ✓ killed ✓ | قصف على بلدة الزيتونة"


def test_a_wrong_row_shows_both_values() -> None:
    line = check_line(compare(shelling(), shelling(type="bombing", killed={"low": 3, "high": None}, when=None)))
    assert line.startswith("✗ type ✗ status ✓ when ✗ place ✓ killed ✗ | ")
    assert line.endswith("| type: shelling ≠ bombing | when: 2023-03-13 ≠ – | killed: 3 ≠ 3–")


def test_missed_and_surplus_rows() -> None:
    assert check_line(compare(clash(), None)).startswith("− اشتباكات")
    line = check_line(compare(None, clash(when={"earliest": "2023-01-01", "latest": "2023-01-31"})))
    assert line.startswith("+ اشتباكات")
    assert "when=2023-01-01…2023-01-31 place=قرية السنديان (Hama) killed=–" in line


def test_a_table_with_its_sum() -> None:
    gold = [document(shelling(), clash()), document(id="r2")]
    lines = list(check_lines(gold, [document(shelling()), document(id="r2")]))
    assert "✓ no incidents, none given" in lines
    assert lines[-1] == "\n1 of 2 annotated rows are right records"
