"""Report text -> what the report says of itself: title, region, year, date, speaker."""

import re
from dataclasses import dataclass

from qa.errors import ReportError
from qa.reports.files import SourceFile
from qa.reports.forms import count
from qa.reports.layout import speech_start

_FRONT_LINES = 12
_FRONT_LINE = 80

_ASCII = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789" + "000" + "123456789")
_CHINESE_DATE = re.compile(
    "([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATE = re.compile(rf"{_YEAR}\s*年\s*(?P<month>1[0-2]|0?[1-9])\s*月\s*(?P<day>[12]\d|3[01]|0?[1-9])\s*日")
# "2023年1月12日在辽宁省第十四届人民代表大会第一次会议上"; the National People's Congress puts the number first.
_PLACE = re.compile(r"\s*在\s*(?P<region>[^\s第，。]*)第\S{1,4}届(?P<nation>全国)?")
_PUBLISHED = re.compile(rf"(?:时间|日期)\s*[：:]\s*{_YEAR}[-/.年]")
_OFFICE = "省长|市长|主席|总理|州长|县长|区长|盟长|旗长|镇长|乡长|主任|行政长官"
_NAME = r"[\u4e00-\u9fff·](?:[ \t　]{0,2}[\u4e00-\u9fff·]){1,5}"
_SPEAKER = (
    re.compile(
        rf"^[\s　—]*(?P<of>[\u4e00-\u9fff]{{0,16}}?)代?(?:{_OFFICE})(?:[\s　]+|[：:]\s*)(?P<name>{_NAME})[\s　]*$", re.M
    ),
    re.compile(
        rf"(?P<of>[\u4e00-\u9fff]{{0,10}}?)代?(?:{_OFFICE})(?P<name>[\u4e00-\u9fff·]{{2,4}})(?=作|向|代表|同志)"
    ),
)
_TITLE = re.compile(rf"^[\s　]*(?P<title>(?:{_YEAR}年)?(?P<region>\S{{0,20}}?)(?:人民)?政府工作报告)[\s　]*$", re.M)
_FILE_YEAR = re.compile(rf"{_YEAR}年?")
# The heading of the part that looks ahead: "三、2024年重点工作", "第二部分 2024年工作安排".
_PLAN = re.compile(
    rf"^[\s　]*(?:[（(]?[一二三四五六][）)、．.]|第[一二三四五六](?:部分|篇|章))?[^。，；\d\n]{{0,20}}{_YEAR}年[^。；\n]{{0,30}}"
    r"(?:任务|安排|重点|目标|打算|部署|建议|计划)[^。；\n]{0,20}。?[\s　]*$",
    re.M,
)
# Reports of counties and districts are often given in the last weeks of a year, and are the next year's.
_LATE = 11
_NATION = "国务院"


@dataclass(frozen=True, slots=True)
class Front:
    """A report's own particulars; `date` and `speaker` are "" where neither text nor manifest gives them."""

    title: str
    region: str
    year: int
    date: str
    speaker: str


def read_front(text: str, source: SourceFile) -> Front:
    """Read the particulars from the opening lines, then the file name; the manifest's corrections win.

    Raises ReportError where no year can be found: without it 今年 and 去年 mean nothing.
    """
    front = _ascii_dates(_close_set(_front(text)))
    dated = _delivered(front)
    speaker = next(filter(None, (pattern.search(front) for pattern in _SPEAKER)), None)
    title = _TITLE.search(front)
    read: dict[str, str | int] = {
        "region": _region(front, text, source.id),
        "year": _year(front, text, source.id),
        "date": f"{int(dated['year']):04}-{int(dated['month']):02}-{int(dated['day']):02}" if dated else "",
        "speaker": re.sub(r"[\s　]", "", speaker["name"]) if speaker else "",
    }
    found = read | source.corrections
    if not found["year"]:
        raise ReportError(
            f"看不出报告 {source.path.name} 是哪一年的。请把文件改名为“年份_地区”（如 2023_辽宁省），"
            "或在 manifest.toml 写明 year；如果它不是政府工作报告，请移出该目录。"
        )
    printed = title["title"] if title and title["year"] else f"{found['year']}年{found['region']}政府工作报告"
    return Front(
        title=str(found.get("title", printed)),
        region=str(found["region"]),
        year=int(found["year"]),
        date=str(found["date"]),
        speaker=str(found["speaker"]),
    )


def _front(text: str) -> str:
    """The lines above the speech; where it is not addressed to anyone, the short lines at the top."""
    if address := speech_start(text):
        return text[:address]
    front = []
    for line in text.lstrip().split("\n")[:_FRONT_LINES]:
        if len(line) > _FRONT_LINE or "。" in line:
            break
        front.append(line)
    return "\n".join(front)


def _close_set(front: str) -> str:
    """Undo the letter-spacing of titles: "县　长　陆远" -> "县长　陆远", "政 府 工 作 报 告" -> "政府工作报告"."""
    close = re.sub(r"(?<=[省市县区州盟旗镇乡])[ \t　]+(?=长)", "", front)
    return re.sub("[ \t　]*".join("政府工作报告"), "政府工作报告", close)


def _delivered(front: str) -> re.Match[str] | None:
    """The date of delivery: the one before "在…会议上", or else the first."""
    dates = list(_DATE.finditer(front))
    placed = [date for date in dates if _PLACE.match(front, date.end())]
    return next(iter(placed + dates), None)


def _ascii_dates(front: str) -> str:
    """Write dates in ASCII digits: "二〇二四年一月九日" and "２０２４年" -> "2024年1月9日", "2024年"."""

    def ascii_date(found: re.Match[str]) -> str:
        return f"{found[1].translate(_ASCII)}年{count(found[2])}月{count(found[3])}日"

    wide = re.sub("[０-９]", lambda found: found[0].translate(_ASCII), front)
    return _CHINESE_DATE.sub(ascii_date, wide)


def _year(front: str, text: str, name: str) -> int:
    title, dated = _TITLE.search(front), _delivered(front)
    plan = max(_PLAN.finditer(text), key=lambda found: found["year"], default=None)
    if dated and plan and int(dated["month"]) >= _LATE and int(plan["year"]) == int(dated["year"]) + 1:
        return int(plan["year"])
    years = (
        dated,
        title if title and title["year"] else None,
        _FILE_YEAR.search(name),
        _PUBLISHED.search(front),
        plan,
    )
    return next((int(found["year"]) for found in years if found), 0)


def _region(front: str, text: str, name: str) -> str:
    dated = _delivered(front)
    place = _PLACE.match(front, dated.end()) if dated else None
    title = _TITLE.search(front)
    speaker = next(filter(None, (pattern.search(front) for pattern in _SPEAKER)), None)
    if (place and place["nation"]) or "我代表国务院" in text[: _FRONT_LINE * _FRONT_LINES]:
        return _NATION
    names = (
        place["region"] if place else "",
        title["region"] if title else "",
        speaker["of"] if speaker else "",
        next(iter(re.findall(r"[\u4e00-\u9fff]{2,}", _FILE_YEAR.sub(" ", name))), ""),
    )
    return next((short for short in map(_bare, names) if short), "")


def _bare(region: str) -> str:
    return re.sub(r"(?:19|20)\d\d年?|(?:人民)?政府(?:工作报告)?.*$|工作报告.*$|人民$", "", region)
