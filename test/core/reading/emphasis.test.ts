import { describe, expect, it } from 'vitest';
import { EMPHASIS, textEmphasis, titleEmphasis } from '../../../src/core/reading/emphasis.ts';
import { type NamedThing, readName } from '../../../src/core/reading/names.ts';
import { defaultLexicon } from '../../../src/defaults/defaults.ts';

const lexicon = defaultLexicon();
const read = (title: string): NamedThing => readName(title, 0, title.length, lexicon);
/** The pieces of a text that count alike, with what they count. */
const pieces = (text: string, factors: Float64Array | undefined) => {
  const found: [string, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const factor = factors?.[at] ?? 1;
    const last = found.at(-1);
    if (last?.[1] === factor) last[0] += text[at];
    else found.push([text[at]!, factor]);
  }
  return found;
};
const ofTitle = (title: string, told = '', hasText = false) =>
  pieces(title, titleEmphasis(title, read(title), told, hasText));
const ofStory = (title: string, told = '', hasText = false) =>
  pieces(title, titleEmphasis(title, undefined, told, hasText));

describe('what the words of a title count', () => {
  it('is more for the head of the thing, and for what is done to it', () => {
    expect(ofTitle('汽车座椅面料')).toEqual([
      ['汽车座椅', 1],
      ['面料', EMPHASIS.head],
    ]);
    expect(ofTitle('钢轨焊接接头探伤')).toEqual([
      ['钢轨焊接', 1],
      ['接头探伤', EMPHASIS.head],
    ]);
    expect(EMPHASIS.process).toBe(EMPHASIS.head);
  });

  it('is less for means, use and kind before the thing', () => {
    expect(ofTitle('面向冷链运输的保温箱关键技术')).toEqual([
      ['面向冷链运输的', EMPHASIS.before],
      ['保温箱关键技术', 1],
    ]);
    expect(ofTitle('一种用于核电管道的内壁堆焊方法及装置')[0]).toEqual([
      '一种用于核电管道的',
      EMPHASIS.before,
    ]);
  });

  it('is alike in a title that is no name', () => {
    expect(ofStory('汽车座椅面料')).toEqual([['汽车座椅面料', 1]]);
  });

  it('is less beside a text, which says the matter too', () => {
    expect(ofStory('污泥脱水', '', true)).toEqual([['污泥脱水', EMPHASIS.besideText]]);
  });

  it('is least for slogans, and little for what stands beside them and no need names', () => {
    const told = '急需解决陶瓷阀芯烧成后端面翘曲的问题';
    expect(ofStory('智能制造赋能阀门行业', told)).toEqual([
      ['智能制造赋能', EMPHASIS.slogan],
      ['阀门行业', EMPHASIS.besideSlogan],
    ]);
    expect(ofStory('智能制造赋能阀芯', told)).toEqual([
      ['智能制造赋能', EMPHASIS.slogan],
      ['阀芯', 1],
    ]);
  });

  it('is full for a word of fashion that the needs name, or that no slogan stands beside', () => {
    expect(ofStory('智能制造赋能阀芯', '需要智能制造单元加工阀芯')[0]).toEqual(['智能制造', 1]);
    expect(ofStory('智能制造单元')).toEqual([['智能制造单元', 1]]);
  });

  it('is full beside slogans where no text tells a need', () => {
    expect(ofStory('船舶产业化')).toEqual([
      ['船舶', 1],
      ['产业化', EMPHASIS.slogan],
    ]);
  });
});

describe('what the words of a text count', () => {
  it('is little for clauses that are mostly slogans', () => {
    expect(
      pieces('打造绿色智能制造标杆,阀芯端面翘曲。', textEmphasis('打造绿色智能制造标杆,阀芯端面翘曲。')),
    ).toEqual([
      ['打造绿色智能制造标杆,', EMPHASIS.slogan],
      ['阀芯端面翘曲。', 1],
    ]);
  });

  it('is full for clauses that hold a slogan among other words, and for texts without any', () => {
    expect(textEmphasis('形成陶瓷阀芯烧成工艺')).toBeUndefined();
    expect(textEmphasis('阀芯端面翘曲')).toBeUndefined();
    expect(textEmphasis('')).toBeUndefined();
  });
});
