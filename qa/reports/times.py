"""Words for a time -> years: of a heading, at the opening of a passage, inside a sentence.

All are read relative to the report's year, its 今年. A year that only measures ("是2017年的1.6倍", "由2017年的…") or names an event
("2022全球工业互联网大会") is no time of the sentence, so times are looked for where they govern it: at the start of a clause.
"""

import re

Years = tuple[int, int]

PLANS = {"十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026, "十六五": 2031}
_PLAN = rf"[“\"‘]?(?P<plan>{'|'.join(PLANS)})[”\"’]?"
_COUNTS = {**{numeral: n for n, numeral in enumerate("一二三四五六七八九十", 1)}, "两": 2}
_COUNT = rf"[{''.join(_COUNTS)}1-9]"
_YEAR = r"(?P<year>(?:19|20)\d\d)年"
# What may stand before the time of a sentence without changing it.
_LEAD = r"(?:——|[—●•·]\s*)?(?:各位代表，|其中，?|同时，|我们要?|力争|争取|确保|努力|预计|计划|展望|自|从|截至|截止)*"

# Openings of a passage. "过去一年", "一年来", "五年来", "回望过去的五年", "经过五年接续奋斗", "这五年，"
_LAST_N = re.compile(
    rf"{_LEAD}(?:(?:经过|回[顾望]|刚刚|过去|的|这|近)*)(?P<n>{_COUNT})年(?:来|间|里|(?:接续|不懈|砥砺)?奋斗|的历程)"
    rf"|{_LEAD}(?:回[顾望])?的?(?:刚刚)?过去的?这?(?P<m>{_COUNT})年|{_LEAD}这(?P<k>{_COUNT})年[，,]"
)
_TERM = re.compile(
    rf"{_LEAD}(?:本届|上届|过去一届)政府[^。，]{{0,6}}五年|{_LEAD}第[^。，]{{2,20}}第一次会议以来的?五年"
)
_LAST_YEAR = re.compile(rf"{_LEAD}(?:刚刚过去的20\d\d年|(?:去年|上年)(?:以来)?(?:[，,全]|我[们国省市县区]))")
_NEXT_N = re.compile(rf"(?:{_LEAD}|做好|面向|展望)?(?:今后|未来)的?(?P<n>{_COUNT})年")
_THIS_YEAR = re.compile(rf"{_LEAD}(?:新的一年|做好(?:今|20\d\d)年|今年)")
# Of a report that is given late in the year, or half-way.
_SO_FAR = re.compile(
    rf"{_LEAD}今年(?:以来|上半年|前(?:三季度|\d{{1,2}}个月|[一二三四五六七八九十]{{1,2}}个月)|1[至—-]\d{{1,2}}月)"
)
# A paragraph of a part on several years that opens with one of them: "2021年，…".
_ONE_YEAR = re.compile(rf"{_LEAD}{_YEAR}[，,]")
# Not "“十四五”规划102项重大工程", which names the plan only.
_IN_PLAN = re.compile(rf"{_LEAD}{_PLAN}(?:时期|期间|以来|的?五年|[，,是])")

# Times of one sentence.
_BY_YEAR = re.compile(rf"(?:^{_LEAD}|[，,；：]\s*(?:力争|争取|确保|预计|努力)?)到{_YEAR}")
# "2024年至2026年，…", "近三年累计…", "“十四五”末…"
_YEARS = re.compile(rf"^{_LEAD}(?P<first>(?:19|20)\d\d)年?(?:至|到|—|–|-){_YEAR}")
_RECENT = re.compile(rf"^{_LEAD}(?:最)?近(?P<n>{_COUNT})年(?!内)")
_PLAN_END = re.compile(rf"^{_LEAD}到?{_PLAN}(?:时期|规划)?期?末")
_BEFORE_YEAR = re.compile(rf"^{_LEAD}{_YEAR}(?:底|末|年底)?(?:之?前|以前)")
_FROM_YEAR = re.compile(rf"^{_LEAD}{_YEAR}(?:以来|起)")
# "2023年建成…" but not "2017年的1.6倍", "2022年度", "2021年至2025年".
_AT_YEAR = re.compile(rf"^{_LEAD}{_YEAR}(?:底|末|\d{{1,2}}月|上半年|下半年)?(?![的度级版]|至|到|—|–|-)")
# "…，去年利润增长23.5%" and "去年增长5%，今年力争增长6%"; "比去年增加" only measures.
_LAST_YEAR_CLAUSE = re.compile(
    r"(?:^|[，；])\s*(?:去年|上年)(?![^，。；]*(?:年初|同期|预算))[^，。；]*(?:增长|下降|达到|实现|突破|完成|新增|提高)"
)
_THIS_YEAR_CLAUSE = re.compile(
    r"[，；]\s*(?:今年|本年)?[^。，；]{0,6}(?:(?<![主重需必首])要|力争|争取|确保|计划|安排|目标)"
)
_NEXT_YEARS = re.compile(r"(?:今年|当年|第一年)[^。]*(?:明年|第二年)[^。]*(?:第三年|后年)")
_THIS_AND_NEXT = re.compile(rf"^{_LEAD}今明两年")
_NEXT_YEAR = re.compile(rf"^{_LEAD}(?:到)?(?:明年|来年)")
_FIRST_N = re.compile(
    rf"^{_LEAD}(?:前(?P<n>{_COUNT})年(?!.*后{_COUNT}年)|再?用(?P<m>{_COUNT})年(?:左右)?(?:的?时间)?|(?P<k>{_COUNT})年之?内)"
)

# Times in a heading.
_PLAIN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_RELATIVE = re.compile(r"去年|上年|过去一年|今年|明年")
_OFFSETS = {"今年": 0, "明年": 1}
_HEADED_NEXT = re.compile(rf"(?:今后|未来|下一个?)(?P<n>{_COUNT})年")
_HEADED_LAST = re.compile(
    r"(?:过去的?|的|^[一二三四五六七八九十]、|、)?(?P<n>[三四五])年(?:来|工作|以来|发展|$)|过去的?(?P<m>[三四五])年"
)


def opened(text: str, year: int) -> tuple[Years, bool] | None:
    """The years that a sentence opens a passage with, and whether it looks back; None where it opens none.

    "五年来，…" in 2023 is ((2018, 2022), True), "今后五年" ((2023, 2027), False).
    """
    if _TERM.match(text):
        return (year - 5, year - 1), True
    if found := _LAST_N.match(text):
        return (year - _number(found), year - 1), True
    if _LAST_YEAR.match(text):
        return ((year, year), False) if _THIS_YEAR_CLAUSE.search(text) else ((year - 1, year - 1), True)
    if found := _NEXT_N.match(text):
        return (year, year + _number(found) - 1), False
    if _SO_FAR.match(text):
        return (year, year), True
    if _THIS_YEAR.match(text):
        return (year, year), False
    if (found := _IN_PLAN.match(text)) and not _PLAN_END.match(text):
        first, last = _plan(found)
        since = found[0].endswith("以来")
        return (first, min(last, year - 1) if since else last), since or last < year
    return None


def opened_year(text: str, year: int) -> int | None:
    """The closed year that a paragraph opens with ("2021年，…"); None where it opens with none."""
    found = _ONE_YEAR.match(text)
    return int(found["year"]) if found and int(found["year"]) < year else None


def named(text: str, year: int) -> Years | None:
    """The years that govern one sentence only: "到2025年，…" is 2025, "今年…，明年…，第三年…" three years; None where it names none."""
    if _NEXT_YEARS.search(text):
        return year, year + 2
    if _THIS_AND_NEXT.match(text):
        return year, year + 1
    if found := _BY_YEAR.search(text) or _BEFORE_YEAR.match(text):
        return int(found["year"]), int(found["year"])
    if (found := _YEARS.match(text)) and (int(found["first"]) >= year or int(found["year"]) < year):
        return int(found["first"]), int(found["year"])
    if found := _RECENT.match(text):
        return year - _number(found), year - 1
    if found := _PLAN_END.match(text):
        return _plan(found)[1], _plan(found)[1]
    if found := _FROM_YEAR.match(text):
        return (int(found["year"]), year - 1) if int(found["year"]) < year else None
    if (found := _AT_YEAR.match(text)) and not (int(found["year"]) < year and "今年" in text):
        return int(found["year"]), int(found["year"])
    if _NEXT_YEAR.match(text):
        return year + 1, year + 1
    if _LAST_YEAR_CLAUSE.search(text) and not _THIS_YEAR_CLAUSE.search(text):
        return year - 1, year - 1
    if found := _FIRST_N.match(text):
        return year, year + _number(found) - 1
    return None


def ends_a_span(text: str) -> bool:
    """Whether a sentence tells of every year first, and then of the last: "年均增长7%，到2027年突破200亿元"."""
    found = _BY_YEAR.search(text)
    return found is not None and "年均" in text[: found.start()]


def heading_years(title: str, year: int) -> list[Years]:
    """The times that a heading names: single years, a five-year plan's, the next or the last five years."""
    times = [(int(found), int(found)) for found in _PLAIN_YEAR.findall(title)]
    if relative := _RELATIVE.search(title):
        offset = _OFFSETS.get(relative[0], -1)
        times.append((year + offset, year + offset))
    if plan := re.search(_PLAN, title):
        times.append(_plan(plan))
    if found := _HEADED_NEXT.search(title):
        times.append((year, year + _number(found) - 1))
    elif found := _HEADED_LAST.search(title):
        times.append((year - _number(found), year - 1))
    return times


def _plan(found: re.Match[str]) -> Years:
    """The years of a five-year plan: "十四五" is 2021 to 2025."""
    return PLANS[found["plan"]], PLANS[found["plan"]] + 4


def _number(found: re.Match[str]) -> int:
    """The count of years in a match, written in whichever of its groups took part."""
    numeral = next(value for name, value in found.groupdict().items() if value and name in "nmk")
    return int(numeral) if numeral.isdecimal() else _COUNTS[numeral]
