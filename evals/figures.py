"""The hand-labelled figures and the grammar -> precision and recall."""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from qa.answering.figures import Figure, find_figures

# Read by eye, section by section, before there was a grammar: all figures of the seed, with sentences that only look as if
# they held one, and made-up sentences for forms that the seed lacks. The halves alternate by paragraph (made-up: by line);
# the grammar was written from the dev half. The rest, alternating by line, was labelled once it stood: the seed's further
# sentences with numerals that are no figures, and made-up ones of forms that had not been tried ("later").
LABELS = Path(__file__).with_name("figures.jsonl")


@dataclass(frozen=True, slots=True)
class Label:
    """A figure as a person read it; the fields are those of `Figure`, and `text` is the number with its unit alone."""

    text: str
    value: Decimal
    high: Decimal | None
    unit: str
    kind: str
    hedge: str
    direction: str
    subject: str


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with all its figures, none being an answer too."""

    sentence: str
    split: str
    source: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """`precision` and `recall` ask for span, value, unit and kind; the shares are of the figures found so."""

    labelled: int
    found: int
    right: int
    hedge: int
    direction: int
    subject: int
    nearly_subject: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0


def read_labels(path: Path = LABELS) -> Iterator[Line]:
    """The lines of the label file."""
    for text in path.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        labels = tuple(
            Label(
                text=label["text"],
                value=Decimal(label["value"]),
                high=Decimal(label["high"]) if "high" in label else None,
                **{name: label[name] for name in ("unit", "kind", "hedge", "direction", "subject")},
            )
            for label in line["figures"]
        )
        yield Line(line["sentence"], line["split"], line["source"], labels)


def score(lines: Iterable[Line]) -> tuple[Scores, list[str]]:
    """Scores of the grammar on lines, and what it got wrong, one message each."""
    counts: Counter[str] = Counter()
    mistakes: list[str] = []
    for line in lines:
        found = find_figures(line.sentence)
        counts["labelled"] += len(line.labels)
        counts["found"] += len(found)
        left = list(found)
        for label in line.labels:
            figure = next((figure for figure in left if _agrees(label, figure)), None)
            if figure is None:
                mistakes.append(f"missed   {label.text}  in {line.sentence[:60]}")
                continue
            left.remove(figure)
            counts["right"] += 1
            for name in ("hedge", "direction", "subject"):
                wanted, got = getattr(label, name), str(getattr(figure, name))
                counts[name] += wanted == got
                if wanted != got:
                    mistakes.append(f"{name:8} {label.text}: {wanted or '–'} read as {got or '–'}")
            counts["nearly_subject"] += figure.subject in label.subject or label.subject in figure.subject
        mistakes += [f"invented {figure.text} ({figure.unit})  in {line.sentence[:60]}" for figure in left]
    names = ("labelled", "found", "right", "hedge", "direction", "subject", "nearly_subject")
    return Scores(**{name: counts[name] for name in names}), mistakes


def _agrees(label: Label, figure: Figure) -> bool:
    return (label.text, label.value, label.high, label.unit, label.kind) == (
        figure.text,
        figure.value,
        figure.high,
        figure.unit,
        figure.kind,
    )


def table(lines: list[Line], mistakes_of: Iterable[str] = ()) -> str:
    """A row per split and source, and under it what went wrong in the splits named."""
    rows = ["split source     lines figures   prec recall  hedge direct subject  ~subj"]
    for split, source in sorted({(line.split, source) for line in lines for source in (line.source, "all")}):
        chosen = [line for line in lines if line.split == split and source in (line.source, "all")]
        scores, mistakes = score(chosen)
        shares = (scores.hedge, scores.direction, scores.subject, scores.nearly_subject)
        columns = [scores.precision, scores.recall, *(share / max(scores.right, 1) for share in shares)]
        numbers = "".join(f"{column:{width}.3f}" for column, width in zip(columns, (7, 7, 7, 7, 8, 7), strict=True))
        rows.append(f"{split:6}{source:10}{len(chosen):6}{scores.labelled:8}{numbers}")
        if source == "all" and split in mistakes_of:
            rows += ["    " + mistake for mistake in mistakes]
    return "\n".join(rows)


def main() -> None:
    """Print how well the grammar reads the hand-labelled figures; ~subj counts a subject that holds the other or is held by it."""
    parser = argparse.ArgumentParser(prog="python -m evals.figures", description=main.__doc__)
    parser.add_argument("--split", choices=("dev", "test"), help="only this half")
    parser.add_argument("--mistakes", nargs="+", default=[], choices=("dev", "test"), help="list what went wrong there")
    options = parser.parse_args()
    print(table([line for line in read_labels() if options.split in (None, line.split)], options.mistakes))  # noqa: T201


if __name__ == "__main__":
    main()
