import { withoutEnd } from '../../base/ends.ts';

/**
 * What the head of a title says that a thing is there for, where it is not there to solve a problem by itself: it
 * measures or detects (六价铬在线分析仪), or it manages (仓储管理系统). The head stands at the end, before words of form
 * (方法, 装置, 及其应用): 视觉检测工位用环形光源 is a light.
 */
export const PURPOSES = ['measure', 'manage'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The purpose of a title, and the words that tell it. Places in UTF-16 units, end exclusive. */
export interface ReadPurpose {
  readonly purpose: Purpose;
  readonly start: number;
  readonly end: number;
}

const FORM =
  '(?:方法|装置|系统|设备|仪器?|技术|机器人|机|台|箱|柜|模块|算法|模型|方案|工艺|工具箱?|软件|平台|试剂盒?|试纸|芯片|传感器|探头|标准|规程|规范|及其?应用|与应用|应用|的?研究|研制|开发|一体化?|成套|\\(.{0,12}\\))';
const MEASURES =
  '(?:检测|检验|监测|监控|测定|测量|测试|化验|探测|识别|辨识|诊断|评定|评价|评估|鉴定|鉴别|巡检|探伤|计量|检出|筛查|预测|预报|标定|分析|表征|成像|可视化)';
/** 分析仪, 厚度计: what ends so measures, whatever stands before it. */
const METERS =
  '(?:(?:分析仪|测定仪|检测仪|测试仪|监测仪|光谱仪|色谱仪|测厚仪|探伤仪|显微镜|传感器|检测线|流量计|浓度计|试剂盒|试纸))';
const MANAGES =
  '(?:(?:管理|追溯|溯源|收费|计费|调度|考勤|预约|档案|监管|电子化|信息化?|数字化|远程会诊|交易|服务)(?:与[^,;，；。\\s]{1,6})?(?:系统|平台|软件|体系|系统平台)|数据库|技术规程|操作规程|培训课程|综述)';

interface Head {
  readonly purpose: Purpose;
  /** One character of every word of the head: most titles hold none, and the whole pattern is large. */
  readonly sign: RegExp;
  readonly words: RegExp;
}

const TITLE: readonly Head[] = [
  {
    purpose: 'measure',
    sign: /[检测监验识诊评鉴探计筛预标析征像视谱微感剂纸]/,
    words: new RegExp(`(?:${MEASURES}${FORM}{0,3}|${METERS}${FORM}{0,2})$`),
  },
  {
    purpose: 'manage',
    sign: /[管溯费调考预档监电信数远交服程训综]/,
    words: new RegExp(`${MANAGES}${FORM}{0,2}$`),
  },
];

/** What a demand says that asks for one of them, or leaves it open. */
const ASKS: Readonly<Record<Purpose, RegExp>> = {
  measure:
    /检|测|监|识别|辨|诊断|评定|评价|评估|鉴|巡|探|计量|筛查|预报|预警|报警|告警|标定|分析|成像|传感|仪|看不[见清到出]|看得|发现|知道|分不[清出]|挑[出不拣]|判断|判定|找不[到出]|查不?出|盯着|准不准|不准|精准|精度|追溯|认不|视觉|显微|智能|数据|在线/,
  manage:
    /管理|平台|系统|软件|追溯|溯源|信息|数字|网络|调度|数据|智能|考勤|监管|电子|远程|规程|标准|培训|预约|服务/,
};

/** Longest end of a title that is looked at. */
const WINDOW = 40;

/** What a normalised title says that its thing is there for; nothing for what solves, makes or is something. O(1). */
export function purposeOf(title: string): ReadPurpose | undefined {
  const text = withoutEnd(title.trimEnd(), (char) => '。.!！'.includes(char));
  const from = Math.max(0, text.length - WINDOW);
  const tail = text.slice(from);
  for (const { purpose, sign, words } of TITLE) {
    const found = sign.test(tail) ? words.exec(tail) : null;
    if (found !== null)
      return { purpose, start: from + found.index, end: from + found.index + found[0].length };
  }
  return undefined;
}

/** Whether a normalised text asks for a purpose, or may. O(length). */
export function asksFor(text: string, purpose: Purpose): boolean {
  return ASKS[purpose].test(text);
}
