"""Whether to abstain and whether it was done -> the case's part in precision, recall and false abstention.

Each is 1, 0 or, where the case says nothing about it, None: the mean over the cases is the metric.
"""


def precision(wanted: bool, given: bool) -> float | None:
    """Of the abstentions given: was it wanted?"""
    return float(wanted) if given else None


def recall(wanted: bool, given: bool) -> float | None:
    """Of the abstentions wanted: was it given?"""
    return float(given) if wanted else None


def false_abstention(wanted: bool, given: bool) -> float | None:
    """Of the questions that the report answers: was one given all the same?"""
    return None if wanted else float(given)
