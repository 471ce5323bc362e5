"""Hypothesis strategies for texts, in one place: what reports hold, and what arrives with them by accident."""

from hypothesis import strategies as st

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0610"
TATWEEL = "\u0640"
DIRECTION_MARKS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
SIGNS = ".،؛:؟!…,;?\"'“”«»()[]-–_/%٪٬٫\n\r\t \u00a0\u202f\u2028"
EMOJI = "😀🔴⚡️🇸🇾👨‍👩‍👧🕊"
FOREIGN = "پچژگکیےھۆێAbCdéßİ"
NEWS = (
    "قُتِلَ أُصيب ثلاثة جنود وخمسة مدنيين مئة وعشرون ألفاً مليونين ونصف بين إلى أو نحو حوالي أكثر من ما لا يقل عن على الأقل "
    "عشرات المئات الآلاف عدة عدد بضعة مجموعة الأحد الاثنين في المئة هجوم قصف انفجار عبوة ناسفة مسلحون مجهولون القوات الجيش "
    "قرب سوق قالت مصادر محلية إن الوزارة أعلنت بيان اليوم أمس د. ٢٥ 1,200 2.7 3-5 F-16 50%"
)
WORDS = NEWS.split()

raw_letters = st.sampled_from(
    LETTERS + DIACRITICS + TATWEEL + DIRECTION_MARKS + ZERO_WIDTH + DIGITS + SIGNS + EMOJI + FOREIGN
)


@st.composite
def decorated_words(draw: st.DrawFn) -> str:
    """A word of the news with marks that are not seen strewn into it."""
    word = draw(st.sampled_from(WORDS))
    marks = st.text(alphabet=DIACRITICS + TATWEEL + DIRECTION_MARKS + ZERO_WIDTH, max_size=2)
    return "".join(letter + draw(marks) for letter in word)


def texts(max_size: int = 40) -> st.SearchStrategy[str]:
    """Any text without surrogates: news words, decorated ones, letters and signs of all kinds, or anything at all."""
    pieces = st.one_of(st.sampled_from(WORDS), decorated_words(), st.text(alphabet=raw_letters, max_size=8))
    joined = st.lists(
        st.tuples(pieces, st.sampled_from([" ", " ", "، ", ". ", "\n", "", "\u00a0", " «", "» ", '"'])),
        max_size=max_size,
    )
    anything = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80)
    return st.one_of(joined.map(lambda pairs: "".join(piece + gap for piece, gap in pairs)), anything)
