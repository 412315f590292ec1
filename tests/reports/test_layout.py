"""Contents, page furniture and broken lines: told apart or joined, never taken out."""

from pathlib import Path

from qa.domain import Status

from .samples import BODY, COUNTY, headings, read


def test_contents_and_furniture_stand_in_no_section(tmp_path: Path) -> None:
    report = read(COUNTY, "青溪县.txt", tmp_path)
    loose = [s for s in report.sentences if not s.section and s.start > report.text.index("目")]
    texts = {
        "- 1 -",
        "- 2 -",
        "第 3 页 共 9 页",
        "责任编辑：某某",
        "各位代表：",
        "现在，我代表县人民政府向大会报告工作，请予审议。",
    }
    assert texts < {s.text for s in loose}
    assert {s.status for s in loose} == {Status.BACKGROUND}
    assert not [s for s in report.sentences if s.section and s.text.strip(" -0123456789第页共") == ""]


def test_torn_phrases_and_subscripts_join_their_sentence(tmp_path: Path) -> None:
    text = f"各位代表：\n一、工作\n今年发展的\n主要目标\n是：增长5%左右。空气中PM\n2.5\n年均浓度降至30微克。\n{BODY}\n"
    texts = [s.text for s in read(text, folder=tmp_path).sentences]
    assert "今年发展的\n主要目标\n是：增长5%左右。" in texts
    assert "空气中PM\n2.5\n年均浓度降至30微克。" in texts


def test_a_torn_figure_with_no_neighbour_is_furniture(tmp_path: Path) -> None:
    report = read(f"各位代表：\n一、工作\n{BODY}\n2.5\n{BODY}\n", folder=tmp_path)
    (torn,) = [s for s in report.sentences if s.text == "2.5"]
    assert (torn.section, torn.status) == ((), Status.BACKGROUND)


def test_hard_wrapped_lines_make_one_sentence(tmp_path: Path) -> None:
    long = "".join(f"第{n}项工程稳步推进并且取得了新的明显成效，" for n in range(20)) + "任务完成。"
    lines = "\n".join(long[start : start + 30] for start in range(0, len(long), 30))
    report = read(
        f"各位代表：\n一、2023年工作回顾\n{lines}\n二、2024年工作\n{BODY[:20]}\n{BODY[20:]}\n", folder=tmp_path
    )
    assert headings(report) == ["一、2023年工作回顾", "二、2024年工作"]
    assert [s.text.replace("\n", "") for s in report.sentences if "任务完成" in s.text] == [long]


def test_what_follows_a_sites_line_below_the_last_sentence_is_the_sites(tmp_path: Path) -> None:
    report = read(f"各位代表：\n一、工作\n{BODY}\n相关链接\n某市预算执行情况的报告\n", folder=tmp_path)
    assert [s.section for s in report.sentences[-3:]] == [("一、工作",), (), ()]


def test_running_headers_and_what_a_site_adds_are_furniture(tmp_path: Path) -> None:
    head = "2024年某市政府工作报告"
    pages = f"\n{head}\n".join(f"{BODY}{BODY}" for _ in range(6))
    report = read(f"各位代表：\n一、工作\n{pages}\n本作品不受保护。\n公有领域\n", folder=tmp_path)
    assert [s.section for s in report.sentences if s.text == head] == [()] * 5
    assert [s.section for s in report.sentences[-2:]] == [(), ()]
