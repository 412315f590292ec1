"""Committed results of the evaluation -> the page that shows how far to trust the answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from starlette.responses import HTMLResponse
from starlette.routing import Route

from qa.settings import ROOT
from qa.web.markup import esc
from qa.web.plots import Bar, Point, bars, intervals

PATH = "/evaluation"
TITLE = "可信度：评测结果"
TYPES = {
    "all": "全部",
    "fact": "单个事实",
    "confusable": "易混年份与口径",
    "list": "列清单",
    "compare": "比较与计算",
    "paraphrase": "换了说法",
    "summary": "概括",
    "unanswerable": "报告未提及",
    "false_premise": "前提有误",
    "follow_up": "追问",
    "english": "英文提问",
    "closed": "是否与几次",
}
RETRIEVAL = {
    "recall_500": "前500字含所需原文",
    "recall_1500": "前1500字含所需原文",
    "recall_3000": "前3000字含所需原文",
    "mrr": "MRR",
    "ndcg@10": "nDCG@10",
}
SYSTEMS = {"product": "本产品", "chinese": "中文切分", "langchain": "LangChain", "llamaindex": "LlamaIndex"}
_NONE = (
    '<p class="none">这里没有评测结果：它们在源代码仓库的 evals/results 目录里，此次安装没有带上。'
    "在仓库里运行 make eval 可以重新得到。</p>"
)


@dataclass(frozen=True, slots=True)
class Result:
    """One file of evals/results: what it was made with, the summary, each case's marks."""

    made_with: Mapping[str, Any]
    summary: Mapping[str, Mapping[str, Mapping[str, Any]]]
    outcomes: Mapping[str, Mapping[str, Any]]

    @property
    def stock(self) -> bool:
        """Whether it is of one of the stock systems."""
        return bool(self.made_with["system"] != "product")


def route() -> Route:
    """Where a served page offers it; in a wheel, too, the results lie beside `qa`."""
    return Route(PATH, lambda request: HTMLResponse(page(ROOT / "evals" / "results")))


def page(folder: Path) -> str:
    """The whole page, drawn from the JSON files of a folder; it says so where there are none."""
    results = read(folder)
    own = [result for result in results if not result.stock]
    stock = [result for result in results if result.stock and result.made_with["model"] is None]
    body = "".join(_section(result) for result in own) + (_comparison(own[0], stock) if own and stock else "")
    styles = "".join(
        files("qa.web").joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "evaluation.css")
    )
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{styles}</style></head><body>'
        "<script>document.body.classList.toggle('dark', matchMedia('(prefers-color-scheme: dark)').matches)</script>"
        f'<main class="evaluation"><p><a href="./">← 返回问答</a></p><h1>{TITLE}</h1>{body or _NONE}</main></body></html>'
    )


def read(folder: Path) -> list[Result]:
    """The results of a folder, by file name; none where it is not there."""
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [Result(record["made_with"], record["summary"], record["outcomes"]) for record in records]


def _section(result: Result) -> str:
    made = result.made_with
    mode = f"模型撰写（{made['model']}）" if made["model"] else "摘录原文（无需密钥）"
    parts = [
        f"<section><h2>{esc(mode)}</h2>",
        f"<p>{made['cases']['n']} 道人工编写并标注的题，都就种子报告提问；提交 {esc(str(made['commit'] or '–'))}，"
        f"{esc(made['time'][:10])} 运行。横线是 95% 置信区间。产品的词表与阈值只在开发集上调整，测试集没有参与。</p>",
    ]
    if "right" in result.summary:
        right = result.summary["right"]
        points = [
            Point(f"{name}（{right[key]['n']}题）", right[key]["mean"], right[key]["low"], right[key]["high"])
            for key, name in {**TYPES, "dev": "开发集", "test": "测试集"}.items()
            if key in right and right[key]["mean"] is not None
        ]
        parts += [intervals("各类题答对的比例", points), _right_table(points), _totals(result)]
    return "".join(parts) + "</section>"


def _right_table(points: Sequence[Point]) -> str:
    rows = [[point.name, f"{point.value:.2f}", _bounds(point)] for point in points]
    return _table("各类题答对的比例", ["题型", "答对", "95% 区间"], rows)


def _bounds(point: Point) -> str:
    return "–" if point.low is None or point.high is None else f"{point.low:.2f} – {point.high:.2f}"


def _totals(result: Result) -> str:
    """What matters beside right and wrong: figures that are not borne out, quotes, abstention, time."""
    marks = [outcome["answers"] for outcome in result.outcomes.values() if outcome["answers"]]
    violations = sum(mark.get("violations") or 0 for mark in marks)
    rows = [["标为已核实、实际无据的数字", f"{violations:.0f}"]]
    named = {
        "exact_spans": "引文与原文逐字一致",
        "citation_precision": "引文支持所在的话",
        "abstention_recall": "报告没有说时，回答“未提及”",
        "false_abstention": "报告说了，却回答“未提及”",
        "seconds_p50": "用时中位数（秒）",
        "seconds_p95": "用时第95百分位（秒）",
    }
    for key, name in named.items():
        value = result.summary.get(key, {}).get("all", {}).get("mean")
        if value is not None:
            rows.append([name, f"{value:.3f}" if key.startswith("seconds") else f"{value:.2f}"])
    return _table("引文、数字、弃答、用时", ["指标", "值"], rows)


def _comparison(own: Result, stock: Sequence[Result]) -> str:
    """Retrieval beside the stock systems, each metric over the cases that all of them were asked."""
    systems = [own, *stock]
    shared = [id for id in own.outcomes if all(id in result.outcomes for result in stock)]
    names = [SYSTEMS.get(result.made_with["system"], result.made_with["system"]) for result in systems]
    groups, rows = [], []
    for key, name in RETRIEVAL.items():
        cases = [id for id in shared if all(_mark(result, id, key) is not None for result in systems)]
        if not cases:
            continue
        means = [sum(_mark(result, id, key) or 0.0 for id in cases) / len(cases) for result in systems]
        groups.append((name, [Bar(system, mean) for system, mean in zip(names, means, strict=True)]))
        rows.append([f"{name}（{len(cases)}题）", *(f"{mean:.2f}" for mean in means)])
    if not groups:
        return ""
    return (
        "<section><h2>检索：与现成方案相比</h2><p>同一份报告、同样的题、同一个嵌入模型；现成方案按各自教程的默认设置。"
        "它们不接收对话历史，所以不含追问。每项只算各系统都做了的题。</p>"
        f"{bars('检索：与现成方案相比', groups)}{_table('检索：与现成方案相比', ['指标', *names], rows)}</section>"
    )


def _mark(result: Result, id: str, key: str) -> float | None:
    value = result.outcomes[id]["retrieval"].get(key)
    return None if value is None else float(value)


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{esc(text)}</th>' for text in heads)
    lines = "".join(
        f'<tr><th scope="row">{esc(first)}</th>{"".join(f"<td>{esc(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{esc(caption)}"><table><caption>{esc(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>"
    )
