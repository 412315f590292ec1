"""The periods that a question sets beside each other."""

import pytest

from qa.retrieval.periods import named_periods, read_period
from qa.retrieval.places import asked_places


@pytest.mark.parametrize(
    ("question", "periods"),
    [
        ("粮食今年目标比去年实际低多少", [(2022, 2022, False), (2023, 2023, True)]),
        ("揭榜挂帅今年比22年少多少个", [(2022, 2022, False), (2023, 2023, True)]),
        ("去年GDP增速比五年平均低几个点", [(2018, 2022, False), (2022, 2022, False)]),
        ("投资去年这一年的增速跟五年年均比，哪个高", [(2018, 2022, False), (2022, 2022, False)]),
        ("2022年经济增速比五年的平均速度低了几个点", [(2018, 2022, False), (2022, 2022, False)]),
        ("私企是2017年的几倍", []),
        ("去年比前年多了多少", [(2022, 2022, False)]),
        ("今年修的农村公路是不是比去年少", [(2022, 2022, False), (2023, 2023, True)]),
        ("揭榜挂帅今年是加码还是减了", [(2022, 2022, False), (2023, 2023, True)]),
        ("城里低保跟乡下低保差多少", []),
    ],
)
def test_named_periods(question: str, periods: list[tuple[int, int, bool]]) -> None:
    assert [(p.first, p.last, p.forward) for p in named_periods(question, 2023)] == periods


@pytest.mark.parametrize(
    ("question", "year", "first", "forward"),
    [
        ("“十五五”期间GDP年均增速打算到多少", 2026, 2026, True),
        ("十四五时期粮食产量是多少", 2026, 2021, False),
        ("“十四五”期间的目标是什么", 2023, 2023, True),  # under way: the report's own year
    ],
)
def test_a_plan_that_is_over_or_begins_names_its_years(question: str, year: int, first: int, forward: bool) -> None:
    period = read_period(question, year)
    assert (period.first, period.forward) == (first, forward)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("娃明年上幼儿园，以后会不会不用掏钱", None),
        ("我家孩子今年毕业，想问2022年新增多少就业", 2022),
        ("孩子明年能上幼儿园吗，学位多少", 2024),
        ("明年粮食目标，多少", 2024),
    ],
)
def test_what_an_asker_tells_of_their_own_year_is_not_asked_about(question: str, first: int | None) -> None:
    assert read_period(question, 2023).first == first


def test_places_that_an_asker_only_passes_through_are_not_asked_about() -> None:
    assert asked_places("带我妈去北京瞧病，回来能报销吗") == ()
    assert asked_places("大连去年GDP涨了多少") == ("大连",)
