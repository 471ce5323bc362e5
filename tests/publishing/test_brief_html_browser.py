"""A brief as a reader has it, in Chromium."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from isnad.publishing.brief_html import brief_html
from isnad.publishing.brief_making import make_brief
from tests.publishing.brief_record import asked, incidents

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, tmp_path: Path, request: pytest.FixtureRequest) -> Page:
    language, digits, width = request.param
    file = tmp_path / "brief.html"
    file.write_text(brief_html(make_brief(incidents(), asked(language=language, digits=digits))), "utf-8")
    shown = browser.new_page(viewport={"width": width, "height": 900})
    asked_for: list[str] = []
    shown.on("request", lambda each: asked_for.append(each.url))
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.goto(file.as_uri())
    assert [url for url in asked_for if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    return shown


@pytest.mark.parametrize("page", [("ar", "latin", 360), ("ar", "arabic", 1200), ("en", "latin", 360)], indirect=True)
def test_nothing_runs_out_of_the_page(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.fonts.check('16px \"IBM Plex Sans Arabic\"', 'سجل')")


@pytest.mark.parametrize("page", [("ar", "latin", 1200)], indirect=True)
def test_arabic_starts_on_the_right(page: Page) -> None:
    first, last = (
        page.locator("#divisions thead th").first.bounding_box(),
        page.locator("#divisions thead th").last.bounding_box(),
    )
    assert first is not None
    assert last is not None
    assert first["x"] > last["x"]
    assert page.locator(".figures .value").first.inner_text() == "54"
    assert page.evaluate("getComputedStyle(document.querySelector('#map svg')).direction") == "ltr"


@pytest.mark.parametrize("page", [("ar", "latin", 1200)], indirect=True)
def test_marks_of_sources_run_from_the_left(page: Page) -> None:
    """«[1–72]»: the first number stands left of the second, as both are Latin digits."""
    places = page.evaluate(
        """() => {
          const node = document.querySelector('.figures .cite').firstChild, text = node.data, at = text.indexOf('–');
          const left = index => { const range = document.createRange(); range.setStart(node, index); range.setEnd(node, index + 1);
                                  return range.getBoundingClientRect().left; };
          return [left(at - 1), left(at), left(at + 1)];
        }"""
    )
    assert places == sorted(places)
