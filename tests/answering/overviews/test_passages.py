"""What is quoted of a long sentence: what can be counted or is named."""

from qa.answering.overviews.passages import counts, stated, telling, whole
from qa.domain import Sentence, Status
from qa.retrieval.terms import Term

LONG = (
    "五年来，我们坚持艰苦奋斗、自立自强，坚决顶住经济下行压力，笃定发展不动摇，咬定目标任务不放松，以滚石上山的韧劲加快建设，"
    "改造老旧小区2400个，民生支出占比超过75%，群众获得感、幸福感、安全感持续提升，发展基础进一步夯实。"
)


def sentence(text: str) -> Sentence:
    return Sentence("2023_某省", 0, 0, 100, 100 + len(text), text, (), "2018–2022", Status.DONE)


def test_a_long_sentence_is_cut_down_to_what_counts() -> None:
    passage = telling(sentence(LONG))
    assert passage.text == "改造老旧小区2400个，民生支出占比超过75%"
    quote = stated(passage).quotes[0]
    assert (quote.start, quote.quote) == (100 + LONG.index("改造"), passage.text)


def test_what_speaks_of_the_subject_is_kept_too() -> None:
    kept = telling(sentence(LONG), [Term(("下行压力",), 5.0)]).text
    assert kept.startswith("坚决顶住经济下行压力")
    assert kept.endswith("75%")


def test_a_clause_that_leans_on_the_one_before_brings_it_along() -> None:
    text = LONG.replace("改造老旧小区2400个，", "老旧小区改造全面铺开，其中改造2400个小区，")
    assert telling(sentence(text)).text.startswith("老旧小区改造全面铺开，其中")


def test_a_short_sentence_and_one_that_counts_nothing_are_quoted_whole() -> None:
    short = sentence("坚持人民至上，改造老旧小区2400个。")
    plain = sentence(LONG.replace("2400个", "").replace("超过75%", "提高"))
    assert telling(short) == whole(short)
    assert telling(plain) == whole(plain)


def test_a_title_counts_as_told() -> None:
    assert counts("出台《某省科技创新条例》")
    assert not counts("守住安全底线")
