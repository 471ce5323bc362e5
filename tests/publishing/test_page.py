"""The page as text: escaped everywhere, sealed by its policy, asking nothing of the network."""

import base64
import hashlib
import json
import re

from isnad.publishing.page import embed_json, render_page
from tests.publishing.builders import TEXT, failed_report, full_report, hostile_report, skipped_report


def test_page_is_sealed_by_the_hashes_of_its_own_parts() -> None:
    page = render_page([full_report()])
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    for tag in (r"<style>(.*?)</style>", r'<script type="module">(.*?)</script>'):
        (inside,) = re.findall(tag, page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert digest in policy[1].replace("&#43;", "+")
    assert "default-src &#39;none&#39;" in policy[1]
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|url\(|@import""", page)


def test_texts_come_through_json_unchanged() -> None:
    page = render_page([full_report(), hostile_report()])
    (data,) = re.findall(r'<script type="application/json" id="texts">(.*?)</script>', page, re.DOTALL)
    assert json.loads(data) == [TEXT, hostile_report().text]


def test_hostile_words_are_never_markup() -> None:
    page = render_page([hostile_report()])
    assert "<img" not in page
    assert "<!--" not in page
    assert page.count("</script>") == 2
    assert embed_json("</script>\u2028&") == '"\\u003c/script\\u003e\\u2028\\u0026"'


def test_values_carry_their_code_points() -> None:
    page = render_page([full_report()])
    start = TEXT.index("ما لا يقل عن 140")
    assert f'data-group="loss" data-at="{start}-{start + len("ما لا يقل عن 140")}"' in page
    assert "140 فأكثر" in page
    assert "140 or more" in page


def test_language_of_opening() -> None:
    assert '<html lang="ar" dir="rtl">' in render_page([full_report()])
    english = render_page([full_report()], language="en")
    assert '<html lang="en" dir="ltr">' in english
    assert "هجوم كيميائي" not in english
    assert "اقتحام سجن" in english


def test_reports_without_incidents_say_why() -> None:
    page = render_page([skipped_report(), failed_report()])
    assert "not in Arabic" in page
    assert "no text &lt;b&gt;" in page
    assert page.count("<option") == 2
    assert "<select" not in render_page([skipped_report()])
    assert "There are no reports" in render_page([])
