"""A line such as "391.3 - 289 = 102.3" -> whether it is right."""

import ast
import operator
import re
from collections.abc import Callable

_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COUNT = re.compile(r"count\((.+)\)")


def evaluate(expression: str) -> float | None:
    """The value of numbers joined by + - * / and brackets; None where it is not that or has no value.

    >>> evaluate("(7.7 - 4.7) / 2")
    1.5
    """
    try:
        return _value(ast.parse(expression.strip(), mode="eval").body)
    except (SyntaxError, ValueError, ZeroDivisionError):
        return None


def holds(line: str, text: str) -> bool:
    """Whether a declared computation is right as rounded; "count(振兴) = 45" counts in `text`."""
    left, _, result = line.rpartition("=")
    counted = _COUNT.fullmatch(left.strip())
    value = float(text.count(counted[1])) if counted else evaluate(left)
    places = len(result.strip().partition(".")[2])
    return value is not None and abs(value - float(result)) <= 0.5000001 * 10**-places


def result_of(line: str) -> str:
    """The right-hand side of a declared computation."""
    return line.rpartition("=")[2].strip()


def _value(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    raise ValueError("neither a number nor + - * /")
