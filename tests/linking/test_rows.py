"""A mention as a row."""

from datetime import date

from isnad.linking.rows import WEAK_DAYS, kins_of, to_row
from tests.linking.making import DAY, loss, mention, when

_TEXT = "قتل ثلاثة مدنيين في قصف على قرية خربوشة بريف إدلب. وفي دمشق اجتماع."


def test_a_day_of_the_text_is_taken_and_publication_left_out() -> None:
    found = to_row(mention(_TEXT, "قصف", when=when(date(2022, 3, 1), date(2022, 3, 1)), killed=loss(3, None)), _TEXT)
    assert (found.first, found.last, found.weak) == (date(2022, 3, 1).toordinal(),) * 2 + (False,)
    assert (found.killed_low, found.killed_high, found.wounded_low) == (3, None, None)


def test_without_a_day_publication_stands_in_marked_weak_unless_withheld() -> None:
    told = mention(_TEXT, "قصف")
    found = to_row(told, _TEXT)
    assert (found.first, found.last, found.weak) == (DAY.toordinal() - WEAK_DAYS, DAY.toordinal(), True)
    withheld = to_row(told, _TEXT, use_publication=False)
    assert (withheld.first, withheld.last, withheld.weak) == (None, None, False)


def test_a_village_that_no_gazetteer_has_is_named_and_gives_its_words() -> None:
    found = to_row(mention(_TEXT, "قصف", place="خربوشة"), _TEXT)
    assert found.named
    assert found.place_words == ("خربوشه",)
    assert "خربوشه" in found.words
    assert found.cell == (71, 73)


def test_types_that_outlets_mix_up_are_kin() -> None:
    assert set(kins_of("shelling")) & set(kins_of("killing"))
    assert not set(kins_of("protest")) & set(kins_of("air_strike"))
