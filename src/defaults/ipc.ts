import type { Chain } from '../core/records/taxonomy.ts';

/**
 * Parts of the International Patent Classification → chains of the default taxonomy, each with how strongly a patent
 * there speaks for the chain: 3 settles it, 2 is strong, 1 is a hint. The narrowest part that holds a
 * symbol speaks. Behind the second stroke stands what the part holds, in words of ours.
 *
 * Sources: the symbols and what they hold are facts of the IPC, edition 2026.01 (WIPO, www.wipo.int/classifications/ipc;
 * an international agreement, Strasbourg 1971). Which parts belong to an industry follows the kind of table that CNIPA
 * published for the strategic emerging industries (战略性新兴产业分类与国际专利分类参照关系表 (2021)(试行),
 * 国知办函规字〔2021〕121号; a document of an administrative organ, without copyright by article 5 of the Copyright Law of
 * the PRC). Only its part on artificial intelligence (G06N, G06F 40, …) was compared with; the chains here are not its
 * industries, and their assignment is a proposal of this project. No title is copied from either.
 */
const TABLE = `
A01B, A01C, A01D, A01F | SY25:3 | 整地、播种、收获、农业机械
A01G | SY25:3 | 园艺、栽培、林业、浇水、温室
A01H | SY25:3 | 植物育种、组织培养
A01J | SY26:2 SY25:1 | 乳制品制造、挤奶
A01K | SY25:3 | 畜牧、养殖、饲养、水产、养蜂
A01M | SY25:2 | 捕虫、除草、喷药
A01N | SY25:2 SY24:1 | 杀虫剂、除草剂、植物生长调节
A01P | SY25:2 | 农药活性
A21, A22, A23 | SY26:3 | 焙烤、面团、屠宰、肉类加工、食品、饮料
A23K | SY25:3 | 饲料
A23N 17 | SY25:2 | 饲料加工设备
A24 | SY26:1 | 烟草
A61B, A61F, A61G, A61M, A61N | SY10:3 | 诊断、手术、假体、医用输液、电疗、放射治疗
A61B 34 | SY10:3 SY04:1 | 手术机器人
A61C | SY10:3 | 牙科
A61H, A61J, A61L | SY10:2 | 理疗、医用容器、消毒、植入材料
A61J 3 | SY23:2 | 制剂成型
A61L 2, A61L 9 | SY10:1 SY27:1 | 灭菌、空气消毒
A61K | SY23:3 | 医用配制品、药物、中药、制剂
A61K 6 | SY10:2 | 牙科材料
A61K 8, A61Q | SY24:2 | 化妆品
A61P | SY23:3 | 药物治疗活性
A62D 3 | SY27:2 | 有害化学物无害化
B01D 53 | SY27:3 | 废气净化、脱硫、脱硝、吸附
B01D 61-71 | SY27:2 SY15:1 SY24:1 | 半透膜、膜分离
B01D | SY27:1 SY24:1 | 过滤、蒸馏、结晶、分离
B01F | SY24:1 SY11:1 | 混合、搅拌
B01J 19 | SY24:2 | 化学反应器
B01J 20 | SY27:1 SY24:1 SY15:1 | 吸附剂
B01J 21-38 | SY24:2 | 催化剂
B01L | SY10:1 | 实验室器皿、微流控
B02C, B03 | SY11:2 SY16:1 | 破碎、粉磨、选矿、浮选
B03C 3 | SY27:2 | 电除尘
B04 | SY11:1 | 离心机
B05B | SY05:1 | 喷射、喷涂设备
B05C, B05D | SY15:1 SY05:1 | 涂布
B06B | SY21:1 | 超声换能
B07 | SY11:1 | 筛分、分选
B08B | SY05:1 | 清洁
B09B | SY27:3 | 固体废物处理
B09C | SY27:3 | 污染土壤修复
B21 | SY16:2 SY05:1 | 金属轧制、锻造、拉拔、冲压
B21B | SY16:3 | 轧制、轧机
B22D | SY16:2 | 铸造、连铸、压铸
B22C | SY16:1 SY05:1 | 铸型
B22F 10, B22F 12, B22F 3/105 | SY08:3 | 金属粉末增材制造
B22F | SY15:2 SY16:1 | 粉末冶金、金属粉末
B33Y, B29C 64 | SY08:3 | 增材制造、三维打印
B23B, B23C, B23D, B23F, B23G, B23Q, B24B | SY07:3 | 车削、镗孔、铣削、齿轮加工、机床、磨削、抛光
B23H | SY07:2 | 电火花加工、电解加工
B23K 26 | SY21:2 SY05:1 | 激光加工
B23K | SY05:2 | 焊接、钎焊
B23P | SY05:2 | 装配、组合加工
B24C | SY05:1 | 喷砂
B25J | SY04:3 | 机器人、机械手、操作臂
B25B, B25H | SY05:1 | 夹紧、工装
B26, B27, B28B | SY05:1 | 切割、木材加工、坯体成型
B29 | SY15:1 SY24:1 | 塑料成型、注塑、挤出、模压
B30B | SY11:2 | 压力机
B32B | SY15:2 | 层状材料、复合板
B60, B62D | SY09:3 | 车辆、车身、悬架、座椅、转向
B60L 50-58 | SY09:3 SY13:2 | 电动车辆牵引、充电、电池管理
B60L 9, B60L 15 | SY09:2 SY11:1 | 牵引控制
B60W, B60T, B60K | SY09:3 | 驾驶控制、制动、动力总成、混合动力
B61 | SY11:3 | 铁路车辆、机车、转向架、轨道信号
B60M | SY11:3 | 接触网、供电轨
B62J, B62K, B62M | SY09:1 | 自行车、摩托车
B63 | SY11:2 | 船舶
B63G 8, B63C 11 | SY04:2 | 水下航行器
B64C, B64D, B64F | SY01:3 SY12:1 | 飞机、机翼、机身、起落架、航空设备、飞机装配
B64C 27, B64C 29 | SY12:2 SY01:2 | 直升机、旋翼机、垂直起降
B64C 39, B64U | SY12:3 | 无人机、多旋翼
B64B | SY12:3 | 浮空器、飞艇
B64G | SY01:2 | 航天器、卫星
B65B, B65C | SY05:1 SY26:1 | 包装机械
B65G | SY05:2 | 输送、仓储、搬运、堆垛
B65F | SY27:2 | 垃圾收集
B66 | SY11:2 | 起重机、电梯、卷扬
B81, B82 | SY15:2 SY17:1 | 微结构、纳米材料
C01B 3 | SY22:3 | 制氢、合成气
C01B 32 | SY15:3 | 碳材料、石墨烯、碳纳米管
C01 | SY24:2 SY15:1 | 无机化学、无机盐、氧化物
C01D 15 | SY13:2 SY24:1 | 锂化合物
C01G 53, C01G 45, C01B 25/45 | SY13:2 | 镍钴锰氧化物、磷酸铁锂
C01F 17 | SY15:2 SY16:1 | 稀土化合物
C02F | SY27:3 | 水处理、污水、污泥
C03 | SY15:2 | 玻璃
C03B 37, C03C 13, C03C 25 | SY15:2 SY21:1 | 玻璃纤维、光纤预制棒
C04B | SY15:3 | 陶瓷、水泥、混凝土
C04B 33/132-33/138, C04B 18, C04B 7/24-7/30 | SY27:2 SY15:2 | 固废制砖、废渣建材
C04B 35/66 | SY16:2 SY15:2 | 耐火材料
C05 | SY25:3 SY24:1 | 肥料
C05F | SY25:2 SY27:2 | 有机肥、废料堆肥
C06 | SY24:1 | 炸药
C07 | SY24:3 | 有机化学、烃、酯、杂环化合物
C07D, C07H | SY23:2 SY24:2 | 杂环、药物中间体、核苷
C07J, C07K | SY23:3 | 甾体、多肽、抗体
C08 | SY24:2 SY15:2 | 高分子、树脂、橡胶、聚合物
C08B | SY24:1 SY26:1 SY23:1 | 多糖、淀粉
C09 | SY24:3 | 染料、涂料、胶粘剂
C09K 11 | SY15:2 SY21:1 | 发光材料
C09K 8 | SY24:2 SY22:1 | 钻井液、压裂液
C10 | SY24:3 | 石油、燃料、焦化、润滑剂
C10J | SY22:3 | 煤气化、生物质气化
C10L 5 | SY22:2 SY27:1 | 固体燃料、生物质燃料
C11 | SY24:2 SY26:1 | 油脂、洗涤剂
C11B | SY26:2 | 油脂提取
C12C, C12G, C12H, C12J | SY26:3 | 啤酒、酒、醋
C12M, C12N, C12P, C12Q | SY23:3 | 微生物、酶、基因工程、发酵、检测方法
C12N 15/82 | SY25:3 | 植物转基因
C12Q 1/6888, C12Q 1/6895 | SY25:2 SY23:1 | 动植物分子标记
C13 | SY26:3 | 制糖
C14 | SY24:1 | 皮革
C21, C22B, C22C | SY16:3 | 炼铁、炼钢、热处理、冶炼、合金
C21B 15 | SY16:3 | 直接还原
C22B 7 | SY27:3 SY16:1 | 废料回收金属
C22B 26 | SY13:1 SY16:1 | 提锂
C22C 1, C22C 5-32 | SY15:3 SY16:1 | 有色合金、铝合金、钛合金、高温合金
C22C 19 | SY15:2 SY16:2 SY02:1 | 镍基合金
C22C 33-38 | SY16:3 | 钢、铁合金
C22C 47, C22C 49 | SY15:3 | 金属基复合材料
C22C 45 | SY15:3 | 非晶合金
C22F | SY15:2 SY16:1 | 有色金属热处理
C23 | SY15:2 | 镀覆、渗碳、防腐、表面处理
C23C 14, C23C 16 | SY15:2 SY06:2 | 真空镀膜、气相沉积
C23C 4 | SY15:2 SY03:1 | 热喷涂、热障涂层
C23C 24/10 | SY08:2 | 激光熔覆
C25B | SY22:2 SY24:1 | 电解水制氢、电解制备
C25C | SY16:2 | 电解冶金
C25D | SY15:2 | 电镀、阳极氧化
C30 | SY15:3 | 单晶生长、晶体
C40B | SY23:1 | 组合化学
D01, D02, D03, D04, D06 | SY15:1 | 纤维、纺织、织物
D01F | SY15:3 | 化学纤维、碳纤维
D21 | SY24:1 | 造纸
E01B | SY11:2 | 铁路轨道
E01H | SY27:1 | 清扫
E02F | SY11:3 | 挖掘机
E03F | SY27:1 | 排水
E21B | SY11:2 SY22:1 | 钻井、油气开采
E21C, E21D, E21F | SY11:2 | 采矿、掘进、矿井
E21D 9 | SY11:3 | 盾构、隧道
F01D | SY03:2 SY02:2 SY14:1 | 汽轮机、透平、叶片
F01K | SY14:2 SY22:1 SY03:1 | 蒸汽动力、联合循环
F02C | SY03:3 SY02:2 | 燃气轮机、燃气透平
F02K | SY02:3 | 喷气推进、涡扇
F23R | SY03:3 SY02:2 | 燃烧室、火焰筒
F01L, F01M, F01N, F01P, F02B, F02D, F02F, F02M, F02N, F02P | SY09:2 | 内燃机、发动机、排气、喷油
F03B | SY14:2 SY22:2 | 水轮机
F03D | SY22:3 | 风力发电、风电机组
F03G | SY22:2 | 太阳能、地热动力
F04 | SY11:3 | 泵、压缩机、风机
F04B 37, F04D 19/04 | SY11:2 SY06:1 | 真空泵
F15 | SY11:2 | 液压、气动
F16C | SY11:2 SY07:1 | 轴承
F16D | SY09:2 SY11:1 | 离合器、制动器
F16H | SY11:1 SY09:1 SY07:1 SY04:1 | 齿轮、减速器、传动
F16J, F16L | SY11:1 | 密封、管道
F16K | SY11:2 | 阀门
F17C | SY22:1 SY11:1 | 储气、储氢
F17D | SY11:1 | 管道输送
F21 | SY21:2 | 照明、灯具
F22 | SY14:1 SY22:1 SY03:1 | 锅炉、蒸汽发生
F23 | SY27:1 SY22:1 SY03:1 | 燃烧器、燃烧
F23G | SY27:3 | 垃圾焚烧
F23J | SY27:2 | 烟气处理
F24S | SY22:3 | 太阳能集热
F24T | SY22:3 | 地热
F24D, F24F | SY27:1 | 供暖、空调、通风
F25 | SY27:1 SY11:1 | 制冷、热泵、空分
F26B | SY26:1 SY11:1 | 干燥
F27 | SY16:2 | 窑炉、工业炉
F27D 17 | SY27:2 SY16:1 | 余热利用
F28 | SY27:1 SY11:1 | 换热器
G01B, G01D, G01F, G01G, G01H, G01K, G01L, G01P | SY05:2 | 测量、传感器、仪表、流量、压力、测温
G01C | SY21:1 SY12:1 | 导航、测绘、陀螺
G01J, G02 | SY21:3 | 光谱、光学、镜头、光纤、液晶
G01M | SY05:2 | 机器测试、平衡、泄漏
G01M 13, G01M 15 | SY05:2 | 轴承、齿轮、发动机试验
G01M 17 | SY09:2 SY11:1 | 车辆试验
G01N | SY05:1 | 材料分析、检测
G01N 21 | SY21:2 SY05:1 | 光学检测
G01N 33/48-33/98 | SY23:2 SY10:2 | 生物检测、免疫测定
G01R | SY14:2 | 电测量
G01R 31/36-31/396 | SY13:3 | 电池检测
G01S | SY21:3 | 雷达、定位
G01T | SY10:1 SY22:1 | 辐射测量
G03F | SY06:3 | 光刻
G03B, G03H | SY21:2 | 摄影、投影、全息
G05B 19 | SY05:3 SY07:1 | 程序控制、数控、工业控制
G05B | SY05:2 | 控制系统、监控
G05D 1 | SY04:2 SY12:1 SY09:1 | 运载工具自主控制、路径规划
G06F 21, H04L 9, H04W 12 | SY18:3 | 数据安全、加密、密码、认证
H04L 63 | SY18:3 | 网络安全
G06F 30 | SY19:3 | 计算机辅助设计、仿真
G06F 40, G06N, G10L | SY20:3 | 自然语言处理、机器学习、神经网络、语音识别
G06F | SY19:2 | 数据处理、软件、数据库
G06F 115, G06F 30/30-30/398 | SY17:3 | 电路设计、版图
G06Q | SY19:2 | 管理系统、商务
G06T, G06V | SY20:2 | 图像处理、图像识别
G06K | SY20:1 SY19:1 | 数据识别
G07, G08B | SY05:1 | 检票、报警
G08G 1 | SY09:1 SY19:1 | 交通控制
G08G 5 | SY12:2 SY01:1 | 空中交通管制
G09F, G09G | SY21:2 | 显示
G11C | SY17:3 | 存储器
G16B | SY23:2 | 生物信息学
G16H | SY10:3 | 医疗信息、健康数据
G16Y | SY19:3 | 物联网
G21 | SY22:3 | 核电、反应堆
G21K | SY10:1 SY21:1 | 射线技术
H01B | SY14:2 SY15:1 | 电缆、导体、绝缘
H01C, H01G | SY21:1 | 电阻、电容器
H01G 11 | SY13:3 | 超级电容器
H01F 1 | SY15:3 | 磁性材料、永磁
H01F | SY14:2 | 变压器、电感、磁体
H01H | SY14:3 | 开关、断路器、继电器
H01J 37 | SY06:2 | 离子源、电子束、等离子设备
H01L 21, H10P | SY06:2 SY17:1 | 半导体制造、晶圆
H01L 31, H02S, H10F 10-19 | SY22:3 | 光伏、太阳能电池
H01L 33, H10H | SY21:3 | 发光二极管
H01L, H10 | SY17:2 | 半导体器件
H10K | SY21:2 | 有机发光
H01M | SY13:3 | 电池、电极、电解质
H01M 8 | SY22:3 SY09:1 | 燃料电池
H01P, H01Q | SY21:2 | 波导、天线
H01R | SY14:1 SY09:1 | 连接器
H01S | SY21:3 | 激光器
H02 | SY14:3 | 配电、电机、输电、电能变换
H02J 3/38-3/50, H02J 3/28-3/32 | SY14:2 SY22:2 SY13:1 | 并网、储能调节
H02J 7 | SY13:3 | 电池充电
H02K, H02P | SY14:2 SY09:1 | 电机、电机控制
H02M | SY14:2 | 变流器、逆变器
H03 | SY17:2 | 放大器、模数转换、电子电路
H04B 10 | SY21:3 | 光通信
H04B, H04J, H04W, H04Q | SY21:2 | 通信、传输、无线
H04L | SY19:1 SY21:1 | 数据传输、网络
H04L 67 | SY19:2 | 网络应用
H04N | SY21:2 | 视频、图像传输
H04R, H04S | SY21:1 | 扬声器、声学
H05B | SY14:1 | 电热、照明电路
H05G | SY10:2 | 射线管电路
H05H | SY06:1 SY22:1 | 等离子体、加速器
H05K | SY21:1 SY17:1 | 印制电路
`;

/** Code of a chain → its parts of the IPC, as `Chain.ipc` has them. */
export const IPC_OF_CHAINS: Readonly<Record<string, Areas>> = read(TABLE);

type Areas = NonNullable<Chain['ipc']>;

function read(table: string): Record<string, Areas> {
  const byChain: Record<string, Record<string, Areas[string]>> = {};
  for (const line of table.trim().split('\n')) {
    const [areas, chains] = line.split(' | ');
    for (const [code, strength] of chains!.split(' ').map((chain) => chain.split(':'))) {
      byChain[code!] ??= {};
      for (const area of areas!.split(', ')) byChain[code!]![area] = Number(strength) as Areas[string];
    }
  }
  return byChain;
}
