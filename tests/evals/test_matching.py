"""Matching folds form, never digits or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.answers import fact_recall, forbidden_first, length, right
from evals.metrics.matching import find, fold, plain


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("2%", "增长2%。"),
        ("391.3万亩", "共３９１．３ 万亩"),
        ("1119个", "1,119 个"),
        ("462,000", "462000 jobs"),
        ("45次", "45 次"),
        ("五号线", "大连地铁五号线"),
        ("more than 5%", "More than 5 %"),
        ("5%", "in 2022 5% more"),
        ("gdp", "辽宁GDP增长"),
    ],
)
def test_found(wanted: str, text: str) -> None:
    assert find(fold(wanted), fold(plain(text))) >= 0


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("2%", "增长2.2%"),
        ("2%", "增长12%"),
        ("2.1%", "增长2.15%"),
        ("62", "62万"),
        ("62", "62.5"),
        ("7家", "新增17家"),
        ("409亿", "409亿亿"),
        ("五号线", "十五号线"),
        ("over 5%", "moreover 5%"),
        ("5%左右", "5.5%左右"),
        ("391.3万亩", "391.3亩"),
    ],
)
def test_not_found(wanted: str, text: str) -> None:
    assert find(fold(wanted), fold(plain(text))) == -1


def test_plain_takes_off_what_is_not_said() -> None:
    assert plain("2. **增长**2.1%[1][2]") == "增长2.1%"
    assert plain("2.1%是增幅[1, 2]") == "2.1%是增幅"  # 2.1 opens the line and is no list number
    assert plain("（1）增长2.1%【3】") == "增长2.1%"


def test_fact_recall_and_right() -> None:
    facts = (("15个",), ("1791个",), ("84万",))
    assert fact_recall("15个县、1791个村", facts) == pytest.approx(2 / 3)  # 2 of 3
    assert right("15个县、1791个村", facts, ()) is False
    assert right("15个县、1791个村、84万人", facts, ()) is True
    assert fact_recall("任何话", ()) is None
    assert right("任何话", (), ()) is None


def test_forbidden_first() -> None:
    facts = (("391.3万亩",),)
    assert forbidden_first("今年289万亩，去年391.3万亩", facts, ("289万亩",))
    assert not forbidden_first("去年391.3万亩，今年289万亩", facts, ("289万亩",))
    assert forbidden_first("今年289万亩", facts, ("289万亩",))
    assert not forbidden_first("今年1289万亩", facts, ("289万亩",))


def test_length_is_what_a_person_reads() -> None:
    assert length("**增长**2.1%[1]。") == len("增长2.1%。")


@given(st.text(alphabet="0123456789.%万亿个 增长，", max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.integers(0, 9999), st.integers(0, 9999))
def test_a_number_is_found_in_no_other(wanted: int, other: int) -> None:
    assert (find(f"{wanted}个", fold(f"共{other}个")) >= 0) == (wanted == other)
