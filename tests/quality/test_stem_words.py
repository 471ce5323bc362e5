"""Which words keep their first letters is told by counting."""

from quality.stem_words import own_words

TEXT = "وزير وزير الوزير وقال قال قال القصف قصف قصف بقصف بغداد بغداد ببغداد abc 12".split()


def test_words_whose_rest_is_no_word_are_their_own() -> None:
    assert own_words(TEXT, 2) == ["بغداد", "قال", "قصف", "وزير"]


def test_rare_words_are_left_out() -> None:
    assert own_words(["وزير"], 2) == []
