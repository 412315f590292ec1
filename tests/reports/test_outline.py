"""The outline: what is a heading, what lies below it, where it ends."""

from pathlib import Path

from qa.reports import read_reports

from .samples import BODY, CITY, COUNTY, SEEDS, headings, read

# Read off the printed report by hand.
SEED_OUTLINE = """\
一、2022年和过去五年工作
  （一）千方百计稳住经济基本盘
  （二）重点改革深入推进
  （三）科技创新动力增强
  （四）产业结构持续优化
  （五）绿色发展成效明显
  （六）开放合作深化拓展
  （七）区域协调发展迈出新步伐
  （八）乡村振兴扎实推进
  （九）民生福祉不断增进
  （十）安全底线加固筑牢
二、今后五年主要目标任务
  第一，着力建设现代化产业体系，在推动高质量发展上展现更大担当和作为
  第二，着力实施扩大内需战略，在维护国家“五大安全”上展现更大担当和作为
  第三，着力推进创新驱动发展，在推动高水平科技自立自强上展现更大担当和作为
  第四，着力全面深化改革，在打造对外开放新前沿上展现更大担当和作为
  第五，着力构建“一圈一带两区”发展格局，在实施国家区域发展战略上展现更大担当和作为
  第六，着力提高人民生活品质，在扎实推进共同富裕上展现更大担当和作为
三、2023年重点工作
  （一）全力推动经济运行整体好转
    确保稳经济政策落实落地
    积极扩大有效投资
    促进消费提质扩容
  （二）全力夯实教育科技人才支撑
    办好人民满意的教育
    强化科技创新引领
    高质量做好人才工作
  （三）全力建设数字辽宁、智造强省
    推动制造业高质量发展
    加快数字经济发展
    培育壮大现代服务业
  （四）全力推进乡村振兴
    提升农业综合生产能力
    发展乡村特色产业
    实施乡村建设行动
  （五）全力深化重点领域改革
    持续优化营商环境
    深化国资国企改革
    培育壮大民营经济
  （六）全力扩大高水平开放
    提升通道平台能级
    推进外贸优化升级
    千方百计招商引资
  （七）全力构建区域协调发展新格局
    加快推进沈阳现代化都市圈建设
    加快推进辽宁沿海经济带建设
    加快推进辽西融入京津冀协同发展战略先导区建设
    加快推进辽东绿色经济区建设
    加快推进县域经济高质量发展
  （八）全力建设美丽辽宁
    深入推进污染防治
    加快能源清洁低碳转型
    大力发展绿色经济
  （九）全力保障和改善民生
    促进高质量充分就业
    完善社会保障体系
    大力发展社会事业
  （十）全力维护社会大局稳定
    有效防范化解风险
    切实维护公共安全
    创新完善社会治理
四、全面加强政府自身建设
  一是永葆绝对忠诚
  二是践行为民宗旨
  三是建设法治政府
  四是锤炼过硬本领
  五是恪守廉洁本色
"""


def test_the_seed() -> None:
    (report,) = read_reports(SEEDS)
    assert headings(report) == SEED_OUTLINE.splitlines()


def test_every_seed_heading_is_where_it_says() -> None:
    (report,) = read_reports(SEEDS)
    starts = {sentence.start: sentence for sentence in report.sentences if sentence.heading}
    for section in report.sections:
        assert report.text.startswith(section.title, section.start)
        assert starts[section.start].section == section.path


def test_what_follows_the_last_numbered_paragraph_speaks_for_the_part() -> None:
    (report,) = read_reports(SEEDS)
    (closing,) = [s for s in report.sentences if s.text.startswith("新时代新征程，惟有奋斗")]
    assert closing.section == ("四、全面加强政府自身建设",)
    (defence,) = [s for s in report.sentences if s.text.startswith("积极支持国防和军队改革建设")]
    assert defence.section == ("一、2022年和过去五年工作",)


def test_a_city(tmp_path: Path) -> None:
    report = read(CITY, folder=tmp_path)
    assert headings(report) == ["一、2023年工作回顾", "二、2024年重点工作", "  （一）稳增长", "  （二）惠民生"]
    assert [s.text for s in report.sentences if s.heading] == [
        "一、2023年工作回顾",
        "二、2024年重点工作",
        "（一）稳增长。",
        "（二）惠民生。",
    ]


def test_a_county_with_contents_annexes_and_page_numbers(tmp_path: Path) -> None:
    report = read(COUNTY, "青溪县.txt", tmp_path)
    assert (report.year, report.date, report.speaker, report.region) == (2024, "2024-01-10", "陆远", "青溪县")
    assert headings(report) == [
        "一、2023年工作回顾",
        "  （一）经济运行",
        "  （二）民生改善",
        "  ——清正廉洁",
        "  ——务实高效",
        "二、2024年工作安排",
        "  （一）产业升级",
        "    1.做强工业",
        "      （1）新建厂房",
        "      （2）引进企业",
        "    2.做优服务业",
        "  （二）乡村振兴",
        "    发展特色种植",
        "    改善人居环境",
        "附件1 2024年县十件民生实事",
        "  一、新建幼儿园",
        "  二、改造老旧管网",
        "附件2　名词解释",
        "  1.“双减”",
        "  2.零碳园区",
    ]


def test_what_speaks_for_the_part_leaves_the_row(tmp_path: Path) -> None:
    report = read(COUNTY, "青溪县.txt", tmp_path)
    section = {s.text: s.section for s in report.sentences}
    assert section["一年来，我们加强自身建设。"] == ("一、2023年工作回顾",)
    assert section["新的一年，任务艰巨。"] == ("二、2024年工作安排",)


STATE = f"""\
各位代表：
一、去年工作回顾
——经济回升向好。{BODY}
——科技实现突破。{BODY}
回顾过去一年，成绩来之不易。{BODY}
一是加大调控力度，推动经济回升。{BODY}
二是深化改革开放，增强内生动力。{BODY}
各位代表！
在肯定成绩的同时，我们也清醒看到问题。{BODY}
二、今年总体要求和政策取向
今年是关键之年。{BODY}
积极的财政政策要加力提效。{BODY}
稳健的货币政策要灵活适度。{BODY}
完成今年目标任务，必须坚定信心。{BODY}
三、今年工作任务
（一）扩大内需。{BODY}
提振居民消费。{BODY}
大力推进新技术、新产品、新业态、新模式的应用。{BODY}
扩大有效投资。{BODY}
（二）改善民生。{BODY}
办好20件民生实事。{BODY}
稳定扩大就业。{BODY}
各位代表！
新征程新使命，对政府工作提出新的更高要求。{BODY}
推进依法行政。{BODY}
提高行政效能。{BODY}
各位代表！
让我们团结奋斗。
"""


def test_a_state_report(tmp_path: Path) -> None:
    assert headings(read(STATE, "2024_全国.txt", tmp_path)) == [
        "一、去年工作回顾",
        "  ——经济回升向好",
        "  ——科技实现突破",
        "  一是加大调控力度，推动经济回升",
        "  二是深化改革开放，增强内生动力",
        "二、今年总体要求和政策取向",
        "  积极的财政政策要加力提效",
        "  稳健的货币政策要灵活适度",
        "三、今年工作任务",
        "  （一）扩大内需",
        "    提振居民消费",
        "    大力推进新技术、新产品、新业态、新模式的应用",
        "    扩大有效投资",
        "  （二）改善民生",
        "    办好20件民生实事",
        "    稳定扩大就业",
        "  推进依法行政",
        "  提高行政效能",
    ]


def test_headings_on_their_own_line_hold_what_follows(tmp_path: Path) -> None:
    text = f"各位代表：\n一、工作回顾\n一是稳住增长。\n{BODY}\n{BODY}\n二是改善民生。\n{BODY}\n各位代表！五年来，成绩显著。\n"
    text += f"这是实力提升的五年。\n{BODY}\n这是活力增强的五年。\n{BODY}\n这是民生改善的五年。\n{BODY}\n五年来，我们依法行政。\n"
    report = read(text, folder=tmp_path)
    assert headings(report) == [
        "一、工作回顾",
        "  一是稳住增长",
        "  二是改善民生",
        "  这是实力提升的五年",
        "  这是活力增强的五年",
        "  这是民生改善的五年",
    ]
    assert report.sentences[-1].section == ("一、工作回顾",)


def test_a_report_without_numbers(tmp_path: Path) -> None:
    text = f"各位代表：\n2023年工作回顾\n{BODY}\n稳住经济增长。{BODY}\n增进民生福祉。{BODY}\n2024年工作安排\n{BODY}\n{BODY}\n"
    assert headings(read(text, folder=tmp_path)) == [
        "2023年工作回顾",
        "  稳住经济增长",
        "  增进民生福祉",
        "2024年工作安排",
    ]


def test_parts_without_numbers_above_numbered_sections(tmp_path: Path) -> None:
    text = f"各位代表：\n过去五年工作回顾\n{BODY}\n一、稳住增长\n{BODY}\n二、改善民生\n{BODY}\n今年工作安排\n一、扩大内需\n{BODY}\n二、兜牢底线\n{BODY}\n"
    assert headings(read(text, folder=tmp_path)) == [
        "过去五年工作回顾",
        "  一、稳住增长",
        "  二、改善民生",
        "今年工作安排",
        "  一、扩大内需",
        "  二、兜牢底线",
    ]


def test_parts_known_by_their_words(tmp_path: Path) -> None:
    text = f"丰收镇2025年政府工作报告\n2024年工作完成情况\n{BODY}\n2025年工作计划\n（一）抓经济。{BODY}\n（二）惠民生。{BODY}\n加强政府自身建设\n{BODY}\n"
    report = read(text, "报告.txt", tmp_path)
    assert (report.title, report.region, report.year) == ("2025年丰收镇政府工作报告", "丰收镇", 2025)
    assert headings(report) == [
        "2024年工作完成情况",
        "2025年工作计划",
        "  （一）抓经济",
        "  （二）惠民生",
        "加强政府自身建设",
    ]
    assert report.sentences[0].section == ()


def test_a_number_on_a_line_of_its_own_takes_the_next_line(tmp_path: Path) -> None:
    report = read(f"各位代表：\n一、\n工作回顾\n{BODY}\n二、\n工作安排\n{BODY}\n", folder=tmp_path)
    assert headings(report) == ["一、\n工作回顾", "二、\n工作安排"]
