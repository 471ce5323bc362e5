"""Bad and odd input for the whole coder: nothing crashes, every span is to the letter, time stays in proportion."""

import time
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isnad.coding.coder import Coder
from isnad.lexicon.loading import load_lexicon
from isnad.model.coded import CodedReport
from isnad.model.report import Report
from isnad.text.folding import fold
from tests.coding.spans import wrong_spans

DAY = date(2022, 4, 21)
SENTENCE = "قُتل ثلاثة جنود أمس في هجوم شنه مسلحون مجهولون على حاجز للجيش شرق حمص، بحسب مصادر محلية. "
QUOTING = 'وقال المتحدث إن "القصف أصاب حي الزهراء في حلب" وأضاف «قتل خمسة مدنيين» في الرقة يوم الاثنين. '
PLAIN = "وتابعت الوكالة وصف المدينة وأسواقها وأحوال أهلها.\n"
ENGLISH = "Three soldiers were killed yesterday in an attack on a checkpoint east of Homs, local sources said. "
MARKS = "\u064b\u064e\u064f\u0650\u0651\u0652\u0670\u0640"
CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\ufeff\u00ad"


@cache
def coder() -> Coder:
    return Coder()


def code(text: str, published: date | None = DAY) -> CodedReport:
    """`text` coded, by way of `code` and not the stream, so that an exception shows."""
    coded = coder().code(Report(id="r", text=text, published=published))
    assert coded.text == text
    assert wrong_spans(coded) == []
    return coded


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\r\n",
        MARKS * 20,
        "؟!،؛.…«»“”\"'()[]" * 30,
        "😀🇸🇾👨‍👩‍👧" * 40,
        CONTROLS * 20,
        "140 ٣٠ ۷ 1٬200 2.5",
        "\x00\x01\x7f",
    ],
    ids=["empty", "blank", "diacritics", "punctuation", "emoji", "controls", "numbers", "control characters"],
)
def test_a_text_that_says_nothing_gives_nothing(text: str) -> None:
    coded = code(text)
    assert (coded.incidents, coded.statements, coded.unread, coded.error) == ((), (), (), None)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE.replace("،", "").replace(".", "") * 40,
        SENTENCE.replace(" ", f" {CONTROLS} "),
        "".join(letter + MARKS for letter in SENTENCE if letter not in MARKS),
        "😀" * 7 + SENTENCE,
        "«" * 300 + SENTENCE + "”" * 300,
        ENGLISH + SENTENCE * 3,
        SENTENCE + ENGLISH,
    ],
    ids=[
        "no punctuation",
        "controls",
        "diacritics",
        "emoji",
        "quotation marks",
        "mixed",
        "mixed, less",
    ],
)
def test_an_odd_text_still_tells_its_incident(text: str) -> None:
    coded = code(text)
    assert coded.skipped is None
    assert coded.incidents
    # Words apart from their sentence may lose their toll, but none may make one up.
    assert {incident.killed.low for incident in coded.incidents if incident.killed} <= {3}


@pytest.mark.parametrize(
    "text",
    [SENTENCE.replace(" ", "\r\n"), SENTENCE[::-1], SENTENCE.replace(" ", ""), " ".join(SENTENCE), "«قصف» " * 500],
    ids=["a word a line", "backwards", "no spaces", "a letter a word", "quoted words"],
)
def test_a_text_torn_apart_is_read_as_far_as_it_goes(text: str) -> None:
    coded = code(text)
    assert {incident.killed.low for incident in coded.incidents if incident.killed} <= {3}


def test_marks_and_controls_change_no_value() -> None:
    plain = code(SENTENCE)
    noisy = code("".join(letter + "\u0640\u064e\u200f" if letter.isalpha() else letter for letter in SENTENCE))
    assert _values(noisy) == _values(plain)
    assert plain.incidents


def _values(coded: CodedReport) -> list[tuple[object, ...]]:
    return [
        (
            incident.type,
            incident.status,
            incident.when and incident.when.earliest,
            incident.where and incident.where.gazetteer_id,
            incident.killed and (incident.killed.low, incident.killed.high),
            [party.id for party in (*incident.perpetrators, *incident.targets)],
        )
        for incident in coded.incidents
    ]


@pytest.mark.parametrize(
    "text",
    [ENGLISH * 3, "Üç asker dün Humus'ta öldürüldü. " * 5, "در حمله‌ای سه سرباز کشته شدند و چند تن زخمی شدند. " * 5],
)
def test_another_language_is_skipped(text: str) -> None:
    coded = code(text)
    assert (coded.skipped, coded.incidents, coded.error) == ("language", (), None)


@pytest.mark.parametrize("published", [None, date.min, date.max, date(1, 1, 2), date(2024, 2, 29)])
def test_any_day_of_publication_will_do(published: date | None) -> None:
    texts = (
        SENTENCE,
        "قبل ثلاثة أشهر قُتل جندي في حمص. ",
        "يوم الجمعة المقبل قصف حلب، ومنذ 30 عاما هجوم في الرقة في رمضان الماضي.",
    )
    for text in texts:
        assert code(text, published).error is None


def test_a_report_that_fails_is_told_of_and_the_next_is_coded(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Coder()
    read = broken._preparer.read

    def fail_once(report: Report) -> object:
        if report.id == "bad":
            raise ZeroDivisionError("of a stage")
        return read(report)

    monkeypatch.setattr(broken._preparer, "read", fail_once)
    bad, good = broken.code_many([Report(id=name, text=SENTENCE) for name in ("bad", "good")])
    assert bad.error is not None
    assert (bad.id, bad.error.kind) == ("bad", "internal")
    assert "ZeroDivisionError: of a stage" in bad.error.message
    assert good.error is None
    assert good.incidents


@pytest.mark.parametrize(
    "unit", [SENTENCE, SENTENCE + PLAIN * 40, QUOTING, SENTENCE.replace(".", "").replace("،", ""), "« قصف ", "ق", "مقتل وإصابة "],
    ids=["dense", "sparse", "quoting", "no punctuation", "open quotations", "one word", "heads alone"],
)  # fmt: skip
def test_time_grows_with_the_text(unit: str) -> None:
    """Four times the text costs four times the work, not sixteen times; half of that leaves room for a busy machine."""
    small, large = 60_000, 240_000
    code((unit * small)[:small])
    assert _seconds(unit, large) <= 8 * _seconds(unit, small) + 0.2


def _seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    found = []
    for _ in range(2):
        start = time.process_time()
        coder().code(Report(id="r", text=text, published=DAY))
        found.append(time.process_time() - start)
    return min(found)


@cache
def _words() -> list[str]:
    """Folded first words of the lexicon's forms, in a fixed order, a few hundred of all kinds."""
    return sorted(load_lexicon().forms)[::29]


ANY_WORD = st.deferred(lambda: st.sampled_from(_words()))
NUMBERS = st.sampled_from(
    ["140", "٣٠", "۷", "1,200", "ثلاثة", "مئة وأربعون", "عشرات", "ما لا يقل عن", "2.5 مليون", "بين 3 و5"]
)
CONTEXT = st.sampled_from(
    [
        *SENTENCE.split(),
        *QUOTING.split(),
        "أمس",
        "في مارس/آذار 2022",
        "قبل ثلاثة أشهر",
        "ريف حمص",
        "داعش",
        "قسد",
        "قال مصدر إن",
    ]
)
BREAKS = st.sampled_from(
    [" ", " ", " ", " ", "، ", ". ", ".\n", "\n", ": ", " «", "» ", ' "', '" ', "\r\n", " - ", "؟ ", ""]
)
NOISE = st.text(MARKS + CONTROLS, max_size=2)


@st.composite
def news(draw: st.DrawFn) -> str:
    """News-like text: words of the lexicon, numbers, times and places, with marks and controls strewn in."""
    parts = []
    for word in draw(st.lists(ANY_WORD | CONTEXT | NUMBERS, max_size=50)):
        at = draw(st.integers(0, len(word)))
        parts.append(word[:at] + draw(NOISE) + word[at:] + draw(BREAKS))
    return "".join(parts)


@given(news(), st.none() | st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_every_span_of_generated_news_is_to_the_letter(text: str, published: date | None) -> None:
    coded = code(text, published)
    assert all(incident.when is None for incident in coded.incidents) or published or _has_year(text)


def _has_year(text: str) -> bool:
    return "2022" in fold(text)
