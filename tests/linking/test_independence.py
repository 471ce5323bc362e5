"""To whom a value goes back."""

from isnad.linking.independence import Roots, party_key
from tests.linking.builders import LOCALS, MINISTRY, WATCH, mention, party


def test_ten_outlets_quoting_one_ministry_are_one_root() -> None:
    told = [mention(seq, f"صحيفة {seq}", chain=[MINISTRY]) for seq in range(10)]
    assert {Roots(told).of_mention(each) for each in told} == {"nahrayn-health"}


def test_the_furthest_of_a_chain_counts() -> None:
    told = mention(1, "صحيفة الضفة", chain=[party("وكالة النهر", "nahr", "media"), WATCH])
    assert Roots([told]).of_mention(told) == "daffa-watch"


def test_unnamed_sources_belong_to_whom_quotes_them() -> None:
    own = mention(1, "صحيفة الضفة", chain=[LOCALS])
    relayed = mention(2, "صحيفة الجبل", chain=[party("وكالة النهر", "nahr", "media"), LOCALS])
    roots = Roots([own, relayed])
    assert roots.of_mention(own) == "صحيفه الضفه"
    assert roots.of_mention(relayed) == "nahr"


def test_an_outlets_own_correspondent_is_the_outlet() -> None:
    told = mention(1, "صحيفة الضفة", chain=[party("مراسل صحيفة الضفة")])
    assert Roots([told]).of_mention(told) == "صحيفه الضفه"
    named = mention(2, "صحيفة الضفة", chain=[party("سالم الراوي")])
    assert Roots([named]).of_mention(named) == "سالم الراوي"


def test_a_copy_has_the_root_of_its_original_through_other_copies() -> None:
    told = [mention(1, "وكالة النهر"), mention(2, "صحيفة أ", copy_of="r1"), mention(3, "صحيفة ب", copy_of="r2")]
    roots = Roots(told)
    assert {roots.of_mention(each) for each in told} == {"وكاله النهر"}


def test_copies_of_a_report_that_is_not_here_are_one_root() -> None:
    told = [mention(2, "صحيفة أ", copy_of="r1"), mention(3, "صحيفة ب", copy_of="r1")]
    assert {Roots(told).of_mention(each) for each in told} == {"report:r1"}


def test_copies_that_name_each_other_do_not_go_round_for_ever() -> None:
    told = [mention(1, "أ", copy_of="r2"), mention(2, "ب", copy_of="r1")]
    assert Roots(told).of_mention(told[0]) == fold_name("ب")


def fold_name(name: str) -> str:
    return party_key(party(name))


def test_an_outlet_that_others_quote_is_the_party_they_quote() -> None:
    agency = mention(1, "وكالة النهر")
    quoting = mention(2, "صحيفة الضفة", chain=[party("وكالة النهر", "nahr", "media")])
    roots = Roots([agency, quoting])
    assert roots.of_mention(agency) == roots.of_mention(quoting) == "nahr"


def test_a_report_without_an_outlet_stands_for_itself() -> None:
    told = mention(4)
    assert Roots([told]).of_mention(told) == "report:r4"
