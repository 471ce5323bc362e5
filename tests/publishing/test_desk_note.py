"""A desk note reads as one: three outlets with rival tolls, in both languages, held to the letter."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from isnad.lexicon.loading import load_lexicon
from isnad.linking.assembling import assemble
from isnad.model.mention import Mention
from isnad.model.recorded import RecordedIncident, ReportRole, Reviewed
from isnad.model.slots import Loss, Party, Weapon, When, Where
from isnad.model.span import Span
from isnad.publishing.arabic_names import party_labels, read_names
from isnad.publishing.desk_note import desk_note
from isnad.publishing.noted import note_labels, roots_phrase
from isnad.publishing.wording import Language
from tests.linking.builders import judgement, mention

DAY = date(2023, 3, 10)
NEXT = DAY + timedelta(days=1)
HERE = Path(__file__).parent


def words(text: str, start: int) -> dict[str, object]:
    return {"start": start, "end": start + len(text), "text": text}


def source(text: str, name: str, key: str, kind: str = "organisation") -> Party:
    return Party(text=text, name=name, id=key, kind=kind, start=0, end=len(text))  # type: ignore[arg-type]


HEALTH = source("وزارة الصحة في النهرين", "Nahrayn Health Ministry", "nahrayn-health", "state")
WATCH = source("مرصد الضفة", "Daffa Watch", "daffa-watch")
NORTH = source("قوات الشمال", "North Forces", "north-forces", "non_state")
SOUTH = source("لواء الجنوب", "South Brigade", "south-brigade", "non_state")
LOCALS = Party(text="مصادر محلية", name="local sources", kind="unnamed", start=0, end=11)
MARKET = Party(text="سوق", name="market", kind="facility", start=0, end=3)


def killed(text: str, low: int, start: int, high: int | None = None, about: bool = False) -> Loss:
    return Loss(low=low, high=high, approximate=about, **words(text, start))  # type: ignore[arg-type]


def act(quote: str) -> tuple[Span, ...]:
    return (Span(start=0, end=len(quote), text=quote),)


def story() -> list[Mention]:
    friday = When(earliest=DAY, latest=DAY, precision="day", **words("يوم الجمعة", 50))  # type: ignore[arg-type]
    place = Where(
        name="Al-Bab", country="SY", admin1="Aleppo", latitude=36.37, longitude=37.51, precision=1, radius_km=4,
        **words("مدينة الباب", 30),  # type: ignore[arg-type]
    )  # fmt: skip
    shells = Weapon(name="mortar", **words("قذائف هاون", 70))  # type: ignore[arg-type]
    return [
        mention(
            1, "وكالة النهر", DAY, chain=[HEALTH], when=friday, where=place, perpetrators=(NORTH,), targets=(MARKET,),
            killed=killed("تسعة قتلى", 9, 12, 9), weapons=(shells,), mentions=act("قصف سوقاً"),
        ),
        mention(
            2, "صحيفة الضفة", DAY, chain=[WATCH], when=friday, perpetrators=(SOUTH,),
            killed=killed("14 مدنياً", 14, 20, 14), wounded=killed("نحو 30 جريحاً", 30, 40, 30, about=True),
            mentions=act("القصف على السوق"),
        ),
        mention(
            3, "صحيفة الجبل", NEXT, chain=[LOCALS], killed=killed("أكثر من عشرة قتلى", 10, 8), mentions=act("قذائف"),
        ),
        mention(
            4, "موقع النسيم", NEXT, copy_of="r2", chain=[WATCH], killed=killed("14 مدنياً", 14, 20, 14),
            mentions=act("القصف على السوق"),
        ),
        mention(5, "صوت الشمال", NEXT, chain=[NORTH], status="denied", mentions=act("نفت قصف السوق")),
        mention(
            6, None, DAY + timedelta(days=40), aggregate=True, killed=killed("60 قتيلاً خلال شهر", 60, 5, 60),
            mentions=act("هجمات"),
        ),
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["ar", "en"])
def test_three_outlets_with_rival_tolls(language: Language) -> None:
    golden = (HERE / f"desk_note_{language}.txt").read_text("utf-8")
    assert desk_note(assemble(story()), language) == golden


def test_little_is_said_of_an_incident_little_is_known_of() -> None:
    note = desk_note(assemble([mention(1, retracted=True, published=None)]), "en")
    assert "Nobody gives losses." in note
    assert "The reports do not contradict each other." in note
    assert "undated · outlet not known · new · taken back by its outlet" in note
    assert "None" not in note


def test_a_day_taken_from_publication_is_marked() -> None:
    assert "9 March 2023 to 10 March 2023 (no report gives a day" in desk_note(assemble([mention(1)]), "en")


def test_corrections_and_totals_are_marked() -> None:
    decided = [
        judgement(1, "correct", slot="killed", value={"low": 11, "high": 11}),
        judgement(2, "correct", slot="type", value="bombing"),
        judgement(3, "correct", slot="claimed_by", value={"name": "North Forces", "text": "قوات الشمال"}),
    ]
    note = desk_note(assemble([mention(1, "أ", aggregate=True)], decided), "en")
    assert note.startswith("Bombing · 9 March 2023 to 10 March 2023 · Happened · Aggregate\n")
    assert "Killed: 11 (by isnad_default, no independent source)" in note
    assert "Claimed by: North Forces" in note
    assert "corrected by a person: Claimed by, Killed, Type" in note


def test_words_within_other_words_are_quoted_once_and_not_without_end() -> None:
    spans = tuple(Span(start=at, end=at + 6, text=f"قصف {at:02}") for at in (0, 3, 10, 20, 30))
    note = desk_note(assemble([mention(1, mentions=spans)]))
    assert "«قصف 00» «قصف 10» «قصف 20» [r1]" in note


def test_a_report_that_tells_the_incident_twice_is_one_line() -> None:
    later = Span(start=40, end=45, text="القصف")
    again = msgspec.structs.replace(mention(2, mentions=(later,)), report=mention(1).report)
    note = desk_note(assemble([mention(1), again]), "en")
    assert "Reports (1):" in note
    assert "«قصف سوقا» «القصف» [r1]" in note


def test_a_place_is_told_with_its_relation() -> None:
    near = Where(name="Al-Bab", precision=2, relation="near", start=0, end=5, text="الباب")
    found: RecordedIncident = assemble([mention(1, where=near)])
    assert "قرب الباب" in desk_note(found)
    assert "near Al-Bab" in desk_note(found, "en")


@pytest.mark.parametrize(("group", "codes"), [("role", get_args(ReportRole)), ("reviewed", get_args(Reviewed))])
def test_every_code_has_its_label(group: str, codes: tuple[str, ...]) -> None:
    assert set(note_labels()[group]) == set(codes)


def test_sources_are_counted_in_the_form_their_number_takes() -> None:
    assert [roots_phrase(number, "ar") for number in (1, 2, 3, 11)] == [
        "مصدر مستقل واحد",
        "مصدران مستقلان",
        "3 مصادر مستقلة",
        "11 مصدراً مستقلاً",
    ]


def told_of(words: str, name: str, key: str | None, kind: str = "non_state") -> Party:
    return Party(text=words, name=name, id=key, kind=kind, start=0, end=len(words))  # type: ignore[arg-type]


def test_a_party_on_record_has_its_neutral_name_and_the_words_of_the_report_where_they_differ() -> None:
    parties = (
        told_of("قوات النظام", "Syrian government forces", "syrian-armed-forces", "state"),
        told_of("للمعارضة السورية المسلحة", "Syrian armed opposition", "syrian-armed-opposition"),
        told_of("تنظيم داعش", "Islamic State", "islamic-state"),
    )
    found = assemble([mention(1, perpetrators=parties, targets=(told_of("خمسة مدنيين", "civilian", "civilian"),))])
    note = desk_note(found)
    assert (
        "الفاعل: القوات الحكومية السورية «قوات النظام»، المعارضة السورية المسلحة، تنظيم الدولة الإسلامية «تنظيم داعش»"
        in note
    )
    assert "المستهدَف: مدنيون\n" in note
    assert "Perpetrator: Syrian government forces, Syrian armed opposition, Islamic State\n" in desk_note(found, "en")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_words_that_judge_are_the_reports_and_stand_in_quotes(language: Language) -> None:
    party = told_of("عصابات الوادي", "عصابات الوادي", None)
    assert ": «عصابات الوادي»\n" in desk_note(assemble([mention(1, perpetrators=(party,))]), language)


def rival(seq: int, outlet: str, low: int, high: int | None) -> Mention:
    day = DAY - timedelta(days=seq)
    when = When(earliest=day, latest=day, precision="day", **words("يومها", 50))  # type: ignore[arg-type]
    return mention(seq, outlet, DAY, when=when, killed=killed("قتلى", low, 12, high))


def test_all_that_speaks_against_a_side_is_one_line_in_the_readers_words() -> None:
    note = desk_note(assemble([rival(1, "أ", 2, 2), rival(2, "ب", 5, 5), rival(3, "ج", 9, None)]), "en")
    told = note.split("Contradictions:\n")[1].split("\n\n")[0].splitlines()
    assert told == [
        "  Killed: 2 (أ) against 5 (ب); 9 or more (ج)",
        "  Killed: 5 (ب) against 9 or more (ج)",
        "  When: 9 March 2023 (أ) against 8 March 2023 (ب); 7 March 2023 (ج)",
        "  When: 8 March 2023 (ب) against 7 March 2023 (ج)",
    ]


def test_an_outlet_that_quotes_itself_is_one_source_named_once() -> None:
    agency = told_of("مراسل الأناضول", "Anadolu Agency", "anadolu", "media")
    found = assemble([mention(1, "aa.com.tr", DAY, chain=[agency], killed=killed("قتيلان", 2, 9, 2))])
    note = desk_note(found, "en")
    assert "  2 · aa.com.tr · 10 March 2023 «قتيلان»" in note
    assert "Independent sources (1):\n  aa.com.tr\n" in note


def test_arabic_names_judge_nobody_unless_a_name_itself_does() -> None:
    names = party_labels()
    assert names["israeli-government"] == "الحكومة الإسرائيلية"
    assert names["bahraini-government"] == "الحكومة البحرينية"
    assert names["al-aqsa-martyrs-brigades"] == "كتائب الأقصى"
    assert names["yarmouk-martyrs-brigade"] == "لواء شهداء اليرموك"
    for wary in ("نظام", "ميليشيا", "مليشيا", "احتلال"):
        assert [name for name in names.values() if wary in name.split()] == []


def test_every_name_of_the_table_is_of_an_entry_of_the_lexicon() -> None:
    lexicon, table = load_lexicon(), read_names()
    parties = {entry.id for entry in (*lexicon.actors, *lexicon.states) if entry.forms}
    assert set(party_labels()) == parties | set(table.parties)
    assert set(table.parties) <= {actor.id for actor in lexicon.actors}
    assert set(table.kinds) <= {entry.id for entry in (*lexicon.people, *lexicon.facilities)}
    assert set(table.weapons) == {weapon.id for weapon in lexicon.weapons}
