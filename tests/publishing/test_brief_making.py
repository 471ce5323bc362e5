"""The content of a brief: its figures are the incidents', and each leads to a source."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from isnad.assessing.facts import facts_of
from isnad.model.finding import Period
from isnad.model.place import Place
from isnad.model.scope import Scope
from isnad.model.slots import Where
from isnad.publishing.brief_changes import find_changes
from isnad.publishing.brief_content import AreaMap, Brief, KeyFigures, Paragraphs, Section, Table, Timeline
from isnad.publishing.brief_making import make_brief
from isnad.publishing.brief_material import place_name
from isnad.publishing.brief_request import Asked, Checked
from isnad.publishing.brief_small_cells import FEWEST
from isnad.publishing.brief_voice import Voice
from isnad.publishing.profiles import LeftOut, Protection, protector
from isnad.publishing.pseudonyms import Pseudonyms
from tests.publishing.brief_record import MADE, SINCE, UNTIL, asked, incidents, place

HERE = Path(__file__).parent


def brief_of(asked_: Asked | None = None, **given: Any) -> Brief:
    return make_brief(incidents(), asked_ or asked(), **given)


def section(brief: Brief, key: str) -> Section:
    return next(each for each in brief.sections if each.key == key)


def blocks(brief: Brief, kind: type) -> list[Any]:
    return [block for each in brief.sections for block in each.blocks if isinstance(block, kind)]


def cited(value: Any) -> Iterator[tuple[int, ...]]:
    """All `sources` in a tree of content."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            found = getattr(value, name)
            if name == "sources" and not isinstance(value, Brief):
                yield found
            else:
                yield from cited(found)
    elif isinstance(value, tuple):
        for each in value:
            yield from cited(each)


def expected() -> list[Any]:
    return [
        each
        for each in incidents()
        if each.status == "happened"
        and not each.aggregate
        and each.where is not None
        and each.where.country == "SY"
        and each.when is not None
        and SINCE <= each.when.earliest <= UNTIL
    ]


def test_headline_figures_are_those_of_the_incidents() -> None:
    (block,) = blocks(brief_of(), KeyFigures)
    figures = {item.slot: item for item in block.items}
    meant = expected()
    assert figures["incidents"].best == len(meant) == 54
    killed = [best for each in meant for best in each.best if best.slot == "killed"]
    assert figures["killed"].low == sum(best.low for best in killed)
    assert figures["killed"].best == sum(best.best for best in killed)
    assert figures["killed"].high is None  # one source set no upper bound
    assert figures["wounded"].best == sum(best.best for each in meant for best in each.best if best.slot == "wounded")
    assert figures["roots"].best == len({root for each in meant for root in each.roots})


def test_every_source_number_exists_and_every_figure_has_one() -> None:
    brief = brief_of(verdicts=[Checked(text="زادت", by="وكالة", verdict="supported", reports=("r1",))])
    known = {source.number for source in brief.sources}
    assert known == set(range(1, len(known) + 1))
    used = {number for numbers in cited(brief) for number in numbers}
    assert used <= known
    (headline,) = blocks(brief, KeyFigures)
    assert all(item.sources for item in headline.items)
    for table in blocks(brief, Table):
        for row in table.rows:
            assert any(part.sources for cell in row for part in cell.parts), table.name


def test_sources_of_a_figure_tell_it() -> None:
    brief = brief_of()
    (headline,) = blocks(brief, KeyFigures)
    killed = next(item for item in headline.items if item.slot == "killed")
    reports = {source.report for source in brief.sources if source.number in killed.sources}
    told = {
        told.mention.report.id
        for each in expected()
        if any(b.slot == "killed" for b in each.best)
        for told in each.told
    }
    assert reports == told


def test_the_table_by_governorate_adds_up() -> None:
    (table,) = section(brief_of(), "divisions").blocks
    assert isinstance(table, Table)
    assert table.total is not None
    column = [int(row[1].parts[0].text) for row in table.rows]
    assert sum(column) == int(table.total[1].parts[0].text) == 54
    assert sum(int(row[3].parts[0].text) for row in table.rows) == int(table.total[3].parts[0].text)


@pytest.mark.parametrize("key", ["divisions", "types"])
def test_public_tables_have_no_small_rows_and_leave_none_to_be_worked_out(key: str) -> None:
    table, *_ = section(brief_of(asked(profile="public", language="en")), key).blocks
    assert isinstance(table, Table)
    assert table.total is not None
    shown = [int(row[1].parts[0].text) for row in table.rows]
    assert min(shown) >= FEWEST
    assert sum(shown) == int(table.total[1].parts[0].text) == 54


def test_a_public_brief_names_no_incident_of_a_small_cell() -> None:
    made = brief_of(asked(profile="public", language="en"))
    listed = [row for block in section(made, "annex").blocks if isinstance(block, Table) for row in block.rows]
    # The one whose governorate is not known is only in the sums.
    assert len(listed) == 53
    assert not [row for row in listed if row[1].parts[0].text == "Syria"]
    assert not [item for item in _main_items(made) if "Syria" in item]


def _main_items(brief: Brief) -> list[str]:
    found = [block for block in section(brief, "main").blocks if isinstance(block, Paragraphs)]
    return [said.text for block in found for said in block.items]


def test_public_bars_are_none_of_one_or_two() -> None:
    (block,) = blocks(brief_of(asked(profile="public")), Timeline)
    assert block.unit == "week"
    assert all(bar.incidents == 0 or bar.incidents >= FEWEST for bar in block.bars)


def test_a_coarsened_place_has_its_district_in_arabic() -> None:
    where = replace(place(0), text="", name="Al-Bab District", admin2="Al-Bab District", precision=3)
    assert place_name(where, Voice("ar")) == "حلب، الباب"
    assert place_name(where, Voice("en")) == "Al-Bab District (Aleppo)"


def test_the_timeline_holds_every_incident_once() -> None:
    (block,) = blocks(brief_of(), Timeline)
    assert block.unit == "day"
    assert len(block.bars) == 31
    assert sum(bar.incidents for bar in block.bars) == 54
    for days, unit in ((100, "week"), (400, "month")):
        (longer,) = blocks(brief_of(asked(since=UNTIL - timedelta(days=days))), Timeline)
        assert longer.unit == unit
        assert longer.bars[-1].last == UNTIL


def test_the_map_shows_what_has_a_division() -> None:
    (block,) = blocks(brief_of(), AreaMap)
    assert sum(shade.incidents for shade in block.shades) == 53
    assert {shade.code for shade in block.shades} == {"SY-HL", "SY-ID", "SY-DY", "SY-HA", "SY-DR", "SY-HI", "SY-HM"}


def test_a_public_brief_has_no_finer_place_and_no_words_of_reports() -> None:
    from isnad.publishing.coarsening import Coarsener

    gazetteer = [place(at) for at in range(11)]
    known = Coarsener(_Gazetteer([_division(where) for where in gazetteer]))
    protect = protector(Protection(profile="public", as_of=MADE), Pseudonyms("0" * 32), lambda: known)
    shown = [each for each in map(protect, incidents()) if not isinstance(each, LeftOut)]
    brief = make_brief(shown, asked(profile="public"), names={"banner": "تنظيم الراية"})
    (block,) = blocks(brief, AreaMap)
    assert block.marks == ()  # the divisions' own points are no places
    text = msgspec.json.encode(brief).decode()
    assert not [
        where.text
        for where in gazetteer
        if where.text in text and where.text != where.admin1 and where.text != "دير الزور"
    ]
    assert "أخبار اليوم" not in text
    assert "الخبر r1" in text
    assert "تنظيم الراية" in text
    assert "مصدر لم يُسمَّ" in text


class _Gazetteer:
    def __init__(self, places: list[Place]) -> None:
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def place(self, row: int) -> Place:
        return self._places[row]


def _division(where: Where) -> Place:
    point = {"latitude": where.latitude, "longitude": where.longitude}
    return Place(
        id=f"t:{where.name}", name=where.name, kind="town", country="SY", admin1=where.admin1, radius_km=1, **point
    )


def test_a_public_brief_waits_three_days() -> None:
    early = asked(profile="public", cut_off=asked().cut_off.replace(month=3, day=20))
    (block,) = blocks(brief_of(early), Timeline)
    # By days there would be bars of two.
    assert block.unit == "week"
    told = {row[0].parts[0].text for row in _annex_rows(brief_of(early))}
    assert "16 آذار/مارس 2023" in told
    assert "17 آذار/مارس 2023" not in told


def _annex_rows(brief: Brief) -> list[Any]:
    return [row for block in section(brief, "annex").blocks if isinstance(block, Table) for row in block.rows]


def test_a_change_is_called_so_only_by_its_interval() -> None:
    facts = list(facts_of(incidents()))
    changes = find_changes(facts, asked())
    assert [change.verdict for change in changes][:1] == ["rise"]
    table = section(brief_of(changes=changes), "change").blocks[1]
    assert isinstance(table, Table)
    frequency = changes[0]
    assert table.rows[0][1].parts[0].text == str(int(frequency.all_sources.before.count))
    assert "ارتفاع" in {row[-2].parts[0].text for row in table.rows}
    assert all(row[-1].parts[0].sources for row in table.rows)
    without = section(brief_of(), "change").blocks[1]
    assert isinstance(without, Table)
    assert [column.name for column in without.columns] == ["المقياس", "قبلها", "هذه المدة"]
    assert changes[0].before == (Period(*asked().before),)


def test_rival_figures_stand_side_by_side() -> None:
    table = section(brief_of(), "contested").blocks[1]
    assert isinstance(table, Table)
    assert len(table.rows) == sum(bool(each.contradictions) for each in expected())
    says = [part for row in table.rows for part in row[2].parts]
    assert all(part.sources for part in says)
    assert any("بحسب وزارة الصحة في النهرين عبر" in part.text for part in says)


def test_nothing_on_record_is_said_plainly() -> None:
    brief = brief_of(asked(scope=Scope(country="YE"), language="en"))
    told = section(brief, "headline").blocks[1]
    assert isinstance(told, Paragraphs)
    assert told.items[0].text.startswith("No incident that counts is on record")
    assert brief.sources == ()


def test_judging_names_are_quoted_wherever_they_stand() -> None:
    text = msgspec.json.encode(brief_of()).decode()
    assert "«تنظيم الراية الإرهابي»" in text
    assert text.count("الإرهابي") == text.count("الإرهابي»")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_words_are_the_golden_ones(language: str) -> None:
    """The whole text of a brief; regenerate with `python -m tests.publishing.test_brief_making`."""
    assert golden_text(language) == (HERE / f"brief_{language}.txt").read_text("utf-8")


def golden_text(language: str) -> str:
    given = asked(language=language, scope=Scope(country="SY", admin1="SY-DR"), area="SY-DR")
    checked = [Checked(text="باتت الهجمات أكثر جرأة", by="وكالة النهر", verdict="not_enough_data", basis="-")]
    return "\n".join(_lines(make_brief(incidents(), given, verdicts=checked))) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    yield from (brief.title, brief.subtitle, *(f"{name}: {value}" for name, value in brief.facts))
    for each in brief.sections:
        yield f"\n# {each.title}"
        for block in each.blocks:
            if isinstance(block, KeyFigures):
                yield from (f"{i.name}: {i.value} ({i.span}) {list(i.sources)}" for i in block.items)
            elif isinstance(block, Paragraphs):
                yield from (f"{i.text} {list(i.sources)}" for i in block.items)
            elif isinstance(block, Table):
                yield " | ".join(column.name for column in block.columns)
                for row in (*block.rows, *([block.total] if block.total else [])):
                    yield " | ".join(" / ".join(f"{p.text} {list(p.sources)}" for p in cell.parts) for cell in row)
            elif isinstance(block, (Timeline, AreaMap)):
                yield f"{block.told.text} {list(block.told.sources)}"
    yield from (f"[{s.number}] {s.outlet} · {s.title} · {s.time} · {s.chain} · {s.url}" for s in brief.sources)


if __name__ == "__main__":
    for tongue in ("ar", "en"):
        (HERE / f"brief_{tongue}.txt").write_text(golden_text(tongue), "utf-8")
