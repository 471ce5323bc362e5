"""What must hold for any date and any text."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from isnad.text.folding import fold
from isnad.times.calendar import Interval
from isnad.times.data import words
from isnad.times.expressions import find_times
from isnad.times.lexemes import CLASS_OF, LETTERS
from isnad.times.rules import RULES_AT

DAYS = st.dates(min_value=date(1930, 1, 1), max_value=date(2070, 12, 31))
MONTH_NAMES = {number: names.split() for number, names in words.GREGORIAN.items()}
QUARTERS = ("الأول", "الثاني", "الثالث", "الرابع")
SURFACES = sorted(CLASS_OF)
TOKENS = st.one_of(
    st.sampled_from(SURFACES),
    st.integers(0, 3000).map(str),
    st.sampled_from(list("/-–.،()\n ")),
    st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءabc12", max_size=5),
)
TEXTS = st.lists(TOKENS, max_size=14).map(" ".join) | st.text(max_size=60)


def interval(text: str) -> Interval:
    (found,) = find_times(fold(text), None)
    assert found.earliest is not None
    assert found.latest is not None
    return found.earliest, found.latest


@given(day=DAYS, data=st.data())
def test_a_coarser_expression_contains_the_finer(day: date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(MONTH_NAMES[day.month]))
    chain = [
        interval(f"{day.day} {name} {day.year}"),
        interval(f"{name} {day.year}"),
        interval(f"الربع {QUARTERS[(day.month - 1) // 3]} من عام {day.year}"),
        interval(f"عام {day.year}"),
    ]
    assert chain[0] == (day, day)
    for finer, coarser in pairwise(chain):
        assert coarser[0] <= finer[0] <= finer[1] <= coarser[1]


@given(day=DAYS, data=st.data())
def test_parts_lie_in_their_wholes(day: date, data: st.DataObject) -> None:
    """Halves of a month and of a year, its tenths, days of the first week, ranges: each in what it is a part of."""
    name = data.draw(st.sampled_from(MONTH_NAMES[day.month]))
    part = data.draw(
        st.sampled_from(
            [
                "مطلع",
                "منتصف",
                "أواخر",
                "النصف الأول من",
                "النصف الثاني من",
                "الأسبوع الأول من",
                "الأيام الثلاثة الأخيرة من",
            ]
        )
    )
    whole = data.draw(st.sampled_from([f"{name} {day.year}", f"عام {day.year}"]))
    wide = data.draw(
        st.sampled_from([f"بين عامي {day.year - 1} و{day.year + 1}", f"من عام {day.year - 2} إلى {day.year}"])
    )
    chain = [interval(f"{part} {whole}"), interval(whole), interval(wide)]
    for finer, coarser in pairwise(chain):
        assert coarser[0] <= finer[0] <= finer[1] <= coarser[1]


HIJRI_MONTHS = ("محرم", "صفر", "ربيع الأول", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة")


@given(year=st.integers(1350, 1490), month=st.sampled_from(HIJRI_MONTHS), number=st.integers(1, 29))
def test_a_hijri_day_lies_in_its_month_and_year(year: int, month: str, number: int) -> None:
    chain = [interval(f"{number} {month} {year}"), interval(f"{month} {year}هـ"), interval(f"عام {year}هـ")]
    for finer, coarser in pairwise(chain):
        assert coarser[0] <= finer[0] <= finer[1] <= coarser[1]


@given(published=DAYS, data=st.data())
def test_a_relative_day_lies_in_the_stretch_that_ends_with_it(published: date, data: st.DataObject) -> None:
    def told(text: str) -> Interval:
        (found,) = find_times(fold(text), published)
        assert found.earliest is not None
        assert found.latest is not None
        return found.earliest, found.latest

    count = data.draw(st.integers(3, 10))
    unit = data.draw(st.sampled_from(["أيام", "أسابيع", "أشهر", "سنوات"]))
    outer = told(f"خلال {count} {unit}")
    inner = told(
        data.draw(
            st.sampled_from(["أمس", "مساء أول من أمس", "اليوم", "قبل ثلاثة أيام", "خلال يومين", "الليلة الماضية"])
        )
    )
    assert outer[0] <= inner[0] <= inner[1] <= outer[1]


@given(text=TEXTS, published=st.dates() | st.none())
def test_any_text_is_read_and_spans_stay_inside(text: str, published: date | None) -> None:
    folded = fold(text)
    found = find_times(folded, published)
    ends = [0, *(position for e in found for position in (e.start, e.end)), len(folded)]
    assert ends == sorted(ends)
    for e in found:
        assert e.start < e.end
        assert (e.earliest is None) == (e.latest is None) == (e.unresolved is not None)
        assert e.earliest is None or e.latest is None or e.earliest <= e.latest


@given(published=DAYS, weekday=st.sampled_from(sorted(words.WEEKDAYS.items())))
def test_a_weekday_is_the_last_before_or_on_publication(published: date, weekday: tuple[str, int]) -> None:
    (bare,) = find_times(weekday[0], published)
    (past,) = find_times(f"{weekday[0]} الماضي", published)
    assert bare.earliest is not None
    assert past.earliest is not None
    assert bare.earliest.weekday() == past.earliest.weekday() == weekday[1]
    assert 0 <= (published - bare.earliest).days <= 6
    assert 1 <= (published - past.earliest).days <= 7


@given(text=st.lists(st.sampled_from(SURFACES), min_size=1, max_size=6).map(" ".join))
def test_every_rule_is_listed_under_each_class_it_can_start_with(text: str) -> None:
    letters = "".join(CLASS_OF[surface] for surface in text.split(" ") if surface in CLASS_OF)
    for letter in set(letters[:1]):
        listed = RULES_AT.get(letter, ())
        for rule in {rule for rules in RULES_AT.values() for rule in rules} - set(listed):
            match = rule.pattern.match(letters)
            assert match is None or _begins_with_an_edge(letters)


def _begins_with_an_edge(letters: str) -> bool:
    """Words that only open a phrase; the rules start at the word after them."""
    return letters[0] in {
        LETTERS[name] for name in ("of", "weekday_bare", "comma", "open", "dash", "lam", "al", "corresponding")
    }
