import { betterWhen } from './polarity.ts';
import type { QuantifiedIndicator } from './types.ts';

/**
 * What a range is asked for as. `covers`: all of it must be served (工作温度-40～85℃): an offer is to contain it.
 * `within`: nothing may leave it (误差, 含量0.1～0.3%): an offer is to lie inside. `at-least`, `at-most`: one end is a
 * bound and beyond the other is better still (寿命5～8年).
 */
export type RangeUse = 'covers' | 'within' | 'at-least' | 'at-most';

/** What absorbs a deviation has to take all of it: 适应工件偏差±3mm. */
const ABSORBS = /适应|容忍|耐受|承受|(?:补偿|纠正|校正|调整)(?:量|范围|.{0,4}偏差)$/;
/** … but how well it does is a deviation again: 可补偿误差的精度. */
const HOW_WELL = /精度|精准度|准确度|残差$/;
/** How far a value may be off, or values apart: an offer may be off by no more. */
export const DEVIATION = /误差|偏差|精度|波动|均匀|温差|公差|不确定度|稳定性|稳定度|重复性|一致性|偏移|漂移/;
const TOLERANCE = /允差|色差|极差|跳动|纹波|畸变|平面度|圆度|直线度|同轴度|垂直度|平行度/;
/** In what surroundings, or on what supply, a thing is to work or to be kept … */
const CONDITION =
  /(?:工作|使用|运行|服役|启动|储存|贮存|存储|存放|保存|运输|环境|适用|应用|输入|供电|电源|耐).{0,4}(?:温度?|湿度|温湿度|压力?|气压|电压|频率|海拔|水深|深度|风速|负荷|转速|流量|盐度|浓度|酸碱度|ph值?|环境)(?:区间|范围)?$/i;
/** What something is made for, or can be done with it. A 可 before such words is no part of a name. */
const MADE_FOR =
  /适用|适配|适合|兼容|支持|覆盖|(?:加工|处理|夹持|抓取|切割|焊接|打印|喷涂|输送|测量|检测|识别)(?:工件|对象)?(?:直径|厚度|板厚|宽度|长度|高度|深度|尺寸|孔径|管径|粒径|距离|重量)$/;
/** How far an instrument or a machine reaches. */
const REACH =
  /量程|测程|行程范围|(?:测量|测温|测距|测速|测厚|检测|探测|监测|测试|扫描|显示|计量|分析|响应|识别|传感|作业|加工|调节|可调|调速|变速|变频|控制|设定|输出|转速|速度|扭矩|频率|波长|光谱|电压|电流|功率|流量|压力|温度|湿度|变焦|负荷|负载|载荷|工作|使用)(?:的)?(?:范围|区间)$/;
/** Supply and frequency bands are what a device must cope with, whoever names them … */
const BAND = /电压(?:范围)?(?:ac|dc)?$|频率$|频段$|频带$|波段$/i;
/** … but these are properties of a thing, or happen to it. */
const NO_BAND = /开路|击穿|阈值|残余|饱和|故障|失效|维护|检修|更换|发生|固有|共振|谐振/;
/** How something is made: a plant's window, which a process is to keep to. */
const PROCESS =
  /(?:反应|烧成|烧结|焙烧|煅烧|热处理|退火|淬火|回火|加热|固化|干燥|烘干|成[型形]|焊接|熔炼|浇注|发酵|培养|灭菌|蒸煮|水解|合成)(?:温度|压力|时间|湿度)$/;
/** What something is made of or like: a window that the product is to hit. */
const PRODUCT =
  /含量|成分|组分|组成|配比|占比|含.{1,4}[量率]|水分|灰分|硬度|密度|[粘黏]度|粒径|粒度|细度|目数|色度|酸碱度|(?:涂|镀|膜|覆|渗|镀锌|氧化)层?厚|层厚|ph值?$/i;
/** Words between name and number by which a value is to be kept inside: 控制在20～25℃. */
const KEPT = /控制|保持|维持|稳定在|限制在|限定在/;

/**
 * What a range of a quantity is asked for as, by general words of its name; nothing where these do not tell (炉温, 厚度).
 * Words that keep a value inside go first, then what is absorbed, then deviations, then conditions of use and reach, then
 * how something is made and what it is like; a quantity of which more or less is better is bounded at one end (功率密度,
 * though a density else is what a product is like). The table is our proposal. Looks at a bounded number of characters.
 */
export function rangeUse({
  name = '',
  raw,
}: Pick<QuantifiedIndicator, 'name' | 'raw'>): RangeUse | undefined {
  const called = name.slice(-LONGEST).trim();
  if (raw.startsWith(name) && KEPT.test(raw.slice(name.length, name.length + LONGEST))) return 'within';
  if (ABSORBS.test(called) && !HOW_WELL.test(called)) return 'covers';
  if (DEVIATION.test(called) || TOLERANCE.test(called)) return 'within';
  if (CONDITION.test(called) || REACH.test(called)) return 'covers';
  const better = betterWhen(called);
  if (better === undefined && MADE_FOR.test(called)) return 'covers';
  if (BAND.test(called) && !NO_BAND.test(called)) return 'covers';
  if (PROCESS.test(called) || (PRODUCT.test(called) && !RATED.test(called))) return 'within';
  if (better === undefined) return undefined;
  return better === 'higher' ? 'at-least' : 'at-most';
}

/** Densities and shares of which more or less is better. */
const RATED = /(?:功率|能量|电流|容量)密度|残留|去除|脱除|回收|利用/;

/** Longest end of a name that is looked at, in UTF-16 units. */
const LONGEST = 24;
