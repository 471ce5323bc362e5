"""What reports say besides their slots: places named in passing, the day of telling, the words of the same sentences."""

import pytest
from msgspec.structs import replace

from isnad.linking.clustering import group
from isnad.linking.rows import Row, to_row
from isnad.linking.wording import MOST_SAID, common_words, name_words, said_words, word_number
from tests.linking.making import DAY, THRESHOLDS, members, mention, pair, row

pytest.importorskip("duckdb", reason="isnad[link] is not installed")

from isnad.linking.scoring import score_pairs

_FAR = {"place": "own:other", "latitude": 36.0, "place_words": (), "words": ()}
_TEXT = "قصفت المدفعية سوق بلدة تل الزعتر. وفي خبر آخر سار موكب."


def levels(one: Row, other: Row) -> dict[str, str] | None:
    return next((found.levels for found in score_pairs([one, other], keep=0.0)), None)


def test_a_place_that_the_other_names_speaks_less_against() -> None:
    one, other = row(1, names=(11, 12), said=(1, 11, 12)), row(2, **_FAR, names=(13,), said=(1, 11, 12, 13))
    assert (levels(one, other) or {})["place"] == "within 30 km, named in the other"
    assert (levels(one, replace(other, said=(1, 11, 13))) or {})["place"] == "within 30 km"


def test_days_that_differ_speak_less_against_two_that_tell_on_one_day() -> None:
    day = DAY.toordinal()
    one, other = row(1, published=day), row(2, first=day - 3, last=day - 3, published=day)
    assert (levels(one, other) or {})["day"] == "days between, told on one day"
    assert (levels(one, replace(other, published=day + 1)) or {})["day"] == "up to three days"


def test_common_sentences_count_where_rare_words_are_wanting() -> None:
    one = row(1, words=(), said=tuple(range(20)))
    for shared, level in (
        (8, "none, said much alike"),
        (4, "none, said alike"),
        (2, "none, said a little alike"),
        (1, "none"),
    ):
        other = row(2, words=(), said=tuple(range(20 - shared, 40 - shared)))
        assert (levels(one, other) or {})["words"] == level


def test_only_the_words_of_a_mentions_own_sentence_are_said_and_the_common_ones_are_not() -> None:
    told = mention(_TEXT, "قصفت")
    said = set(said_words(told, _TEXT))
    assert word_number("زعتر") in said
    assert word_number("موكب") not in said
    assert not said & {word_number(word) for word in common_words()}
    assert (
        len(
            said_words(told, "قصفت " + " ".join(f"كلمه{chr(0x627 + n % 28)}{chr(0x627 + n // 28)}" for n in range(200)))
        )
        == MOST_SAID
    )


def test_a_row_without_publication_knows_no_day_of_telling() -> None:
    told = mention(_TEXT, "قصفت")
    assert to_row(told, _TEXT).published == DAY.toordinal()
    assert to_row(told, _TEXT, use_publication=False).published is None
    assert name_words(told) == ()


def test_the_likeliest_clusters_join_first_whatever_numbers_they_have() -> None:
    """One telling that is likely to be either of two goes where it is likelier, also if it came first or last."""
    for names in ((1, 2, 3, 4), (4, 3, 2, 1), (3, 1, 4, 2)):
        a, b, c, d = names
        pairs = [
            pair(a, b, 0.97),
            pair(c, d, 0.97),
            pair(b, c, 0.6),
            pair(a, c, 0.55),
            pair(a, d, 0.002),
            pair(b, d, 0.002),
        ]
        assert set(group(members(4), pairs, [], THRESHOLDS)) == {frozenset({a, b}), frozenset({c, d})}
