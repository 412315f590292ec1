"""What the stock systems share: the product's report and embedder, a chat model, and reading whether they abstained."""

import re
import time
from collections.abc import Callable, Sequence

from evals.cases import REPORT
from evals.metrics.retrieval import Span
from qa import endpoint
from qa.domain import Answer, Citation, Report
from qa.reports import read_reports
from qa.settings import Settings

# They write no status, so what they say decides, generously.
_ABSTAINS = re.compile(
    r"不知道|不清楚|不确定|无法(?:回答|得知|确定|提供|判断|从|给出|获取)|(?:没有|未|并未)(?:提及|提到|提供|说明|给出|明确|涉及|包含|找到|列出)"
    r"|没有(?:相关|具体|关于)|don[’']t know|do not know|does not (?:mention|provide|specify|contain)|not (?:mentioned|provided|specified)",
    re.IGNORECASE,
)


def read_report(settings: Settings) -> Report:
    """The report that the cases are about."""
    return next(report for report in read_reports(settings.seeds_dir) if report.id == REPORT)


def write(settings: Settings, prompt: str, spans: Sequence[Span], report: Report) -> Answer:
    """Send a filled-in prompt to the endpoint; raise EndpointError where it fails.

    The chunks it was answered from stand as citations, so that its figures can be looked for in them.
    """
    started = time.monotonic()
    with endpoint.explained(settings):
        text = endpoint.chat_model(settings).invoke(prompt).text.strip()
    return Answer(
        status="abstained" if abstains(text) else "answered",
        text=text,
        mode="llm",
        citations=tuple(_citation(report, span, n) for n, span in enumerate(spans, 1)),
        seconds=round(time.monotonic() - started, 3),
    )


def abstains(text: str) -> bool:
    """Whether an answer says that it cannot be given, in its first sentence: later ones may name a gap."""
    return bool(_ABSTAINS.search(re.split(r"[。！？\n]|\.\s", text.strip(), maxsplit=1)[0]))


def passages(spans: Sequence[Span], report: Report, join: Callable[[Sequence[str]], str] = "\n\n".join) -> str:
    """The chunks as one text, joined as LangChain's and LlamaIndex's own code does."""
    return join([report.text[start:end] for start, end in spans])


def _citation(report: Report, span: Span, marker: int) -> Citation:
    start, end = span
    return Citation(marker, report.id, "", report.text[start:end], start, end, "", "")
