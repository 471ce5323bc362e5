"""Small coded reports made by hand; places are real, people and outlets are invented."""

from datetime import date
from typing import Any

from isnad.model.coded import Assessment, CodedReport, CodingError, Incident, Situation, Statement, Unread
from isnad.model.slots import Breakdown, Figure, Loss, Party, Range, Victims, Weapon, When, Where
from isnad.model.span import Span, span_of

TEXT = (
    (
        "🔴 عاجل: قُتل ما لا يقل عن 140 شخصاً في هجوم على سجن الصناعة في الحسكة قبل ثلاثة أشهر، 𞸀 كما نقلت وكالة النهر عن مصادر محلية.\r\n"
        "وأُصيب نحو ٣٠ من عناصر قسد بعبوة ناسفة 💥، بحسب مدير المشفى سالم الراوي الذي تحدث عن 25 جريحاً فقط.\n"
        "وقال المتحدث: «سنردّ على كل اعتداء». وبات التنظيم أكثر جرأة من ذي قبل، وله مخابئ في البادية.\n"
        "وتستمر الحرب منذ سنوات.\n"
    )
    + "وتابعت الوكالة وصف المدينة وأسواقها وأحوال أهلها.\n" * 30
    + "وأعلن تنظيم داعش مسؤوليته عن الهجوم."
)


def words(quote: str, text: str = TEXT) -> dict[str, Any]:
    """`start`, `end` and `text` of the first place where `quote` stands."""
    start = text.index(quote)
    return {"start": start, "end": start + len(quote), "text": quote}


def mention(quote: str, text: str = TEXT) -> Span:
    found = words(quote, text)
    return span_of(text, found["start"], found["end"])


def party(quote: str, name: str | None = None, text: str = TEXT, role: str | None = None) -> Party:
    return Party(name=name or quote, role=role, **words(quote, text))


AGENCY = party("وكالة النهر", "Nahr Agency")
LOCALS = party("مصادر محلية")
DOCTOR = party("سالم الراوي", role="مدير المشفى")


def attack() -> Incident:
    """Most slots filled, two figures with chains of their own."""
    return Incident(
        id="r1#1",
        mentions=(mention("هجوم على سجن"), mention("الهجوم.")),
        type="prison_break",
        when=When(
            earliest=date(2022, 1, 6),
            latest=date(2022, 2, 5),
            precision="month",
            part_of_day="night",
            **words("قبل ثلاثة أشهر"),
        ),
        where=Where(
            name="Al-Hasakah",
            country="SY",
            admin1="Al-Hasakah Governorate",
            admin1_code="SY-HA",
            latitude=36.5,
            longitude=40.75,
            precision=1,
            radius_km=5,
            relation="near",
            distance_km=2.5,
            **words("الحسكة"),
        ),
        perpetrators=(party("تنظيم داعش", "Islamic State"),),
        targets=(party("قسد", "Syrian Democratic Forces"), party("سجن الصناعة")),
        killed=Loss(low=140, high=None, **words("ما لا يقل عن 140")),
        wounded=Loss(low=30, high=30, approximate=True, **words("نحو ٣٠")),
        victims=Victims(wounded=Breakdown(forces=Range(low=25, high=30))),
        figures=(
            Figure(slot="killed", low=140, high=None, according_to=(AGENCY, LOCALS), **words("140")),
            Figure(slot="wounded", low=25, high=25, according_to=(DOCTOR,), **words("25 جريحاً")),
        ),
        weapons=(Weapon(name="improvised_explosive_device", **words("بعبوة ناسفة")),),
        according_to=(AGENCY, LOCALS),
        claimed_by=party("داعش", "Islamic State"),
        confidence=0.83,
        reasons=("trigger:هجوم", "place:same_clause"),
    )


def full_report() -> CodedReport:
    """One report with something in every list."""
    return CodedReport(
        id="r1",
        published=date(2022, 4, 21),
        outlet="صحيفة الضفة",
        coder="isnad 0.1.0 rules 0000",
        text=TEXT,
        incidents=(
            attack(),
            Incident(
                id="r1#2",
                mentions=(mention("اعتداء"),),
                type="clash",
                status="disputed",
                confidence=0.4,
                perpetrators=(party("قسد"),),
                targets=(party("التنظيم", "Islamic State"),),
                aggregate=True,
                incident_count=(6, 6),
            ),
        ),
        statements=(
            Statement(
                speaker=party("المتحدث"),
                direct=True,
                kind="threat",
                verb="قال",
                stance="threatens",
                medium="بيان",
                **words("سنردّ على كل اعتداء"),
            ),
        ),
        assessments=(
            Assessment(
                actor=party("التنظيم", "Islamic State"),
                measure="boldness",
                direction="increase",
                **words("وبات التنظيم أكثر جرأة من ذي قبل"),
            ),
        ),
        situations=(
            Situation(
                actor=party("التنظيم", "Islamic State"),
                kind="presence",
                where=Where(name="Syrian Desert", country="SY", precision=5, **words("البادية")),
                **words("وله مخابئ في البادية"),
            ),
        ),
        unread=(Unread(trigger="الحرب", reason="generic", **words("وتستمر الحرب منذ سنوات.")),),
    )


def hostile_report() -> CodedReport:
    """Markup and formulas wherever a text, a name or an id can hold them."""
    poison = "</script><img src=x onerror=\"document.title='broken'\"><!--"
    text = f"قصف {poison} المدينة\u2028ثم سكت"
    return CodedReport(
        id=f"=1+1{poison}",
        outlet=poison,
        coder=poison,
        text=text,
        incidents=(
            Incident(
                id="@x",
                mentions=(mention(poison, text),),
                type="shelling",
                reasons=(poison,),
                perpetrators=(party(poison, f"=cmd|{poison}", text),),
                according_to=(party(poison, "+1", text),),
                where=Where(
                    name="-x",
                    country=poison,
                    latitude=-1.5,
                    longitude=-70.25,
                    precision=7,
                    relation=poison,
                    **words("المدينة", text),
                ),
            ),
        ),
    )


def skipped_report() -> CodedReport:
    return CodedReport(id="r2", coder="isnad", text="An English report.", skipped="language")


def failed_report() -> CodedReport:
    return CodedReport(id="r3", coder="isnad", text="", error=CodingError(kind="empty", message="no text <b>"))
