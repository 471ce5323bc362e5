"""A coded report in a notebook: a small table of its incidents, without script, as `_repr_html_` wants it."""

from markupsafe import Markup

from isnad.model.coded import CodedReport, Incident
from isnad.model.slots import Loss, Party, When, Where
from isnad.publishing.wording import Label, Language, label, number_phrase, when_phrase

_COLUMNS = ("mentions", "when", "where", "perpetrators", "targets", "killed", "wounded", "according_to")
_TABLE = Markup(
    '<table dir="{}" lang="{}" style="border-collapse:collapse;text-align:start"><caption style="text-align:start">{}'
    "</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
)
_LINE = Markup('<p dir="{}" lang="{}">{} · {}</p>')
_HEAD = Markup('<th scope="col" style="text-align:start;padding:.2em .6em">{}</th>')
_CELL = Markup('<td style="text-align:start;vertical-align:top;padding:.2em .6em">{}</td>')


def report_html(coded: CodedReport, *, language: Language = "ar") -> str:
    """HTML of one report: a row an incident, or one line that says why there is none. All words are escaped."""
    direction = "rtl" if language == "ar" else "ltr"
    named = Markup(" · ").join(_isolated(part) for part in (coded.outlet, coded.published, coded.id) if part)
    if not coded.incidents:
        return str(_LINE.format(direction, language, named, _why_empty(coded, language)))
    head = Markup().join(_HEAD.format(_said(label("slot", name), language)) for name in _COLUMNS)
    body = Markup().join(Markup("<tr>{}</tr>").format(_row(incident, language)) for incident in coded.incidents)
    return str(_TABLE.format(direction, language, named, head, body))


def _row(incident: Incident, language: Language) -> Markup:
    kind = Markup("{} ({})").format(
        _said(label("type", incident.type), language), _said(label("status", incident.status), language)
    )
    cells = (
        kind,
        _when(incident.when, language),
        _where(incident.where),
        _parties(incident.perpetrators, " · "),
        _parties(incident.targets, " · "),
        _loss(incident.killed, language),
        _loss(incident.wounded, language),
        _parties(incident.according_to, f" {_said(label('page', 'from'), language)} "),
    )
    return Markup().join(_CELL.format(cell) for cell in cells)


def _why_empty(coded: CodedReport, language: Language) -> str:
    if coded.error:
        return f"{_said(label('page', 'failed'), language)} {coded.error.message}"
    return _said(label("page", "skipped" if coded.skipped else "empty"), language)


def _when(when: When | None, language: Language) -> Markup | str:
    return _isolated(_said(when_phrase(when), language)) if when else ""


def _where(where: Where | None) -> Markup | str:
    return _isolated(where.text) if where else ""


def _loss(loss: Loss | None, language: Language) -> Markup | str:
    return _isolated(_said(number_phrase(loss), language)) if loss else ""


def _parties(parties: tuple[Party, ...], between: str) -> Markup:
    return Markup(between).join(_isolated(party.text) for party in parties)


def _said(words: Label, language: Language) -> str:
    return words.ar if language == "ar" else words.en


def _isolated(value: object) -> Markup:
    return Markup("<bdi>{}</bdi>").format(value)
