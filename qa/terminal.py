"""Progress and messages -> the terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def indexing_bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr for `progress(done, total)`; none appears where nothing has to be embedded."""
    bar = tqdm(desc="编制索引", unit="段", file=sys.stderr, leave=False, delay=0.2)

    def progress(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)

    with bar:
        yield progress


def say(text: str) -> None:
    """Tell the user something, at once even where stdout is a pipe."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
