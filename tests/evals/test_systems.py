"""The systems under test: the product follows a conversation, the stock systems retrieve verbatim chunks, offline."""

import socket
from pathlib import Path

import pytest

pytest.importorskip("llama_index.core", reason="the evals extra is not installed")

from evals.cases import REPORT as REPORT_ID
from evals.systems import STOCK, open_system
from evals.systems.product import Product
from evals.systems.stock import read_report
from qa.assistant import Assistant
from tests.conftest import make_settings
from tests.evals.made import REPORT, case
from tests.openai_server import Script

LONG = REPORT + "".join(f"第{n}段说的是第{n}件事，与别的事都没有关系，只为把报告写长一些。\n" for n in range(50))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / f"{REPORT_ID}.txt").write_text(LONG, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", STOCK)
def test_a_stock_system_searches_without_a_network(name: str, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError(f"{name} asks for the network: {args[1:]}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    settings = make_settings(seeds.parent, seeds_dir=seeds)
    spans = open_system(name, settings).search(case())
    text = read_report(settings).text
    assert len(spans) > 1
    best = text[slice(*spans[0])]
    assert "新建高标准农田391.3万亩" in best
    assert best == best.strip()
    assert max(end - start for start, end in spans) <= 1100  # 1,000 characters or 1,024 tokens are the most
    inside = {at for start, end in spans for at in range(start, end)}
    assert not "".join(char for at, char in enumerate(text) if at not in inside).strip()


def test_a_stock_answer(endpoint: tuple[str, Script], seeds: Path) -> None:
    url, script = endpoint
    settings = make_settings(seeds.parent, seeds_dir=seeds, mode="llm", openai_base_url=url)
    script.reply = "根据已知信息无法回答该问题"
    given = open_system("chinese", settings).answer(case())
    assert given.status == "abstained"
    script.reply = "新建391.3万亩。"
    given = open_system("chinese", settings).answer(case())
    assert (given.status, given.text, len(given.citations)) == ("answered", "新建391.3万亩。", 3)
    sent = script.requests[-1]["messages"][0]["content"]
    assert given.citations[0].quote in sent
    assert case().question in sent


def test_the_product_reads_a_follow_up_in_its_conversation(assistant: Assistant) -> None:
    alone = case(question="那农村的呢", quotes=("城乡低保月均标准分别提高到727元和563元",))
    asked = case(question="那农村的呢", history=(("低保城里一个月多少钱", "727元。"),), quotes=alone.quotes)
    text = assistant.report(REPORT_ID).text
    wanted = text.index(asked.quotes[0])
    spans = Product(assistant).search(asked)[:5]
    assert any(start <= wanted < end for start, end in spans)
    assert "563元" in Product(assistant).answer(asked).text
