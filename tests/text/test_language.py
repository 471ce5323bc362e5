"""Is a text in Arabic. All samples are our own."""

import pytest

from isnad.text.language import is_arabic

ARABIC = {
    "news": "قتل ثلاثة جنود في هجوم على حاجز شرق البلدة، وقال شهود إن المهاجمين لاذوا بالفرار.",
    "with English names": "قال متحدث باسم منظمة Amnesty International إن القصف أصاب مدرسة في شمال المدينة.",
    "with diacritics": "قُتِلَ ثَلاثَةُ جُنودٍ في هُجومٍ عَلى حاجِزٍ",
    "with Persian ya and kaf": (
        "قتل شخصان في هجوم علی السوق في المدينة بعد ساعات من الهدوء، وأصیب ثلاثة آخرون في المكان الذي انفجرت فيه القنبلة"
    ),
    "mixed, both halves": "قتل شخصان في هجوم قرب السوق اليوم. Two people were killed today.",
    "numbers only": "12 345 ٦٧٨ 12/3/2020",
    "empty": "",
    "blanks": " \n\t",
    "diacritics only": "\u064e\u064f\u0650",
    "emoji only": "🔴🔴⚡",
}
OTHERS = {
    "English": "Three soldiers were killed in an attack on a checkpoint east of the town.",
    "Persian": "سه سرباز در حمله به یک پاسگاه در شرق شهر کشته شدند و چند نفر دیگر نیز زخمی شدند.",
    "Urdu": "شہر کے مشرق میں چوکی پر حملے میں تین فوجی ہلاک ہو گئے اور پانچ زخمی ہوئے ہیں۔",
    "Kurdish, Sorani": "سێ سەرباز لە هێرشێک بۆ سەر خاڵێکی پشکنین لە ڕۆژهەڵاتی شار کوژران.",
    "Kurdish, Kurmanji": "Sê leşker di êrîşa li ser xaleke kontrolê de hatin kuştin.",
    "Pashto": "د ښار په ختیځ کې په یوه پوسته برید کې درې سرتېري ووژل شول.",
    "Turkish": "Kentin doğusundaki kontrol noktasına düzenlenen saldırıda üç asker öldü.",
    "Hebrew": "שלושה חיילים נהרגו בהתקפה על מחסום ממזרח לעיירה.",
    "English with an Arabic word": "The word انفجار means an explosion and was seen in the daily newspapers today.",
}


@pytest.mark.parametrize("name", ARABIC)
def test_arabic_and_what_holds_no_letters(name: str) -> None:
    assert is_arabic(ARABIC[name])


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages(name: str) -> None:
    assert not is_arabic(OTHERS[name])


def test_only_the_beginning_is_looked_at() -> None:
    assert is_arabic("وقع هجوم " * 1000 + OTHERS["English"] * 1000)
