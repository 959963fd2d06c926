import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/root.ts';
import { Random } from '../random.ts';

/** Characters of a long text. */
const LONG = 300;
/** Scripts, marks and signs of which odd texts are drawn: first and last code point. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x5ff],
  [0x2000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe00, 0xffef],
  [0x1f300, 0x1f6ff],
  [0x20000, 0x2a6df],
] as const;

/** Texts that may go wrong: empty, blank, mixed, traditional, compatibility forms, rare, very long. */
const ODD = [
  '',
  ' \t\u3000',
  '\u200b\u200b',
  '▁▁',
  '<s> </s> <unk>',
  '一种汽轮机叶片的耐磨涂层制备方法',
  '繁體中文：鋰離子電池正極材料回收技術',
  '要求≤0.5ppm，NdFeB 磁体 (N52), 5MPa～10MPa',
  'ＦＵＬＬ　ｗｉｄｔｈ　１２３ ㎏ ㏄ ﷺ Ⅷ ½ ﬁ',
  'Wear-resistant coatings for turbine blades, e\u0301prouve\u0301s',
  'ملف русский текст 한국어 日本語テキスト ไทย',
  '🚀 火箭发动机 👩‍👩‍👧‍👦',
  '𠀀𠮷𡃁生僻字',
  '…———、。；：？！“”‘’（）【】《》',
  '水'.repeat(3000),
  '叶片的耐磨涂层，'.repeat(300),
  ...[246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 256].map((length) => '铜'.repeat(length)),
];

/** Lists of texts by name: odd ones to compare, titles of the sample, and long ones made of its texts. */
export function encoderTexts(): Record<'odd' | 'titles' | 'long', string[]> {
  const sample = ['achievements', 'demands'].flatMap((name) =>
    readFileSync(join(ROOT, `examples/data/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { title: string; abstract?: string; description?: string }),
  );
  const whole = sample
    .map(({ title, abstract = '', description = '' }) => title + abstract + description)
    .join('。');
  const random = new Random(1);
  const drawn = Array.from({ length: 200 }, () =>
    Array.from({ length: random.between(1, 30) }, () => {
      const [first, last] = random.pick(RANGES);
      return String.fromCodePoint(random.between(first, last));
    }).join(''),
  );
  return {
    odd: [...ODD, ...drawn],
    titles: sample.map(({ title }) => title),
    long: Array.from({ length: Math.floor(whole.length / LONG) }, (_, i) =>
      whole.slice(i * LONG, (i + 1) * LONG),
    ),
  };
}
