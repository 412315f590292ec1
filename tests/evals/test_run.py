"""Tasks run through inspect_ai: every case asked once, marks collected, failures counted."""

from pathlib import Path

import pytest

pytest.importorskip("inspect_ai", reason="the evals extra is not installed")

from evals import run as running
from evals import tasks
from evals.cases import REPORT, Case
from evals.metrics.retrieval import Span
from evals.modes import beside
from evals.results import Outcome
from evals.run import Plan, run, run_judge
from evals.systems import SYSTEMS, open_system
from evals.tasks import select
from qa.domain import Answer, Citation, Claim
from qa.errors import EndpointError
from qa.settings import ROOT, Settings
from tests.conftest import make_settings
from tests.openai_server import Script

# inspect_ai leaves streams of its own open when a run ends.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

TEXT = (ROOT / "seeds" / f"{REPORT}.txt").read_text(encoding="utf-8")


class Oracle:
    """Finds and quotes what is needed, says the gold and nothing more; abstains where it must."""

    name = "oracle"

    def search(self, case: Case) -> list[Span]:
        return [(TEXT.index(quote), TEXT.index(quote) + len(quote)) for quote in case.quotes]

    def answer(self, case: Case) -> Answer:
        if case.gold is None:
            return Answer("abstained", "报告未提及。", "extractive")
        spans = self.search(case)
        quotes = [Citation(n, REPORT, "", TEXT[a:b], a, b, "2022", "完成") for n, (a, b) in enumerate(spans, 1)]
        text = "".join(f"{quote.quote}[{quote.marker}]。" for quote in quotes) or case.gold
        claims = tuple(Claim(quote.quote, (quote.marker,), "quoted") for quote in quotes)
        return Answer("answered", text, "extractive", tuple(quotes), claims, seconds=0.01)


class Failing(Oracle):
    """Fails as an endpoint does for one case and as a bug does for another."""

    def answer(self, case: Case) -> Answer:
        if case.id == "english-001":
            raise EndpointError("timeout", "没有答完。")
        if case.id == "english-002":
            raise ZeroDivisionError
        return super().answer(case)


@pytest.fixture(autouse=True)
def _no_dot_env(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A developer's .env must not reach the tasks, which read the settings of the process."""
    monkeypatch.chdir(tmp_path)


def only(monkeypatch: pytest.MonkeyPatch, type_: str) -> None:
    """Let the tasks see the cases of one type."""
    cases = [case for case in select() if case.type == type_]
    monkeypatch.setattr(tasks, "load_cases", lambda: cases)


def serve(monkeypatch: pytest.MonkeyPatch, name: str, system: type[Oracle]) -> None:
    monkeypatch.setitem(SYSTEMS, name, lambda settings: system())
    open_system.cache_clear()


def test_an_oracle_has_full_marks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    serve(monkeypatch, "oracle", Oracle)
    only(monkeypatch, "confusable")
    result = run(Plan("oracle"), make_settings(tmp_path), tmp_path / "logs")
    assert len(result.outcomes) == 45
    for metric in ("recall_500", "mrr", "ndcg@10", "right", "citation_recall", "citation_precision", "exact_spans"):
        assert result.summary[metric]["all"].mean == 1.0, metric
    assert result.summary["violations"]["all"].mean == 0.0
    assert result.made_with["system"] == "oracle"


def test_a_failure_is_wrong_and_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    serve(monkeypatch, "failing", Failing)
    only(monkeypatch, "english")
    result = run(Plan("failing"), make_settings(tmp_path), tmp_path / "logs")
    failed = {id for id, outcome in result.outcomes.items() if outcome.answers["error"]}
    assert failed == {"english-001", "english-002"}
    assert result.summary["right"]["all"].mean == pytest.approx(4 / 6, abs=1e-4)  # 6 cases, 2 of them failed
    assert result.summary["citation_recall"]["all"].undefined == 2


def test_a_run_goes_on_where_it_was_broken_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a log holds is not asked again."""
    asked: list[str] = []

    class Interrupted(Oracle):
        def answer(self, case: Case) -> Answer:
            asked.append(case.id)
            if case.id == "english-004" and asked.count(case.id) == 1:
                raise ZeroDivisionError
            return super().answer(case)

    serve(monkeypatch, "interrupted", Interrupted)
    only(monkeypatch, "english")
    run(Plan("interrupted"), make_settings(tmp_path), tmp_path / "logs")
    [log] = (tmp_path / "logs").glob("*answers*")
    result = running.resume(log, make_settings(tmp_path))
    assert asked.count("english-004") == 2
    assert asked.count("english-001") == 1
    assert result.outcomes["english-004"].answers["right"] == 1.0


def test_a_sample_is_answered_with_and_without_the_model(
    monkeypatch: pytest.MonkeyPatch, endpoint: tuple[str, Script], tmp_path: Path
) -> None:
    """One plan serves both modes, and a log tells it again: the same cases, retrieval left out."""
    serve(monkeypatch, "product", Oracle)
    serve(monkeypatch, "keyless", Failing)
    settings = make_settings(tmp_path, mode="llm", openai_base_url=endpoint[0])
    plan = Plan(sample=8, retrieval=False)
    llm = run(plan, settings, tmp_path / "logs")
    [log] = (tmp_path / "logs").glob("*answers*")
    assert running.plan_of(log).sample == 8
    without = running.keyless(running.plan_of(log), settings, tmp_path / "logs")
    assert list(llm.outcomes) == list(without.outcomes)
    assert len(llm.outcomes) == 8
    assert "mrr" not in llm.summary
    assert "right only without the model: 0" in beside(llm, without)


def test_the_judge_counts_what_it_cannot_read(
    monkeypatch: pytest.MonkeyPatch, endpoint: tuple[str, Script], tmp_path: Path
) -> None:
    serve(monkeypatch, "product", Oracle)
    url, script = endpoint
    script.reply = lambda body: "还行" if "养老" in body["messages"][1]["content"].splitlines()[0] else "好。\n评分：3"
    monkeypatch.setenv("QA_MODE", "llm")
    monkeypatch.setenv("OPENAI_BASE_URL", url)
    settings: Settings = make_settings(tmp_path, mode="llm", openai_base_url=url)
    mean, n, unscored = run_judge("", "all", settings, tmp_path / "logs")
    assert (mean, n, unscored) == (0.75, 15, 1)  # one of the 16 summaries is about 养老


def test_a_sample_is_the_same_for_all_and_keeps_the_types_in_proportion() -> None:
    cases = select(history=False, size=60)
    assert len(cases) == 60
    assert cases == select(history=False, size=60)
    assert len({case.type for case in cases}) >= 9
    assert not any(case.history for case in cases)
    assert len(select("dev")) + len(select("test")) == len(select())


def test_outcomes_of_retrieval_alone_have_no_answer_marks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    serve(monkeypatch, "oracle", Oracle)
    only(monkeypatch, "english")
    result = run(Plan("oracle", answers=False), make_settings(tmp_path), tmp_path / "logs")
    assert all(
        outcome == Outcome("english", outcome.split, outcome.retrieval, {}) for outcome in result.outcomes.values()
    )
    assert "right" not in result.summary
