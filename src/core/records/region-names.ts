/**
 * Names of GB/T 2260 regions that reasons mention: all provinces, and the cities of Liaoning and Shandong, where the
 * library's first users work. Other codes are shown as they are.
 */
const NAMES = new Map<string, readonly [zh: string, en: string]>(
  Object.entries({
    11: ['北京市', 'Beijing'],
    12: ['天津市', 'Tianjin'],
    13: ['河北省', 'Hebei'],
    14: ['山西省', 'Shanxi'],
    15: ['内蒙古自治区', 'Inner Mongolia'],
    21: ['辽宁省', 'Liaoning'],
    22: ['吉林省', 'Jilin'],
    23: ['黑龙江省', 'Heilongjiang'],
    31: ['上海市', 'Shanghai'],
    32: ['江苏省', 'Jiangsu'],
    33: ['浙江省', 'Zhejiang'],
    34: ['安徽省', 'Anhui'],
    35: ['福建省', 'Fujian'],
    36: ['江西省', 'Jiangxi'],
    37: ['山东省', 'Shandong'],
    41: ['河南省', 'Henan'],
    42: ['湖北省', 'Hubei'],
    43: ['湖南省', 'Hunan'],
    44: ['广东省', 'Guangdong'],
    45: ['广西壮族自治区', 'Guangxi'],
    46: ['海南省', 'Hainan'],
    50: ['重庆市', 'Chongqing'],
    51: ['四川省', 'Sichuan'],
    52: ['贵州省', 'Guizhou'],
    53: ['云南省', 'Yunnan'],
    54: ['西藏自治区', 'Tibet'],
    61: ['陕西省', 'Shaanxi'],
    62: ['甘肃省', 'Gansu'],
    63: ['青海省', 'Qinghai'],
    64: ['宁夏回族自治区', 'Ningxia'],
    65: ['新疆维吾尔自治区', 'Xinjiang'],
    71: ['台湾省', 'Taiwan'],
    81: ['香港特别行政区', 'Hong Kong'],
    82: ['澳门特别行政区', 'Macao'],
    2101: ['沈阳市', 'Shenyang'],
    2102: ['大连市', 'Dalian'],
    2103: ['鞍山市', 'Anshan'],
    2104: ['抚顺市', 'Fushun'],
    2105: ['本溪市', 'Benxi'],
    2106: ['丹东市', 'Dandong'],
    2107: ['锦州市', 'Jinzhou'],
    2108: ['营口市', 'Yingkou'],
    2109: ['阜新市', 'Fuxin'],
    2110: ['辽阳市', 'Liaoyang'],
    2111: ['盘锦市', 'Panjin'],
    2112: ['铁岭市', 'Tieling'],
    2113: ['朝阳市', 'Chaoyang'],
    2114: ['葫芦岛市', 'Huludao'],
    3701: ['济南市', 'Jinan'],
    3702: ['青岛市', 'Qingdao'],
    3703: ['淄博市', 'Zibo'],
    3704: ['枣庄市', 'Zaozhuang'],
    3705: ['东营市', 'Dongying'],
    3706: ['烟台市', 'Yantai'],
    3707: ['潍坊市', 'Weifang'],
    3708: ['济宁市', 'Jining'],
    3709: ['泰安市', "Tai'an"],
    3710: ['威海市', 'Weihai'],
    3711: ['日照市', 'Rizhao'],
    3713: ['临沂市', 'Linyi'],
    3714: ['德州市', 'Dezhou'],
    3715: ['聊城市', 'Liaocheng'],
    3716: ['滨州市', 'Binzhou'],
    3717: ['菏泽市', 'Heze'],
  }),
);

/** Name of a region key in Chinese and English; of a county the name of its city, of an unknown key the key. */
export function regionName(key: string): { readonly zh: string; readonly en: string } {
  const name = NAMES.get(key) ?? (/^\d{6}$/.test(key) ? NAMES.get(key.slice(0, 4)) : undefined);
  return name === undefined ? { zh: key, en: key } : { zh: name[0], en: name[1] };
}

/** What a region is called without what kind of region it is: 辽宁省 → 辽宁, 内蒙古自治区 → 内蒙古. */
const KIND = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/;

/** Every known region key with what people call it: the full name, the short one, and the English one. */
export const REGION_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  [...NAMES].map(([key, [zh, en]]) => [key, [zh, zh.replace(KIND, ''), en]]),
);
