"""An outlet is one, by whatever name or web address a report gives it."""

import pytest

from isnad.lexicon.loading import load_lexicon
from isnad.linking.independence import Roots
from isnad.linking.outlets import outlet_domains, outlet_key
from isnad.model.mention import ReportFacts


@pytest.mark.parametrize(
    "name", ["aawsat.com", "www.aawsat.com", "https://aawsat.com/news/1", "صحيفة الشرق الأوسط", "الشرق الأوسط"]
)
def test_a_newspapers_page_and_its_name_are_one_root(name: str) -> None:
    assert Roots([]).of(ReportFacts(id="r", outlet=name), []) == "asharq-al-awsat"


def test_a_page_named_as_the_outlet_needs_no_entry() -> None:
    assert outlet_key("enabbaladi.net") == outlet_key("عنب بلدي") == "enab-baladi"


def test_who_is_not_known_is_called_as_the_report_calls_them() -> None:
    assert outlet_key("أخبار القرية") == outlet_key("اخبار القريه") == "اخبار القريه"
    assert outlet_key("village.example") == "village.example"


def test_every_outlet_of_the_table_is_in_the_lexicon() -> None:
    media = {actor.id for actor in load_lexicon().actors if actor.kind == "media"}
    assert set(outlet_domains().values()) <= media
