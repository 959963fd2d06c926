/**
 * Room `core/chains`: which industry chains a record belongs to, and what speaks for each.
 * Begin: `tagger.ts`; the coefficients are in `model.ts`.
 * Order: knows terms and lexicon.
 */

/**
 * Words of titles that speak beside a chain: they name its objects, but make nothing for it. Clinical practice and
 * medical research tell of patients; teaching, law, markets and the humanities tell of people.
 */
export const BESIDE_WORDS: readonly string[] = `
临床研究 临床应用 临床观察 疗效 诊疗 诊治 患者 术后 手术 护理 围手术期 预后 随访 病例 流行病学 发病 发病率
危险因素 易感性 多态性 并发症 循证 治疗中的应用 病人 临床 筛查 诊断价值 儿童 孕妇 老年人 人群 损伤 信号通路
教学 课程 课堂 课件 教材 教改 思政 高职 小学 中学 幼儿园 就业 人才培养 通识
法律 法规 立法 司法 侵权 著作权 专有权 民法 刑法 诉讼 监管制度 政策 政治 治理体系
舆情 舆论 营销 口碑 广告 品牌 消费者 顾客 游客 投诉 意愿 满意度 商业模式 经济学 汇率 电价机制 股权 会计 国际比较
伦理 叙事 隐喻 语言学 哲学 美学 艺术 文化符号 考古 遗产 文创 人文 历史 民俗 社会评价 职工安置 移民安置 风险感知 问卷调查
`
  .trim()
  .split(/\s+/);

/** By the unit that they begin with. */
const byFirst = new Map<number, string[]>();
for (const word of BESIDE_WORDS) {
  const first = word.charCodeAt(0);
  byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
}

/** How many of the words stand in a text. */
export function besideWordsIn(text: string): number {
  let found: Set<string> | undefined;
  for (let at = 0; at < text.length; at++) {
    for (const word of byFirst.get(text.charCodeAt(at)) ?? []) {
      if (text.startsWith(word, at)) found = (found ?? new Set<string>()).add(word);
    }
  }
  return found?.size ?? 0;
}
