"""Report files -> Reports: text, outline, sentences with their period and status."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from qa.domain import Report, Section, Sentence
from qa.errors import ReportError
from qa.reports.files import SourceFile, list_sources, read_text
from qa.reports.front import read_front
from qa.reports.layout import Kind, layout
from qa.reports.outline import outline
from qa.reports.periods import Said, background, scenes
from qa.reports.sentences import sentences

__all__ = ["parse", "read_folder", "read_report", "read_reports"]

# Words that hardly a report of a government lacks, and hardly another text has.
_REPORT_WORDS = re.compile(r"政府工作报告|各位代表|代表[^。]{1,12}政府[^。]{0,10}报告|代表国务院")

# A heading that holds a figure other than a year ("一是新增就业45万人。") states something, and may be asked for.
_YEAR_OR_NUMBER = re.compile(r"(?:19|20)\d\d年?|^附[件录表]\s*\d{1,2}|^\W*\d{1,2}(?:[.．、）)]|[.．]\d)")


def read_reports(seeds_dir: Path) -> tuple[Report, ...]:
    """Read every report of a folder, by file name; raise ReportError naming the first that cannot be read."""
    return tuple(read_report(source) for source in list_sources(seeds_dir))


def read_folder(seeds_dir: Path) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """Read what can be read of a folder, with a notice for each file that was left out or does not look like a report.

    Raises ReportError where the folder holds no report, or none that can be read.
    """
    reports: list[Report] = []
    notices: list[str] = []
    for source in list_sources(seeds_dir):
        try:
            report = read_report(source)
        except ReportError as exc:
            notices.append(f"{exc}（其他报告不受影响）")
            continue
        reports.append(report)
        if not _REPORT_WORDS.search(report.text):
            notices.append(
                f"{source.path.name} 不像政府工作报告，已按普通文本读取，年份和完成情况的判断可能不准。如不需要，请移出该目录。"
            )
    if not reports:
        raise ReportError(f"目录 {seeds_dir} 里没有读得出的报告。{notices[0].removesuffix('（其他报告不受影响）')}")
    return tuple(reports), tuple(notices)


def read_report(source: SourceFile) -> Report:
    """Read one report file whole."""
    text = read_text(source.path)
    front = read_front(text, source)
    bare = Report(source.id, front.title, front.region, front.year, front.date, front.speaker, text)
    return parse(bare)


def parse(report: Report) -> Report:
    """Fill in the sections and sentences of a report that has its text and year.

    Front matter, a table of contents and page furniture give sentences too, in no section and of status 背景.
    """
    text = report.text
    found = layout(text)
    sections = tuple(outline(text, [paragraph.span for paragraph in found if paragraph.kind is Kind.BODY]))
    spans = [(n, span) for n, paragraph in enumerate(found) for span in sentences(text, paragraph.span)]
    speech = [(n, span) for n, span in spans if found[n].kind is Kind.BODY]
    inside = list(_inside([start for _, (start, _) in speech], sections))
    paths = [holders[-1].path if holders else () for holders in inside]
    said = [Said(path, n, text[slice(*span)]) for path, (n, span) in zip(paths, speech, strict=True)]
    told = dict(zip(speech, zip(inside, paths, scenes(report.year, said), strict=True), strict=True))
    listed = []
    for index, (number, span) in enumerate(spans):
        holders, path, scene = told.get((number, span), ((), (), background(report.year)))
        start, end = span
        heading = _is_heading(text, span, holders)
        listed.append(
            Sentence(report.id, index, number, start, end, text[start:end], path, scene.period, scene.status, heading)
        )
    return replace(report, sections=sections, sentences=tuple(listed))


def _inside(offsets: Sequence[int], sections: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    """For each offset, in ascending order, the sections that hold it, from the outermost inwards."""
    coming, opened = deque(sections), list[Section]()
    for offset in offsets:
        while coming and coming[0].start <= offset:
            opened.append(coming.popleft())
        opened = [section for section in opened if offset < section.end]
        yield tuple(opened)


def _is_heading(text: str, span: tuple[int, int], sections: Sequence[Section]) -> bool:
    """Whether a sentence is the heading of one of the sections around it, which holds more than it, and states no figure."""
    for section in sections:
        if span[0] < section.start + len(section.title) and span[1] < section.end:
            words = " ".join(text[section.start : span[1]].split()).rstrip("。：:；;，")
            title = " ".join(section.title.split())
            return title.startswith(words) and not re.search(r"\d", _YEAR_OR_NUMBER.sub("", title))
    return False
