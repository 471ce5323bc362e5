"""Excerpts and statements: candidates with their cuts, and the judge's choice among them."""

from collections.abc import Callable

from isnad.coding.changes import cues_of, find_assessments, find_situations
from isnad.coding.excerpts import begins_of, ends_of
from isnad.coding.judging import Judge, Question
from isnad.coding.quoting import content_ends
from isnad.coding.reading import Reading
from isnad.coding.statements import find_statements
from isnad.coding.workup import Workup

Read = Callable[[str], Reading]

CONTROL = "قصفت الطائرات قرية يسيطر عليها تنظيم داعش، وقتل راعيان."


def judge(**questions: Question) -> Judge:
    return Judge({name.replace("_", " "): question for name, question in questions.items()})


def test_a_cue_is_cut_at_any_word_of_its_sentence(read: Read) -> None:
    reading = read(CONTROL)
    ((hit, kind, _),) = [row for row in cues_of(Workup(reading), "situation") if row[1] == "control"]
    assert kind == "control"
    assert [word for word, _ in begins_of(reading, hit.first, hit.pos)] == list(range(hit.first + 1))
    assert [word for word, _ in ends_of(reading, hit.last, hit.pos)] == list(range(hit.last, len(reading.tokens) + 1))


def test_a_situation_is_told_where_the_judge_says_yes_and_cut_where_it_says(read: Read) -> None:
    yes = Question({"sort:control": 5.0}, 0.5)
    comma, facility = Question({"sign:،": 9.0}), Question({"at:facilities": 4.0, "own:ق…": 2.0, "distance:1": 3.0})
    asked = judge(situation=yes, excerpt_begin=facility, excerpt_end=comma)
    (found,) = find_situations(Workup(read(CONTROL)), asked)
    assert (found.kind, found.text) == ("control", "قرية يسيطر عليها تنظيم داعش")
    refused = judge(situation=Question({"sort:control": -5.0}, 0.5))
    assert find_situations(Workup(read(CONTROL)), refused) == ()


def test_a_statement_may_end_before_a_further_saying(read: Read) -> None:
    work = Workup(read("قال مصدر طبي إن القصف أوقع ثلاثة قتلى من الرعاة وأضاف أن الجرحى نقلوا إلى المدينة."))
    words = work.reading.tokens.words
    ends = [words[end] for end, _ in content_ends(work, 0) if end < len(words)]
    assert "واضاف" in ends
    asked = judge(statement=Question({}, 0.0), statement_end=Question({"says:say:verb": 9.0}))
    said = find_statements(work, asked)[0]
    assert said.text == "القصف أوقع ثلاثة قتلى من الرعاة"
    assert [speaker.text for speaker in said.chain] == ["مصدر طبي"]


BOLDER = "أصبحت هجمات داعش أكثر جرأة، وفي بعض الحالات أكثر تعقيدا، ومنها سلسلة من الهجمات المنسقة والمتزامنة."


def test_the_same_words_may_tell_several_changes(read: Read) -> None:
    whole = judge(
        assessment=Question({}, 0.0), excerpt_begin=Question({"sign:^": 9.0}), excerpt_end=Question({"sign:$": 9.0})
    )
    found = find_assessments(Workup(read(BOLDER)), whole)
    assert {"boldness", "complexity", "coordination"} <= {assessment.measure for assessment in found}
    assert len({(a.start, a.end, a.measure) for a in found}) == len(found)


def test_whose_change_it_is_may_stand_before_the_words_that_tell_it(read: Read) -> None:
    bare = judge(
        assessment=Question({"cue:complexity": 9.0, "bias": -5.0}, 0.5),
        excerpt_begin=Question({"distance:0": 9.0}),
        excerpt_end=Question({"distance:0": 9.0}),
    )
    (found,) = find_assessments(Workup(read(BOLDER)), bare)
    assert found.text == "أكثر تعقيدا"
    assert found.actor is not None
    assert found.actor.name == "Islamic State"


def test_a_condition_is_told_once_though_two_cues_stand_in_it(read: Read) -> None:
    whole = judge(
        situation=Question({}, 0.0), excerpt_begin=Question({"sign:^": 9.0}), excerpt_end=Question({"sign:$": 9.0})
    )
    text = "تنتشر خلايا نائمة في قرية يسيطر عليها تنظيم داعش"
    assert len(list(cues_of(Workup(read(text)), "situation"))) > 1
    assert len(find_situations(Workup(read(text)), whole)) == 1
