"""Those whom a noun or verb of harm befell: after it, before it, named, or in its own pronoun (codebook, "Slots")."""

from bisect import bisect_left
from collections.abc import Iterator

from isnad.coding.counted import BARE_PLURAL, PARTS, STOPS, Group, coordinated, group_at
from isnad.coding.reading import Reading
from isnad.coding.tallies import Tally, fixed_tally
from isnad.lexicon.entries import Harm
from isnad.lexicon.inflection import verb_forms
from isnad.lexicon.matching import Hit
from isnad.text.numerals import Quantity

_REACH = 9
_RELATIVE_REACH = 10
_DESCRIBED = 6
_SKIP = frozenset(
    "منهم بينهم حوالي نحو اكثر من ما لا يقل عن علي الاقل كل كلا وهم عدد في صفوف عناصر ايضا اليوم امس".split()
)
_AFTER_VERB = frozenset("في علي برصاص بنيران اثناء متاثرا خارج داخل امام تحت من".split())
_LEADERS = frozenset("القيادي القائد الشيخ الملا ابو زعيم قايد نجل شقيق".split())
_KINDS = ("people", "facilities", "actors", "states", "cues", "weapons", "triggers", "harms", "sources", "sayings")


def tallies_of_head(
    reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], edges: tuple[int, int]
) -> Iterator[Tally]:
    """The people after a noun or verb of harm, or before a verb."""
    slot = reading.lexicon.harms[hit.entry].slot
    if hit.pos == "form" and slot == "wounded" and _wounded_already(reading, hit, edges[0]):
        return
    if reading.lexicon.harms[hit.entry].particular and _attempted(reading, hit):
        return
    told = _self_told(reading, hit, slot)
    if told is not None:
        yield told
        return
    partner = _joined_head(reading, hit)
    if partner is not None and verbal(reading, hit):
        subject = _people_before(reading, hit, numbers, edges[0])
        if subject and subject[-1].last == hit.first:  # "مدنيا استشهد وأصيب آخرون"
            yield from _summed(slot, subject, hit, False)
            return
    plural = reading.tokens.words[hit.first].endswith(("وا", "هم", "هما", "تلا", "يبا"))
    before = _people_before(reading, hit, numbers, edges[0]) if plural else []
    if before and any(group.form == "head+number" for group in before):
        used.update(group.core for group in before)
        yield from _summed(slot, before, hit, False)  # a plural or dual verb follows its subject: "36 شخصا لقوا حتفهم"
        return
    after = list(_people_after(reading, hit, numbers, used, edges[1], partner))
    if before and not any(group.form == "head+number" for group in after):
        after = before  # "شقيقين قتلا"; but "قناصيها قتلوا ثمانية جنود"
    if after:
        yield from _summed(slot, after, hit, partner is not None)
        if partner is not None:
            yield from _summed(reading.lexicon.harms[partner.entry].slot, after, partner, True)
        return
    if _names_person(reading, hit, edges[1]):
        yield fixed_tally(reading, slot, 1, 1, hit, "named")
    elif verbal(reading, hit):
        yield from _of_verb(reading, hit, numbers, used, edges[0], partner is not None)


def _wounded_already(reading: Reading, hit: Hit, floor: int) -> bool:
    """Does "بجروح" only say how those were wounded whom a verb or noun before it names."""
    words = reading.tokens.words
    if not words[hit.first].startswith("ب"):
        return False
    heads = reading.within("harms", max(floor, hit.first - 12), hit.first)
    return any(reading.lexicon.harms[head.entry].slot == "wounded" for head in heads)


def _attempted(reading: Reading, hit: Hit) -> bool:
    """Is the killing only an attempt: "محاولة اغتيال", "محاولة لاغتيال"."""
    return "محاوله" in [word.lstrip("وبل") for word in reading.tokens.words[max(0, hit.first - 2) : hit.first]]


def _self_told(reading: Reading, hit: Hit, slot: str) -> Tally | None:
    """A head that tells its own number: "فقتلاه", "مقتله" one, "وقوع إصابتين" two, "سقوط إصابات" three or more."""
    if hit.pos == "victim_plural" or hit.pronoun == "ه":
        return fixed_tally(reading, slot, 1, 1, hit, "pronoun")
    if reading.lexicon.harms[hit.entry].alone:
        return fixed_tally(reading, slot, 1, 1, hit, "alone")
    if hit.pronoun == "هما" or (hit.pos == "form" and reading.tokens.words[hit.last - 1].endswith("هما")):
        return fixed_tally(reading, slot, 2, 2, hit, "pronoun")  # "مقتلهما", "لقيا حتفهما"
    if hit.pos == "dual" and slot == "wounded":
        return fixed_tally(reading, slot, 2, 2, hit, "dual")
    if hit.pos == "plural" and slot == "wounded" and not hit.article and not hit.pronoun:
        return fixed_tally(reading, slot, BARE_PLURAL, None, hit, "bare plural")
    return None


def _of_verb(
    reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], floor: int, joint: bool
) -> Iterator[Tally]:
    """Whom a verb befell that names nobody after it: "زعيمه الذي قتل", "قتله", "أن جنديا قتل"."""
    slot = reading.lexicon.harms[hit.entry].slot
    led = reading.tokens.words[hit.first - 1] if hit.first > floor else ""
    if led in ("الذي", "التي") and not hit.pronoun.startswith("هم"):
        yield fixed_tally(reading, slot, 1, 1, hit, "relative")
        return
    if hit.pronoun in ("ه", "ها"):
        yield fixed_tally(reading, slot, 1, 1, hit, "pronoun")
        return
    before = _people_before(reading, hit, numbers, floor)
    if before:
        used.update(group.core for group in before)
        yield from _summed(slot, before, hit, joint)
    elif _stands_alone(reading, hit):
        yield fixed_tally(reading, slot, 1, 1, hit, "subject before")


def _stands_alone(reading: Reading, hit: Hit) -> bool:
    """Does a verb in the singular name nobody after it, so that one person before it suffered: "المحضار قتل ليل الثلاثاء"."""
    words = reading.tokens.words
    first, last = reading.edges[reading.sentence_of[hit.first]]
    word = words[hit.first]
    if hit.pronoun or hit.prefix or hit.first == first or hit.last >= last or word.endswith(("وا", "تا", "لا", "يبا")):
        return False
    after = words[hit.last]
    return (
        after in STOPS
        or after in _AFTER_VERB
        or hit.last in reading.dated
        or after.startswith(("برصاص", "بنيران", "بانفجار"))
    )


def verbal(reading: Reading, hit: Hit) -> bool:
    """May the word be a verb: it is one, or it is written like one of its own ("قتل", "خطف")."""
    if hit.pos in ("verb", "passive", "form"):
        return True
    if hit.pos != "noun" or hit.article or hit.prefix not in ("", "و", "ف") or hit.pronoun:
        return False
    return reading.tokens.words[hit.first].removeprefix(hit.prefix) in _verbs_of(reading.lexicon.harms[hit.entry])


_VERBS: dict[Harm, frozenset[str]] = {}


def _verbs_of(entry: Harm) -> frozenset[str]:
    """The verb forms of an entry; kept, since the lexicon's entries are few and never change."""
    known = _VERBS.get(entry)
    if known is None:
        known = _VERBS[entry] = frozenset(form for verb in entry.verbs for form in verb_forms(verb))
    return known


def _summed(slot: str, groups: list[Group], hit: Hit, joint: bool) -> Iterator[Tally]:
    """One loss for all coordinated groups: "مقتل 3 جنود وخمسة مدنيين" is 8, "عدد من النساء والأطفال" three or more."""
    bare = [g for g in groups if g.form == "head+plural"]
    governed = any(g.form == "head+number" and g.high is None for g in groups)
    low = sum(g.low for g in groups if g.form != "head+plural") + (BARE_PLURAL if bare and not governed else 0)
    open_bound = any(g.high is None for g in groups)
    high = None if open_bound else sum(g.high or 0 for g in groups)
    if joint and high is not None:  # "مقتل وإصابة 25": between one and all but one of each
        low, high = 1, max(1, high - 1)
    kinds = {g.group for g in groups}
    yield Tally(
        slot,
        low,
        high,
        any(g.approximate for g in groups),
        groups[0].first,
        groups[-1].last,
        hit.first,
        groups[0].sentence,
        kinds.pop() if len(kinds) == 1 else "people",
        "joint" if joint else groups[0].form,
    )


def _joined_head(reading: Reading, hit: Hit) -> Hit | None:
    """The other head of harm that follows at once: "مقتل وإصابة"."""
    following = reading.at("harms", hit.last)
    if following is None or not following.prefix.startswith("و") or following.pos.startswith("victim"):
        return None
    alone = hit.pos in ("noun", "verb") and not hit.pronoun and not reading.tokens.words[hit.first].endswith("وا")
    return following if alone and following.pos == hit.pos else None


def _names_person(reading: Reading, hit: Hit, limit: int) -> bool:
    """Does a person's name follow a noun of death ("مقتل شكري بلعيد"): words that no lexicon knows, the head bare."""
    killed = reading.lexicon.harms[hit.entry].slot == "killed"
    if hit.pos not in ("noun", "verb") or hit.article or hit.last >= limit or not killed:
        return False
    index = hit.last
    word = reading.tokens.words[index]
    if reading.lexicon.harms[hit.entry].particular:
        return word not in STOPS
    if word in _LEADERS:
        return True
    known = any(reading.at(kind, index) for kind in _KINDS)
    plain = not known and word not in STOPS and word not in _SKIP and len(word) > 2 and word[:2] not in ("ال", "لل")
    gap = reading.tokens.gap(hit.last - 1)
    return hit.pos == "noun" and plain and gap.strip('"“«') == " " and word[0] not in "بلكوف"


def _people_after(
    reading: Reading, hit: Hit, numbers: list[Quantity], used: set[int], limit: int, partner: Hit | None
) -> Iterator[Group]:
    """The groups of people that follow a head, coordinated ones too."""
    index, words, started = hit.last, reading.tokens.words, False
    passive = verbal(reading, hit)
    end = min(limit, index + _REACH)
    while index < end:
        if index in reading.dated and not started:
            index, end = index + 1, min(limit, end + 1)
            continue
        group = group_at(reading, index, numbers, used, limit)
        if group is not None and not started and passive and _acts_on(reading, hit, group, numbers, used, limit):
            index = group.last  # "خطف مسلحون 27 تلميذا", "اغتال مسلحان القاضي": those named first did it
            continue
        if group is not None:
            yield group
            used.add(group.core)
            started, index = True, group.last
            continue_at = coordinated(reading, index, numbers, used, limit)
            if continue_at is None:
                return
            index, end = continue_at, min(limit, continue_at + 2)
            continue
        if words[index] == "في" and not started and passive and reading.at("triggers", index + 1):
            index = _past_relative(reading, index + 2, numbers, limit)  # "وأصيب في الهجوم أكثر من ستين"
            end = min(limit, index + _REACH)
            continue
        if started or words[index] in STOPS or reading.at("triggers", index):
            return
        if reading.at("harms", index) is not None and (partner is None or index != partner.first):
            return
        index += 1


def _acts_on(reading: Reading, hit: Hit, group: Group, numbers: list[Quantity], used: set[int], limit: int) -> bool:
    """Are the people after a verb its subject: gunmen who kidnap or assassinate, or uncounted ones before counted ones."""
    if group.group == "fighters" and reading.lexicon.harms[hit.entry].by_gunmen:
        return group.form != "head+number"
    if group.form != "head+plural" or group.last >= limit or reading.tokens.words[group.last][0] == "و":
        return False
    for index in range(group.last, min(limit, group.last + _DESCRIBED)):
        following = group_at(reading, index, numbers, used, limit)
        if following is not None and following.form == "head+number":
            return bool(following.group)
        if index > group.last and _ends_subject(reading, index):
            return False
    return False


def _ends_subject(reading: Reading, index: int) -> bool:
    """Do words that describe a subject end here: "قتل مسلحون يتنكرون بزي الجيش | 12 شخصا"."""
    parted = reading.clauses[index] != reading.clauses[index - 1] or reading.tokens.words[index] in STOPS
    return parted or reading.at("harms", index) is not None or reading.at("triggers", index) is not None


def _past_relative(reading: Reading, index: int, numbers: list[Quantity], limit: int) -> int:
    """Past the clause that tells which act: "في التفجير الذي استهدف جسر ديالى 4 أشخاص" goes on at its number."""
    words = reading.tokens.words
    if index >= limit or words[index] not in ("الذي", "التي"):
        return index
    for number in numbers:
        if index < number.first <= min(index + _RELATIVE_REACH, limit - 2):
            counted = reading.at("people", number.last) is not None and not reading.holds("harms", index, number.first)
            return number.first if counted else index
    return index


def _people_before(reading: Reading, hit: Hit, numbers: list[Quantity], floor: int) -> list[Group]:
    """The groups before a verb in its clause: "إن 12 متشددا وخمسة مدنيين قتلوا"."""
    words = reading.tokens.words
    clauses = _clauses_before(reading, hit)
    groups: list[Group] = []
    used: set[int] = set()  # a number told after another head may be told again of these
    index = max(floor, hit.first - 12)
    while index < hit.first:
        group = group_at(reading, index, numbers, used, hit.first) if reading.clauses[index] in clauses else None
        close = group is not None and group.form in ("head+noun", "head+dual") and hit.first - group.last <= 1
        near = close and not groups
        if group is not None and (group.form == "head+number" or near) and reading.at("sayings", index) is None:
            joined = words[group.first][0] == "و"
            groups = [*groups, group] if joined and groups else [group]
            index = group.last
        else:
            if groups and (reading.at("harms", index) or reading.at("triggers", index)):
                groups = []
            index += 1
    return groups


def _clauses_before(reading: Reading, hit: Hit) -> tuple[int, ...]:
    """The clause of a verb, and the one before an inserted part: "41 مدنيا، بينهم ثلاثة أطفال، قتلوا"."""
    clause, clauses = reading.clauses[hit.first], reading.clauses
    begin = bisect_left(clauses, clause - 1)
    inserted = clauses[begin] == clause - 1 and reading.tokens.words[begin].lstrip("وف") in PARTS
    return (clause, clause - 2) if inserted and bisect_left(clauses, clause) == hit.first else (clause,)
