"""A model's text is cut into statements, however it writes its references and however it arrives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answering.model.markers import TAKEN_BACK, Written, statements
from qa.answering.model.structured import written


def read(text: str, size: int = 1000) -> list[tuple[str, tuple[int, ...]]]:
    chunks = [text[i : i + size] for i in range(0, len(text), size)]
    return [(one.text, one.numbers) for one in statements(chunks)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("增长2.1%[1]。", (1,)),
        ("增长2.1%。[1]", (1,)),
        ("增长2.1%【1】。", (1,)),
        ("增长2.1%[1][2]。", (1, 2)),
        ("增长2.1%[1,2]。", (1, 2)),
        ("增长2.1%[1、3]。", (1, 3)),
        ("增长2.1%【1，2】。", (1, 2)),
        ("增长2.1%[1-3]。", (1, 2, 3)),
        ("增长2.1%（1）。", (1,)),
        ("增长2.1% (2)。", (2,)),
        ("增长2.1%[编号1]。", (1,)),
        ("增长2.1%[原文 12]。", (12,)),
        ("增长2.1%[^1]。", (1,)),
        ("增长2.1%[[1]]。", (1,)),
        ("增长2.1%［１］。", (1,)),
        ("增长2.1%【１２】。", (12,)),
        ("增长2.1%[１，２]。", (1, 2)),
        ("增长2.1%(1)。", (1,)),
        ("增长2.1%（1、2）。", (1, 2)),
        ("增长2.1%。（1）", (1,)),
        ("增长2.1%。【1】【2】", (1, 2)),
        ("增长2.1%。 [1], [2]", (1, 2)),
        ("增长2.1%[来源：1]。", (1,)),
        ("增长2.1%[第1条]。", (1,)),
        ("增长2.1%[1和3]。", (1, 3)),
        ("增长2.1%【编号1，编号2】。", (1, 2)),
        ("根据第[1]条原文，增长2.1%。", (1,)),
        ("根据[1]，增长2.1%。", (1,)),
        ("[1] 增长2.1%。", (1,)),
        ("**增长2.1%**[1]。", (1,)),
        ("增长2.1%[1] [1]。", (1,)),
        ("增长2.1%[编号][1]。", (1,)),
        ("增长2.1%[1]和[1]。", (1,)),
        ("增长2.1%[1]、[2]以及[3]。", (1, 2, 3)),
        ("增长2.1%①。", (1,)),
        ("增长2.1%。②", (2,)),
        ("增长2.1%①②。", (1, 2)),
        ("增长2.1%【1†source】。", (1,)),
        ("增长2.1%[citation:1]。", (1,)),
        ("增长2.1%[Source 2]。", (2,)),
        ("增长2.1%（来源：[1]、[2]）。", (1, 2)),
        ("增长2.1%（见[1]）。", (1,)),
        ("增长2.1%<sup>1</sup>。", (1,)),
    ],
)
def test_references_in_many_forms(text: str, numbers: tuple[int, ...]) -> None:
    [(statement, found)] = read(text)
    assert found == numbers
    assert statement.replace(" ", "").rstrip("。,") == "增长2.1%"


@pytest.mark.parametrize(
    "text",
    [
        "（2022年）增长2.1%。",
        "据统计，增长2.1%。",
        "规模（200）亿元。",
        "[注]增长2.1%。",
        "建成（一期）。",
        "“十四五”[待定]开局。",
        "①投资增长。",
        "增长2.1%〔7〕。",
    ],
)
def test_other_brackets_stay_text(text: str) -> None:
    assert read(text) == [(text, ())]


def test_each_sentence_is_a_statement_and_lines_are_counted() -> None:
    given = list(statements(["增长2.1%[1]。降为31微克[2]。\n- 新建76家[3]\n- 新增7家[4]"]))
    assert given == [
        Written("增长2.1%。", (1,), 0),
        Written("降为31微克。", (2,), 0),
        Written("新建76家", (3,), 1),
        Written("新增7家", (4,), 2),
    ]


def test_thinking_is_hidden() -> None:
    assert read("<think>也许是5%[9]。\n嗯。</think>增长2.1%[1]。") == [("增长2.1%。", (1,))]
    assert read("<think>没有写完的想法[9]。") == []


@pytest.mark.parametrize("text", ["增长2.1%[编号]。", "增长2.1%【4:0†source】。", "增长2.1%【来源】。"])
def test_a_reference_without_a_number_leaves_nothing(text: str) -> None:
    assert read(text) == [("增长2.1%。", ())]


@pytest.mark.parametrize(
    "thought",
    [
        "<THINK>也许是5%[9]。</THINK>",
        "<thought>也许是5%[9]。</thought>",
        "<analysis>也许是5%[9]。</analysis>",
        "<|begin_of_thought|>也许是5%[9]。<|end_of_thought|>",
        "<|channel|>analysis<|message|>也许是5%[9]。<|end|><|start|>assistant<|channel|>final<|message|>",
        "[THINK]也许是5%[9]。[/THINK]",
        "<思考>也许是5%[9]。</思考>",
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1000])
def test_thinking_in_any_tags_is_hidden(thought: str, size: int) -> None:
    assert read(f"{thought}增长2.1%[1]。", size) == [("增长2.1%。", (1,))]


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize("answer", ["增长2.1%[1]。", '{"statements": [{"text": "增长2.1%。", "sources": [1]}]}'])
def test_a_thought_that_only_ends_is_taken_back(answer: str, size: int) -> None:
    text = f"问题问的是去年。应该是[9]。对。</think>\n{answer}"
    found = list(written(text[i : i + size] for i in range(0, len(text), size)))
    at = found.index(TAKEN_BACK)
    assert [(one.text, one.numbers) for one in found[at + 1 :]] == [("增长2.1%。", (1,))]


def test_a_statement_is_given_out_before_the_text_ends() -> None:
    given_out: list[str] = []

    def chunks() -> object:
        yield "第一句话[1]。"
        yield "第二句话还在写，已经写了很长很长"
        assert given_out == ["第一句话。"]
        yield "[2]。"

    for one in statements(chunks()):  # type: ignore[arg-type]
        given_out.append(one.text)
    assert given_out == ["第一句话。", "第二句话还在写，已经写了很长很长。"]


def test_list_numbers_are_not_references() -> None:
    assert read("1. 建设农田[3]\n2、修路[4]") == [("建设农田", (3,)), ("修路", (4,))]


@given(st.text(alphabet="增长2.1%。，；[]【】（）13 \n<think>/", max_size=60), st.integers(1, 7))
def test_how_a_text_is_cut_into_chunks_does_not_matter(text: str, size: int) -> None:
    assert read(text, size) == read(text)
