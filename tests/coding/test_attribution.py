"""Attribution: who is credited with which words, and through whom (codebook, `according_to`)."""

from collections.abc import Callable

import pytest

from isnad.coding.attribution import Attribution, find_attributions
from isnad.coding.reading import Reading
from isnad.coding.speakers import fuller_speakers, single_speakers, speaker_party

Read = Callable[[str], Reading]


def speakers(reading: Reading, attribution: Attribution) -> list[str]:
    return [reading.span(who.first, who.last, who.skip).text for who in attribution.chain]


def content(reading: Reading, attribution: Attribution) -> str:
    return reading.span(attribution.start, attribution.end).text


CREDITED = [
    ("verb", "قال مصدر أمني إن مسلحين هاجموا الحاجز", ["مصدر أمني"], "مسلحين هاجموا الحاجز"),
    ("verb", "مصادر طبية قالت إن القصف أوقع قتلى", ["مصادر طبية"], "القصف أوقع قتلى"),
    ("relay", "نقلت وكالة رويترز عن مسؤول محلي أن انفجارا وقع", ["وكالة رويترز", "مسؤول محلي"], "انفجارا وقع"),
    ("relay", "نقلت الصحيفة عن شهود عيان قولهم إن القصف توقف", ["الصحيفة", "شهود عيان"], "القصف توقف"),
    ("according", "بحسب مصدر طبي قتل ثلاثة رعاة", ["مصدر طبي"], "قتل ثلاثة رعاة"),
    ("according", "قتل ثلاثة رعاة في الوادي بحسب مصدر طبي", ["مصدر طبي"], "قتل ثلاثة رعاة في الوادي"),
    ("colon", "وكالة رويترز: مقتل جندي في الهجوم", ["وكالة رويترز"], "مقتل جندي في الهجوم"),
    ("verb", "قال مصدر أمني لوكالة رويترز إن قنبلة انفجرت", ["وكالة رويترز", "مصدر أمني"], "قنبلة انفجرت"),
]


@pytest.mark.parametrize(("pattern", "sentence", "chain", "words"), CREDITED)
def test_words_are_credited_to_a_chain_of_speakers(
    read: Read, pattern: str, sentence: str, chain: list[str], words: str
) -> None:
    reading = read(sentence)
    (attribution,) = find_attributions(reading)
    assert attribution.pattern == pattern
    assert speakers(reading, attribution) == chain
    assert content(reading, attribution) == words


def test_a_verb_without_subject_carries_the_last_speaker_on(read: Read) -> None:
    reading = read("قال ناطق باسم الشرطة إن عبوة انفجرت. وأضاف أن جنديين قتلا.")
    said, added = find_attributions(reading)
    assert speakers(reading, said) == speakers(reading, added) == ["ناطق باسم الشرطة"]
    assert [said.chain[0].carried, added.chain[0].carried] == [False, True]
    assert (added.sentence, content(reading, added)) == (1, "جنديين قتلا")


def test_nobody_is_carried_on_where_nobody_spoke(read: Read) -> None:
    assert find_attributions(read("وأضاف أن جنديين قتلا")) == []


def test_a_name_in_quotes_belongs_to_the_speaker_and_opens_no_speech(read: Read) -> None:
    reading = read("ذكرت صحيفة «صوت الوادي» أن مسلحين خطفوا تاجرا")
    (attribution,) = find_attributions(reading)
    assert reading.words(attribution.chain[0].first, attribution.chain[0].last) == "صحيفه صوت الوادي"
    assert content(reading, attribution) == "مسلحين خطفوا تاجرا"


def test_a_plain_sentence_credits_nobody(read: Read) -> None:
    assert find_attributions(read("انسحبت القوات من القرية")) == []


FOUND = [
    ("وكان ناطق باسم الشرطة قد قال إن عبوة انفجرت", ["ناطق باسم الشرطة"]),
    ("ذكرت وكالة رويترز نقلا عن مصدر طبي أن ثلاثة رعاة قتلوا", ["وكالة رويترز", "مصدر طبي"]),
    ("قال مسؤول محلي رفض ذكر اسمه لوكالة رويترز إن قنبلة انفجرت", ["وكالة رويترز", "مسؤول محلي"]),
    ("جاء ذلك بعد إعلان وزارة الداخلية أن قنبلة انفجرت", ["وزارة الداخلية"]),
    ("قال ناطق عسكري، العقيد سالم الرفاعي، إن قنبلة انفجرت", ["ناطق عسكري، العقيد سالم الرفاعي"]),
    (
        "قال سالم الرفاعي، أحد قادة الحركة، لوكالة رويترز إن قنبلة انفجرت",
        ["وكالة رويترز", "سالم الرفاعي، أحد قادة الحركة"],
    ),
    ("قال مصدر عسكري محلي لـ«صوت الوادي»: قنبلة انفجرت", ["صوت الوادي", "مصدر عسكري محلي"]),
    ("قال الناطق باسم الشرطة في تصريحات نقلتها وكالة رويترز إن قنبلة انفجرت", ["وكالة رويترز", "الناطق باسم الشرطة"]),
    ("قالت متحدثة باسم الشرطة إن قنبلة انفجرت", ["متحدثة باسم الشرطة"]),
    ("لكن فرق الإنقاذ، أكدت أن قنبلة انفجرت", ["فرق الإنقاذ"]),
    ("أصيب جنديان حسبما أفاد به سالم الرفاعي", ["سالم الرفاعي"]),
    ("اتهمت الحركة الجيش بقصف السوق", ["الحركة"]),
]


@pytest.mark.parametrize(("sentence", "chain"), FOUND)
def test_a_subject_is_found_wherever_it_stands(read: Read, sentence: str, chain: list[str]) -> None:
    reading = read(sentence)
    assert speakers(reading, find_attributions(reading)[0]) == chain


def test_a_noun_is_no_verb_of_saying_with_its_object(read: Read) -> None:
    assert find_attributions(read("شنت الشرطة حملة على القرية إضافة إلى مصدر المياه")) == []


def test_whom_a_call_is_aimed_at_does_not_speak(read: Read) -> None:
    reading = read("قال ناطق باسم الشرطة إن عبوة انفجرت. ودعا مناصري الحركة إلى الهدوء.")
    _, called = find_attributions(reading)
    assert speakers(reading, called) == ["ناطق باسم الشرطة"]


def test_what_nobody_says_is_credited_to_nobody(read: Read) -> None:
    reading = read("قال مصدر أمني إن قنبلة انفجرت. ويعتقد أن مسلحين زرعوها.")
    assert [attribution.sentence for attribution in find_attributions(reading)] == [0]


def test_a_bare_noun_stands_for_the_source_named_before(read: Read) -> None:
    reading = read("قال مصدر طبي إن جنديين قتلا. وأضاف المصدر أن ثالثا أصيب.")
    (bare, fuller) = next(iter(fuller_speakers(reading, find_attributions(reading)).items()))
    assert reading.words(bare, bare + 1) == "المصدر"
    assert reading.words(fuller.first, fuller.last) == "مصدر طبي"


def test_a_bare_noun_is_told_with_its_own_words_and_the_name_of_who_is_meant(read: Read) -> None:
    reading = read("قال مصدر طبي إن جنديين قتلا. وأضاف المصدر أن ثالثا أصيب.")
    _, added = find_attributions(reading)
    bare = added.chain[0]
    party = speaker_party(reading, bare, fuller_speakers(reading, find_attributions(reading))[bare.first])
    assert (party.text, party.name) == ("المصدر", "مصدر طبي")


def test_a_family_name_stands_for_who_was_named_in_full(read: Read) -> None:
    reading = read("قال سالم الرفاعي إن جنديين قتلا. وأضاف الرفاعي أن ثالثا أصيب.")
    _, added = find_attributions(reading)
    fuller = fuller_speakers(reading, find_attributions(reading))[added.chain[0].first]
    assert reading.span(fuller.first, fuller.last).text == "سالم الرفاعي"


NAMES = [
    ("قال الناطق الرسمي بمديرية المرور العقيد سالم الرفاعي إن جنديين قتلا", "العقيد سالم الرفاعي"),
    ("قال سالم الرفاعي مدير المشفى إن جنديين قتلا", "سالم الرفاعي"),
]


@pytest.mark.parametrize(("sentence", "name"), NAMES)
def test_a_speaker_with_a_title_is_named_by_the_shortest_part_that_names_him(
    read: Read, sentence: str, name: str
) -> None:
    reading = read(sentence)
    assert speaker_party(reading, find_attributions(reading)[0].chain[0]).name == name


def test_several_sources_in_one_breath_are_several(read: Read) -> None:
    reading = read("أكد شهود عيان ومصادر أمنية أن القصف توقف")
    (speaker,) = find_attributions(reading)[0].chain
    singles = [reading.span(s.first, s.last, s.skip).text for s in single_speakers(reading, speaker)]
    assert singles == ["شهود عيان", "مصادر أمنية"]
