"""What was read into a question, and how far its answer is from its words -> notices, in the asker's language."""

from qa.retrieval.question import Asked

_DIFFERS = "报告的用词与问题差别较大，以下是意思最接近的几句。"
_DIFFERS_IN_ENGLISH = "The report words this differently. These are its sentences nearest in meaning."


def of_reading(asked: Asked, year: int) -> list[str]:
    """The year that 今年 or 去年 stands for in a report of `year`; the reading of an English question shows it anyway."""
    if asked.relative and asked.first is not None and not asked.wording:
        return [f"“{asked.relative[0]}”指 {asked.first} 年（报告作于 {year} 年）。"]
    return []


def of_candidates(asked: Asked) -> str:
    """That no sentence answers for sure."""
    return _DIFFERS_IN_ENGLISH if asked.wording else _DIFFERS
