import { describe, expect, it } from 'vitest';
import { readName } from '../../../src/core/reading/names.ts';
import { titleHeads } from '../../../src/core/terms/title-heads.ts';
import { createMatcher, defaultLexicon } from '../../../src/defaults/defaults.ts';

const lexicon = defaultLexicon();
const headsOf = (title: string) =>
  titleHeads(title, readName(title, 0, title.length, lexicon), lexicon).map(({ term, start, end }) => [
    term,
    title.slice(start, end),
  ]);

describe('the heads of a title', () => {
  it('are the end of what the thing is called, before what is done to it', () => {
    expect(headsOf('香菇烘干')).toEqual([
      ['~菇', '菇'],
      ['~香菇', '香菇'],
      ['~香菇', '香菇'],
    ]);
    expect(headsOf('玻璃渣')).toContainEqual(['~渣', '渣']);
  });

  it('are one term for two names of one thing', () => {
    const [one, other] = ['高温用热障涂层', '高温用隔热涂层'].map((title) => headsOf(title).at(-1)!);
    expect(one).toEqual(['~热障涂层', '热障涂层']);
    expect(other).toEqual(['~热障涂层', '隔热涂层']);
  });

  it('are none of a title that names no thing, and no letters or digits but as a word of the lexicon', () => {
    expect(headsOf('检测')).toEqual([]);
    expect(headsOf('qx9')).toEqual([]);
    expect(headsOf('pvc')).toEqual([['~聚氯乙烯', 'pvc']]);
  });

  it('let a thing of the same kind meet in more than what is made for the same', () => {
    const matcher = createMatcher([
      { id: 'of-kind', title: '乙用滤布' },
      { id: 'of-use', title: '滤布用丙丁' },
    ]);
    const words = (id: string) =>
      matcher
        .explain({ id: 'd', title: '甲用滤布' }, id)
        .signals.find(({ signal }) => signal === 'words')!
        .terms.map(({ term }) => term);
    expect(words('of-kind')).toContain('~滤布');
    expect(words('of-use')).not.toContain('~滤布');
  });
});
