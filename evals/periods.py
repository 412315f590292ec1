"""The labelled sentences of periods.jsonl -> how often the reports room reads their period and status right.

    python -m evals.periods            accuracy by split, and every miss of the dev split
    python -m evals.periods --misses   the misses of the test split too (look only when the rules are final)

How a sentence is labelled
==========================

The label says what a careful reader knows after reading the headings above the sentence and the paragraph up to it.

**Status** is one of four:

- 完成  The sentence tells what was done, happened or was reached: works, figures, events, prizes, the state that resulted
  ("经济回稳向上"). Estimates of a closed year ("预计增长5%左右") are 完成 too.
- 目标  An aim or a task of the report's own year, and the year's policies ("赤字率拟按4%安排", "加强食品药品监管"). A task
  without a date is a 目标 in a part about the year, also where its fruits come later ("开展三年行动").
- 规划  An aim or a task for later, or for several years: of a part about the coming five years or a five-year plan, and elsewhere
  a sentence whose main clause names a later year ("到2025年…", "…，力争到2025年…", "2025年底前…"). A task of the year that adds when it will bear
  fruit stays a 目标 ("开工建设…，2024年投入使用").
- 背景  Neither: address, thanks, vows, calls ("让我们…"); causes of success; the situation and what a year means ("今年是…之年",
  "面临的环境…"); problems; guiding ideology, general requirements and principles ("总体要求是…", "必须坚持…"); why an aim was
  set so; a phrase that only announces a list ("重点抓好以下工作"); general truths ("就业是民生之本"); definitions; front matter.

A heading has the status of what stands below it. In a mixed sentence the main clause decides.

**Period** is a year ("2022") or a span ("2018–2022"):

1. The time that the sentence names for what it says: "到2025年" is 2025, "明年" the year after the report's, "三年内" that many
   years from the report's on, "五年来" the five years before it, "“十四五”时期" 2021–2025, "“十四五”以来" 2021 to the last closed
   year. Aims for this year, the next and the third are one span. A year that only measures ("是2017年的1.6倍", "比2020年提高",
   "由2017年的…提高到…"), dates a document or names an event ("2022全球工业互联网大会") is not the sentence's time.
2. Else the time that the paragraph was opened with ("五年来，…", "过去一年，…"), or the passage that it belongs to.
3. Else the time of the innermost heading that names one: 回顾 without a year is the year before the report's, 重点工作 the report's.
4. What is said of the moment of speaking - address, thanks, vows, calls, problems, "当前…" - has the report's year.

Fields: `report_year`; `section`, the headings above; `before`, what was said before in the paragraph ("" ends a paragraph of the
same passage); `text`, `period`, `status`; `split`; `report`, where the sentence is of a
seed and is read in its place there. The sentences that are not of a seed were written for this file. One author wrote labels and
rules, the labels first; the test half is therefore kinder than a report that nobody here has read. The first 282 alternate between
dev and test by paragraph. Of four batches added later, three dense in hard cases were read right at first sight in 60 of 75, 39 of 50
and 40 of 49; rules were then made from them, and five labels put right, so they are dev. The last, 48 sentences of the usual kinds, is test: 47 at first sight.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.domain import Report
from qa.reports import read_reports
from qa.reports.periods import Said, scenes

ROOT = Path(__file__).parents[1]
LABELS = Path(__file__).with_name("periods.jsonl")


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled sentence; fields as in the module's docstring."""

    report_year: int
    section: tuple[str, ...]
    before: tuple[str, ...]
    text: str
    period: str
    status: str
    split: str
    report: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers out of `cases`: period, status, both."""

    cases: int
    period: int
    status: int
    both: int


def load(path: Path = LABELS) -> list[Case]:
    """Read the labelled sentences, one JSON object per line."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Case(**{**row, "section": tuple(row["section"]), "before": tuple(row["before"])}) for row in rows]


def read(case: Case, reports: Sequence[Report]) -> tuple[str, str]:
    """Period and status as the reports room reads them: in the seed where the case is of one, else from its context."""
    if case.report:
        (report,) = [report for report in reports if report.id == case.report]
        (found,) = [
            s
            for s in report.sentences
            if (s.text, s.section) == (case.text, case.section) and _follows(s.index, case, report)
        ]
        return found.period, str(found.status)
    said, paragraph = [], 0
    for text in (*case.before, case.text):
        paragraph += not text
        said += [Said(case.section, paragraph, text)] if text else []
    *_, scene = scenes(case.report_year, said)
    return scene.period, str(scene.status)


def _follows(index: int, case: Case, report: Report) -> bool:
    """Whether the sentences before `index` are those that the case says; "各位代表！" stands in many places."""
    return tuple(s.text for s in report.sentences[max(0, index - len(case.before)) : index]) == case.before


def score(cases: Iterable[Case], reports: Sequence[Report]) -> Score:
    """Count how often period, status and both are read right."""
    marks = [(got[0] == case.period, got[1] == case.status) for case in cases for got in [read(case, reports)]]
    return Score(len(marks), sum(p for p, _ in marks), sum(s for _, s in marks), sum(p and s for p, s in marks))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table and the misses."""
    parser = argparse.ArgumentParser(description="period and status of labelled sentences")
    parser.add_argument("--misses", action="store_true", help="show the misses of the test split too")
    shown = ("dev", "test") if parser.parse_args(arguments).misses else ("dev",)
    reports = read_reports(ROOT / "seeds")
    cases = load()
    print(f"{'split':<6}{'cases':>6}{'period':>9}{'status':>9}{'both':>9}")  # noqa: T201
    for split in ("dev", "test"):
        found = score([case for case in cases if case.split == split], reports)
        shares = "".join(f"{part / found.cases:>9.3f}" for part in (found.period, found.status, found.both))
        print(f"{split:<6}{found.cases:>6}{shares}")  # noqa: T201
    for case in cases:
        got = read(case, reports)
        if case.split in shown and got != (case.period, case.status):
            print(f"{case.split} {'/'.join(got)} for {case.period}/{case.status}: {case.text[:60]}")  # noqa: T201


if __name__ == "__main__":
    main()
