"""The words that the grammar knows, each list with the reason why it is one; units are in measures.py.

Alternatives stand as they go into a pattern. Written from the dev half of `evals/figures.jsonl` and from other provinces' reports; never from the test half.
"""

from qa.answering.figures.record import Hedge

# --- numerals that are names -------------------------------------------------------------------------------------------

# Ranks, not amounts: a numeral before one of these says which, not how many (四号线, 十九届, 三级, 3.0版, 500强).
RANK_WORDS = "届|期(?!间|货|限|末|待|满|刊)|号(?!召)|代(?!表|理|码)|级(?!联|台阶)|等奖|版(?!权|图)|强(?!化|降|度|国|省)|季度|中全会|次产业|产业|年级|线(?!上|下|索)|型(?!号)"
# The meetings of a body are numbered, not counted: 十二届七次、八次全会.
MEETINGS = "全会|会议|代表|全体"
# A numeral right before one of these, without a measure word, is the name of a set: 三省一区, 沿海六市, 四大产业基地.
SET_NOUNS = "大(?!会|学|人|道|中|型|连|庆|批)|省|市(?!场)|区(?!域)|县|州|港|岛|带(?!动)|圈|院|湾|岸|国(?!家|际|内|有|企|资)|地(?!区|方|位)|极"
# Programmes and epochs whose length is part of their name or says when, not how much (三年行动, 五年来, 过去五年, 近3年).
PERIOD_BEFORE = "过去|刚刚过去的|今后|未来|近|最近|前|后|这|往后|此后|之后|上一个|下一个|头"
PERIOD_AFTER = "来|以来|间(?!隔)|行动|攻坚|计划|规划|方案|任务|大计|专项|倍增|提升行动|内生|里"
# A Chinese numeral before 年 is such an epoch or programme (五年主要经济指标, 十年禁渔) unless one of these marks it as a length.
LENGTH_BEFORE = "连续|长达|为期|延长|满|历时|缩短"
# Policies whose name is a count, and places whose name looks like one. Quoted slogans need no list; these stand bare as well.
SET_PHRASES = (
    "八项规定|六项禁令|五项原则|两项补贴|两个维护|两个确立|两个毫不动摇|两个大局|两个一百年|两个市场|两种资源|三个代表|三个区分|四个全面|四个意识|四个自信|"
    "四个最严|五位一体|三位一体|四位一体|一个中国|三次产业|三重一大|两重建设|两重项目|两个结合|三件大事|四个面向|九台|三台县|五台山|五台县|五家渠|六合彩"
)
# … and these before it: 附件1, 表2.
NUMBERED = "附件|附表|专栏|(?<![一-鿿])[图表]"
# Bare numbers before these are numbers one dials or codes of a programme, not amounts (12345热线, 211工程, 985高校).
CODE_NOUNS = "热线|工程(?!师)|高校|专线|专项|平台|超节点|具体部署|政务服务|报警|急救|电话|型(?!号)"

# --- hedges ------------------------------------------------------------------------------------------------------------

# Words before the number -> what they mean; 过 alone is left out (通过3项). 最高, 最低 are bounds only where a number follows.
HEDGES_BEFORE = {
    Hedge.AT_LEAST: "不低于|不少于|不小于|不下于|至少|最少|最低",
    Hedge.AT_MOST: "不超过|不高于|不大于|不多于|未超过|至多|最多|最高",
    Hedge.MORE_THAN: "超过|超出|超|突破|逾|高于|多于|大于|跨越|跃上|迈上|站上",
    Hedge.LESS_THAN: "低于|少于|小于|不足|不到|未满|不满",
    Hedge.NEARLY: "接近|将近|(?<![附邻最靠临])近|逼近",
    Hedge.ABOUT: "大约|大概|约合|约为|约占|约|大致",
}
HEDGES_AFTER = {
    Hedge.AT_LEAST: "及?以上|之上",
    Hedge.AT_MOST: "及?以下|以内|之内|内(?=[，。；、]|完成|建成|办结|实现)",
    Hedge.ABOUT: "左右|上下|前后",
}
LATIN_HEDGES_BEFORE = {
    Hedge.AT_LEAST: "at least|no less than|not less than|no fewer than|not lower than|no lower than|a minimum of",
    Hedge.AT_MOST: "at most|no more than|not more than|up to|within|not exceeding|a maximum of",
    Hedge.MORE_THAN: "more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards of|greater than|surpass(?:es|ed|ing)?",
    Hedge.LESS_THAN: "less than|fewer than|under|below",
    Hedge.NEARLY: "nearly|almost|close to",
    Hedge.ABOUT: "about|around|approximately|roughly",
}
LATIN_HEDGES_AFTER = {
    Hedge.AT_LEAST: "or more|or above|or higher|or over|and above|and over",
    Hedge.AT_MOST: "or less|or below|or lower|and below",
    Hedge.ABOUT: "or so",
}

# --- directions --------------------------------------------------------------------------------------------------------

UP_VERBS = "多增|增长|上涨|提高|提升|增加(?!值)|上升|扩大|回升|攀升|跃升|递增|上调|增多|延长|扩展|拓展|拓宽|增收|抬升|上浮|上扬|拉高"
DOWN_VERBS = "下降|降低|减少|回落|收窄|缩短|缩小|压减|削减|压降|缩减|压缩|下跌|下调|下滑|下浮|减亏|精简|减排"
# One-character verbs, as in 增至, 降为, 同比增5%.
UP_CHARS, DOWN_CHARS = "增涨升扩", "降减跌缩"
# Nouns that name a change, so that 为, 达 and 保持在 after them still give the change and not a level.
UP_NOUNS = "增幅|涨幅|增速|增长率|升幅|增长(?:预期)?目标|增长速度|增长预期|提高幅度|增长幅度"
DOWN_NOUNS = "负增长|降幅|跌幅|减幅|下降率|下降幅度|降低幅度"
LEVEL_WORDS = "达到|达成|达|为|是|控制在|保持在|稳定在|维持在|控制|稳定|保持|位于"
ADDED_VERBS = "新增加|新增|净增加|净增|增设"
ABOVE_VERBS, BELOW_VERBS = "高于|高出|快于|优于|多于|超过|超出|领先|好于", "低于|慢于|少于|落后于|落后"
# Verbs that, before a noun and a number, still give the direction: 减少碳排放350万吨. 提高, 提升 and 扩大 are not among them:
# 提升改造公路100公里 is no increase of 100公里.
# … but they are where the noun is a sum of money: 提高最高支付限额3800元.
SUMS = "标准|限额|额度|补助|养老金|价格|待遇|上限|工资"
# These raise or lower a degree, so before a count they are another verb (安全韧性提升4项行动); 增加, 减少 and 新增 do count.
OF_A_DEGREE = "提升|提高|扩大|拓展|扩展|拓宽|降低|缩小|压缩|精简"
VERB_NOUN_UP, VERB_NOUN_DOWN = "增加(?!值)", "减少|压减|削减|压降|缩减"
# The same in English, for answers in it.
LATIN_UP = (
    "ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own|owing)|growth|increas(?:e|es|ed|ing)|climb(?:s|ed)?|expand(?:s|ed)?|(?<!set )(?<!sets )(?<!made )(?<!make )(?<!makes )(?<!built )(?<!build )up|rais(?:e|es|ed)|"
    "lift(?:s|ed)?|gain(?:s|ed)?|improv(?:e|es|ed)"
)
LATIN_DOWN = (
    "fall(?:s|en|ing)?|fell|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped)?|down|reduc(?:e|es|ed|tion|ing)|cut(?:s|ting)?|"
    "lower(?:s|ed)?|shr(?:ink|ank|unk)"
)
LATIN_LEVEL = "reach(?:es|ed)?|stands? at|stood at|total(?:l?ed|s)|amount(?:s|ed) to|hit|was|is|were"

# --- subjects ----------------------------------------------------------------------------------------------------------

# Words between a subject and its figure that belong to neither; the asterisks are a model's bold type.
FILLERS = (
    "分别|均|都|各|也|已经|已|又|再|仅|就|将|可|了|有|共有|共|累计|合计|总计|预计|约|同比|环比|年均|人均|平均|每年|逐年|比上年|较上年|比去年|较去年|"
    r"进一步|实现|\*+|一共|总数|数量|完成|发生|每|连续|接连|争取|力争"
)
# Words that open a clause and say when, where or how, not what.
OPENERS = (
    "全年|今年|去年|明年|当年|本年|年内|目前|截至|截止|到|其中|全省|全市|全国(?!重点)|同时|重点(?=推进|推动|实施|开展|建设|培育|打造|抓好|支持)|大力|扎实|加快|积极|全面|深入|持续|进一步|着力|聚力|全力|抓紧|再|又|将|"
    "共|累计|预计|力争|争取|确保|努力|高质量|高水平|约合|约|合计|最高|最低|最多|支持|和|与|及|以及|并|、|的|对|把|将|由|从|比(?!重|例|率)|较|以|在|每(?![十百千万])个?|各(?!类|级|项|地)|按|为|是"
)
# Verbs that open a clause and act on the subject: 新建高标准农田391.3万亩 is a figure of 高标准农田.
ACTIONS = (
    "改扩建|改建|扩建|新建|新增|净增|新设|新评|登记|引育|筹集|开辟|获批|入选|改造|建成|建立|"
    "实施|开展|推进|推动|完成|引进|引育|培育|认定|打造|创建|设立|组建|修建|整治|治理|修复|维修|改善|提升|提高|增加|减少|压减|削减|降低|减免|拨付|"
    "下达|安排|投入|筹集|争取|发放|发行|惠及|覆盖|稳定|保障|支持|扶持|帮助|带动|拉动|吸引|接待|举办|开通|开行|开工|投产|竣工|攻克|突破|取得|获得|获|"
    "制定|修订|修改|废止|清理|保留|公开|办理|办结|受理|建设(?!项目)|遴选|推介|推广|筛选|选派|派出|培训|招引|签约|落实|落地|生产|收购|存储|储备|发展|壮大|做强|做大|"
    "实现|达到|形成|拥有|保护|贡献|释放|盘活|处置|化解|查处|排查|启动|上线|布局|优化|升级|扩大|加强|强化|兑现|授予|投放|销售|出口|进口|利用|占|共|营收"
)  # fmt: skip
# … unless they are part of a noun: 生产总值, 覆盖率, 建设项目.
NOT_AN_ACTION = (
    "安全|率|量|值|额|面|性|力|总|能力|用地|面积|规模|水平|占比|比重|强度|人数|收入|成本|费用|资金|标准|者|业"
)
# Where the noun phrase after a counted figure ends: 24家钢铁企业|实现超低排放.
PREDICATES = (
    "全部|实现|全面|加快|加速|初步|顺利|成功|陆续|相继|基本|正式|纳入|入选|列入|进入|获批|获得|获评|获|取得|完成|建成|开工|投产|投入|竣工|通车|上线|"
    "落地|启动|达到|达|超过|超|突破|增长|提高|提升|下降|减少|占|为|是|被|由|将|在|均|都(?!市)|已|有序|参与|参加|先行|面向|建设(?!试点|项目|用地|工程|基地)|创建|新(?=获|入|增|评)|有(?!色|机|限|效)|运行|运营|按期|办结|"
    "享受|受益|脱贫|位居|居|位列|签约|成立|扎实|落户|挂牌|覆盖|惠及|得到|需|要|可|并|支持|带动|促进"
)
CONJUNCTIONS = "和|与|及|或|以及|、"
# Verbs that leave the noun to what follows the figure: 设立超500亿元|区域基金.
CLOSING_VERBS = "设立|安排|实施|培育|引进|达成|吸纳|组建|成立|发行|投入|提供|带来|形成"
# Halves of a parallel subject that share what follows the second: 城镇和农村|居民人均可支配收入.
CONTRASTS = (
    "城镇|农村|城市|乡村|城乡|进口|出口|省级|市级|县级|国有|民营|东部|西部|中部|境内|境外|线上|线下|男性|女性|新建|改建"
)
# One word for two: split where 分别 gives it two figures.
DOUBLE_SUBJECTS = {
    "城乡": ("城市", "农村"),
    "进出口": ("进口", "出口"),
    "存贷款": ("存款", "贷款"),
    "产销量": ("产量", "销量"),
}
