import { normalize } from 'cuohe';
import { redactPersonalData } from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('redactPersonalData', () => {
  it.each([
    ['a mobile telephone', '擅长涂层，13812345678，', '擅长涂层， ，'],
    ['one with spaces', '致电138 1234 5678。', '致电 。'],
    ['one in full width with a country code', '＋８６１３８－１２３４－５６７８', ' '],
    ['one with joiners that nobody sees', '138\u200b1234\u200b5678', ' '],
    ['a telephone with an area code and an extension', '(024)8888-6666转801', ' '],
    ['an e-mail address', '来信wang.wei＠example．com', '来信 '],
    ['one that hides', 'wang (at) example.com', ' '],
    ['an identity card', '110101199003071234，', ' ，'],
    ['one that ends with X', '11010119900307123X', ' '],
    ['one in groups', '110101 19900307 123x', ' '],
    ['a bank card', '6222 0200 1234 5678 901', ' '],
    ['what a label names', '身份证号：A123；工号: 77', ' ； '],
    ['a label and what stands behind it', '联系电话：024-88886666 专长焊接', ' 专长焊接'],
    ['a chat account', '微信：abc_123', ' '],
    ['a home address', '家庭住址：沈阳市和平区某路1号，研究涂层', ' ，研究涂层'],
    ['particulars with labels', '性别：男；民族：满族；政治面貌：群众；出生年月：1970年5月', ' ； ； ； '],
    ['particulars in a list', '王某，男，汉族，1965年3月生，中共党员，教授', '王某， ， ， ， ，教授'],
    ['a contact', '联系人：王老师', ' '],
    ['a number of QQ', '擅长涂层，QQ12345678', '擅长涂层， '],
    ['one with a label', 'QQ号是12345678', ' '],
    ['an account of WeChat', '加微信ww_2020，可联系', '加 ，可联系'],
    ['one that hides', '微\u200b信ww_2020', ' '],
    ['a telephone behind its label', '座机 24680135，可联系', ' ，可联系'],
    ['one that is written in words', '一三九〇〇〇〇一二三四', ' '],
    ['a number of WhatsApp', 'WhatsApp +1 (415) 555-0199', ' '],
    ['an account of Telegram', '可联系 Telegram @lab_chen', '可联系  '],
    ['an account of Skype', 'Skype: live:chen_lab', ' '],
    ['a passport', '护照 PE7654321', ' '],
    ['a permit', '通行证号C87654321；', ' ；'],
    ['a plate', '车牌号：辽B·54321', ' '],
    ['an address that hides', '邮箱 chen#example.edu.cn', ' '],
    ['a day of birth in English', 'born on 5 May 1971, works on welding', ' , works on welding'],
    ['one with a label', 'Date of birth: 05/07/1971', ' '],
    ['one under another name', 'VX：abc12345', ' '],
    ['other accounts', '抖音号abc_123；钉钉号：zhang_3', ' ； '],
    ['a month of birth', '生于1980年5月，教授', ' ，教授'],
    ['a day of birth', '1980年5月12日出生于沈阳', ' 于沈阳'],
    ['one in numbers', '王某，1980.05生，', '王某， ，'],
    ['one in words', '一九八〇年五月生', ' '],
    ['a year of birth in brackets', '王某（1980—），教授', '王某 ，教授'],
    ['a birthday', '生日5月12日', ' '],
    ['an age', '现年45岁；王某，45岁，教授', ' ；王某， ，教授'],
    ['where somebody lives', '住沈阳市和平区文化路3号', ' '],
    ['that behind a name', '王伟家住沈河区青年大街10号2单元301室，研究涂层', '王伟 ，研究涂层'],
    ['an address without a colon', '通信地址沈阳市浑南区创新路195号', ' '],
    ['where somebody comes from', '籍贯辽宁海城，户籍辽宁省海城市某镇某村12组', ' ， '],
  ])('cuts out %s', (_, text, left) => {
    expect(redactPersonalData(text)).toBe(left);
  });

  it.each([
    '专利ZL202199900105.7，申请号202110123456.7',
    '1200℃长期服役，15000r/min，15～53微米，2018-2020年',
    'GB/T 2260-2007，IP地址192.168.10.11，10.3901/JME.2019.01.001',
    '成果登记号210Y20200123，登记于2021年',
    '生产民族药材，男性不育，女贞子提取，贵金属催化',
    '温度：1200℃；转速：3000r/min',
    '型号QQ-3A减速器，VX-200型真空炉，微信小程序、企业微信API接口、微信支付',
    '添加carbon材料，WeChat小程序，抖音直播间补光灯',
    '产生于1980年的工艺，诞生于1980年，1980年5月建成投产，2019年产生效益500万元',
    '1980年生产的机床，2018年生物质电厂，寄生于根部40℃',
    '2016年出生队列，2019年出生人口，新生儿黄疸仪1980台，生日蛋糕打印机',
    '公司位于沈阳市浑南区创新路195号，建于创新路195号的中试基地',
    '住院病人，住宅小区12号楼电梯，居住区12号楼，农民住房3号方案',
    '堵住管道2号井，抓住沈阳市3号线机遇，锁住3号样品',
    '手机20000000部，电话12000000台，手机 100 - 200 mAh 电池',
    '护照识读仪，身份证读卡器1000000张寿命，车牌识别率99.9%',
    'airborne 2020 lidar, newborn 2019 cohort, telemetry 20230512',
    '二三四五六七八九十级防护，一千三百万元',
    'Skype会议终端，Telegram接口，邮箱式过滤器',
    '60岁以上老人跌倒检测，3岁龄苹果树，轴承寿命8000小时，年产2万吨，10 kV',
    '户籍管理系统，内存地址1024，使用寿命（1980—2000h）',
    '',
  ])('leaves technical data as they are: %s', (text) => {
    expect(redactPersonalData(text)).toBe(text);
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const identifier = fc.oneof(
    fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('024-', '010-', '0411 '), fc.stringMatching(/^[2-8]\d{6,7}$/))
      .map((parts) => parts.join('')),
    fc
      .tuple(
        fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/),
        fc.constantFrom('@', '＠'),
        fc.constantFrom('example.com', 'a.edu.cn'),
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.stringMatching(/^[1-6]\d{16}$/), fc.constantFrom('0', '7', 'X', 'x'))
      .map((parts) => parts.join('')),
    fc.stringMatching(/^62\d{17}$/),
    fc
      .tuple(fc.constantFrom('QQ', 'QQ号：', '扣扣'), fc.stringMatching(/^[1-9]\d{7,9}$/))
      .map((parts) => parts.join('')),
  );
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const around = fc.constantFrom('', '，', '。', ' ', '涂层', '（', '：', '男，', '<b>', '\n', '1200℃、');

  it('leaves no identifier, wherever and however it is written, and gives the same when applied again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(around, fc.option(identifier, { nil: '' }), fc.boolean()), { maxLength: 5 }),
        (pieces) => {
          const text = pieces
            .map(([before, secret, isWide]) => `${before}${isWide ? wide(secret) : secret}涂层`)
            .join('');
          const left = redactPersonalData(text);
          expect(redactPersonalData(left)).toBe(left);
          const folded = normalize(left).text;
          expect(folded).not.toContain('@');
          expect(folded).not.toMatch(/\d{7}/);
          const ideographs = (given: string) => given.replace(/[^涂层]/g, '');
          expect(ideographs(left)).toBe(ideographs(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('only ever takes away: what is left stands in the text in this order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...'13800@.：男族年生 \ud800涂'),
            fc.constantFrom('性别', '电话', '138', '微信', 'qq', '1980年', '住沈阳市', '路3号'),
          ),
          maxLength: 40,
        }),
        (text) => {
          let at = 0;
          for (const char of redactPersonalData(text).replace(/ /g, '')) {
            at = text.indexOf(char, at) + 1;
            expect(at).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
