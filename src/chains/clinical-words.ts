/** Words of clinical practice and medical research: they tell of patients and methods, not of a product. */
export const CLINICAL_WORDS: readonly string[] = `
临床研究 临床应用 临床观察 疗效 诊疗 诊治 患者 术后 手术 护理 围手术期 预后 随访 病例 流行病学 发病 发病率
危险因素 易感性 多态性 并发症 循证 治疗中的应用 病人 临床 筛查 诊断价值 儿童 孕妇 老年人 人群 损伤 信号通路
`
  .trim()
  .split(/\s+/);
