"""The page of assertions holds ids and figures, and no words of reports."""

from datetime import date

from isnad.model.assertion import Asserted, Assertion, Refusal
from isnad.model.finding import Period
from isnad.model.verdict import Ranked, Ranking, Verdict
from quality.assertions_page import page

SAID = Assertion(text="كلمات الخبر نفسها", measure="lethality", direction="record")
RANKING = Ranking(
    own=Ranked(incidents=("i-1",), period=Period(date(2022, 1, 20), date(2022, 1, 20)), low=3, best=4, high=None),
    compared=12,
)
VERDICT = Verdict(
    assertion=SAID,
    ruling="supported",
    reason="greatest",
    measure="lethality",
    period=Period(date(2022, 1, 20), date(2022, 1, 20)),
    ranking=RANKING,
    incidents=(tuple(f"i-{number}" for number in range(8)), ()),
)
REFUSED = Refusal(text="كلمات أخرى", reason="no_change")


def asserted(said: Assertion | Refusal, report: str) -> Asserted:
    return Asserted(said=said, report=report, start=0, end=4)


def test_ids_and_figures_stand_and_no_words() -> None:
    made = page([[(asserted(SAID, "r1"), VERDICT), (asserted(REFUSED, "r2"), REFUSED)]], ["r1"], "A record.")
    assert "1 reports, 2 assertions" in made
    assert "supported (greatest)" in made
    assert "own: 3–4–∞; held against 12" in made
    assert "`i-0`, `i-1`, `i-2`, `i-3`, `i-4`, `i-5` and 2 more" in made
    assert "**r1**" in made
    assert "no_change 1" in made
    assert not any("\u0600" <= letter <= "\u06ff" for letter in made)
