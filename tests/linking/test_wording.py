"""Rare words of a mention."""

from isnad.linking.wording import MOST_WORDS, bare, everyday_words, rare_words
from tests.linking.making import mention

_TEXT = "قصف الجيش قرية خربوشة بريف إدلب وقتل زعفران الطويراني. واجتمع الوزير في شنقيطة."


def test_the_article_and_what_is_written_onto_it_fall() -> None:
    assert {bare(word) for word in ("المزرعه", "بالمزرعه", "والمزرعه", "مزرعه")} == {"مزرعه"}
    assert bare("الم") == "الم"


def test_names_are_rare_everyday_words_and_other_sentences_are_not_taken() -> None:
    found = rare_words(mention(_TEXT, "قصف"), _TEXT)
    assert {"زعفران", "طويراني", "خربوشه"} <= set(found)
    assert not set(found) & everyday_words()
    assert "شنقيطه" not in found


def test_there_are_never_too_many() -> None:
    letters = "بتثجحخدذرزسشصضطظعغفقكلمنهي"
    text = "قصف " + " ".join(f"{one}غظ{other}ضث" for one in letters for other in letters[:3])
    assert len(rare_words(mention(text, "قصف"), text)) == MOST_WORDS
