"""The page as a reader has it, in Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from isnad.model.coded import CodedReport, Unread
from isnad.publishing.page import render_page
from tests.publishing.builders import failed_report, full_report, hostile_report, skipped_report

pytestmark = pytest.mark.browser

HIGHLIGHTED = "name => [...(CSS.highlights.get(name) ?? [])].map(range => range.toString())"
WIDE, PHONE = (1280, 800), (360, 740)


class Reader:
    """Someone who opens pages, and what the page asked of the network or complained about meanwhile."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.file = folder / "evidence.html"
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)

    def opens(self, *coded: CodedReport, size: tuple[int, int] = WIDE) -> Page:
        self.file.write_text(render_page(coded), encoding="utf-8", newline="")
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.goto(self.file.as_uri())
        return self.page

    def sees(self, highlight: str) -> list[str]:
        words: list[str] = self.page.evaluate(HIGHLIGHTED, highlight)
        return words


@pytest.fixture
def reader(browser: Browser, tmp_path: Path) -> Iterator[Reader]:
    context = browser.new_context()
    yield Reader(context.new_page(), tmp_path)
    context.close()


def test_every_highlight_is_the_quoted_words(reader: Reader) -> None:
    reader.opens(full_report())
    (attack, clash) = full_report().incidents
    assert reader.sees("act") == [mention.text for mention in attack.mentions + clash.mentions]
    assert reader.sees("loss") == ["ما لا يقل عن 140", "نحو ٣٠", "140", "25 جريحاً"]
    assert reader.sees("means") == ["بعبوة ناسفة"]
    assert "وكالة النهر" in reader.sees("source")
    assert reader.sees("said")[-1] == "وتستمر الحرب منذ سنوات."


def test_text_is_one_node_to_the_letter(reader: Reader) -> None:
    page = reader.opens(full_report())
    text = page.locator(".text")
    assert text.evaluate("pane => pane.childNodes.length") == 1
    assert text.evaluate("pane => pane.firstChild.data") == full_report().text


def test_every_code_point_has_its_own_place(reader: Reader) -> None:
    text = "👨‍👩‍👧 ﷽ 𞸀𞸁 قُتِلَ\r\n\u200f٣٠\u202e 🇸🇾 \x00 نهاية"
    every = tuple(
        Unread(start=at, end=at + 1, text=letter, trigger="x", reason="generic") for at, letter in enumerate(text)
    )
    reader.opens(CodedReport(id="letters", coder="isnad", text=text, unread=every))
    assert reader.sees("said") == list(text)


def test_pointing_at_a_value_shows_its_words_and_chain(reader: Reader) -> None:
    page = reader.opens(full_report())
    page.locator(".card").first.locator(".loss .value").first.hover()
    assert reader.sees("pointed") == ["ما لا يقل عن 140"]
    assert reader.sees("linked") == ["وكالة النهر", "مصادر محلية"]
    told = page.locator(".told").inner_text()
    assert "القتلى" in told
    order = [told.index(name) for name in ("صحيفة الضفة", "وكالة النهر", "مصادر محلية")]
    assert order == sorted(order)


def test_a_figure_shows_its_own_chain(reader: Reader) -> None:
    page = reader.opens(full_report())
    page.locator(".sourced > .value").nth(1).hover()
    assert reader.sees("pointed") == ["25 جريحاً"]
    assert reader.sees("linked") == ["سالم الراوي"]


def test_pointing_scrolls_the_text_to_words_out_of_sight(reader: Reader) -> None:
    page = reader.opens(full_report())
    page.emulate_media(reduced_motion="reduce")
    pane = page.locator(".text")
    assert pane.evaluate("pane => pane.scrollTop") == 0
    page.locator(".value", has_text="الهجوم.").first.hover()
    assert pane.evaluate("pane => pane.scrollTop") > 0
    inside = """pane => {
      const words = [...CSS.highlights.get('pointed')][0].getBoundingClientRect(), box = pane.getBoundingClientRect();
      return words.top >= box.top && words.bottom <= box.bottom;
    }"""
    assert pane.evaluate(inside)


def _middle_of(page: Page, highlight: str) -> tuple[float, float]:
    box = page.evaluate(
        "name => { const box = [...CSS.highlights.get(name)][0].getBoundingClientRect();"
        " return [box.left + box.width / 2, box.top + box.height / 2]; }",
        highlight,
    )
    return box[0], box[1]


def test_pointing_at_words_marks_their_card(reader: Reader) -> None:
    page = reader.opens(full_report())
    assert page.locator(".card.marked").count() == 0
    page.mouse.move(*_middle_of(page, "means"))
    assert reader.sees("pointed") == ["بعبوة ناسفة"]
    assert "اقتحام سجن" in page.locator(".card.marked h3").inner_text()
    page.mouse.move(5, 400)
    assert page.locator(".card.marked").count() == 0


def test_keys_reach_cards_and_escape_clears(reader: Reader) -> None:
    page = reader.opens(full_report())
    card = page.locator(".card").first
    card.focus()
    assert "هجوم على سجن" in reader.sees("pointed")
    page.keyboard.press("Tab")
    assert reader.sees("pointed") == ["هجوم على سجن"]
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert reader.sees("pointed") == []
    assert page.locator(".marked").count() == 0


def test_switch_changes_language_and_direction(reader: Reader) -> None:
    page = reader.opens(full_report())
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    assert page.locator(".card h3").first.inner_text() == "اقتحام سجن أو فرار منه"
    reading, cards = page.locator(".reading").bounding_box(), page.locator(".cards").bounding_box()
    assert reading is not None
    assert cards is not None
    assert reading["x"] > cards["x"]
    page.locator("#switch").click()
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("en", "ltr")
    assert page.locator(".card h3").first.inner_text() == "Prison break"
    assert page.title() == "Isnad · evidence"
    assert page.locator("[data-country]").first.inner_text() == "Syria"


def test_choosing_a_report(reader: Reader) -> None:
    page = reader.opens(full_report(), skipped_report(), failed_report())
    page.locator("#chooser").select_option("1")
    assert page.locator(".report:visible .text").inner_text() == "An English report."
    assert reader.sees("act") == []
    assert page.url.endswith("#report-2")
    page.reload()
    assert page.locator("#chooser").input_value() == "1"


def test_nothing_is_asked_and_hostile_words_do_nothing(reader: Reader) -> None:
    page = reader.opens(hostile_report(), full_report())
    assert page.locator(".report:visible .text").evaluate("pane => pane.firstChild.data") == hostile_report().text
    assert page.locator("img").count() == 0
    assert page.title() == "إسناد · صفحة الأدلة"
    assert [url for url in reader.asked if url != reader.file.as_uri() and not url.startswith("data:")] == []
    assert reader.complaints == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_phone_has_one_column_and_no_sideways_scroll(reader: Reader, language: str) -> None:
    page = reader.opens(full_report(), hostile_report(), size=PHONE)
    if language == "en":
        page.locator("#switch").click()
    for report in ("0", "1"):
        page.locator("#chooser").select_option(report)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    reading, cards = page.locator(".reading:visible").bounding_box(), page.locator(".cards:visible").bounding_box()
    assert reading is not None
    assert cards is not None
    assert cards["y"] >= reading["y"] + reading["height"] - 1


def test_without_highlights_words_are_selected(reader: Reader) -> None:
    reader.page.add_init_script("delete CSS.highlights")
    page = reader.opens(full_report())
    assert not page.evaluate("'highlights' in CSS")
    assert page.locator("#unsupported").is_visible()
    page.locator(".loss .value").first.hover()
    assert page.evaluate("getSelection().toString()") == "ما لا يقل عن 140"
