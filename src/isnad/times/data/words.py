"""LANGUAGE TABLE: the words of Arabic time expressions, folded, by class, each with its value.

A class is a name the grammar (`data/grammar.py`) uses. Clitics (و ف ب ل ك, and لل for ل + ال) are added when the
table is loaded (`lexemes.py`); a class in `BARE` takes none. A Python module and not YAML because parsing YAML
would cost more at start than the whole grammar.
"""

from typing import Final, Literal

from isnad.model.slots import PartOfDay

# Months: (calendar, number of the month); "g" Gregorian, "h" Hijri.
GREGORIAN: Final = {
    1: "يناير جانفي ينير",
    2: "فبراير شباط فيفري فيفريه فبرير",
    3: "اذار",  # مارس also means "he practised": see `month_weak`
    4: "ابريل نيسان افريل",
    5: "مايو ايار مايس",
    6: "يونيو حزيران جوان يونيه",
    7: "يوليو تموز جويليه يوليوز يوليه",
    8: "اغسطس غشت",
    9: "سبتمبر ايلول شتنبر",
    10: "اكتوبر",
    11: "نوفمبر نونبر",
    12: "ديسمبر دجنبر",
}
# Names that are common words or personal names as well; they need a day, "month", a year, an adjective or "in".
GREGORIAN_WEAK: Final = {3: "مارس", 5: "ماي", 8: "اب اوت"}
HIJRI: Final = {1: "محرم المحرم", 2: "صفر", 7: "رجب", 8: "شعبان", 10: "شوال"}
# Old Libyan names are all common words: only with a day and a year, or after "month"; 3 and 6 are the seasons' names.
LIBYAN: Final = {2: "النوار", 4: "الطير", 5: "الماء", 7: "ناصر", 8: "هانيبال",
                 10: "التمور", 11: "الحرث", 12: "الكانون"}  # fmt: skip
FIRST_LIBYAN: Final = {"الفاتح": ("g", 9)}  # also "the first (of September)"
# Names of two words: by the head, which month each second word makes.
_FIRST, _SECOND = "الاول الاولي اول اولي", "الثاني الثانيه الاخر الاخره ثاني"
MONTH_PAIRS: Final = {
    "كانون": {_FIRST: ("g", 12), _SECOND: ("g", 1)},
    "تشرين": {_FIRST: ("g", 10), _SECOND: ("g", 11)},
    "ربيع": {_FIRST: ("h", 3), _SECOND: ("h", 4)},
    "جمادي": {_FIRST: ("h", 5), _SECOND: ("h", 6)},
    "ذو": {"القعده": ("h", 11), "الحجه": ("h", 12)},
    "ذي": {"القعده": ("h", 11), "الحجه": ("h", 12)},
}

# Monday is 0, as in `date.weekday`.
WEEKDAYS: Final = {"الاثنين": 0, "الثلاثاء": 1, "الاربعاء": 2, "الخميس": 3, "الجمعه": 4, "السبت": 5, "الاحد": 6,
                   "الاتنين": 0, "التلاتاء": 1, "الثلثاء": 1}  # fmt: skip
# Without the article a weekday needs "day" before it; أحد and اثنين are numbers too.
WEEKDAYS_BARE: Final = {"ثلاثاء": 1, "اربعاء": 2, "خميس": 3, "جمعه": 4, "سبت": 5}

PARTS: Final[dict[PartOfDay, str]] = {
    "dawn": "فجر سحر",
    "morning": "صباح ضحي صبيحه غداه",
    "noon": "ظهر ظهيره",
    "afternoon": "عصر",
    "evening": "مغرب غروب",
    "night": "ليل",
}
PARTS_DEFINITE: Final[dict[PartOfDay, str]] = {
    "dawn": "الفجر",
    "morning": "الصباح",
    "noon": "الظهر",
    "afternoon": "العصر",
    "evening": "المساء",
}
ADVERBS: Final[dict[PartOfDay, str]] = {
    "dawn": "فجرا",
    "morning": "صباحا",
    "noon": "ظهرا",
    "afternoon": "عصرا",
    "night": "ليلا",
}

# Units: name, then singular, plural, dual, counted forms. The value of each is (unit, how many it says by itself);
# None where a plural alone says no number.
SINGULAR: Final = {
    "hour": "ساعه",
    "day": "يوما",
    "week": "اسبوع اسبوعا",
    "month": "شهرا",
    "year": "عاما",
    "decade": "عقد عقدا",
}
PLURAL: Final = {
    "hour": "ساعات",
    "day": "ايام اياما",
    "week": "اسابيع",
    "month": "اشهر شهور",
    "year": "سنوات سنين اعوام اعواما",
    "decade": "عقود",
}
DUAL: Final = {
    "hour": "ساعتين ساعتان",
    "day": "يومين يومان",
    "week": "اسبوعين اسبوعان",
    "month": "شهرين شهران",
    "year": "عامين عامان سنتين سنتان",
    "decade": "عقدين عقدان",
}

CARDINALS: Final = {1: "واحد واحده احد احدي", 2: "اثنين اثنان اثنتين اثني اثنا اثنتي اثنتا", 3: "ثلاث ثلاثه", 4: "اربع اربعه",
                    5: "خمس خمسه", 6: "ست سته", 7: "سبع سبعه", 8: "ثماني ثمانيه ثمان", 9: "تسع تسعه"}  # fmt: skip
TENS: Final = {20: "عشرين عشرون", 30: "ثلاثين ثلاثون", 40: "اربعين اربعون", 50: "خمسين خمسون", 60: "ستين ستون",
               70: "سبعين سبعون", 80: "ثمانين ثمانون", 90: "تسعين تسعون"}  # fmt: skip
HUNDREDS: Final = {100: "مايه ميه مئه", 200: "مايتين ميتين"}
ORDINALS: Final = {
    1: "الاول الاولي الحادي الحاديه",
    2: "الثاني الثانيه",
    3: "الثالث الثالثه",
    4: "الرابع الرابعه",
    5: "الخامس الخامسه",
    6: "السادس السادسه",
    7: "السابع السابعه",
    8: "الثامن الثامنه",
    9: "التاسع التاسعه",
    10: "العاشر العاشره",
}
NTH: Final = {1: "اول", 2: "ثاني", 3: "ثالث", 4: "رابع"}

# Nouns of one unit that the grammar also uses otherwise, by class: (unit, how many).
UNIT_NOUNS: Final = {
    "yawm": ("day", 1),
    "month_noun": ("month", 1),
    "year_noun": ("year", 1),
    "the_week": ("week", 1),
    "the_month": ("month", 1),
    "the_year": ("year", 1),
    "the_decade": ("decade", 1),
}

# Decades by their name: the first year in the twentieth century.
DECADES: Final = {1920: "عشرينيات عشرينات", 1930: "ثلاثينيات ثلاثينات", 1940: "اربعينيات اربعينات",
                  1950: "خمسينيات خمسينات", 1960: "ستينيات ستينات", 1970: "سبعينيات سبعينات",
                  1980: "ثمانينيات ثمانينات", 1990: "تسعينيات تسعينات"}  # fmt: skip

SEASONS: Final = {"spring": "ربيع", "summer": "صيف", "autumn": "خريف", "winter": "شتاء"}
EDGES: Final = {"start": "مطلع بدايه اوايل مستهل", "middle": "منتصف اواسط", "end": "اواخر نهايه ختام"}
FRACTIONS: Final = {"الربع": 4, "النصف": 2, "الثلث": 3}

# Feasts: (calendar, month, day, how many days).
FEAST_NAMES: Final = {
    "الفطر": ("h", 10, 1, 3),
    "الاضحي": ("h", 12, 10, 4),
    "الميلاد": ("g", 12, 25, 1),
    "العمال": ("g", 5, 1, 1),
    "الغدير": ("h", 12, 18, 1),
    "النوروز": ("g", 3, 21, 1),
    "الحب": ("g", 2, 14, 1),
}
FEASTS: Final = {"عاشوراء": ("h", 1, 10, 1), "نوروز": ("g", 3, 21, 1), "النوروز": ("g", 3, 21, 1),
                 "الكريسماس": ("g", 12, 25, 1)}  # fmt: skip
# Feasts of two words, the second of a class of its own: the head, what follows, the day.
FEAST_PAIRS: Final = {
    "المولد": {"النبوي": ("h", 3, 12, 1)},
    "الاسراء": {"والمعراج": ("h", 7, 27, 1)},
    "ليله": {"القدر": ("h", 9, 27, 1)},
    "يوم": {"عرفه": ("h", 12, 9, 1)},
    "زياره": {"الاربعين": ("h", 2, 20, 1)},
    "اربعينيه": {"الحسين الامام": ("h", 2, 20, 1)},
}
# "The feast" without a name is the last of these two.
GREAT_FEASTS: Final = ("الفطر", "الاضحي")
# How far the days of the Hijri calendar may lie from the computed ones (Umm al-Qura): countries go by their own sighting.
HIJRI_LEEWAY: Final = 1
NEW_YEAR: Final[dict[str, tuple[Literal["g", "h"], int, int, int]]] = {"g": ("g", 1, 1, 1), "h": ("h", 1, 1, 1)}
LIBYAN_SEASONS: Final = {"spring": 3, "summer": 6}

# Words of one value, by class.
WORDS: Final[dict[str, str]] = {
    "yawm": "يوم نهار",
    "yawmay": "يومي",
    "today": "اليوم",
    "yesterday": "امس الامس البارحه",
    "tomorrow": "غدا الغد",
    "bare_tomorrow": "غد",  # also a name; after "after", "day" or before a weekday
    "laylah": "ليله",
    "evening": "مساء",
    "the_night": "الليله",
    "year_noun": "عام سنه",
    "the_year": "العام السنه",
    "years_pair": "عامي سنتي",
    "month_noun": "شهر",
    "the_month": "الشهر",
    "months_pair": "شهري",
    "the_week": "الاسبوع",
    "the_century": "القرن",
    "since": "منذ مذ",
    "ago": "قبل",
    "shortly_before": "قبيل",
    "after": "بعد عقب",
    "during": "خلال طوال طيله اثناء غضون ظرف",
    "in": "في",
    "of": "من",
    "till": "الي حتي لغايه",
    "between": "بين",
    "on": "علي عن",
    "about": "نحو حوالي قرابه زهاء تقريبا",
    "more": "اكثر اقل ازيد",
    "what": "ما",
    "nears": "يقرب يقارب يزيد",
    "few": "بضعه بضع عده القليله القلايل قليله قلايل معدوده المعدوده عديده العديده",
    "past": "الماضي الماضيه الماضيين الماضيان الماضيتين الماضيتان الفايت الفايته الفايتين الفايتان المنصرم المنصرمه المنصرمين المنصرمان المنقضي المنقضيه",
    "last": "الاخير الاخيره الاخيرين الاخيرتين",
    "present": "الجاري الجاريه الحالي الحاليه",
    "coming": "المقبل المقبله المقبلين القادم القادمه القادمين الاتي الاتيه",
    "following": "التالي التاليه الموالي المواليه اللاحق",
    "same": "نفسه نفسها ذاته ذاتها عينه",
    "previous": "السابق السابقه",
    "this": "هذا هذه",
    "that": "ذلك تلك ذاك",
    "same_ahead": "نفس ذات",
    "of_it": "منه",
    "after_it": "بعده بعدها",
    "before_it": "قبله قبلها",
    "only": "فقط",
    "first_day": "غره",
    "the_feast": "العيد",
    "parting": "الفاصله",
    "the_span": "مدي مدار",
    "latest": "اخر",
    "passing": "مرور مضي",
    "last_ten": "الاواخر",
    "the_decade": "العقد",
    "moment": "الحين الوقت التاريخ",
    "now": "الان",
    "and_half": "ونصف",
    "feast": "عيد",
    "head": "راس",
    "hijri_adjective": "الهجريه الهجري",
    "gregorian_adjective": "الميلاديه الميلادي",
    "of_gregorian": "ميلادي ميلاديه",
    "of_hijri": "هجري هجريه",
    "m": "م",
    "h": "ه",
    "hm": "هج",
    "corresponding": "الموافق الموافقه المصادف",
    "every": "كل",
    "anniversary": "ذكري الذكري",
    "yearly": "السنويه",
    "period": "الفتره الاونه",
    "al": "ال لل وال بال",
    "waw": "و",
    "lam": "ل ب",
    "kind_of_day": "العالمي الوطني الدولي الواحد الذي",
    "holy": "الحرام المبارك الكريم المعظم الفضيل",
}

# Words of these classes stand as they are; those of PARTICLES take only و and ف before them.
BARE: Final = frozenset({"m", "h", "hm", "al", "waw", "lam", "and_half"})
PARTICLES: Final = frozenset(
    [
        "in",
        "of",
        "till",
        "on",
        "what",
        "since",
        "ago",
        "shortly_before",
        "after",
        "during",
        "between",
        "about",
        "more",
        "this",
        "that",
        "every",
        "few",
    ]
)

# Forms that clitics would make of a time word and that are other words.
NOT_TIMES: Final = frozenset({"باب", "فاب", "لاب", "وباب", "فباب", "ولاب", "بلاب", "فلاب", "وغد", "بغد", "فمارس", "لمارس", "وسحر", "بسحر", "بعقد",
                              "لعقد", "وعقد", "فعقد", "بعصر", "بغروب", "بعيد", "وبعيد", "لعيد", "كالاحد",
                              "لقبل", "بقبل", "فصيف", "بماي", "لماي", "فماي"})  # fmt: skip

# A word before a time word that makes a proper name of the two, by the kind of expression: "14 July bridge",
# "Friday market", "Russia Today".
_PLACES_AND_BODIES = (
    "جسر ثوره بثوره شارع ساحه ميدان كتيبه لواء حركه تنظيم جماعه صحيفه جريده انتفاضه موقع جامعه مستشفي مدرسه حي منظمه "
    "سد قناه ائتلاف حزب تحالف قوي سياره نوع شاحنه مفاعل موسسه مخيم"
)
# A month's name is also a given name ("المواطن جوان").
_PERSONS = "المواطن المواطنه الشاب الشابه الطفل الطفله المدعو المدعوه السيد السيده الشهيد الشهيده"
NAME_HEADS: Final = {
    "date": frozenset(_PLACES_AND_BODIES.split()),
    "month": frozenset([*_PLACES_AND_BODIES.split(), *_PERSONS.split()]),
    "weekday": frozenset(["سوق", "بسوق", "خطبه", "صحيفه", "جريده", "قناه"]),
    "feast": frozenset(_PLACES_AND_BODIES.split()),
}

# Words that make a newspaper's or station's name with "today" after them: always, and only where the name of a medium
# stands before them, they open a line that goes on with a dash, or a quotation mark parts the two from what is around.
TODAY_NAMES: Final = frozenset(["راي", "لروسيا", "اخبار"])
TODAY_NAMES_OF_MEDIA: Final = frozenset(
    [
        "روسيا",
        "المصري",
        "الاردن",
        "اليمن",
        "عين",
        "سوريا",
        "العراق",
        "لبنان",
        "الجزاير",
        "ليبيا",
        "تونس",
        "السودان",
        "فلسطين",
        "خليج",
    ]
)
MEDIA_HEADS: Final = frozenset(
    "صحيفه جريده موقع قناه شبكه وكاله تلفزيون اذاعه لصحيفه لجريده لموقع لقناه لشبكه لوكاله وصحيفه وقناه بصحيفه مجله منصه".split()
)
QUOTES: Final = frozenset("\"'«»“”„‹›()[]")

# Words before a date or a month without a year that put it ahead.
AHEAD: Final = frozenset(["بحلول", "المقرر", "المقرره", "المزمع"])

# Days that a date without a year names after one of these words: ("attacks of", month, day) and the year.
EVENT_HEADS: Final = frozenset(["هجمات", "احداث", "اعتداءات", "تفجيرات", "هجوم", "بهجمات", "واحداث", "لهجمات"])
NAMED_DAYS: Final = {(9, 11): 2001}
# The steps from the present unit that an adjective means, by its class ("before_past": "قبل الماضي").
STEPS: Final = {
    "before_past": -2,
    "past": -1,
    "previous": -1,
    "last": -1,
    "present": 0,
    "same": 0,
    "coming": 1,
    "following": 1,
}

# Nouns that a number after "in" may count: before these 2014 is no year ("in 2014 cases").
COUNTED: Final = frozenset(
    (
        "موقع موقعا مواقع حاله حالات قريه قري مدينه مدن منزل منزلا شخص شخصا مدرسه دوله بلده حادثه هجوم هجوما هجمه غاره عمليه "
        "كيلومتر كيلومترا متر مترا مركز مركزا نقطه منطقه مخيم دولار ليره طن طنا"
    ).split()
)
