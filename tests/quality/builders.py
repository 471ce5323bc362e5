"""Annotated and coded rows in a text of our own, for the tests of the scorer."""

from typing import Any

from quality.agreement import Row

TEXT = (
    "قُتل ثلاثة مدنيين في قصف على بلدة الزيتونة أمس. وقال مصدر محلي إن القصف استمر ساعة. "
    "واندلعت اشتباكات بين كتيبة الفجر ولواء النخيل قرب قرية السنديان. ونفى ناطق وقوع خطف."
)


def span(words: str) -> Row:
    """Words of `TEXT` with their offsets."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def shelling(**changed: Any) -> Row:
    """The shelling of the first sentence, right in every slot unless changed."""
    return {
        "mentions": [span("قصف على بلدة الزيتونة")],
        "type": "shelling",
        "status": "happened",
        "when": {"earliest": "2023-03-13", "latest": "2023-03-13"},
        "where": {"text": "بلدة الزيتونة", "country": "SY", "admin1": "Idlib"},
        "perpetrators": [],
        "targets": ["مدنيين"],
        "killed": {"low": 3, "high": 3},
        "wounded": None,
        "according_to": ["مصدر محلي"],
    } | changed


def clash(**changed: Any) -> Row:
    """The clash of the third sentence."""
    return {
        "mentions": [span("اشتباكات بين كتيبة الفجر ولواء النخيل")],
        "type": "clash",
        "status": "happened",
        "when": None,
        "where": {"text": "قرية السنديان", "country": "SY", "admin1": "Hama"},
        "perpetrators": ["كتيبة الفجر"],
        "targets": ["لواء النخيل"],
    } | changed


def document(*incidents: Row, **changed: Any) -> Row:
    """A report with its incidents, as a gold row or as a coder's line."""
    empty: dict[str, list[Row]] = {"statements": [], "assessments": [], "situations": []}
    return {"id": "r1", "published": "2023-03-14", "text": TEXT, "incidents": list(incidents), **empty} | changed
