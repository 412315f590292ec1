"""Cases, quotes and answers made for the tests, over a report of a few sentences."""

from evals.cases import Case
from qa.domain import Answer, Citation, Claim, Verdict

REPORT = (
    "——2023年1月12日在辽宁省第十四届人民代表大会第一次会议上\n"
    "一、2022年工作\n"
    "全年地区生产总值增长2.1%，固定资产投资增长3.6%。新建高标准农田391.3万亩。新增上市公司7家。城镇新增就业46.2万人。"
    "减免企业税负超900亿元。城镇调查失业率降低0.5个百分点。城乡低保月均标准分别提高到727元和563元。\n"
    "二、2023年工作\n"
    "地区生产总值增长5%以上；一般公共预算收入增长5%左右。建设高标准农田289万亩。办好省第十二届艺术节。\n"
)
_TARGETS_FROM = REPORT.index("二、")


def case(**changes: object) -> Case:
    """A fact case: 391.3万亩 of farmland in 2022, not the 289万亩 planned for 2023."""
    values: dict[str, object] = {
        "id": "fact-001",
        "type": "fact",
        "split": "dev",
        "question": "去年高标准农田搞了多少",
        "history": (),
        "gold": "2022年新建高标准农田391.3万亩。",
        "facts": (("391.3万亩", "391.3万"),),
        "quotes": ("新建高标准农田391.3万亩",),
        "forbid": ("289万亩",),
        "arithmetic": (),
        "reason": "",
        **changes,
    }
    return Case(**values)  # type: ignore[arg-type]


def unanswerable(**changes: object) -> Case:
    """A case that must be abstained from."""
    reason = "other place: the figure is Liaoning's"
    return case(
        **{
            "id": "unanswerable-001", "type": "unanswerable", "gold": None, "facts": (), "quotes": (), "forbid": (),
            "question": "苏州有几家企业上市", "reason": reason, **changes,
        }
    )  # fmt: skip


def cite(quote: str, marker: int = 1) -> Citation:
    """A quote of REPORT, with the period of its part."""
    start = REPORT.index(quote)
    period, status, section = (
        ("2022", "完成", "一、2022年工作") if start < _TARGETS_FROM else ("2023", "目标", "二、2023年工作")
    )
    return Citation(marker, "made", section, quote, start, start + len(quote), period, status)


def answer(text: str, *quotes: str, verdict: Verdict = "quoted", computation: str | None = None) -> Answer:
    """An answer of one claim that cites the quotes as [1], [2] …"""
    citations = tuple(cite(quote, n) for n, quote in enumerate(quotes, 1))
    claim = Claim(text, tuple(citation.marker for citation in citations), verdict, computation)
    return Answer("answered", text, "extractive", citations, (claim,))


def abstained(text: str = "报告未提及。") -> Answer:
    """An abstention."""
    return Answer("abstained", text, "extractive")
