"""Text -> its figures, and the number lock between two figures."""

from qa.answering.figures.grammar import find_figures
from qa.answering.figures.lock import same, supports
from qa.answering.figures.names import Name, find_names
from qa.answering.figures.record import CHANGES, DISTANCES, FALLS, FLIPPED, Direction, Figure, Hedge
from qa.answering.figures.wording import hedge_just_before

__all__ = [
    "CHANGES",
    "DISTANCES",
    "FALLS",
    "FLIPPED",
    "Direction",
    "Figure",
    "Hedge",
    "Name",
    "find_figures",
    "find_names",
    "hedge_just_before",
    "same",
    "supports",
]
