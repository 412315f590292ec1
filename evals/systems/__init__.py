"""A case -> ranked spans and an answer, by the product and by the stock systems that it is measured against."""

from collections.abc import Callable
from functools import cache

from evals.systems.base import System
from qa.settings import Settings

__all__ = ["STOCK", "SYSTEMS", "System", "open_system"]


def _product(settings: Settings) -> System:
    from evals.systems.product import Product

    return Product.open(settings)


def _keyless(settings: Settings) -> System:
    """The product without a model, whatever the settings say: what its LLM mode is measured against."""
    return _product(settings.model_copy(update={"mode": "extractive"}))


def _langchain(settings: Settings) -> System:
    from evals.systems.langchain_stock import tutorial

    return tutorial(settings)


def _llamaindex(settings: Settings) -> System:
    from evals.systems.llamaindex_stock import LlamaIndexStock

    return LlamaIndexStock(settings)


def _chinese(settings: Settings) -> System:
    from evals.systems.langchain_stock import chinese

    return chinese(settings)


# Opened by name, so that a log says which system it shows and no stock library is imported for the product's own run.
SYSTEMS: dict[str, Callable[[Settings], System]] = {
    "product": _product,
    "keyless": _keyless,
    "langchain": _langchain,
    "llamaindex": _llamaindex,
    "chinese": _chinese,
}
STOCK = ("langchain", "llamaindex", "chinese")


@cache
def open_system(name: str, settings: Settings) -> System:
    """Open a system by its name, once for the tasks of a run; raise KeyError for an unknown one."""
    return SYSTEMS[name](settings)
