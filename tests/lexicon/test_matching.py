"""One scan of the words: clitics, inflection, longest match, ambiguity, shared weak forms."""

import pytest

from isnad.lexicon import matching
from isnad.lexicon.compiling import compile_forms, shared_forms
from isnad.lexicon.entries import ActorEntry, Entry, Harm, People, Trigger
from isnad.lexicon.matching import Hit, Scanner
from isnad.text.folding import fold
from isnad.text.tokens import Tokens

ENTRIES: dict[str, tuple[Entry, ...]] = {
    "triggers": (
        Trigger(id="raid", type="air_strike", nouns=("غارة",), plurals=("غارات",), verbs=("أغار/يغير",)),
        Trigger(id="air-raid", type="air_strike", nouns=("غارة جوية",)),
        Trigger(id="adopt", type="other", verbs=("تبنى/يتبنى",), passives=("قُصف/يُقصف",)),
    ),
    "harms": (Harm(id="dead", slot="killed", victims=("قتيل",), victim_plurals=("قتلى",), verbs=("قتل/يقتل",)),),
    "people": (
        People(id="fighter", group="fighters", nouns=("مقاتل",), plurals=("مقاتلون",)),
        People(id="soldier", group="forces", nouns=("جندي",), plurals=("جنود",)),
        People(id="guard", group="forces", nouns=("حارس",), plurals=("حراس",)),
        People(id="keeper", group="people", nouns=("حارس",)),
    ),
    "actors": (
        ActorEntry(id="north", name="Northern Front", kind="non_state", forms=("جبهة الشمال", "ج.ش"), weak_forms=("الجبهة",)),
        ActorEntry(id="north-east", name="North-Eastern Front", kind="non_state", forms=("جبهة الشمال الشرقي",)),
        ActorEntry(id="south", name="Southern Front", kind="non_state", forms=("جبهة الجنوب",), weak_forms=("الجبهة",)),
    ),
}  # fmt: skip
SCANNER = Scanner(compile_forms(ENTRIES))


def scan(text: str) -> list[Hit]:
    return SCANNER.scan(Tokens(fold(text)))


def named(hits: list[Hit]) -> list[tuple[str, str]]:
    return [(ENTRIES[hit.kind][hit.entry].id, hit.pos) for hit in hits]


@pytest.mark.parametrize(
    ("word", "entry", "pos", "prefix", "article", "pronoun"),
    [
        ("غارة", "raid", "noun", "", False, ""),
        ("الغارة", "raid", "noun", "", True, ""),
        ("وغارة", "raid", "noun", "و", False, ""),
        ("فالغارة", "raid", "noun", "ف", True, ""),
        ("بغارة", "raid", "noun", "ب", False, ""),
        ("كغارة", "raid", "noun", "ك", False, ""),
        ("لغارة", "raid", "noun", "ل", False, ""),
        ("للغارة", "raid", "noun", "ل", True, ""),
        ("وبالغارة", "raid", "noun", "وب", True, ""),
        ("وللغارات", "raid", "plural", "ول", True, ""),
        ("غارتان", "raid", "dual", "", False, ""),
        ("بغارتين", "raid", "dual", "ب", False, ""),
        ("غارته", "raid", "noun", "", False, "ه"),
        ("غاراتهم", "raid", "plural", "", False, "هم"),
        ("وغاراتها", "raid", "plural", "و", False, "ها"),
        ("أغارت", "raid", "verb", "", False, ""),
        ("ستغير", "raid", "verb", "", False, ""),
        ("تبنته", "adopt", "verb", "", False, "ه"),
        ("تبناه", "adopt", "verb", "", False, "ه"),
        ("وتبنّت", "adopt", "verb", "و", False, ""),
        ("قُصفت", "adopt", "passive", "", False, ""),
        ("قتلوه", "dead", "verb", "", False, "ه"),
        ("القتلى", "dead", "victim_plural", "", True, ""),
        ("قتلاهم", "dead", "victim_plural", "", False, "هم"),
        ("قتيلا", "dead", "victim", "", False, ""),
        ("قتيلان", "dead", "victim_dual", "", False, ""),
        ("جنديين", "soldier", "dual", "", False, ""),
        ("جنودا", "soldier", "plural", "", False, "ا"),
        ("جنودنا", "soldier", "plural", "", False, "نا"),
        ("مقاتلين", "fighter", "plural", "", False, ""),
        ("مقاتلوه", "fighter", "plural", "", False, "ه"),
        ("مقاتلو", "fighter", "plural", "", False, ""),
        ("لمقاتليها", "fighter", "plural", "ل", False, "ها"),
    ],
)
def test_a_word_with_its_clitics(word: str, entry: str, pos: str, prefix: str, article: bool, pronoun: str) -> None:
    hits = scan(word)
    assert (entry, pos) in named(hits)
    hit = hits[named(hits).index((entry, pos))]
    assert (hit.first, hit.last) == (0, 1)
    assert (hit.prefix, hit.article, hit.pronoun) == (prefix, article, pronoun)


@pytest.mark.parametrize("word", ["مغارة", "بقتل", "القصف", "ال", "و", "غا", "الجندية", "جبهة", "غارةجوية", ""])
def test_words_that_are_no_form(word: str) -> None:
    assert scan(word) == []


def test_a_preposition_never_stands_before_a_verb() -> None:
    assert named(scan("قتل")) == [("dead", "verb")]
    assert scan("بقتل") == []


def test_the_longest_of_a_kind_wins() -> None:
    assert named(scan("شنت غارة جوية")) == [("air-raid", "noun")]
    assert named(scan("وجبهة الشمال الشرقي")) == [("north-east", "name")]
    assert named(scan("جبهة الشمال والشرقي")) == [("north", "name")]
    assert named(scan("جبهة الشمال")) == [("north", "name")]
    assert named(scan("غارة")) == [("raid", "noun")]


def test_forms_are_parted_as_texts_are() -> None:
    assert named(scan("قالت ج.ش أمس")) == [("north", "name")]


def test_an_ambiguous_word_keeps_its_readings() -> None:
    assert sorted(named(scan("حارس"))) == [("guard", "noun"), ("keeper", "noun")]


def test_names_take_no_pronoun_and_lose_no_article() -> None:
    assert scan("للجبهته") == []
    assert [hit.prefix for hit in scan("للجبهة")] == ["ل"]


def test_one_weak_form_stands_for_all_who_share_it() -> None:
    (hit,) = scan("قالت الجبهة")
    assert hit.pos == "weak"
    assert shared_forms(ENTRIES["actors"]) == {"الجبهه": [0, 2]}


def test_hits_come_in_order_and_do_not_depend_on_what_was_scanned_before() -> None:
    text = "وقتل جنديان وحارس في غارة جوية على جبهة الشمال الشرقي وبالغارات قتلى"
    hits = scan(text)
    assert [hit.first for hit in hits] == sorted(hit.first for hit in hits)
    assert hits == scan(text) == Scanner(compile_forms(ENTRIES)).scan(Tokens(fold(text)))


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_REMEMBERED", 3)
    scanner = Scanner(compile_forms(ENTRIES))
    for text in ("غارة على قرية", "غارة على جبهة الشمال", "قتل جندي", "غارة على جبهة الشمال"):
        assert scanner.scan(Tokens(fold(text))) == scan(text)
        assert len(scanner._known) + len(scanner._older) <= 8
