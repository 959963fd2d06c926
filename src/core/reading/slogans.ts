import { WordFinder } from '../lexicon/word-finder.ts';

/** Words of programmes and speeches. They name no technology: 赋能, 高质量发展, 千亿级. */
export const SLOGANS =
  '高质量发展 新质生产力 引领下 引领 赋能 助力 数字化转型 数智化 数智赋能 智能化改造 转型升级 提质增效 降本增效 产业升级 产业化 绿色升级 绿色低碳 绿色发展 低碳发展 循环发展 可持续发展 产业集群 产业链 全产业链 千亿级 百亿级 万亿级 双碳目标 双碳战略 双碳 碳达峰碳中和 自主可控 国产替代 国产化替代 进口替代 卡脖子 补短板 锻长板 强链 补链 延链 固链 强基 专精特新 小巨人 高端绿色 高端化 现代化 先进基础材料 新兴产业 战略性新兴产业 未来产业 传统产业 特色产业 支柱产业 乡村振兴 产业振兴 提档升级 创新驱动 科技创新 产业创新 集成创新 融合创新 协同创新 创新发展 融合发展 核心技术 关键共性 标杆 打造 背景下 指引下 可复制 可推广 体系建设 综合服务 国际领先 国内领先 行业领先 世界一流 一流 高水平 两化融合 数字经济 低空经济 海洋经济 大健康 示范应用 示范推广 攻关'.split(
    ' ',
  );

/** Words that name a technology or praise one, as the company they keep tells: 智能制造 beside 赋能 names none. */
export const FASHIONS =
  '高质量 绿色制造 绿色智能制造 智能制造 智能化 绿色化 数字化 信息化 一体化 规模化 集群 供应链 碳达峰 碳中和 首台套 高端装备 高端智能 高端 先进制造 先进材料 新材料 现代农业 智慧农业 高效 节能 低碳 环保 绿色 安全 可靠 便捷 智慧 智能 高性能 新型 先进 新一代 核心 关键 共性 重大 重点 一批 推动 推进 构建 加快 促进 实现 支撑 服务 面向 形成 战略 体系 建设 能力 全面 工业互联网 人工智能 互联网+ 人工智能+'.split(
    ' ',
  );

/** Where slogans stand in a text. */
export interface SloganPlaces {
  /** 1 for each unit of a slogan or a word of fashion. */
  readonly covered: Uint8Array;
  /** Whether one of them is a slogan. */
  readonly isTold: boolean;
}

let finder: WordFinder | undefined;
let slogans: ReadonlySet<string> | undefined;

/** The slogans and words of fashion of a normalised text; nothing where it has none. O(length). */
export function slogansIn(text: string): SloganPlaces | undefined {
  finder ??= new WordFinder([...SLOGANS, ...FASHIONS]);
  slogans ??= new Set(SLOGANS);
  const found = finder.segment(text);
  if (found.length === 0) return undefined;
  const covered = new Uint8Array(text.length);
  let isTold = false;
  for (const { word, start, end } of found) {
    covered.fill(1, start, end);
    isTold ||= slogans.has(word);
  }
  return { covered, isTold };
}
