"""Digits and Chinese numerals -> exact decimals."""

import re
from decimal import Decimal

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "！（），：；？"}
_FOLD = _FULL_WIDTH | str.maketrans({"　": " ", "\u00a0": " ", "−": "-", "﹪": "%", "○": "〇", "◯": "〇"})
_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}

CHINESE_DIGIT = "一二两三四五六七八九"
_D = f"[{CHINESE_DIGIT}]"
_BELOW_TEN_THOUSAND = re.compile(rf"(?:({_D})千)?(?:[零〇]?({_D})百)?(?:[零〇]?(({_D}?)十)({_D})?|[零〇]({_D}))?")
CHINESE = rf"[零〇十百千万亿{CHINESE_DIGIT}]+(?:点[零〇{CHINESE_DIGIT}]+)?"
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"


def fold(text: str) -> str:
    """Full-width digits, letters and signs become half-width, one character for one, so offsets stay.

    A full-width comma stays a comma of the sentence unless it groups full-width digits (１，０００).
    """
    return _COMMA.sub(",", text).translate(_FOLD)


def arabic(text: str) -> Decimal:
    """Read digits with thousands separators.

    >>> arabic("12,345.60")
    Decimal('12345.60')
    """
    return Decimal(text.replace(",", ""))


def chinese(text: str) -> Decimal | None:
    """The value of a well-formed Chinese numeral; None for anything else, as 十四五 or 三五.

    >>> chinese("一百二十"), chinese("三点五"), chinese("十四五")
    (Decimal('120'), Decimal('3.5'), None)
    """
    whole, _, decimals = text.partition("点")
    value = _whole(whole)
    if value is None or not decimals:
        return value
    return Decimal(f"{value}." + "".join(str(_DIGITS[digit]) for digit in decimals))


def chinese_year(text: str) -> Decimal | None:
    """Read four Chinese digits as a year; None for anything else.

    >>> chinese_year("二〇三五"), chinese_year("二十")
    (Decimal('2035'), None)
    """
    if len(text) != 4 or any(digit not in _DIGITS for digit in text):
        return None
    year = Decimal("".join(str(_DIGITS[digit]) for digit in text))
    return year if 1900 <= year < 2100 else None


def neighbours(text: str) -> tuple[Decimal, Decimal] | None:
    """两三(个) -> 2 and 3: two digits in a row, the second one more."""
    if len(text) != 2 or any(digit not in _DIGITS for digit in text):
        return None
    low, high = (Decimal(_DIGITS[digit]) for digit in text)
    return (low, high) if high == low + 1 and low > 0 else None


def _whole(text: str) -> Decimal | None:
    for mark, scale in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(mark)
        if found:
            high, low = _whole(head), _whole(tail) if tail else Decimal(0)
            # 一万五 is short for 15,000 in speech; no report writes it, so it is not guessed at.
            return None if high is None or low is None or tail in _DIGITS else high * scale + low
    if text in _DIGITS:
        return Decimal(_DIGITS[text])
    match = _BELOW_TEN_THOUSAND.fullmatch(text) if text else None
    if match is None:
        return None
    thousands, hundreds, ten, tens, ones, last = match.groups()
    digits = (thousands, hundreds, tens or ("一" if ten else None), ones or last)
    return Decimal("".join(str(_DIGITS[digit]) if digit else "0" for digit in digits))
