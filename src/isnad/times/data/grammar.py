"""LANGUAGE TABLE: the grammar of Arabic time expressions, as regular expressions over word classes.

`{name}` is a word class (`words.py`) or one of MACROS; a named group is what the reading function of the rule asks
for. A rule is (name, classes it can start with, pattern); its name says which function reads it (`rules.py`).
Of the rules that match at a token the longest wins.
"""

from typing import Final

# Macros may use those above them.
MACROS: Final[tuple[tuple[str, str], ...]] = (
    ("mark", "(?:{m}|{h}|{hm}|{of_gregorian}|{of_hijri})"),
    ("adj", "(?:{past}|{present}|{coming}|{previous}|{following}|{same}|{last})"),
    ("part_word", "(?:{edge}?(?:{part}|{evening}|{laylah}))"),
    ("the_part", "(?P<part>(?:{after}|{shortly_before})?{part_word})"),
    ("day_word", "(?:{al}?{small}|{ordinal}(?:{ten}|{tens})?|{tens})"),
    ("any_month", "(?:{month}|{month_weak}|{month_hijri}|{ramadan})"),
    ("twin", "(?P<twin>{slash}{any_month}|{dash}{any_month}|{open}{any_month}{close}|{any_month})?"),
    ("the_month_name", "(?P<month>{any_month}){twin}{holy}?"),
    ("year_number", "(?P<year>{year}|{hijri_year})(?:{mark}(?:{dash}(?P<other_year>{year}|{hijri_year}){mark}?)?)?"),
    # "2014", "of the year 2014", "of last year", "this year"
    (
        "year_tail",
        "(?:(?:{comma}|{of}|{lam}|{in}|{slash}|{dash})?(?:{year_noun}|{the_year}{adj}?|{this}{the_year})?{year_number}"
        "|{of}?{the_year}(?P<year_adj>{ago}?{adj})|{of}?{this}{the_year}(?P<this_year>))",
    ),
    (
        "year_ahead",
        "(?:{of}|{comma})?(?:{year_noun}|{the_year})?(?:{year}|{hijri_year})|{of}?{the_year}{adj}|{of}?{this}{the_year}",
    ),
    ("tail", "(?:{year_tail}(?P<after_year>{adj})?|(?P<month_adj>{adj})|(?P<this_month>{this}))?"),
    ("narrow", "(?P<narrow>{edge}|{fraction}(?:{ordinal}|{last}){of})"),
    ("about_number", "(?:{about}|{more}{of}|{what}{nears}(?:{of}|{on}))*"),
    ("number", "(?:{small}|{big}|{unit_word}{ten}|{unit_word}{tens}|{unit_word}|{ten}|{tens})"),
    ("unit_one", "(?:{unit}|{yawm}|{month_noun}|{year_noun})"),
    (
        "amount",
        "{about_number}(?:{al}?(?P<count>{number})(?P<counted>{unit_one}|{units})|(?P<two>{dual})|(?P<few>{few})?(?P<many>{units}){few}?"
        "|(?P<one>{unit_one}){unit_word}?)(?P<half>{and_half})?",
    ),
    ("any_tomorrow", "(?:{tomorrow}|{bare_tomorrow})"),
    ("day_head", "(?:{yawm}|{today}|{yesterday}|{any_tomorrow})"),
    ("weekday_name", "(?:{weekday}|{weekday_bare})"),
    ("join", "(?:{dash}|{slash}|{waw}|{till}|{on}|{comma})"),
)

# A date may follow its weekday and its part of the day: "فجر اليوم السبت (6 تشرين الأول)".
_LEAD = (
    "{the_part}?(?:{of}?{day_head})?{of}?(?P<weekday>{weekday})?(?:{adj})?(?:{comma}|{open}|{dash})?{corresponding}?{lam}?"
    "(?:{yawm})?"
)
_LEAD_STARTS = "part evening laylah edge after shortly_before yawm today yesterday tomorrow bare_tomorrow weekday"
_DAY_STARTS = "small ordinal tens al"

RULES: Final[tuple[tuple[str, str, str], ...]] = (
    # ── dates ──
    (
        "date",
        f"{_LEAD_STARTS} {_DAY_STARTS}",
        _LEAD + "(?P<day>{day_word})(?:{of}|{dash})?{month_noun}?{the_month_name}(?:{tail})",
    ),
    (
        "libyan_date",
        f"{_LEAD_STARTS} {_DAY_STARTS}",
        _LEAD + "(?P<day>{day_word}){of}?(?P<month>{month_libyan}|{first_libyan}|{the_season}){year_tail}",
    ),
    (
        "first_of_month",
        "first_libyan first_day nth",
        "(?P<day>{first_libyan}{of}|{first_day}|{nth}{units}|{nth}(?={ramadan})){month_noun}?{the_month_name}(?:{tail})",
    ),
    (
        "first_of_month",
        "fraction",
        "(?P<day>{fraction}){of}{month_noun}?(?P<month>{month_hijri}|{ramadan}){holy}?(?:{tail})",
    ),
    ("last_ten", "ten", "{ten}{last_ten}{of}?{month_noun}?{the_month_name}(?:{tail})"),
    (
        "days",
        f"yawmay laylah part {_DAY_STARTS}",
        "(?:{yawmay}|(?P<part>{laylah}|{part}))?(?P<first>{day_word})(?:{join}{al}?{small})*{join}"
        "(?P<last>{day_word}){of}?{month_noun}?{the_month_name}(?:{tail})",
    ),
    (
        "numeric",
        f"{_LEAD_STARTS} small year hijri_year",
        _LEAD
        + "(?<!{slash})(?:(?P<a>{small})(?P<sep>{slash}|{dash}|{stop})(?P<b>{small})(?P=sep)(?P<c>{year}|{hijri_year}|{small}|{big})"
        "|(?P<c2>{year}|{hijri_year})(?P<sep2>{slash}|{dash}|{stop})(?P<b2>{small})(?P=sep2)(?P<a2>{small})){mark}?(?!{slash}|{dash})",
    ),
    (
        "day_of_month",
        f"{_LEAD_STARTS} {_DAY_STARTS}",
        _LEAD
        + "(?P<day>{day_word})(?:{of}?{the_month}(?P<adj>{ago}?{adj})|{of}?{this}{the_month}|{of}?{the_month}(?!{year})|(?P<adj2>{present})"
        "|(?P<same>{of}{same_ahead}{the_month}))",
    ),
    ("day_of_month", "small", "(?<={in})(?P<day>{small})(?P<same>{of_it})"),
    (
        "days_of_month",
        f"yawmay {_DAY_STARTS}",
        "{yawmay}?(?P<first>{day_word})(?:{join}{al}?{small})*{join}(?P<last>{day_word}){of}?(?:{the_month}(?P<adj>{ago}?{adj})|{this}{the_month}|(?P<adj2>{present}))",
    ),
    # ── months, years, parts of them ──
    ("month", "month edge fraction", "{narrow}?(?P<month>{month}){twin}(?:{tail})"),
    (
        "month",
        "month_noun edge fraction",
        "{narrow}?{month_noun}(?P<month>{any_month}|{month_libyan}|{first_libyan}){twin}{holy}?(?:{tail})",
    ),
    (
        "month",
        "month_weak month_hijri ramadan edge fraction",
        "{narrow}?(?P<month>{month_weak}|{month_hijri}|{ramadan})(?=(?:{slash}|{dash}|{open})?{any_month}|{year_ahead}"
        "|{past}|{present}|{coming}|{previous}){twin}(?:{tail})",
    ),
    ("month", "edge fraction", "{narrow}(?P<month>{month_weak}|{ramadan}|{month_hijri})"),
    ("month", "month_weak ramadan", "(?<={in}|{since}|{till}|{during})(?P<month>{month_weak}|{ramadan})(?!{past})"),
    ("months", "months_pair", "{months_pair}(?P<first>{any_month}){waw}?(?P<last>{any_month})(?:{tail})"),
    ("months", "month month_weak", "(?P<first>{month}|{month_weak}){join}?(?P<last>{month}|{month_weak})(?:{tail})"),
    (
        "year",
        "year_noun the_year edge fraction this",
        "{narrow}?(?:{year_noun}|{the_year}(?:{ago}?{adj}{comma}?)?|{this}{the_year})(?P<year>{year}|{hijri_year}){mark}?{adj}?",
    ),
    ("year", "year_noun", "{year_noun}(?P<year>{big})(?!{unit_one}|{units})"),
    ("year", "year hijri_year edge fraction", "{narrow}(?P<year>{year}|{hijri_year}){mark}?"),
    ("year", "year hijri_year", "(?P<year>{year}(?:{m}|{of_gregorian})|{hijri_year}(?:{h}|{hm}|{of_hijri}))"),
    ("bare_year", "year", "(?<={in}|{since}|{till}|{during})(?P<year>{year})"),
    ("bare_year", "year", "(?<={ordinal}{of}|{last}{of})(?P<year>{year})"),
    (
        "years",
        "years_pair year_noun the_year units the_units the_dual",
        "(?:{years_pair}|{year_noun}|{the_year}|{units}|{the_units}|{the_dual})(?P<first>{year})(?:{join}{year})*{join}(?P<last>{year}){mark}?",
    ),
    (
        "years",
        "year",
        "(?<={in}|{of}|{between}|{open}|{the_year})(?P<first>{year})(?:{dash}|{slash}|{till}|{waw})(?P<last>{year})",
    ),
    ("years", "year", "(?P<first>{year}){dash}(?P<last>{year})(?={close})"),
    (
        "season",
        "season the_season edge",
        "{narrow}?(?:(?P<season>{season})(?:{the_year}|{year_noun})?(?:{year}(?:{dash}|{slash}))?{year_number}|(?P<season2>{season}|{the_season})(?P<adj>{past}|{present}|{coming}|{previous})"
        "|(?P<season3>{season}){of}?(?:{the_year}(?P<year_adj>{adj})|{this}{the_year}))",
    ),
    ("this_season", "this", "(?P<this_month>{this})(?P<season>{the_season})"),
    ("decade", "decade edge", "{narrow}?(?P<decade>{decade}){of}?{the_century}{past}?"),
    ("century", "the_century", "{the_century}{past}"),
    # ── feasts ──
    (
        "feast",
        "feast nth first_day feast_day head laylah yawm today units",
        "(?P<part>{laylah})?(?P<nth>(?:{nth}|{last}){units}|{first_day})?(?:{today}(?P<ordinal>{ordinal}){of})?(?:{units}|{yawm})?"
        "(?:(?P<feast>{feast})(?P<name>{feast_name})|{feast}?(?P<day>{feast_day})|(?P<new>{head}{the_year})(?P<hijri>{hijri_adjective})?{gregorian_adjective}?)"
        "(?:{holy}|(?P<adj>{adj}))?(?:(?:{of}?{the_year}|{year_noun}|{in})?(?P<year>{year}|{hijri_year}){mark}?|{of}?{the_year}(?P<year_adj>{adj}))?",
    ),
    (
        "great_feast",
        "nth yawm units laylah part",
        "(?:(?P<part>{laylah}|{part})|(?P<nth>{nth}){units}|{yawm}|{units})(?:{yawm})?(?P<great>{the_feast})",
    ),
    # ── days by their name ──
    (
        "weekday",
        "part evening laylah edge after shortly_before yawm today weekday",
        "{the_part}?(?:{of}?{yawm})?{of}?(?P<weekday>{weekday})(?:{evening}(?!{yawm}|{weekday}|{today}|{yesterday})|{adverb})?"
        "(?P<adj>{ago}?(?:{past}|{coming}|{last}|{present}|{previous})|{of}{the_week}{ago}?(?:{past}|{present}|{coming})|{of}{this}{the_week})?{adverb}?",
    ),
    ("weekday", "yawm every", "{yawm}(?P<weekday>{weekday_bare})"),
    (
        "weekdays",
        "yawmay laylah part edge after",
        "(?P<pair>(?P<part>(?:{after}|{shortly_before})?{edge}?(?:{part}|{laylah}))|{yawmay})(?P<first>{weekday}){join}?(?P<last>{weekday})"
        "(?P<adj>{past}|{coming})?",
    ),
    (
        "day",
        "part evening laylah edge after shortly_before yawm today yesterday tomorrow bare_tomorrow nth this",
        "{the_part}?(?:{of}?{yawm})?{of}?{this}?(?:(?P<two_ago>{nth}{of}?{yesterday}|{yesterday}{ordinal})|(?P<yesterday>{yesterday})|(?P<today>{today})"
        "|(?P<tomorrow>{after}?{tomorrow}|{after}{bare_tomorrow}|(?<={yawm}){bare_tomorrow}|{bare_tomorrow}(?={weekday})))(?:(?:{comma}|{open})?(?P<weekday>{weekday}){close}?)?(?:{evening}(?!{weekday}|{today}|{yesterday})|{adverb})?",
    ),
    ("this_part", "this", "{this}(?P<part>{part_definite})"),
    (
        "tonight",
        "edge after the_night this",
        "{after}?{edge}?{this}?(?P<night>{the_night})(?P<adj>{ago}?{past})?(?!{unit_word}|{parting})",
    ),
    # ── units with an adjective ──
    (
        "calendar_unit",
        "the_week the_month the_year edge fraction this",
        "{narrow}?(?P<unit>{the_week}|{the_month}|{the_year})(?P<adj>{ago}?(?:{past}|{present}|{coming}|{previous}))(?!{comma}?{year})",
    ),
    ("this_unit", "this edge fraction", "{narrow}?{this}(?P<unit>{the_week}|{the_month}|{the_year})(?!{year})"),
    # "the first four months of": the share of what is named next (scanning)
    (
        "share",
        "the_units the_week the_dual",
        "(?:(?P<unit>{the_units}){al}?(?P<count>{number})|(?P<unit2>{the_week}|{the_dual}))(?P<which>{ordinal}|{last}|{past})(?={of})",
    ),
    ("narrowed_unit", "edge fraction", "{narrow}(?P<unit>{the_week}|{the_month}|{the_year})"),
    # ── stretches up to now, or from now ──
    (
        "stretch",
        "the_units the_dual the_week the_month the_year the_decade al small big unit_word ten tens",
        "(?:(?P<unit>{the_units}|{the_dual}){few}?(?:{al}?(?P<count>{number}))?{few}?|{al}?(?P<count2>{number})(?P<unit2>{unit_one}|{units})"
        "|(?P<unit3>{the_week}|{the_month}|{the_year})(?={last})|(?P<unit4>{the_decade}))(?P<adj>{past}|{last}|{coming})",
    ),
    (
        "during",
        "during more the_span latest",
        "(?:{during}{about_number}|(?<={in}){more}{of}|(?<={on}){the_span}{about_number}|{latest}(?!{unit_one}))"
        "(?:{al}?(?P<count>{number})(?P<unit>{unit_one}|{units})|(?P<unit2>{dual}|{unit_one}){unit_word}?)(?P<half>{and_half})?"
        "(?!{past}|{last}|{coming}|{of}?(?:{year}|{any_month}|{weekday}|{yesterday}|{today}|{al}|{small}))",
    ),
    ("vague", "period", "{period}(?:{past}|{last}|{present}|{coming})"),
    ("same_period", "period same_ahead", "(?:{period}{same}|{same_ahead}{period})"),
    # ── so long ago, so long after ──
    (
        "ago",
        "ago shortly_before",
        "(?:{ago}|{shortly_before}){amount}(?!{year}|{hijri_year}|{any_month}|{weekday}|{yesterday})(?P<from>{of}(?!{ago})(?P<that>{that})?)?",
    ),
    (
        "ago",
        "since",
        "(?P<since>{since}){amount}(?!{year}|{hijri_year}|{any_month}|{weekday}|{yesterday})(?P<now>{till}(?:{now}|{today}))?",
    ),
    (
        "after",
        "after",
        "{after}{passing}?{amount}(?!{year}|{hijri_year}|{any_month}|{weekday}){only}?(?P<from>(?:{of}|{on})(?P<that>{that})?)?",
    ),
    (
        "after_that",
        "after ago after_it before_it",
        "(?P<head>{after}{that}|{ago}{that}|{after_it}|{before_it}){amount}",
    ),
    ("after", "passing", "{passing}{amount}(?P<from>{on})"),
    # ── told from a day named before ──
    (
        "next_day",
        "today the_night the_week the_month the_year",
        "(?P<unit>{today}|{the_night}|{the_week}|{the_month}|{the_year})(?P<adj>{following}|{same}|{previous})",
    ),
    (
        "that_unit",
        "that same_ahead",
        "(?:{that}|{same_ahead})(?P<unit>{today}|{the_month}|{the_year}|{the_night}|{the_week})(?!{kind_of_day})",
    ),
    ("since_then", "since", "{since}{that}{moment}"),
    # ── others ──
    (
        "anniversary",
        "anniversary",
        "{anniversary}{yearly}?(?:(?P<count>{ordinal}(?:{ten}|{tens})?|{tens}|{al}{number})){yearly}?(?!{of})",
    ),
    ("recurring", "every units", "(?:{every}|(?P<units>{units}))(?:{yawm}|{laylah})?(?:{weekday}|{weekday_bare})"),
    ("recurring", "every", "{every}(?:{yawm}|{laylah}|{unit}|{month_noun}|{year_noun})"),
    ("not_a_time", "today", "{today}(?:{ordinal}|{last}|{kind_of_day})"),
)
