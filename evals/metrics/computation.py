"""Text -> the computations it shows, and whether each is right and starts from quoted figures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evals.arithmetic import evaluate
from evals.metrics.numbers import Figure, normal

# A number of a computation may carry its unit, in words: "391.3万亩 − 289万亩 = 102.3万亩".
_TERM = r"\(*\s*\d+(?:\.\d+)?\s*(?:[^\W\d]{0,6}|%)\s*\)*"
_SHOWN = re.compile(
    rf"(?P<left>{_TERM}(?:\s*[-+*/]\s*{_TERM})+)\s*(?:=|≈|约等于|等于)\s*约?\s*(?P<right>-?\d+(?:\.\d+)?)"
)
_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "×": "*", "÷": "/", "减": "-", "加": "+", "乘": "*", "除": "/"})
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_QUOTED_TERM = re.compile(r"[“\"「『]([^“”\"「」『』]{1,20})[”\"」』][^。;\n]{0,12}$")
_TERM_BEFORE = re.compile(
    r"([\u4e00-\u9fffa-z0-9]{2,12}?)(?:这个词|一词)?(?:共|一共|总共)?(?:出现|提到|提及|有)?(?:了|过)?$"
)
# Factors that change the scale or the unit, not the thing: per cent, 万, 亿, kilograms and 斤 of a ton, 亩 of a hectare, hours of a
# day; and the days of a year.
_FACTORS = (100.0, 1e3, 1e4, 1e8, 2000.0, 15.0, 24.0, 60.0, 365.0, 366.0)
# Whole numbers up to this may count what was quoted, as the five years of a mean or the twelve months of a year do.
_COUNTS = 12


@dataclass(frozen=True, slots=True)
class Computation:
    """A shown computation: operands and result as written, whether it only adds and subtracts, and is right as rounded."""

    operands: tuple[float, ...]
    result: float
    additive: bool
    right: bool


def read_computations(text: str) -> list[Computation]:
    """The computations that a text shows: "391.3 − 289 = 102.3" -> operands 391.3 and 289, result 102.3, right."""
    return [_computation(match) for match in _SHOWN.finditer(normal(text).translate(_SIGNS))]


def grounded(computation: Computation, quoted: Sequence[Figure]) -> bool:
    """Whether it is right and every operand stands in a quote, as written or in 万, 亿 or 万亿."""
    values = {
        round(value, 6)
        for figure in quoted
        for value in (figure.number, *(figure.value / scale for scale in (1, 1e4, 1e8, 1e12)))
    }
    small = {float(n) for n in range(_COUNTS + 1)} if not computation.additive else set()
    return computation.right and all(number in values | small or number in _FACTORS for number in computation.operands)


def works_out(figure: Figure, computation: Computation, quoted: Sequence[Figure]) -> bool:
    """Whether a stated figure is an operand or the result of a computation, in a unit that it can have.

    A sum or difference has the unit and scale of what was added; that of two shares may be in 百分点.
    """
    if figure.number in computation.operands:
        return True
    if abs(figure.number) != abs(computation.result):
        return False
    if not computation.additive or figure.unit == "":
        return True
    added = [other for other in quoted if other.number in computation.operands]
    return any(
        (other.unit, other.scale) == (figure.unit, figure.scale) or (other.unit, figure.unit) == ("%", "个百分点")
        for other in added
    )


def counts(figure: Figure, text: str, corpus: str) -> bool:
    """Whether "“振兴”45次" or "振兴出现45次" counts right how often the corpus uses the word that stands before the figure.

    `figure` was read from `text`.
    """
    if figure.unit not in ("次", "个"):  # 处 and 个 are of one row
        return False
    before = normal(text)[: figure.start]
    if quoted := _QUOTED_TERM.search(before):
        return corpus.lower().count(quoted[1]) == figure.value
    run = _TERM_BEFORE.search(before)
    return run is not None and any(corpus.lower().count(run[1][n:]) == figure.value for n in range(len(run[1]) - 1))


def _computation(match: re.Match[str]) -> Computation:
    left = _balanced(re.sub(r"[^\d.+\-*/()]", "", match["left"]))
    result = match["right"]
    places = len(result.partition(".")[2])
    value = evaluate(left)
    return Computation(
        operands=tuple(float(number) for number in _NUMBER.findall(left)),
        result=float(result),
        additive=not re.search(r"[*/]", left),
        right=value is not None and abs(value - float(result)) <= 0.5000001 * 10**-places,
    )


def _balanced(expression: str) -> str:
    """Without the bracket that opens before the computation and closes after it: "少2（5 - 3 = 2）"."""
    while expression.startswith("(") and expression.count("(") > expression.count(")"):
        expression = expression[1:]
    return expression
