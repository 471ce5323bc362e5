"""Adding: the same report twice, newer coders, copies, what cannot be kept."""

from datetime import date
from hashlib import sha256

import msgspec
from sqlalchemy import select

from isnad.model.coded import CodingError
from isnad.record.auditing import last_entry
from isnad.record.judging import NewJudgement
from isnad.record.store import Record
from isnad.record.tables import coded, figure, mention, metadata
from tests.record.builders import TEXT, arrival, bombing, shelling, told


def everything(record: Record) -> dict[str, list[tuple[object, ...]]]:
    with record.reading() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


def test_a_report_is_kept_with_its_mentions_figures_and_original(record: Record) -> None:
    (added,) = record.add([arrival(original=b"the bytes")])
    assert (added.outcome, len(added.mentions)) == ("new", 2)
    first, second = record.mentions()
    assert (first.id, second.id) == added.mentions
    assert (first.incident, second.incident) == (bombing(), shelling())
    assert (first.report.id, first.report.outlet, first.report.published) == ("r1", "Nahr Agency", date(2023, 3, 2))
    with record.reading() as connection:
        rows = connection.execute(select(figure.c.low, figure.c.root).order_by(figure.c.seq)).all()
    assert [tuple(row) for row in rows] == [(9, "a-doctor"), (14, "Nahr Agency")]
    digest = sha256(b"the bytes").hexdigest()
    assert (record.workspace.originals / digest[:2] / digest).read_bytes() == b"the bytes"
    (read,) = record.coded()
    assert read == arrival().coded
    assert list(record.verify()) == []


def test_adding_twice_changes_nothing(record: Record) -> None:
    (first,) = record.add([arrival()])
    before = everything(record)
    (second,) = record.add([arrival()])
    assert (second.outcome, second.mentions) == ("known", first.mentions)
    assert everything(record) == before


def test_the_same_report_twice_in_a_batch_is_new_once(record: Record) -> None:
    assert [one.outcome for one in record.add([arrival(), arrival(), arrival(coder="coder 2")])] == [
        "new",
        "known",
        "recoded",
    ]
    assert list(record.verify()) == []


def test_what_cannot_be_kept_fails_alone(record: Record) -> None:
    other = arrival("r3", incidents=()).coded
    batch = [
        arrival("r1", error=CodingError(kind="internal", message="broke")),
        arrival("r2", "ن\0ص", ()),
        msgspec.structs.replace(arrival("r4"), coded=other),
        arrival("r5", "نص \ud800 نص", ()),
        arrival("r6", incidents=(msgspec.structs.replace(bombing(), killed=msgspec.structs.replace(bombing().killed, low=2**63)),)),
        arrival("r7", incidents=(msgspec.structs.replace(bombing(), mentions=shelling("x" + TEXT).mentions),)),
        arrival("r8"),
    ]  # fmt: skip
    added = record.add(batch)
    assert [one.outcome for one in added] == ["failed"] * 6 + ["new"]
    assert [one.message for one in added[:3]] == [
        "internal: broke",
        "the text has a zero byte",
        "the coded report is of another report",
    ]
    assert record.counts()["reports"] == 1
    assert list(record.verify()) == []


def test_another_text_under_a_known_id_fails(record: Record) -> None:
    record.add([arrival()])
    (added,) = record.add([arrival(text=TEXT + " ")])
    assert (added.outcome, added.message) == ("failed", "another text is on record under this id")


def test_a_newer_coder_keeps_old_rows_ids_and_judgements(record: Record) -> None:
    (first,) = record.add([arrival()])
    record.judge(NewJudgement(kind="accept", mentions=(first.mentions[0],), author="Rana"))
    newer = arrival(coder="coder 2", incidents=(shelling(), bombing(kind="suicide_bombing", day=date(2023, 2, 28))))
    (second,) = record.add([newer])
    assert (second.outcome, set(second.mentions)) == ("recoded", set(first.mentions))
    assert [(one.id, one.incident.type) for one in record.mentions()] == [
        (first.mentions[0], "suicide_bombing"),
        (first.mentions[1], "shelling"),
    ]
    with record.reading() as connection:
        rows = connection.execute(select(coded.c.coder, coded.c.current).order_by(coded.c.seq)).all()
    assert [tuple(row) for row in rows] == [("coder 1", False), ("coder 2", True)]
    assert [one.mentions for one in record.judgements()] == [(first.mentions[0],)]
    assert [one.coder for one in record.coded(all_versions=True)] == ["coder 1", "coder 2"]
    assert list(record.verify()) == []


def test_what_a_newer_coder_no_longer_tells_is_kept_inactive_and_may_come_back(record: Record) -> None:
    (first,) = record.add([arrival()])
    record.add([arrival(coder="coder 2", incidents=(shelling(),))])
    assert [one.id for one in record.mentions()] == [first.mentions[1]]
    with record.reading() as connection:
        row = connection.execute(select(mention).where(mention.c.id == first.mentions[0])).one()
    assert (row.active, row.document is not None) == (False, True)
    assert list(record.verify()) == []
    (third,) = record.add([arrival(coder="coder 3")])
    assert third.mentions == first.mentions
    assert list(record.verify()) == []


def test_two_incidents_on_the_same_words_have_ids_of_their_own(record: Record) -> None:
    (added,) = record.add([arrival(incidents=(bombing(), bombing(kind="killing")))])
    assert len(set(added.mentions)) == 2


def test_ids_depend_on_report_and_words_alone(record: Record) -> None:
    record.add([arrival("r0")])
    (added,) = record.add([arrival("r1")])
    assert added.mentions == ("m-b2eaec892aa0", "m-18f5ba9986b1")


def test_the_same_words_again_are_a_copy_whose_figures_go_back_to_the_first(record: Record) -> None:
    record.add(
        [
            arrival("r1"),
            arrival("r2", TEXT.replace("قُتل", "قتل"), outlet="Delta Post"),
            arrival("r3", TEXT + "\n", outlet=None),
        ]
    )
    assert [facts.copy_of for facts, _ in record.reports()] == [None, "r1", "r1"]
    with record.reading() as connection:
        roots = connection.execute(select(figure.c.root).where(figure.c.low == 14)).scalars().all()
    assert roots == ["Nahr Agency"] * 3
    record.set_copies({"r2": None})
    assert [facts.copy_of for facts, _ in record.reports()] == [None, None, "r1"]
    with record.reading() as connection:
        roots = connection.execute(select(figure.c.root).where(figure.c.low == 14)).scalars().all()
    assert sorted(roots) == ["Delta Post", "Nahr Agency", "Nahr Agency"]
    assert list(record.verify()) == []


def test_the_chain_grows_by_two_entries_a_report(record: Record) -> None:
    record.add([told(number) for number in range(5)])
    with record.reading() as connection:
        assert last_entry(connection)[0] == 10


def test_known_names_what_need_not_be_coded(record: Record) -> None:
    record.add([arrival()])
    assert record.known(["r1", "r2"], "coder 1") == {"r1"}
    assert record.known(["r1"], "coder 2") == set()
