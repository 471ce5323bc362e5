"""A verdict as a brief tells it."""

from datetime import date

from isnad.model.assertion import Asserted, Assertion
from isnad.model.finding import Amount, Change, Comparison, Period, Ratio
from isnad.model.scope import Scope
from isnad.model.slots import Party
from isnad.model.verdict import Verdict
from isnad.publishing.brief_checked import checked_from
from isnad.publishing.brief_request import Checked
from isnad.publishing.pseudonyms import Pseudonyms
from tests.publishing.brief_record import asked

PERSON = Party(text="الباحث سالم الراوي", start=0, end=18, name="سالم الراوي", role="الباحث")


def checked(profile: str, language: str = "en") -> Checked:
    assertion = Assertion(text="تضاعفت  الهجمات", measure="frequency", direction="increase", chain=(PERSON,))
    before, after = Period(date(2023, 2, 1), date(2023, 2, 28)), Period(date(2023, 3, 1), date(2023, 3, 31))
    compared = Comparison(
        name="all_sources",
        before=Amount(count=10, exposure=28, incidents=10),
        after=Amount(count=25, exposure=31, incidents=25),
        ratio=Ratio(value=2.26, low=1.1, high=4.7, model="poisson"),
    )
    change = Change(
        measure="frequency",
        scope=Scope(),
        before=(before,),
        after=after,
        unit="week",
        verdict="rise",
        reason="interval_apart_from_none",
        all_sources=compared,
    )
    verdict = Verdict(
        assertion=assertion,
        ruling="supported",
        reason="change_shown",
        measure="frequency",
        change=change,
        incidents=(("m-1",), ()),
    )
    by = Asserted(said=assertion, report="r1", outlet="صحيفة الضفة", published=date(2023, 3, 20), start=0, end=15)
    return checked_from(by, verdict, asked(profile=profile, language=language), Pseudonyms("0" * 32).party)


def test_the_figures_of_the_verdict_are_told() -> None:
    found = checked("private")
    assert found.text == "تضاعفت الهجمات"
    assert "before 10, in it 25; ratio 2.26 (1.10 to 4.70)" in found.basis
    assert (found.verdict, found.reports, found.incidents) == ("supported", ("r1",), ("m-1",))


def test_who_said_it_by_profile() -> None:
    assert "20 March 2023 ← person-" in checked("partner").by
    assert "سالم" not in checked("partner", "ar").by
    assert checked("public", "ar").by == "صحيفة الضفة، 20 آذار/مارس 2023"
