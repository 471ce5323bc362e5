"""Near-copies are told by their words, whatever the order and the sketch; datasketch as the oracle."""

import random
from datetime import date

import pytest
from datasketch import MinHash, MinHashLSH
from hypothesis import given
from hypothesis import strategies as st

from isnad.linking.candidates import Sampled
from isnad.linking.copies import CopyIndex, Likeness, Text, originals
from isnad.linking.shingles import containment, folded_digest, word_shingles

VOCABULARY = [f"{first}{second}{third}" for first in "قصفعبد" for second in "ارنمسل" for third in "تحبكد"]
DAY = date(2023, 5, 1)


def story(seed: int, words: int = 120) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=words)


def edited(words: list[str], every: int) -> list[str]:
    """The words with one in `every` put otherwise."""
    return [word if index % every else f"{word}ون" for index, word in enumerate(words)]


def text(seq: int, words: list[str], day: int = 1) -> Text:
    return Text(seq=seq, text=" ".join(words), published=DAY.replace(day=day))


def alike(texts: list[Text]) -> list[Likeness]:
    index = CopyIndex()
    return [likeness for each in texts for likeness in index.add(each)]


def test_the_same_words_with_other_marks_are_a_copy() -> None:
    first = Text(seq=1, text="قُتِل ثلاثةُ أشخاص في القصف.")
    second = Text(seq=2, text="«قتل ثلاثة اشخاص» في القصـف")
    assert alike([first, second]) == [Likeness(earlier=1, later=2, share=1.0, kind="copy")]
    assert folded_digest(first.text) == folded_digest(second.text)


def test_a_copy_edited_by_a_desk_is_a_copy_and_another_story_is_not() -> None:
    wire = story(1)
    found = alike([text(1, wire), text(2, edited(wire, 20)), text(3, story(2)), text(4, edited(wire, 5))])
    assert [(each.earlier, each.later, each.kind) for each in found] == [(1, 2, "copy")]


def test_the_original_is_the_earliest_published_even_if_it_came_last() -> None:
    wire = story(3)
    texts = [text(1, edited(wire, 30), day=2), text(2, wire, day=3), text(3, wire, day=1)]
    assert originals(alike(texts), texts) == {1: 3, 2: 3}


def test_without_a_day_the_first_that_arrived_is_the_original() -> None:
    wire = " ".join(story(4))
    texts = [Text(seq=7, text=wire), Text(seq=5, text=wire)]
    assert originals(alike(texts), texts) == {7: 5}


def test_a_round_up_holds_two_stories_and_joins_neither_with_the_other() -> None:
    one, other = story(5, 60), story(6, 60)
    texts = [text(1, one), text(2, other), text(3, one + other + story(7, 60), day=2)]
    found = alike(texts)
    assert {(each.earlier, each.later, each.kind) for each in found} == {(1, 3, "holds"), (2, 3, "holds")}
    assert originals(found, texts) == {}


def test_a_few_lines_cut_from_a_long_story_are_a_copy() -> None:
    long = story(8, 900)
    texts = [text(1, long), text(2, long[300:400], day=2)]
    assert originals(alike(texts), texts) == {2: 1}


def test_a_headline_is_no_copy_of_the_story_it_stands_in() -> None:
    wire = story(9)
    assert alike([text(1, wire), text(2, wire[:9])]) == []


def test_texts_without_words_are_alike_with_nothing() -> None:
    assert alike([Text(seq=1, text=" … "), Text(seq=2, text="")]) == []
    assert word_shingles(" . ") == frozenset()
    assert len(word_shingles("قصف البلدة")) == 1
    assert containment(frozenset(), frozenset()) == 0.0


def test_a_text_known_already_is_not_taken_in_again() -> None:
    index = CopyIndex()
    assert index.add(text(1, story(1))) == []
    assert index.add(text(1, story(1))) == []


def test_a_copy_of_one_of_several_twins_is_alike_with_each() -> None:
    wire = story(10)
    found = alike([text(1, wire), text(2, wire), text(3, edited(wire, 25))])
    assert {(each.earlier, each.later) for each in found} == {(1, 2), (1, 3), (2, 3)}


def test_an_index_filled_again_answers_as_the_one_that_grew() -> None:
    wire = story(11)
    texts = [text(1, wire), text(2, edited(wire, 15)), text(3, story(12))]
    grown, filled = CopyIndex(), CopyIndex()
    for each in texts:
        grown.add(each)
    filled.extend(texts)
    newcomer = text(4, edited(wire, 40))
    assert filled.add(newcomer) == grown.add(newcomer) != []


@given(st.permutations(range(6)))
def test_the_order_of_arrival_in_the_index_changes_nothing(order: list[int]) -> None:
    wire = story(13)
    texts = [
        text(seq, words, day=1 + seq % 2)
        for seq, words in enumerate([wire, edited(wire, 30), wire, story(14), edited(story(14), 25), story(15)])
    ]
    told = alike([texts[index] for index in order])
    assert {frozenset((each.earlier, each.later)) for each in told} == {
        frozenset(pair) for pair in [(0, 1), (0, 2), (1, 2), (3, 4)]
    }
    assert originals(told, texts) == {1: 0, 2: 0, 3: 4}


def test_a_formula_that_stands_in_too_many_texts_is_not_followed() -> None:
    sampled, formula = Sampled(), frozenset(range(0, 80, 8))
    for number in range(402):
        sampled.add(number, formula)
    assert sampled.ask(formula) == []


@pytest.mark.parametrize("every", [12, 20, 40])
def test_nothing_is_missed_that_datasketch_finds(every: int) -> None:
    wires = [story(seed) for seed in range(40)]
    texts = [text(seed, wire) for seed, wire in enumerate(wires)]
    copies = [text(100 + seed, edited(wire, every)) for seed, wire in enumerate(wires)]
    ours = {(each.earlier, each.later) for each in alike([*texts, *copies]) if each.later >= 100}
    assert _by_datasketch(texts, copies) <= ours == {(seed, 100 + seed) for seed in range(40)}


def _by_datasketch(texts: list[Text], copies: list[Text]) -> set[tuple[int, int]]:
    lsh = MinHashLSH(threshold=0.6, num_perm=128)
    for each in texts:
        lsh.insert(each.seq, _min_hash(each))
    return {(found, each.seq) for each in copies for found in lsh.query(_min_hash(each))}


def _min_hash(each: Text) -> MinHash:
    sketched = MinHash(num_perm=128, seed=1)
    sketched.update_batch([str(shingle).encode() for shingle in word_shingles(each.text)])
    return sketched
