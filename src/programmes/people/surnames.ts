/** Surnames of Chinese names, common ones and those of the Hundred Family Surnames that are no ordinary words before names. */

const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖闫覃佟岳帅亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳仝代付兰肇覃初修都苑荀邸冼植展芦淳亓仉训衣迟隋撒闪';
const DOUBLE =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 完颜 纳兰 爱新觉罗';
const SINGLES: ReadonlySet<string> = new Set(SINGLE);
const DOUBLES: ReadonlySet<string> = new Set(DOUBLE.split(' '));

/** Whether a word is a surname of two characters or more: 欧阳. */
export function isLongSurname(word: string): boolean {
  return DOUBLES.has(word);
}

/** Whether a name is written as most Chinese ones: a surname, then one or two characters. O(1). */
export function isChineseName(name: string): boolean {
  const { length } = name;
  if (DOUBLES.has(name.slice(0, 2))) return length === 3 || length === 4;
  // Two surnames of one name: 王李文静.
  const isDoubled = length === 4 && SINGLES.has(name[1]!) && !/[和与及]/.test(name[1]!);
  return SINGLES.has(name[0]!) && (length === 2 || length === 3 || isDoubled);
}
