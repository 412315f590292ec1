"""Of any text: sentences are exact spans, in order, and only white space lies between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa.domain import Report
from qa.reports import parse, read_reports
from qa.reports.sentences import paragraphs, sentences

from .samples import SEEDS

# Characters that headings, sentence ends, quotes, lists, page furniture and tables of contents are made of.
_MARKS = "一二三十（）()、，。；！？：:“”《》…—–-.·•●①第是页目录附件注0123456789年%A \t　\n\n"
_WORDS = "增长就业今年去年五年来我们到成绩各位代表问题完成目标"
_PIECES = st.sampled_from(
    [
        "一、工作回顾\n",
        "（一）稳增长。",
        "1.",
        "一是",
        "——",
        "第一，",
        "各位代表！\n",
        "到2025年，",
        "目　录\n",
        "- 3 -\n",
        "附件1\n",
        "名词解释\n",
    ]
)
_TEXTS = st.lists(st.one_of(st.text(alphabet=_MARKS + _WORDS, max_size=40), _PIECES, st.text(max_size=8)), max_size=25)


def check(report: Report) -> None:
    """Assert the contract that citations rest on."""
    text = report.text
    for number, sentence in enumerate(report.sentences):
        assert sentence.index == number
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
    edges = [(0, 0), *((s.start, s.end) for s in report.sentences), (len(text), len(text))]
    for (_, end), (start, _) in pairwise(edges):
        assert end <= start
        assert not any(map(str.isalnum, text[end:start]))  # a line of marks alone is no sentence
    assert [s.paragraph for s in report.sentences] == sorted(s.paragraph for s in report.sentences)
    for section in report.sections:
        assert 0 <= section.start < section.end <= len(text)
        assert section.path[-1] == section.title
        assert section.level == len(section.path)


@given(_TEXTS)
def test_any_text_keeps_the_contract(pieces: list[str]) -> None:
    text = "".join(pieces).replace("\r\n", "\n").replace("\r", "\n")
    check(parse(Report("x", "", "", 2024, "", "", text)))


def test_the_seed_keeps_the_contract() -> None:
    (report,) = read_reports(SEEDS)
    check(report)
    assert len(report.sentences) == 471


def test_a_semicolon_ends_a_sentence() -> None:
    text = "增长5%以上；粮食480亿斤。"
    assert [text[a:b] for a, b in sentences(text, (0, len(text)))] == ["增长5%以上；", "粮食480亿斤。"]


def test_a_line_of_marks_alone_is_no_sentence() -> None:
    text = "依照\n法律\n、\n法规\n。"
    assert [sentence.text for sentence in parse(Report("x", "", "", 2024, "", "", text)).sentences] == [
        "依照",
        "法律",
        "法规",
    ]


def test_a_quotation_is_not_cut() -> None:
    text = "他说：“好。真好！”大家鼓掌。散会"
    assert [text[a:b] for a, b in sentences(text, (0, len(text)))] == ["他说：“好。真好！”", "大家鼓掌。", "散会"]


def test_a_quotation_mark_that_nothing_closes_opens_nothing() -> None:
    text = "推进“放管服改革。新设企业5万户。深化“一网通办”。好用。"
    assert [text[a:b] for a, b in sentences(text, (0, len(text)))] == [
        "推进“放管服改革。",
        "新设企业5万户。",
        "深化“一网通办”。",
        "好用。",
    ]


def test_brackets_within_quotations_are_not_cut() -> None:
    text = "建成“三区（一期。二期）；四带”工程。（另有两项；在建）通车。"
    assert [text[a:b] for a, b in sentences(text, (0, len(text)))] == [
        "建成“三区（一期。二期）；四带”工程。",
        "（另有两项；在建）通车。",
    ]


def test_a_decimal_point_does_not_end_a_sentence() -> None:
    text = "增长5.5%左右。"
    assert len(sentences(text, (0, len(text)))) == 1


def test_paragraphs_are_the_lines_without_their_indent() -> None:
    text = "　　甲。\n\n \n\t乙 \n"
    assert [text[a:b] for a, b in paragraphs(text)] == ["甲。", "乙"]
