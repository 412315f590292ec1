"""Whose year a sentence speaks of, and whether that is done, aimed at, planned or neither."""

import pytest

from evals.periods import load, score
from qa.domain import Report, Status
from qa.reports import parse, read_reports
from qa.reports.periods import Said, scenes
from qa.reports.times import heading_years, named, opened

from .samples import SEEDS

DONE, TARGET, PLAN, BACKGROUND = "完成", "目标", "规划", "背景"
LAST, FIVE, NEXT, NOW = "一、2022年工作回顾", "一、过去五年工作回顾", "二、今后五年主要目标任务", "三、2023年重点工作"


def read(section: str | tuple[str, ...], *texts: str, year: int = 2023) -> list[tuple[str, str]]:
    """Period and status of sentences below one heading; "" begins the next paragraph."""
    path, paragraph, said = (section,) if isinstance(section, str) else section, 0, []
    for text in texts:
        paragraph += not text
        said += [Said(path, paragraph, text)] if text else []
    return [(scene.period, str(scene.status)) for scene in scenes(year, said)]


@pytest.mark.parametrize(
    ("section", "period", "status"),
    [
        ("一、2022年和过去五年工作", "2022", DONE),
        ("一、工作回顾", "2022", DONE),
        ("一、过去一年工作回顾", "2022", DONE),
        ("一、凝心聚力，开拓进取，发展迈出坚实步伐", "2022", DONE),
        (FIVE, "2018–2022", DONE),
        ("一、极不平凡的五年", "2018–2022", DONE),
        ("一、“十三五”时期工作回顾", "2016–2020", DONE),
        (NEXT, "2023–2027", PLAN),
        ("二、“十五五”时期主要目标任务", "2026–2030", PLAN),
        (NOW, "2023", TARGET),
        ("二、今年工作安排", "2023", TARGET),
        ("四、全面加强政府自身建设", "2023", TARGET),
        ("附件1 2023年市十件民生实事", "2023", TARGET),
        ("附件2 名词解释", "2023", BACKGROUND),
    ],
)
def test_the_part_sets_the_scene(section: str, period: str, status: str) -> None:
    assert read(section, "建设高标准农田10万亩。") == [(period, status)]


@pytest.mark.parametrize(
    ("section", "text", "period", "status"),
    [
        (FIVE, "私营企业达到109万户，是2017年的1.6倍。", "2018–2022", DONE),
        (FIVE, "生产总值由2017年的98亿元提高到150亿元。", "2018–2022", DONE),
        (LAST, "成功举办2022全球工业大会。", "2022", DONE),
        (FIVE, "2020年如期打赢脱贫攻坚战。", "2020", DONE),
        (LAST, "截至2022年底，市场主体突破40万户。", "2022", DONE),
        (LAST, "自2019年以来，投入超过50亿元。", "2019–2022", DONE),
        (LAST, "地铁开工建设，计划2027年通车。", "2022", DONE),
        (NOW, "到2025年，产值突破千亿元。", "2025", PLAN),
        (NOW, "做强产业链，力争到2025年产值突破千亿元。", "2025", PLAN),
        (NOW, "2025年底前消除黑臭水体。", "2025", PLAN),
        (NOW, "明年超过全国水平。", "2024", PLAN),
        (NOW, "今年赶上全国水平，明年超过全国水平，第三年如期完成目标。", "2023–2025", PLAN),
        (NOW, "用三年时间完成改造。", "2023–2025", PLAN),
        (NOW, "开工建设新医院，2024年投入使用。", "2023", TARGET),
        (NOW, "年底前建成示范点6个。", "2023", TARGET),
        (NOW, "绘制好2025年、到2035年的规划图。", "2023", TARGET),
        (NEXT, "到2027年，城镇化率达到75%；", "2027", PLAN),
        (NEXT, "城镇化率稳步提高；", "2023–2027", PLAN),
        (NEXT, "目标是：产值年均增长7%，到2027年突破200亿元；", "2023–2027", PLAN),
        (NEXT, "前两年改造老城，后三年建成新城。", "2023–2027", PLAN),
        (NEXT, "展望2035年，建成现代化强市。", "2035", PLAN),
        (LAST, "“十四五”规划102项工程已开工87项。", "2022", DONE),
        (LAST, "近三年累计淘汰落后产能210万吨。", "2020–2022", DONE),
        (FIVE, "其中2022年减税86亿元。", "2022", DONE),
        (NOW, "2024年至2026年，改造农田15万亩。", "2024–2026", PLAN),
        (NOW, "今明两年完成管网改造。", "2023–2024", PLAN),
        (NOW, "产值年均增长20%，到2025年突破千亿元。", "2025", PLAN),
        (NOW, "到“十四五”末，实现污水处理全覆盖。", "2025", PLAN),
        (NOW, "2022年储备的项目今年全部开工。", "2023", TARGET),
    ],
)
def test_the_sentence_corrects_the_part(section: str, text: str, period: str, status: str) -> None:
    assert read(section, text) == [(period, status)]


@pytest.mark.parametrize(
    ("section", "text", "period"),
    [
        (LAST, "2022年是本届政府的收官之年。", "2022"),
        (LAST, "过去一年，外部形势复杂严峻。", "2022"),
        (LAST, "这些成绩的取得，根本在于党中央坚强领导。", "2022"),
        (LAST, "主要做了以下工作：", "2022"),
        (LAST, "我代表市人民政府，向全市人民表示衷心的感谢！", "2023"),
        (LAST, "从国际看，世界经济复苏乏力，外部环境的不利影响持续加大。", "2022"),
        (LAST, "这些年，全球贸易复苏乏力，保护主义明显抬头。", "2022"),
        (LAST, "推进供给侧改革，必须破除制度障碍。", "2022"),
        (LAST, "企业是经济发展的主体，稳企业就是稳就业。", "2022"),
        (LAST, "实践再次表明，没有闯不过的难关。", "2022"),
        (LAST, "全市一切成绩的取得，都是上级坚强领导的结果。", "2022"),
        (LAST, "当前，我市正处于转型升级的关键时期。", "2023"),
        (NEXT, "我们坚信，只要苦干实干，就能创造新的业绩。", "2023–2027"),
        (NEXT, "迈向未来，我们必须完整准确全面贯彻新发展理念。", "2023–2027"),
        (NOW, "发展是强市之要，只有推动经济增长，才能筑牢根基。", "2023"),
        (LAST, "放眼全球，经济增长动能不足。", "2022"),
        (LAST, "同时，我们也看到，发展不平衡的问题依然突出。", "2023"),
        (NOW, "民族要复兴，乡村必振兴。", "2023"),
        (NOW, "绿水青山就是金山银山。", "2023"),
        (NOW, "各位代表，梦想在前方，奋斗正当时！", "2023"),
        (LAST, "居安不忘危，治世不忘乱。", "2022"),
        (LAST, "我们将巩固成效，扎扎实实做好各项工作。", "2023"),
        (FIVE, "“十三五”时期是全市攻坚克难、蓄势聚能的五年。", "2016–2020"),
        (NOW, "做好政府工作，要在市委坚强领导下，以习近平新时代中国特色社会主义思想为指导，推动高质量发展。", "2023"),
        (NOW, "我市具有区位优势、产业体系完备的供给优势。", "2023"),
        (NOW, "我市城镇化还有很大提升空间。", "2023"),
        (NOW, "底子厚主要是我市产业体系完备。", "2023"),
        (NOW, "调低赤字率，主要是财政增收有基础。", "2023"),
        (NOW, "实现预期目标并非易事，需要各方面齐心协力。", "2023"),
        (NOW, "儿童是民族的未来、家庭的希望。", "2023"),
        (NOW, "集众智、汇众力，一定能跑出创新加速度。", "2023"),
        (NEXT, "根据上级建议，编制了《规划纲要（草案）》，提交大会审查。", "2023–2027"),
        (NEXT, "按照全会部署，根据《关于制定规划的建议》，编制了《规划纲要（草案）》，提请大会审查。", "2023–2027"),
        (NEXT, "我们要不懈努力，接续奋斗，创造更加美好的未来。", "2023"),
        (NOW, "今年政府工作的总体要求是：以新思想为指导，推动高质量发展。", "2023"),
        (NOW, "我们将重点抓好以下几方面工作。", "2023"),
        (NOW, "就业是民生之本。", "2023"),
        (NOW, "各位代表！", "2023"),
        (NOW, "[1] “双碳”：指碳达峰和碳中和。", "2023"),
        (NOW, "让我们更加紧密地团结起来！", "2023"),
        (NEXT, "当前，外部压力仍然较大。", "2023"),
        (NEXT, "我们坚信，一定能谱写新的篇章！", "2023–2027"),
    ],
)
def test_what_is_neither_result_nor_aim(section: str, text: str, period: str) -> None:
    assert read(section, text) == [(period, BACKGROUND)]


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (NOW, "办好20件民生实事。"),
        (NOW, "实施亿元以上项目2000个以上。"),
        (NOW, "综合考虑各方面因素，建议主要预期目标为：地区生产总值增长6%。"),
        (NOW, "现在很多方面都需要投入，要优化支出结构。"),
        (LAST, "面对多重压力，我们顶压前行，地区生产总值增长5%。"),
        (LAST, "深化预算改革，推进省以下财政体制改革。"),
        (LAST, "我们坚持以习近平新时代中国特色社会主义思想为指导，顶住下行压力，完成全年任务。"),
        (LAST, "我们将改革摆在核心位置，取消审批事项120项。"),
        (NOW, "鼓励民间投资，让民间资本有更大发展空间。"),
        (NOW, "反对保护主义，维护公平竞争。"),
        (NOW, "今年首次把失业率作为考核指标，完善统计制度。"),
    ],
)
def test_what_only_sounds_like_background(section: str, text: str) -> None:
    assert read(section, text)[0][1] == (TARGET if section == NOW else DONE)


def test_what_follows_the_address_is_a_saying_or_a_task() -> None:
    told = [DONE, BACKGROUND, BACKGROUND]
    assert [s for _, s in read(LAST, "新增就业5万人。", "", "各位代表！", "", "使命重在担当，奋斗创造未来。")] == told
    assert [s for _, s in read(LAST, "新增就业5万人。", "", "各位代表！", "", "人民是一切力量的来处。")] == told
    assert read(NOW, "各位代表！", "", "加强民族宗教工作。")[-1] == ("2023", TARGET)


@pytest.mark.parametrize(
    ("section", "text", "period", "status"),
    [
        (FIVE, "企业效益明显好转，去年利润增长23.5%。", "2022", DONE),
        (NOW, "去年服务业增长6%，今年力争增长7%。", "2023", TARGET),
        (NOW, "去年，投资增长6%，今年要保持稳定。", "2023", TARGET),
        (NOW, "安排投资376亿元，比去年增加30亿元。", "2023", TARGET),
        (NOW, "去年利润增长5%。", "2022", DONE),
    ],
)
def test_last_year_and_this_year_in_one_sentence(section: str, text: str, period: str, status: str) -> None:
    assert read(section, text) == [(period, status)]


def test_an_opening_in_a_part_that_looks_back_lasts_until_the_next() -> None:
    texts = ["五年来，增长4%。", "", "新增就业230万人。", "", "刚刚过去的2022年，我们稳住了经济。", "出口增长2%。"]
    assert [period for period, _ in read(LAST, *texts)] == ["2018–2022", "2018–2022", "2022", "2022"]


def test_a_year_that_opens_a_paragraph_lasts_to_its_end() -> None:
    texts = ["2020年，脱贫攻坚收官。", "出列贫困村86个。", "", "城镇新增就业30万人。"]
    assert [period for period, _ in read(FIVE, *texts)] == ["2020", "2020", "2018–2022"]


def test_this_year_so_far_is_told_as_done() -> None:
    assert read(LAST, "今年以来，新开工项目120个。") == [("2023", DONE)]
    assert read(NOW, "今年前三季度，出口增长6%。") == [("2023", DONE)]


def test_a_look_back_in_a_part_that_looks_ahead_ends_with_its_paragraph() -> None:
    texts = [
        "过去一年，国防建设取得新进展。",
        "新的一年，要完成目标任务。",
        "",
        "过去一年，外交成果丰硕。",
        "",
        "坚持和平发展道路。",
    ]
    assert read(NOW, *texts) == [("2022", DONE), ("2023", TARGET), ("2022", DONE), ("2023", TARGET)]


def test_problems_run_to_the_end_of_the_part() -> None:
    texts = [
        "我们也清醒地看到，发展还存在不少困难和问题：产业结构偏重；",
        "就业压力较大。",
        "",
        "对于这些问题，我们将认真解决。",
    ]
    assert read(LAST, *texts) == [("2023", BACKGROUND)] * 3


def test_principles_fill_their_paragraph_and_no_more() -> None:
    texts = ["做好今年工作，必须坚持稳中求进。", "完整准确全面贯彻新发展理念。", "", "新建学校5所。"]
    assert [status for _, status in read(NOW, *texts)] == [BACKGROUND, BACKGROUND, TARGET]
    texts = ["经济社会发展的指导思想是：", "", "坚持以人民为中心，推动共同富裕。", "", "地区生产总值年均增长5%。"]
    assert [status for _, status in read(NEXT, *texts)] == [BACKGROUND, BACKGROUND, PLAN]


def test_figures_among_principles_are_aims_and_among_reasons_are_not() -> None:
    texts = ["做好今年工作的总体要求是：坚持稳中求进。", "突出创新驱动。", "生产总值增长6%左右。", "重点实施五大工程。"]
    assert [status for _, status in read(NOW, *texts)] == [BACKGROUND, BACKGROUND, TARGET, TARGET]
    texts = ["上述目标，考虑了就业的需要。", "从就业看，6%左右的增速是合适的。"]
    assert [status for _, status in read(NOW, *texts)] == [BACKGROUND, BACKGROUND]


def test_headings_below_a_part_may_name_their_own_time() -> None:
    part = "一、2022年和“十四五”工作回顾"
    assert read((part, "这是实力提升的五年"), "增长4%。") == [("2018–2022", DONE)]
    assert read((NOW, "（一）“十五五”发展目标"), "增长5%。") == [("2026–2030", PLAN)]
    assert read((NOW, "（一）深入实施“十四五”规划"), "推进重大工程。") == [("2023", TARGET)]


def test_a_heading_has_the_status_of_its_section() -> None:
    assert read((LAST, "——成绩来之不易"), "——成绩来之不易。") == [("2022", DONE)]


def test_every_seed_sentence_of_note() -> None:
    (report,) = read_reports(SEEDS)
    read_as = {s.text: (s.period, s.status) for s in report.sentences}
    starts = {
        "支持民营经济做大做强，私营企业": ("2018–2022", Status.DONE),
        "我们要团结奋斗、大干实干，今年": ("2023–2025", Status.PLAN),
        "2022年是本届政府的收官之年": ("2022", Status.BACKGROUND),
        "粮食产量480亿斤以上": ("2023", Status.TARGET),
        "全年地区生产总值增长2.1%": ("2022", Status.DONE),
    }
    for start, expected in starts.items():
        assert [label for text, label in read_as.items() if text.startswith(start)] == [expected]


def test_the_labelled_sentences() -> None:
    reports = read_reports(SEEDS)
    for split in ("dev", "test"):
        found = score([case for case in load() if case.split == split], reports)
        assert found.cases > 120
        assert found.both / found.cases >= 0.97


def test_times() -> None:
    assert opened("五年来，我们团结奋斗。", 2023) == ((2018, 2022), True)
    assert opened("回望过去的一年，疫情多发。", 2023) == ((2022, 2022), True)
    assert opened("三年来，累计打通断头路46条。", 2024) == ((2021, 2023), True)
    assert opened("“十四五”以来，投资增长。", 2024) == ((2021, 2023), True)
    assert opened("“十四五”时期，我们办成大事。", 2026) == ((2021, 2025), True)
    assert opened("新建学校5所。", 2023) is None
    assert named("比2020年提高3个百分点。", 2023) is None
    assert named("2021年至2025年累计投资百亿元。", 2023) is None
    assert heading_years("一、2025年及“十四五”时期工作回顾", 2026) == [(2025, 2025), (2021, 2025)]


def test_a_text_without_headings_still_reads_its_openings() -> None:
    text = "现在，我代表县人民政府报告工作，请予审议。\n过去一年，增长2%。\n就业稳定。\n今年，增长5%。\n新建学校5所。\n"
    report = parse(Report("x", "", "", 2023, "", "", text))
    assert [(s.period, str(s.status)) for s in report.sentences] == [
        ("2023", BACKGROUND),
        ("2022", DONE),
        ("2022", DONE),
        ("2023", TARGET),
        ("2023", TARGET),
    ]


def test_a_glossary_reports_nothing() -> None:
    assert read("附件2 名词解释", "去年，指上一年度。", "到2025年，指规划期末。") == [("2023", BACKGROUND)] * 2
