"""Language table: Arabic number words, folded (`isnad.text.folding`), with their values.

`UNITS` add up ("خمسة وعشرون"), `SCALES` multiply what stands before them ("ثلاثة آلاف"), `VAGUE` give lower bounds
(codebook, "Slots": "عشرات" is 20 or more, "مئات" 200 or more, "عدة" 3 or more); `BEFORE` and `AFTER` bound a number.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in text.split("|")]


_ONES = {
    1: "واحد واحده احد احدي",
    2: "اثنان اثنين اثنتان اثنتين اتنين",
    3: "ثلاثه ثلاث تلاته",
    4: "اربعه اربع",
    5: "خمسه خمس",
    6: "سته ست",
    7: "سبعه سبع",
    8: "ثمانيه ثماني ثمان تمانيه",
    9: "تسعه تسع",
    10: "عشره عشر",
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "اربعون اربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
    100: "ميه مايه",
    200: "ميتان ميتين مايتان مايتين مايتا ميتي مايتي",
    300: "ثلاثميه ثلاثمايه",
    400: "اربعميه اربعمايه",
    500: "خمسميه خمسمايه",
    600: "ستميه ستمايه",
    700: "سبعميه سبعمايه",
    800: "ثمانميه ثمانمايه ثمانيميه",
    900: "تسعميه تسعمايه",
    2000: "الفان الفين الفا الفي",
    2_000_000: "مليونان مليونين مليوني",
}
UNITS: dict[str, int] = {word: value for value, words in _ONES.items() for word in words.split()}
# "ألفا" is also the accusative of one thousand ("ثلاثون ألفا"); the grammar takes it as a scale when a number stands before it.
SCALES: dict[str, int] = {
    "ميه": 100,
    "مايه": 100,
    "الف": 1000,
    "الفا": 1000,
    "الاف": 1000,
    "مليون": 1_000_000,
    "مليونا": 1_000_000,
    "ملايين": 1_000_000,
    "مليار": 1_000_000_000,
    "مليارا": 1_000_000_000,
    "مليارات": 1_000_000_000,
}
# A number only where a scale follows: "مئتا ألف"; alone it is "dead" ("ميتا").
ONLY_BEFORE_SCALE: dict[str, int] = {"ميتا": 200}
# After a vague word these multiply too: "بضع عشرات", "عدة مئات".
VAGUE_SCALES: dict[str, int] = {**SCALES, "عشرات": 10, "ميات": 100}
HUNDREDS = frozenset({"ميه", "مايه", "ميات"})
FRACTIONS: dict[str, int] = {"نصف": 2, "نصفا": 2, "ربع": 4, "ربعا": 4}
TEENS = frozenset({"عشر", "عشره"})
TEEN_FIRST: dict[str, int] = {
    "احد": 11, "احدي": 11, "اثنا": 12, "اثني": 12, "اثنتا": 12, "اثنتي": 12, "ثلاثه": 13, "ثلاث": 13, "اربعه": 14,
    "اربع": 14, "خمسه": 15, "خمس": 15, "سته": 16, "ست": 16, "سبعه": 17, "سبع": 17, "ثمانيه": 18, "ثماني": 18,
    "ثمان": 18, "تسعه": 19, "تسع": 19,
}  # fmt: skip
JOINED_TEENS: dict[str, int] = {
    "احدعشر": 11, "اثناعشر": 12, "اثنيعشر": 12, "ثلاثهعشر": 13, "اربعهعشر": 14, "خمسهعشر": 15, "ستهعشر": 16,
    "سبعهعشر": 17, "ثمانيهعشر": 18, "تسعهعشر": 19,
}  # fmt: skip
VAGUE: dict[str, int] = {
    "عشرات": 20, "العشرات": 20, "ميات": 200, "الميات": 200, "مياتا": 200, "الاف": 2000, "الالاف": 2000,
    "ملايين": 2_000_000, "الملايين": 2_000_000, "عده": 3, "بضعه": 3, "بضع": 3, "بعض": 3, "عديد": 3, "العديد": 3,
}  # fmt: skip
# "عدد من", "عدد كبير من": vague only with "من" after them.
VAGUE_HEADS = {"الكثير": 3, "كثير": 3, "الكثيرون": 3, "عدد": 3, "عددا": 3, "اعداد": 3, "اعدادا": 3, "مجموعه": 3}
VAGUE_ADJECTIVES = _words(
    "كبير كبيرا كبيره محدود محدودا محدوده قليل قليلا قليله صغير صغيرا صغيره اخر اخري ضخم ضخما ضخمه هايل هايله"
)
# With the article these are no numbers: Sunday, Monday, per cent.
NOT_WITH_ARTICLE = frozenset({"احد", "اثنين", "ميه", "مايه"})
# Where a number stands among these before "من 3 إلى 5", a count rose or fell: the two are no bounds of one number.
CHANGES = _words(
    "ارتفع ارتفعت ارتفاع ليرتفع لترتفع ارتفاعا يرتفع ترتفع زاد زادت زياده ازداد انخفض انخفضت انخفاض تراجع تراجعت قفز "
    "قفزت صعد صعدت رفع رفعت رفعوا خفض خفضت تقلص تقلصت"
)
PERCENT = frozenset({("في", "الميه"), ("في", "المايه"), ("بالميه",), ("بالمايه",)})
# What bounds a number, before it and after it: the longest phrase that fits counts.
BEFORE: dict[tuple[str, ...], str] = {
    **dict.fromkeys(
        _phrases(
            "ما لا يقل عن|لا يقل عن|لا تقل عن|ما لا يقل|ما يزيد عن|ما يزيد علي|يزيد عن|يزيد علي|تزيد عن|تزيد علي|اكثر من|"
            "ازيد من|ما يفوق|يفوق|تفوق|تجاوز|يتجاوز|تتجاوز|تجاوزت|ما يتجاوز|علي الاقل|ما يربو علي|ما يربو عن|يربو علي|"
            "يربو عن|تربو علي|لا اقل من"
        ),
        "at least",
    ),
    **dict.fromkeys(
        _phrases(
            "اقل من|ما يقل عن|يقل عن|تقل عن|لا يزيد عن|لا يزيد علي|لا تزيد عن|لا تزيد علي|ما لا يزيد عن|ما لا يزيد علي|"
            "لا يتجاوز|لا تتجاوز|لم يتجاوز|لم تتجاوز|ما لا يتجاوز|لا اكثر من|حتي|علي الاكثر"
        ),
        "at most",
    ),
    **dict.fromkeys(
        _phrases(
            "نحو|حوالي|قرابه|زهاء|ما يقارب|يقارب|تقارب|ما يقرب من|يقرب من|تقريبا|يناهز|ما يناهز|تناهز|بحدود|في حدود"
        ),
        "about",
    ),
}
AFTER: dict[tuple[str, ...], str] = {
    **dict.fromkeys(
        _phrases("علي الاقل|علي اقل تقدير|كحد ادني|بحد ادني|حدا ادني|او اكثر|او يزيد|فاكثر|ونيف"), "at least"
    ),
    **dict.fromkeys(_phrases("علي الاكثر|علي اكثر تقدير|كحد اقصي|بحد اقصي|حدا اقصي|او اقل|فاقل"), "at most"),
    **dict.fromkeys(_phrases("تقريبا"), "about"),
}
