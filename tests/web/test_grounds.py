import html
import re
from pathlib import Path

import pytest

from qa.domain import Hit, Sentence
from qa.errors import EndpointError
from qa.retrieval.retriever import PARTS
from qa.web import grounds
from qa.web.chips import View
from qa.web.wording import CHINESE, ENGLISH, Words
from tests.fakes import made_report
from tests.web.test_render import HOSTILE, assert_only_our_tags, shown

REPORT = made_report("　　一、2022年工作\n\n　　全年增长2.1%。粮食产量创新高。\n")
GROWTH, GRAIN = (sentence for sentence in REPORT.sentences if not sentence.heading)
VIEW = View([REPORT])


def hit(sentence: Sentence, **parts: float) -> Hit:
    return Hit(sentence, sum(parts.values()), parts)


def bars(markup: str) -> list[list[tuple[str, float, float]]]:
    """For each bar its parts: name, left end, right end."""
    return [
        [
            (name, float(x), float(x) + float(width))
            for name, x, width in re.findall(r'<rect class="(\w+)" x="([\d.]+)" y="2" width="([\d.]+)"', svg)
        ]
        for svg in re.findall(r"<svg.*?</svg>", markup)
    ]


def test_each_hit_shows_rank_sentence_path_score_and_parts() -> None:
    markup = grounds.drawn([hit(GROWTH, dense=2.5, period=1.3), hit(GRAIN, dense=0.25, period=-1.3)], VIEW)
    first, second = markup.split("<li>")[1:]
    assert "1全年增长2.1%。2022 完成一、2022年工作得分 3.80 意思 +2.50时间 +1.30" in shown(first)
    assert "2粮食产量创新高。2022 完成一、2022年工作得分 -1.05 意思 +0.25时间 -1.30" in shown(second)
    assert f'data-start="{GRAIN.start}" data-end="{GRAIN.end}"' in second


def test_parts_are_drawn_from_the_zero_line_on_one_scale() -> None:
    # The scale reaches from -1 (second hit) to 4 (first): 20 percent are 1, zero is at 20.
    first, second = bars(grounds.drawn([hit(GROWTH, dense=3, lexical=1), hit(GRAIN, dense=2, period=-1)], VIEW))
    assert first == [("dense", 20, 80), ("lexical", 80, 100)]
    assert second == [("dense", 20, 60), ("period", 0, 20)]


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_every_part_of_a_score_has_a_name_and_a_colour(words: Words) -> None:
    sheet = Path(grounds.__file__).with_suffix(".css").read_text(encoding="utf-8")
    for part in PARTS:
        assert f"part_{part}" in words
        assert f".ranked .{part} {{" in sheet


def test_parts_of_another_retriever_are_drawn_too_and_nothing_found_is_no_error() -> None:
    assert bars(grounds.drawn([hit(GROWTH, rerank=0.0)], VIEW)) == [[("other", 0, 0)]]
    assert bars(grounds.drawn([], VIEW)) == []


def test_the_fold_is_closed_and_empty_until_the_reader_opens_it() -> None:
    markup = grounds.closed("增长多少？", ENGLISH)
    assert shown(markup) == "How it was found"
    assert 'data-of="增长多少？"' in markup
    assert "<details open" not in markup


def test_what_cannot_be_searched_is_told() -> None:
    def failing(question: str, k: int) -> list[Hit]:
        raise EndpointError("refused", "接口 <b>没有</b> 回应。")

    assert shown(grounds.grounds("问", failing, 100, VIEW)) == "接口 <b>没有</b> 回应。"
    assert "<b>" not in grounds.grounds("问", failing, 100, VIEW)
    assert "上限" in grounds.grounds("长" * 101, failing, 100, VIEW)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    said = Sentence("x", 0, 0, 0, len(text), text, (text,), text, GROWTH.status)
    found = Hit(said, 1.0, {text: 1.0, "dense": 0.5})
    markup = grounds.drawn([found], VIEW)
    assert shown(markup).count(text) == 4  # sentence, period, section, name of a part
    assert_only_our_tags(re.sub(r'<(?:svg|rect|i|ol)(?: [\w-]+="[^"<>]*")*/?>|</(?:svg|i|ol)>', "", markup))
    fold = grounds.closed(text, CHINESE)
    assert html.unescape(re.findall(r'data-of="([^"]*)"', fold)[0]) == text
    assert_only_our_tags(fold)
