"""The notebook's table: right to left, without script, escaped."""

from isnad.publishing.notebook import report_html
from tests.publishing.builders import failed_report, full_report, hostile_report, skipped_report


def test_rows_and_direction() -> None:
    shown = report_html(full_report())
    assert shown.startswith('<table dir="rtl" lang="ar"')
    assert shown.count("<tr>") == 3
    assert "<bdi>140 فأكثر</bdi>" in shown
    assert "<bdi>وكالة النهر</bdi> عن <bdi>مصادر محلية</bdi>" in shown
    assert "<bdi>140 or more</bdi>" in report_html(full_report(), language="en")


def test_is_plain_text_to_whoever_joins_it() -> None:
    for coded in (full_report(), skipped_report()):
        assert type(report_html(coded)) is str


def test_escaped_and_scriptless() -> None:
    shown = report_html(hostile_report())
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;/script&gt;" in shown


def test_empty_reports_say_why() -> None:
    assert "ليس بالعربية" in report_html(skipped_report())
    assert "no text &lt;b&gt;" in report_html(failed_report())
