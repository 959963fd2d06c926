import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { FORMS, MANNERS, PROCESSES, REACHES } from '../../core/reading/part-words.ts';
import { normalize } from '../../core/terms/normalize.ts';

/** Words that name no thing, beside processes, forms and aims: any matter has them. */
const WEAK = {
  /** What is wished of anything, and what happens to anything. */
  wishes:
    '提前 及时 知道 发现 预知 看出 看不出 希望 需要 要求 解决 改造 升级 替换 更换 影响 投诉 方便 适用 可用 适合 快速 准确 稳定 可靠 安全 环保 节能 轻便 便携 舒适 长期 频繁 严重 失效 故障 异常 报警 提醒 提示',
  /** States of any machine. */
  states: '开机 关机 停机 启动 起动 停止 运行 运转 待机 断电 停电 联网 在用 换一次 使用中',
  /** How bounds are told. */
  bounds:
    '不超过 不低于 不高于 不少于 不大于 不小于 超过 超标 低于 高于 大于 小于 以上 以下 以内 之内 左右 至少 最多 达到 上限 下限',
  /** Who and where. */
  people:
    '工人 人工 师傅 老师傅 老艺人 艺人 客户 用户 居民 患者 病人 医院 学校 老人 儿童 农户 合作社 商户 公司 企业 工厂 我厂 车间 现场 周边 国内 国外 行业 产线 生产线 单台 整机 现有',
  /** What is done to anything, beside the processes that a reader of needs knows. */
  deeds:
    '校正 校准 矫正 纠偏 对准 计数 统计 比对 鉴别 筛查 判断 判定 记录 操纵 训练 学习 查询 发送 接收 显示 打印 移动 转动 升降 同步 跟踪 剔除 替代 仿制 试制 批量 量产 小试 中试 认证 集成 抑制 抑菌 抗菌 防护 提醒 提取 工业化 规模化',
  /** Sides and looks of anything. */
  aspects:
    '表面 断面 截面 内壁 外壁 内部 外部 外表 外观 边缘 底部 顶部 颜色 色泽 形状 外形 尺寸 大小 重量 质量 性能 效果 效率 成本 费用 电费 价格 投资 时间 周期 寿命 能耗 噪声 误差 精度 温度 湿度 压力 速度 流量 浓度 强度 硬度 厚度 时机 条件 环境 要求 标准 等级',
} as const;

/** Any result may be called so; in a longer word they say which thing it is: 炒菜机器人, 大模型. */
const CLASSES = new Set(
  '机器人 软件 算法 模型 程序 平台 系统 装置 设备 装备 仪器 仪表 机器 机械 工具 器具 器械 材料 产品 样品 部件 零件 构件 数据 图像 图片 文件 资料 信息 管理 服务 数字化 信息化 智能 自动'.split(
    ' ',
  ),
);

/** Nor do these, alone: by what something is looked at or done, and under what load; anything may be. */
const MEANS = new Set(
  'x光 x射线 射线 超声 超声波 红外 近红外 紫外 激光 微波 光谱 荧光 视觉 摄像头 相机 电磁 涡流 磁场 电场 光学 声学 蓝牙 燃烧 加热 冷却 通风 负荷 负载 载荷 低负荷 高负荷 介质 判读 判图 读片 阅片 识图'.split(
    ' ',
  ),
);

/** Counted times: 两天, 三个月, 半年. */
const TIMES =
  '[一二两三四五六七八九十百千半几数每当]{1,4}(?:多个?|个)?(?:天|日|年|月|周|小时|分钟|秒|次|班|季)';
/** Names of what is measured. */
const MEASURES = '[\\p{Script=Han}]{1,3}(?:率|度|费|耗|量|值|期|比)(?=$|[高低大小\\d])';

const LISTS = [...Object.values(WEAK).flatMap((words) => words.split(' ')), ...PROCESSES, ...MANNERS];
const NO_THING = new RegExp(
  `${TIMES}|${[...LISTS, ...FORMS, ...REACHES].sort((a, b) => b.length - a.length).join('|')}`,
  'gu',
);
const MEASURED = new RegExp(MEASURES, 'gu');
/** What of a phrase may be a thing: two ideographs or letters on, without the small words of Chinese. */
const RUN = /[\p{Script=Han}]{2,}|[a-z][a-z0-9-]+/u;
const SMALL =
  /[的了不未无有为与和及或在中用从到可能好高低快慢大小多少长短新老旧率度量性化类型式上下内外前后时\d.%％~～+\-‰℃]/gu;

/** What a phrase tells: a thing (钢丝绳), what is wrong or done (磨损, of the functions of the lexicon), or neither. */
export type Tells = 'thing' | 'function' | 'nothing';

/** What a phrase tells. O(length). */
export function tellsOf(phrase: string, { byName, functionFinder, functions }: Lexicon): Tells {
  const { text } = normalize(phrase);
  if (CLASSES.has(text) || MEANS.has(text)) return 'nothing';
  // A word of a field that is all there is of the phrase, and neither done to a thing nor wrong with it.
  if (byName.has(text) && !functions.has(text) && text.replace(NO_THING, '') === text) return 'thing';
  const covered = new Uint8Array(text.length);
  let hasFunction = functions.has(text);
  for (let at = 0; at < text.length; at++) {
    for (const { length } of functionFinder.wordsAt(text, at)) {
      hasFunction = true;
      // 酒糟 and 污泥 are things, though they are also a trouble.
      if (!byName.has(text.slice(at, at + length))) covered.fill(1, at, at + length);
    }
  }
  const rest = Array.from(text, (unit, at) => (covered[at] === 1 ? '|' : unit)).join('');
  const bare = rest.replace(NO_THING, '|').replace(MEASURED, '|');
  const isThing = bare.split('|').some((piece) => RUN.test(piece) && piece.replace(SMALL, '').length >= 2);
  if (isThing) return 'thing';
  return hasFunction ? 'function' : 'nothing';
}
