"""The units that the grammar knows, with what they convert to and why they are told apart."""

# Measure words that count things, as words of one list. Each is its own unit: 7家 is not 7个, because nothing says that they count the same.
COUNTS = (
    "个 家 户 人 名 位 口 项 件 条 座 所 处 套 间 栋 幢 层 台 台套 架 辆 列 艘 班 趟 部 本 册 篇 首 集 幅 张 份 只 头 匹 株 棵 颗 枚 粒 块 片 段 支 对 "
    "双 组 队 群 种 类 批 轮 场 次 起 例 宗 笔 单 重 道 眼 盏 根 床 床位 席 周年 标箱 标准箱 箱 包 盒 瓶 词 字 页 方面 人次 亩次 架次 辆次 批次 场次 "
    "件次 户次 例次 车次 项次 艘次 班次 列次 车道 路 面 门 店 站 金 银 铜 市 县 区 省 国 校 镇 村"
)
# Medals are counted by their metals, and together in 枚.
MEDALS = frozenset("金银铜")
# Words that begin with a unit's characters: "5万家庭" counts families, it is not "5万家"; "3年度" is not "3年".
NOT_THIS_UNIT = {
    "个": "人所得|体(?!育|系|制|验|量|检|校|面)",
    "家": "庭|电(?!商|子|力|池|网|站|厂)|具(?!有|备)|居|政(?!府|务)|禽|园(?!区)",
    "户": "均|籍",
    "人": "均|工|民|才|大|社|文|体",
    "名": "单|优|牌|录|列",
    "位": "于|居|列|数",
    "口": "岸|径|腔",
    "项": "目(?!标)",
    "条": "例|件",
    "所": "有|属|得|在",
    "处": "理|置|于|级|罚",
    "层": "次|级",
    "台": "风|湾|账|胞|资",
    "列": "入|为|席|第|车",
    "班": "列|车|轮|组|子",
    "部": "门|分|署|队",
    "本": "地|级|科|土|省|市|年|届",
    "首": "次|批|台|个|届|位|家",
    "集": "成|群|团|中|装|体|聚|约",
    "张": "家|掖",
    "份": "额",
    "只": "有|要|能",
    "头": "部|衔",
    "匹": "配",
    "片": "区|面",
    "支": "持|撑|出|付|柱|援",
    "对": "外|口|接|标|应|于|全",
    "双": "千|一|向|碳|创|减|城|拥|高",
    "组": "织|建|团|合",
    "队": "伍",
    "群": "众|体",
    "种": "植|养|业(?!务|态)|粮|子|源|苗",
    "类": "型|似",
    "批": "复|准|零|发",
    "轮": "胎|岗|训",
    "场": "景|所|馆|地|均",
    "次": "产业|数|均|级",
    "起": "步|草|来|点|重|到",
    "例": "如",
    "宗": "教|地|旨",
    "笔": "试",
    "单": "位|一|元|项",
    "重": "点|大|要|型|塑|建|组|力",
    "道": "路|德|口",
    "路": "网|面|线|径|段|灯|由",
    "面": "积|向|对|临|广",
    "门": "诊|类|户|槛",
    "店": "铺",
    "金": "融|额|属|色|牌|融",
    "银": "行|发|企|团|保|川",
    "站": "位|点|稳|在|上",
    "市": "场|值|县|级|区|政|民|属|域",
    "县": "域|级|区|乡|城|市",
    "区": "域|县|级|位",
    "省": "级|内|属|市|外|直|委|区|份",
    "国": "家|际|内|有|考|企|道|控|省|资|产|债|标",
    "校": "园|企|区|舍|地",
    "镇": "村|级|街",
    "村": "级|庄|民|居|镇|屯",
    "元": "旦|素|宇宙",
    "角": "度|色|落",
    "天": "然|气|空|津",
    "周": "年|边|期|岁|末|围",
    "年": "代|级|度|均|产(?!值|业|出)|轻|龄",
    "分": "别|布|类|级|析|段|行|工|配|局|公司|担|享|支|流|散|批|步|层|期",
    "度": "假|量|过",
    "点": "多|赞|位|面|亮|心",
    "米": "面|粮",
    "里": "程|面",
    "方": "案|式|向|便|法",
    "成": "为|功|立|果|员|本|效|长|都|绩|品|熟|交|套|年|就|活|片|群|份|分|了|型|渝|像|败|因|林",
    "倍": "增|加|速|感|受",
    "升": "级|至|到|学|降|值|规|高|温|为",
    "克": "服|隆|山|拉|东|州",
    "吨": "位",
}
# Units that measure, with the exact number of base units in one. Length, mass, area … convert; anything not here stands for
# itself. 1亩 = 1公顷/15 exactly, so areas meet in 亩 (1平方米 = 0.0015亩); masses meet in 斤. 成, ‰ and % meet in %; 倍 does
# not (增长1倍 = 增长100% is a computation to be shown), and 百分点 never meets %.
MEASURES = {
    "元": {"元": "1", "元人民币": "1", "块钱": "1", "角": "0.1"},
    "美元": {"美元": "1"},
    "欧元": {"欧元": "1"},
    "港元": {"港元": "1", "港币": "1"},
    "日元": {"日元": "1"},
    "英镑": {"英镑": "1"},
    "%": {"%": "1", "成": "10", "‰": "0.1"},
    "百分点": {"百分点": "1", "个百分点": "1"},
    "倍": {"倍": "1"},
    "人": {"人": "1", "人口": "1"},
    "亩": {
        "亩": "1", "公顷": "15", "平方公里": "1500", "平方千米": "1500", "平方米": "0.0015", "平米": "0.0015", "平方": "0.0015",
    },
    "斤": {"斤": "1", "公斤": "2", "千克": "2", "吨": "2000", "克": "0.002", "毫克": "0.000002", "微克": "0.000000002"},
    "吨标准煤": {"吨标准煤": "1", "吨标煤": "1"},
    "米": {"米": "1", "公里": "1000", "千米": "1000", "里": "500", "厘米": "0.01", "毫米": "0.001", "海里": "1852"},
    "英寸": {"英寸": "1"},
    "立方米": {"立方米": "1", "立方": "1", "升": "0.001"},
    "千瓦": {"千瓦": "1", "瓦": "0.001", "兆瓦": "1000", "吉瓦": "1000000"},
    "千瓦时": {"千瓦时": "1", "度电": "1", "兆瓦时": "1000"},
    "千伏": {"千伏": "1", "伏": "0.001"},
    "分钟": {
        "分钟": "1", "小时": "60", "个小时": "60", "天": "1440", "日": "1440", "周": "10080", "个星期": "10080",
    },
    "个工作日": {"个工作日": "1", "工作日": "1"},
    "个月": {"个月": "1", "年": "12", "个季度": "3"},
    "岁": {"岁": "1", "周岁": "1"},
    "℃": {"℃": "1", "摄氏度": "1", "°C": "1"},
    # These have several meanings (degrees or kWh, cents or points), so they meet nothing but themselves.
    **{word: {word: "1"} for word in ("度", "分", "点", "方")},
    "P": {"P": "1", "EFLOPS": "1000", "PFLOPS": "1"},
}  # fmt: skip
# Latin spellings, as they stand in Chinese reports and in English answers -> the Chinese unit.
LATIN_UNITS = {
    "%": "%|per ?cent|percent|pct",
    "百分点": "percentage[- ]points?|pps?",
    "元": "yuan(?: renminbi)?|RMB|CNY|renminbi",
    "美元": "(?:US|U\\.S\\.) dollars?|dollars?|USD",
    "亩": "mu",
    "公顷": "hectares?|ha",
    "平方公里": "square kilomet(?:er|re)s?|km2|km²|sq km",
    "平方米": "square met(?:er|re)s?|m2|m²|㎡",
    "公里": "kilomet(?:er|re)s?|km",
    "米": "met(?:er|re)s?",
    "厘米": "centimet(?:er|re)s?|cm",
    "毫米": "millimet(?:er|re)s?|mm",
    "吨": "(?:metric )?ton(?:ne)?s?",
    "公斤": "kilograms?|kg",
    "克": "grams?",
    "毫克": "milligrams?|mg",
    "微克": "micrograms?|[μµ]g|ug",
    "斤": "jin|catt(?:y|ies)",
    "立方米": "cubic met(?:er|re)s?|m3|m³",
    "升": "lit(?:er|re)s?",
    "千瓦": "kilowatts?|kW",
    "兆瓦": "megawatts?|MW",
    "吉瓦": "gigawatts?|GW",
    "千瓦时": "kilowatt[- ]hours?|kWh",
    "兆瓦时": "megawatt[- ]hours?|MWh",
    "倍": "times|fold|-fold",
    "年": "years?",
    "个月": "months?",
    "天": "days?",
    "小时": "hours?",
    "分钟": "minutes?",
    "标箱": "TEUs?",
    "PFLOPS": "PFLOPS",
    "EFLOPS": "EFLOPS",
}
# What an English noun counts is not told by a measure word ("15 major projects"): such a figure has this unit.
ITEMS = "items"
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# Money signs before a number, as English writes them -> the unit.
CURRENCY_SIGNS = {"yuan": r"(?:RMB|CNY|¥|￥)\s?", "US dollars": r"(?:US|USD)\s?\$?\s?|\$\s?"}
LATIN_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

# After a Chinese numeral these are mostly other words (十分, 三门峡, 四面, 两岸, 三月, 五级), so only Arabic digits take them.
ONLY_AFTER_DIGITS = "分 度 面 点 日 里 道 路 口 头 门 站 店 市 县 区 省 国 校 镇 村 方 周 卡 单 双 对 眼 根 升 克 伏 瓦 字 集 首 本 角 金 银 铜"
# 一 before a measure word is an article (一个, 一批, 一条, 一年); before these units it is the number one.
ONE_IS_A_NUMBER = (
    "小时 个小时 分钟 公里 千米 平方公里 倍 成 百分点 个百分点 亩 公顷 吨 斤 公斤 元 美元 立方米 千瓦 千瓦时"
)
# After these 多 stands for "and some more": 3年多.
OPEN_UNITS = "年 个月 小时 天 倍 公里 米 岁 分钟"
