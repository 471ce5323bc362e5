"""Search: alike on both databases, with offsets in the text as given."""

import pytest

from isnad.model.errors import UsageError
from isnad.record.searching import parsed, search_column
from isnad.record.store import Record
from isnad.text.folding import fold
from tests.record.builders import arrival


def stemmed(raw: str) -> str:
    """A light stemmer for the test: no article."""
    return " ".join(word.removeprefix("ال") for word in fold(raw).split())


def filled(record: Record) -> Record:
    record.search_text = stemmed
    texts = {
        "a": "انفجرت سيّارةٌ مفخّخة في السوق.",
        "b": "السيارة المفخخة انفجرت، السوق خالٍ: 12 جريحًا في الطريق M-4.",
        "c": "سوق المدينة هادئ. انفجرت الأسعار في سيارة!",
        "d": "Car bomb in the market",
    }
    record.add([arrival(name, text, ()) for name, text in texts.items()])
    return record


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("سوق", "abc"),
        ("السُّوقُ", "abc"),
        ("سيارة انفجرت", "abc"),
        ('"سيارة مفخخة"', "ab"),
        ('"انفجرت سيارة"', "a"),
        ("«مفخخة انفجرت» سوق", "b"),
        ("سيارة -12", "b"),
        ("M-4", "b"),
        ("MARKET", "d"),
        ("طائرة", ""),
        ("سوق OR market", ""),
        ("'; DROP TABLE report; --", ""),
        ("a* NEAR(b c) ^d & | ! <-> :*", ""),
    ],
)
def test_the_same_words_find_the_same_reports(record: Record, query: str, found: str) -> None:
    assert sorted(hit.report.id for hit in filled(record).search(query)) == list(found)


def test_spans_count_code_points_of_the_text_as_given(record: Record) -> None:
    (hit,) = filled(record).search('"انفجرت سيارة"')
    assert [hit.text[start:end] for start, end in hit.spans] == ["انفجرت سيّارةٌ"]
    assert hit.text[slice(*hit.snippet)] == hit.text
    assert hit.incidents == ()


def test_hits_name_the_incidents_of_their_report(record: Record) -> None:
    (added,) = record.add([arrival()])
    (hit,) = record.search("عاجل منبج")
    assert hit.incidents == tuple(sorted(added.mentions))
    assert [hit.text[start:end] for start, end in hit.spans] == ["منبج"]


def test_what_has_more_of_the_words_comes_first(record: Record) -> None:
    record.add([arrival("few", "سوق " + "كلام كثير آخر " * 30, ()), arrival("many", "سوق سوق سوق", ())])
    assert [hit.report.id for hit in record.search("سوق")] == ["many", "few"]
    assert len(record.search("سوق", limit=1)) == 1


@pytest.mark.parametrize("query", ["", "  ", '""', "،؛؟", "* - ("])
def test_nothing_to_look_for_is_said(record: Record, query: str) -> None:
    with pytest.raises(UsageError, match="no word to look for"):
        record.search(query)


def test_a_huge_text_is_kept_and_found(record: Record) -> None:
    text = "بداية " + " ".join(f"كلمة{number}" for number in range(120_000)) + " نهاية"
    (added,) = record.add([arrival("huge", text, ())])
    assert added.outcome == "new"
    assert [hit.report.id for hit in record.search("بداية كلمة77")] == ["huge"]
    assert len(search_column(text, fold)) == 250_000
    assert list(record.verify()) == []


def test_queries_are_normalised_like_texts() -> None:
    assert parsed('السوقُ "السيارة المفخخة" السوق', stemmed) == (("سوق",), ("سياره", "مفخخه"))
