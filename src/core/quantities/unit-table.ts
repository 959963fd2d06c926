/** Units of measurement as Chinese technical texts write them: the table. */

/** One unit, without exponent. */
export interface Atom {
  readonly key: string;
  /** Base symbols and their exponents. */
  readonly powers: Readonly<Record<string, number>>;
  readonly factor: number;
  readonly counts: boolean;
}

const PREFIXES: Readonly<Record<string, number>> = {
  p: 1e-12,
  n: 1e-9,
  μ: 1e-6,
  u: 1e-6,
  m: 1e-3,
  c: 1e-2,
  d: 1e-1,
  h: 1e2,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};
/** Symbol, base, factor, prefixes in use. */
const PREFIXED: readonly (readonly [string, string, number, string])[] = [
  ['m', 'm', 1, 'nμumcdk'],
  ['g', 'kg', 1e-3, 'nμumk'],
  ['s', 's', 1, 'nμum'],
  ['L', 'm3', 1e-3, 'μum'],
  ['l', 'm3', 1e-3, 'μum'],
  ['W', 'W', 1, 'nμumkMG'],
  ['Wh', 'J', 3600, 'mkMG'],
  ['J', 'J', 1, 'μumkMG'],
  ['eV', 'J', 1.602176634e-19, 'mkMG'],
  ['VA', 'VA', 1, 'kM'],
  ['V', 'V', 1, 'nμumk'],
  ['A', 'A', 1, 'pnμumk'],
  ['Ah', 'Ah', 1, 'mk'],
  ['Pa', 'Pa', 1, 'μumhkMG'],
  ['bar', 'Pa', 1e5, 'm'],
  ['N', 'N', 1, 'μumkM'],
  ['Hz', 'Hz', 1, 'mkMGT'],
  ['Ω', 'Ω', 1, 'μumkMG'],
  ['F', 'F', 1, 'pnμum'],
  ['T', 'T', 1, 'nμum'],
  ['S', 'S', 1, 'μumkMG'],
  ['mol', 'mol', 1, 'nμumk'],
  ['B', 'B', 1, 'kKMGT'],
  ['bps', 'bit/s', 1, 'kKMGT'],
];
/** Key, base, factor, other spellings. */
const UNITS = `
m m 1 米|公尺
km m 1000 千米|公里|㎞
dm m 0.1 分米
cm m 0.01 厘米|公分|㎝
mm m 0.001 毫米|㎜
μm m 1e-6 微米|㎛
丝 m 1e-5
nm m 1e-9 纳米|㎚
in m 0.0254 inch|inches|英寸|吋|寸
kg kg 1 千克|公斤|㎏
g kg 0.001 克
mg kg 1e-6 毫克|㎎
μg kg 1e-9 微克
t kg 1000 吨
斤 kg 0.5
s s 1 秒|秒钟
ms s 0.001 毫秒
μs s 1e-6 微秒
min s 60 分钟|mins
h s 3600 小时|个小时|hr|hrs
d s 86400 天
周 s 604800 星期
月 月 1 个月
年 月 12
W W 1 瓦|瓦特
kW W 1000 千瓦
MW W 1e6 兆瓦
GW W 1e9 吉瓦
mW W 0.001 毫瓦
μW W 1e-6 微瓦
kWh J 3.6e6 千瓦时|度电
V V 1 伏|伏特
kV V 1000 千伏
mV V 0.001 毫伏
A A 1 安|安培
mA A 0.001 毫安
Ah Ah 1 安时
mAh Ah 0.001 毫安时
Pa Pa 1 帕|帕斯卡
kPa Pa 1000 千帕
MPa Pa 1e6 兆帕
GPa Pa 1e9 吉帕
atm Pa 101325 大气压|个大气压
Torr Pa 133.322
mmHg Pa 133.322
psi Pa 6894.76
N N 1 牛|牛顿
kgf N 9.80665 公斤力|千克力
N·m N·m 1 Nm|牛米
kN N 1000 千牛
Hz Hz 1 赫|赫兹
kHz Hz 1000 千赫|千赫兹
MHz Hz 1e6 兆赫|兆赫兹
GHz Hz 1e9 吉赫|吉赫兹
Ω Ω 1 欧|欧姆|ohm
L m3 0.001 升|ℓ
mL m3 1e-6 毫升|㎖
m2 m2 1 平方米|平米|㎡
km2 m2 1e6 平方公里
cm2 m2 1e-4 平方厘米
mm2 m2 1e-6 平方毫米
m3 m3 1 立方米|立方|㎥
cm3 m3 1e-6 立方厘米|cc
亩 m2 666.6667
ha m2 1e4 公顷
Nm3 Nm3 1 标方|标准立方米
°C °C 1 ℃|摄氏度|度
K K 1 开尔文
% % 1 个%
‰ % 0.1
成 % 10
倍 % 100
ppm % 1e-4
ppb % 1e-7
百分点 百分点 1 个百分点
wt% wt% 1
vol% vol% 1
at% at% 1
mol% mol% 1
dB dB 1 分贝
deg deg 1 °
角分 deg 0.016666667 ′
角秒 deg 2.7777778e-4 ″|arcsec
rad rad 1 弧度
r r 1 转|圈
rpm r/s 0.016666667
元 元 1 块钱|RMB
目 目 1
HRC HRC 1
HRA HRA 1
HRB HRB 1
HV HV 1
HB HB 1 HBW
邵氏A 邵氏A 1 邵尔A|邵A
邵氏D 邵氏D 1 邵尔D|邵D
cP Pa·s 0.001
IU IU 1
CFU CFU 1 cfu
NTU NTU 1
lm lm 1 流明
lx lx 1 lux|勒克斯
cd cd 1
nit cd/m2 1 nits
bit bit 1 比特
px px 1 像素
fps 帧/s 1
帧 帧 1
次 次 1 cycles
模次 模次 1
循环 循环 1 个循环
`;
/** Units that count things: a number with one of them needs a comparator to be an indicator. */
const COUNTED =
  '台 套 件 个 张 人 人次 条 项 家 批 批次 点 层 片 颗 株 头 只 辆 列 组 班 户 种 类 位 路 通道 级 篇 座 个点 炉 袋 瓶 箱 步 轮 道 支 根 块 节 排 名 车 车次 株系 样本 例 处 场 单 门 面 孔 代 字';

/** Units by every spelling. */
export const ATOMS = new Map<string, Atom>();
/** Spellings in the wrong case (KW, Mpa, HZ); those that could mean two units are not guessed. */
export const FOLDED = new Map<string, Atom | undefined>();
/** Characters of the longest unit that begins with a character, of those that are no Latin words. */
const longest = new Map<number, number>();

function powersOf(base: string): Record<string, number> {
  const powers: Record<string, number> = {};
  base.split('/').forEach((part, i) => {
    for (const name of part.split('·')) {
      const [, symbol = name, exponent = '1'] = /^(m|cm)([23])$/.exec(name) ?? [];
      powers[symbol] = (i === 0 ? 1 : -1) * Number(exponent);
    }
  });
  return powers;
}

function define(name: string, atom: Atom): void {
  if (!ATOMS.has(name)) ATOMS.set(name, atom);
  const first = name.charCodeAt(0);
  if (!isLatin(first)) longest.set(first, Math.max(longest.get(first) ?? 0, name.length));
}

for (const line of UNITS.trim().split('\n')) {
  const [key = '', base = '', factor = '1', names = ''] = line.split(' ');
  const atom: Atom = { key, powers: powersOf(base), factor: Number(factor), counts: false };
  for (const name of [key, ...names.split('|')]) if (name !== '') define(name, atom);
}
for (const [symbol, base, factor, prefixes] of PREFIXED) {
  for (const prefix of ['', ...prefixes]) {
    const key = prefix.replace('u', 'μ') + symbol.replace('l', 'L');
    define(prefix + symbol, {
      key,
      powers: powersOf(base),
      factor: factor * (PREFIXES[prefix] ?? 1),
      counts: false,
    });
  }
}
// 4S, 5S are no conductances.
ATOMS.delete('S');
for (const name of COUNTED.split(' ')) {
  define(name, { key: name, powers: { [name]: 1 }, factor: 1, counts: true });
}
/** Of two units that differ in case only, the one that wrong case is taken for. */
const PREFERRED = ['MPa', 'MW', 'mm', 'mg', 'mL', 'mV', 'mA', 'mAh', 'ms', 'MHz', 'MB', 'MJ', 'kB', 'MΩ'];
for (const [name, atom] of ATOMS) {
  const folded = name.toLowerCase();
  if (name.length < 2 || !isLatin(name.charCodeAt(0))) continue;
  const known = FOLDED.get(folded);
  if (!FOLDED.has(folded)) FOLDED.set(folded, atom);
  else if (known?.key !== atom.key) FOLDED.set(folded, undefined);
}
for (const key of PREFERRED) FOLDED.set(key.toLowerCase(), ATOMS.get(key));

/** A–Z, a–z and the Greek letters that units are written with. */
export function isLatin(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x3bc || unit === 0x3a9;
}

/** The first UTF-16 units of the units that are written in other letters than Latin ones. */
export function wordBeginnings(): Iterable<number> {
  return longest.keys();
}

/** Characters of the longest unit that is no Latin word and begins with a character; 0 where none does. */
export function longestWordFrom(first: number): number {
  return longest.get(first) ?? 0;
}

/** Units that begin other words, with what follows there: 成品, 倍频, 元素, 年代. */
export const OTHER_WORDS: Readonly<Record<string, string>> = {
  成: '品本分果型形立熟套员长都为功交就活像膜份',
  倍: '频率增数',
  元: '素件器组旦',
  年: '代轮',
  天: '然线津',
  周: '期边围转年',
  转: '化让移换动子运速矩向录',
  升: '级降压温',
  克: '服隆',
  安: '全装排',
  米: '饭粒色',
  目: '前标的录',
  度: '量过',
  丝: '杠束素绸网线锭印蛋绒织带',
  寸: '口进',
  度电: '量压流池机能网',
  次: '要品级序日',
  处: '理于置',
  点: '火焊云胶',
  级: '别',
  人: '员工才体',
  条: '件纹',
  层: '面次',
  面: '积向对',
  代: '替码表',
  字: '段',
  排: '放水气',
  类: '型别似',
  位: '置于移',
  步: '骤进',
  项: '目',
  家: '庭具',
  单: '元位个',
  孔: '径隙',
};
