import { createMatcher as createFullMatcher } from 'cuohe';
import { createMatcher, type DemandInput, type Matcher, type SignalName } from 'cuohe/core';
import { describe, expect, it } from 'vitest';
import { openCollection } from '../../../src/core/collection/saved.ts';
import { contributionsOf } from '../../../src/core/explanation/contributions.ts';
import { sharedChains } from '../../../src/core/explanation/explain.ts';
import { SIGNAL_WEIGHTS } from '../../../src/core/vectors/signals.ts';
import { PARTS, TAXONOMY, tinyMatcher, titled } from '../../fixtures.ts';

const leavesOf = (matcher: Matcher, query: DemandInput, signal: SignalName) =>
  matcher.explain(query, 'r0').signals.find((part) => part.signal === signal)!.terms;
const spans = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text);

describe('the contributions to a score', () => {
  it('are the products of shared terms, in ascending order of ids, signal by signal', () => {
    const { collection } = openCollection(tinyMatcher('热障涂层', '新药').save());
    const { vectorizer, rows } = collection;
    const row = (index: number) => rows.row(index);
    const own = contributionsOf(row(0), row(0), vectorizer);
    expect(own.terms.map(({ id }) => id)).toEqual([...row(0).ids]);
    expect(own.terms.map(({ signal }) => signal)).toEqual(
      // Chain T1; four characters, what the word does, three pairs; the title's characters; the word,
      // its broader one, and three heads: 层, 涂层 and the word.
      [
        ['chains', 1],
        ['characters', 4],
        ['functions', 1],
        ['pairs', 3],
        ['title', 4],
        ['words', 5],
      ].flatMap(([signal, times]) => Array<unknown>(times as number).fill(signal)),
    );
    const signals = ['chains', 'characters', 'functions', 'pairs', 'title', 'words'] as const;
    const sum = signals.reduce((total, signal) => total + own.signals[signal], 0);
    expect(sum).toBeCloseTo(own.score, 12);
    for (const signal of signals) expect(own.signals[signal]).toBeCloseTo(SIGNAL_WEIGHTS[signal], 6);
    expect(contributionsOf(row(0), row(1), vectorizer)).toMatchObject({ score: 0, terms: [] });
    const none = { ids: new Uint32Array(0), weights: new Float32Array(0) };
    expect(contributionsOf(none, row(0), vectorizer).score).toBe(0);
  });
});

describe('a full explanation', () => {
  it('shows where a synonym stands on either side', () => {
    const matcher = tinyMatcher('隔热涂层的制备');
    const leaf = leavesOf(matcher, { id: 'q', title: '求TBC' }, 'words').find(
      ({ term }) => term === '热障涂层',
    )!;
    expect([spans(leaf.querySpans), spans(leaf.recordSpans)]).toEqual([['TBC'], ['隔热涂层']]);
    expect(leaf.documentFrequency).toBe(1);
  });

  it('lists the class of functions that different words tell of, and where they stand', () => {
    const [leaf] = leavesOf(tinyMatcher('热障材料'), { id: 'q', title: '隔热' }, 'functions');
    expect(leaf!.term).toBe('heat');
    expect([spans(leaf!.querySpans), spans(leaf!.recordSpans)]).toEqual([['隔热'], ['热障']]);
    expect(leaf!.value).toBeGreaterThan(0);
  });

  it('points into titles, lists and noise as they were given', () => {
    const matcher = createMatcher(
      [{ id: 'r0', title: '<p>ＴＣ４</p>', keywords: ['甲', '热 障&nbsp;涂层'], abstract: '见 TC4' }],
      PARTS,
    );
    const query = { id: 'q', title: 'tc4 热障涂层' };
    const alloy = leavesOf(matcher, query, 'latin').find(({ term }) => term === 'tc4')!;
    expect(alloy.recordSpans).toEqual([
      { field: 'title', start: 3, end: 6, text: 'ＴＣ４' },
      { field: 'abstract', start: 2, end: 5, text: 'TC4' },
    ]);
    const inTitle = leavesOf(matcher, query, 'title').find(({ term }) => term === 'tc4')!;
    expect(inTitle.recordSpans).toEqual([{ field: 'title', start: 3, end: 6, text: 'ＴＣ４' }]);
    const word = leavesOf(matcher, query, 'words').find(({ term }) => term === '热障涂层')!;
    expect(word.recordSpans).toEqual([{ field: 'keywords[1]', start: 0, end: 11, text: '热 障&nbsp;涂层' }]);
  });

  it('points into a traditional text that a simplifier read', () => {
    const simplifier = {
      fingerprint: 'tiny',
      simplify: (text: string) => text.replaceAll('塗', '涂').replaceAll('層', '层').replaceAll('熱', '热'),
    };
    const matcher = createMatcher([{ id: 'r0', title: '新型熱障塗層' }], { ...PARTS, simplifier });
    const [match] = matcher.match({ id: 'q', title: '热障涂层' }).matches;
    expect(spans(match!.phrases[0]!.recordSpans)).toEqual(['熱障塗層']);
  });

  it.each(['words', 'pairs'] as const)(
    'lists a place of %s once, though two signals have the term',
    (signal) => {
      const leaves = leavesOf(tinyMatcher('涂层'), { id: 'q', title: '涂层' }, signal).filter(
        ({ term }) => !term.startsWith('~'),
      );
      expect(leaves.map(({ term }) => term)).toEqual(['涂层']);
      expect(leaves[0]!.recordSpans).toEqual([{ field: 'title', start: 0, end: 2, text: '涂层' }]);
      expect(leaves[0]!.querySpans).toHaveLength(1);
    },
  );

  it('lists a place once, though a tokenizer gives its term twice', () => {
    const token = { term: '涂', start: 0, end: 1 };
    const tokenizer = { fingerprint: 'twice', tokenize: () => [token, { ...token }] };
    const matcher = createMatcher(titled('涂'), { ...PARTS, tokenizer });
    const [leaf] = leavesOf(matcher, { id: 'q', title: '涂' }, 'words');
    expect([spans(leaf!.querySpans), spans(leaf!.recordSpans)]).toEqual([['涂'], ['涂']]);
  });

  it('shows a term where its own signal has it: a pair at the pair, what a word is a kind of at the word', () => {
    const matcher = tinyMatcher('热障涂层');
    const place = (signal: SignalName) =>
      leavesOf(matcher, { id: 'q', title: '涂层' }, signal).map(({ term, recordSpans }) => [
        term,
        recordSpans,
      ]);
    expect(place('pairs')).toEqual([['涂层', [{ field: 'title', start: 2, end: 4, text: '涂层' }]]]);
    expect(place('words')).toEqual([
      ['~层', [{ field: 'title', start: 3, end: 4, text: '层' }]],
      ['~涂层', [{ field: 'title', start: 2, end: 4, text: '涂层' }]],
      ['涂层', [{ field: 'title', start: 0, end: 4, text: '热障涂层' }]],
    ]);
  });

  it('shows terms of the title in the title, and in the first words of a record that tells nothing in it', () => {
    const query = { id: 'q', title: '钢' };
    const fieldsOf = (title: string, signal: SignalName) => {
      const matcher = createMatcher([{ id: 'r0', title, abstract: '钢' }], PARTS);
      return leavesOf(matcher, query, signal).map(({ recordSpans }) => recordSpans.map(({ field }) => field));
    };
    expect(fieldsOf('钢', 'characters')).toEqual([['title', 'abstract']]);
    expect(fieldsOf('钢', 'title')).toEqual([['title']]);
    expect(fieldsOf('', 'title')).toEqual([['abstract']]);
    expect(fieldsOf('合作方式面议', 'title')).toEqual([['abstract']]);
    expect(fieldsOf('药', 'title')).toEqual([]);
  });

  it('lists a limited number of places', () => {
    const matcher = tinyMatcher('钢，'.repeat(100));
    for (const signal of ['characters', 'title'] as const) {
      const [leaf] = leavesOf(matcher, { id: 'q', title: '钢' }, signal);
      expect(leaf!.recordSpans).toHaveLength(20);
    }
  });

  it('names what the other signals share', () => {
    const common = { regionCode: '210100', stage: '中试', chains: ['T1'] };
    const matcher = createMatcher([{ id: 'r0', title: '甲', transferModes: '合作开发', ...common }], PARTS);
    const query = { id: 'q', title: '乙', cooperationModes: '合作开发', ...common };
    const terms = (signal: SignalName) =>
      leavesOf(matcher, query, signal).map(({ term, documentFrequency }) => [term, documentFrequency]);
    expect(terms('chains')).toEqual([['T1', 0]]);
    expect(terms('region')).toEqual([
      ['21', 0],
      ['2101', 0],
    ]);
    expect(terms('stage')).toEqual(['5', '6', '7', '8'].map((level) => [level, 0]));
    expect(terms('modes')).toEqual([['joint-development', 0]]);
    const { reason, score } = matcher.explain(query, 'r0');
    expect(reason.zh).toContain('涂层');
    expect(reason.en).toContain('Coatings');
    expect(matcher.match(query).matches[0]).toMatchObject({ score, reason });
  });

  it('shows the evidence of a chain that both sides name', () => {
    const matcher = tinyMatcher('热障涂层');
    const [leaf] = leavesOf(
      matcher,
      { id: 'q', title: '', text: '', problem: '', keywords: ['新涂层'] },
      'chains',
    );
    expect(leaf === undefined ? [] : spans(leaf.recordSpans)).toEqual(leaf === undefined ? [] : ['热障涂层']);
    const [surer] = leavesOf(matcher, { id: 'q', title: 'TBC' }, 'chains');
    expect([spans(surer!.querySpans), spans(surer!.recordSpans)]).toEqual([['TBC'], ['热障涂层']]);
  });
});

describe('phrases', () => {
  const phrases = (title: string, query: string) =>
    tinyMatcher(title).match({ id: 'q', title: query }).matches[0]?.phrases ?? [];

  it('join the pieces that stand together on both sides', () => {
    expect(phrases('高温钢铁冶炼', '冶炼高温钢铁').map(({ phrase }) => phrase)).toEqual(
      expect.arrayContaining(['高温钢铁', '冶炼']),
    );
  });

  it('are readable: a single ideograph is none', () => {
    for (const { phrase } of phrases('钢与药', '药与钢')) expect(phrase.length).toBeGreaterThan(1);
    expect(phrases('甲钢乙', '丙钢丁')).toEqual([]);
  });

  it('come by value and are at most eight', () => {
    const words = Array.from({ length: 20 }, (_, i) => `w${i}x`);
    const list = phrases(words.join(' '), [...words].reverse().join('，'));
    expect(list.length).toBeLessThanOrEqual(8);
    const values = list.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  it('show the synonym that the record uses', () => {
    const [first] = phrases('隔热涂层', 'TBC');
    expect([first!.phrase, spans(first!.recordSpans)]).toEqual(['TBC', ['隔热涂层']]);
  });
});

describe('shared chains', () => {
  const tag = (code: string, confidence: number) => ({ code, confidence, given: true, evidence: [] });

  it('are those of both, the surest first, with the smaller confidence, each once', () => {
    const query = [tag('T1', 0.5), tag('T2', 0.9), tag('T1', 0.4), tag('T3', 1)];
    const record = [tag('T2', 0.8), tag('T1', 0.6), tag('X', 1)];
    expect(sharedChains(query, record, TAXONOMY)).toEqual([
      { code: 'T2', nameZh: '制药', nameEn: 'Drugs', confidence: 0.8 },
      { code: 'T1', nameZh: '涂层', nameEn: 'Coatings', confidence: 0.5 },
    ]);
  });
});

describe('the reason', () => {
  it('is one sentence in both languages, also where little is shared', () => {
    const matcher = tinyMatcher('甲钢乙', '热障涂层');
    for (const title of ['丙钢丁', 'TBC', '热障涂层']) {
      const { reason } = matcher.match({ id: 'q', title }).matches[0]!;
      expect(reason.zh).toMatch(/。$/);
      expect(reason.en).toMatch(/^[A-Z“].*\.$/);
    }
  });
});

describe('what a reason names', () => {
  const matchOf = (record: string, query: string) => {
    const matcher = createMatcher([{ id: 'r0', title: record }], PARTS);
    const asked = { id: 'q', title: query };
    const { score, signals, conditions, phrases, reason } = matcher.explain(asked, 'r0');
    const sum = [...signals, ...conditions].reduce((total, { value }) => total + value, 0);
    expect(sum).toBeCloseTo(score, 12);
    return { reason: reason.zh, phrases: phrases.map(({ phrase, relation }) => [phrase, relation]) };
  };

  it('are other names of one thing', () => {
    expect(matchOf('隔热涂层', 'TBC')).toEqual({
      reason: '“TBC”与“隔热涂层”说的是同一类技术，同属涂层产业链。',
      phrases: [['TBC', 'same']],
    });
  });

  it('are a name of several meanings as what its own text tells, and as nothing where it tells of none', () => {
    const reasonOf = (query: string, record: string) => {
      const matcher = createFullMatcher([{ id: 'r0', title: record }]);
      return matcher.match({ id: 'q', title: query }).matches[0]?.reason.zh ?? '';
    };
    expect(reasonOf('汽车ABS制动控制', '防抱死系统标定')).toContain('“ABS”与“防抱死”说的是同一类技术');
    expect(reasonOf('ABS开发', '防抱死系统标定')).not.toContain('同一类技术');
    expect(reasonOf('注塑ABS', '防抱死系统标定')).not.toContain('同一类技术');
  });

  it('are a word inside of a compound, by another name', () => {
    const matcher = createFullMatcher([{ id: 'r0', title: 'SiC衬底' }]);
    const { reason } = matcher.match({ id: 'q', title: '碳化硅晶圆' }).matches[0]!;
    expect(reason.zh).toContain('“碳化硅”与“SiC”说的是同一类技术');
  });

  it('are a wider word, as what the other is a kind of', () => {
    expect(matchOf('新涂层', 'TBC').phrases).toEqual([['TBC', 'narrower']]);
    expect(matchOf('新涂层', 'TBC').reason).toContain('“TBC”是“涂层”的一种');
    expect(matchOf('TBC', '新涂层').reason).toContain('“TBC”是“涂层”的一种');
    expect(matchOf('新涂层', '热障涂层').reason).toContain('“热障涂层”是“涂层”的一种');
  });

  it('is no piece of what a name is spelled with: 热 of 热障涂层 is not TBC', () => {
    expect(matchOf('热轧钢', 'TBC')).toEqual({ reason: '双方只有零散的字词相同。', phrases: [] });
  });

  it('is no word that another one tears', () => {
    expect(matchOf('防热障碍', '热障涂层').phrases).toEqual([]);
    expect(matchOf('耐热障涂', '热障涂层').phrases).toEqual([]);
  });

  it('is no pair that begins and ends a word in neither text', () => {
    expect(matchOf('甲乙丙丁', '戊乙丙己').phrases).toEqual([]);
    expect(matchOf('乙丙，丁', '戊乙丙己').phrases).toEqual([['乙丙', undefined]]);
  });

  it('is no bound, and no piece of what is named', () => {
    expect(matchOf('钢，不超过', '不超过，药').phrases).toEqual([]);
  });

  it('is a quantity in the spelling of the query, and never one that is another', () => {
    expect(matchOf('钢0.50ppm', '0.5ppm').phrases).toEqual([['0.5ppm', undefined]]);
    expect(matchOf('钢5ppm', '0.5ppm').phrases).toEqual([]);
    expect(matchOf('钢80℃', '药50-80℃').phrases).toEqual([['80℃', undefined]]);
    expect(matchOf('钢50～80℃', '药50-80℃').reason).toBe('双方都写明“50-80℃”。');
  });

  it('is a model in any spelling', () => {
    expect(matchOf('X 900', 'X-900').phrases).toEqual([['X-900', undefined]]);
  });

  it('is never a contact', () => {
    const contact = '联系人：甲某 13900001111 jia@lab.example.cn';
    expect(matchOf(`钢，${contact}`, `药，${contact}`)).toEqual({
      reason: '双方只有零散的字词相同。',
      phrases: [],
    });
    expect(createMatcher([{ id: 'r0', title: `钢，${contact}` }], PARTS).explain(contact, 'r0').score).toBe(
      0,
    );
  });

  it('is nothing that one side rules out', () => {
    expect(matchOf('新涂层', '不用涂层').phrases).toEqual([]);
    expect(matchOf('不用涂层', '不用涂层').phrases).toEqual([]);
  });

  it('stands without markup', () => {
    expect(matchOf('热障涂层', '热&nbsp;障<b>涂层</b>').phrases).toEqual([['热障涂层', undefined]]);
    expect(matchOf('x1 y2', 'x1&amp;y2 x1&nbsp;y2').reason).not.toMatch(/&\w+;|<\w/);
  });
});
