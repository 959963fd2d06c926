import { readFileSync } from 'node:fs';
import { type AchievementInput, createMatcher, type DemandInput } from 'cuohe';
import {
  type Publication,
  type PublishOptions,
  publishRegisters,
  type RegisterInput,
  type RegisterLink,
  type RegisterSnapshot,
} from 'cuohe/programmes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGISTER_CHANGE_LABELS } from '../../src/programmes/registers/changes.ts';
import {
  REGISTER_FIELD_LABELS,
  REGISTER_FIELDS,
  REGISTER_NAMES,
  REGISTERS,
  type RegisterRow,
} from '../../src/programmes/registers/rows.ts';
import { collected } from '../fixtures.ts';
import { badPathsOf } from './bad-paths.ts';

const read = <T>(name: string): T[] =>
  readFileSync(new URL(`../../examples/data/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
const kindsOf = ({ changes }: Publication) => changes.map(({ register, kind, id }) => [register, kind, id]);

describe('registers of the sample', () => {
  const achievements = read<AchievementInput>('achievements').filter(({ kind }) => kind === undefined);
  const projects = read<AchievementInput>('programmes/rd-projects');
  const problems = read<DemandInput>('demands');
  const input = { achievements, projects, problems };

  it('hold what is public and valid, and count the rest', () => {
    const { snapshot, leftOut, changes } = publishRegisters(input, { asOf: '2026-09-01' });
    // A102 and A109 are secret, A008 is internal; A103 and A108 ended in 2023.
    expect(leftOut.achievements).toEqual({ expired: ['A103', 'A108'], withheld: 3 });
    // R010 is internal, R009 ended in June.
    expect(leftOut.projects).toEqual({ expired: ['R009'], withheld: 1 });
    expect(leftOut.problems).toEqual({ expired: ['D052'], withheld: 0 });
    expect(snapshot.achievements).toHaveLength(105);
    expect(changes.every(({ kind }) => kind === 'added')).toBe(true);
    expect(changes).toHaveLength(105 + 8 + 59);
  });

  it('tell of what ended in June, by the same records', () => {
    const spring = publishRegisters(input, { asOf: '2026-06-30' });
    const autumn = publishRegisters({ ...input, previous: spring.snapshot }, { asOf: '2026-09-01' });
    expect(kindsOf(autumn)).toEqual([['projects', 'expired', 'R009']]);
    expect(autumn.unchanged).toEqual({ achievements: 105, projects: 8, problems: 59 });
  });

  it('link a problem with the research and the achievement that the matcher finds for it', async () => {
    const matcher = createMatcher(achievements);
    const wanted = problems.filter(({ id }) => id === 'D004');
    const results = await collected(
      matcher.matchAll(wanted, { minScore: 0.3, filter: { asOf: '2026-09-01' }, explain: false }),
    );
    const links: RegisterLink[] = results.flatMap(({ queryId, matches }) =>
      matches.map(({ id }) => ({ problem: queryId, achievement: id, project: 'R002' })),
    );
    const { snapshot } = publishRegisters({ ...input, links }, { asOf: '2026-09-01' });
    const row = (register: 'achievements' | 'projects' | 'problems', id: string) =>
      snapshot[register].find((one) => one.id === id)!;
    expect(row('problems', 'D004')).toMatchObject({
      achievements: ['A005'],
      projects: ['R002'],
      problems: [],
    });
    expect(row('achievements', 'A005')).toMatchObject({ projects: ['R002'], problems: ['D004'] });
    expect(row('projects', 'R002')).toMatchObject({ achievements: ['A005'], problems: ['D004'] });
  });
});

const asOf = '2026-09-01';
const publish = (input: Partial<RegisterInput>, options: Partial<PublishOptions> = {}) =>
  publishRegisters({ achievements: [], projects: [], problems: [], ...input }, { asOf, ...options });
const added = (record: Partial<AchievementInput>, options: Partial<PublishOptions> = {}): RegisterRow =>
  publish({ achievements: [{ id: 'a', title: '涂层', ...record }] }, options).snapshot.achievements[0]!;

describe('a row', () => {
  it('holds what is published, in plain JSON', () => {
    const record = {
      title: ' 涂层 ',
      organization: { name: '甲所', regionCode: '210100' },
      stage: '中试阶段',
      supplyClass: '自主创新重大成果',
      chains: ['T1', { code: 'T2' }],
      validTo: '2027年6月',
    };
    const row = added(record);
    expect(row).toEqual({
      id: 'a',
      title: '涂层',
      unit: '甲所',
      regionCode: '210100',
      stage: '中试阶段',
      supplyClass: 'major-innovation',
      chains: ['T1', 'T2'],
      validTo: '2027-06-30',
      achievements: [],
      projects: [],
      problems: [],
      fields: {},
    });
    expect(JSON.parse(JSON.stringify(row))).toEqual(row);
    expect(added({ trl: [4, 5] }).stage).toBe('TRL 4–5');
    expect(added({ trl: 6 }).stage).toBe('TRL 6');
    expect(added({})).toMatchObject({
      unit: null,
      regionCode: null,
      stage: null,
      supplyClass: null,
      validTo: null,
    });
  });

  it('holds fields of the host as their wording', () => {
    const fields = ['进展', 'price', 'transferModes', '份数', '__proto__', 'toString'];
    const record = JSON.parse(
      '{"进展":"考核中","price":"50-80万元","transferModes":"许可、转让","份数":3,"__proto__":"x"}',
    );
    const row = publish({ achievements: [{ ...record, id: 'a', title: '' }] }, { fields }).snapshot
      .achievements[0]!;
    expect(Object.entries(row.fields)).toEqual([
      ['进展', '考核中'],
      ['price', '50-80万元'],
      ['transferModes', ['许可', '转让']],
      ['份数', 3],
      ['__proto__', 'x'],
    ]);
  });

  it('holds more where the clearance is higher', () => {
    const achievements = [
      { id: '1', title: '', secrecyLevel: '公开' },
      { id: '2', title: '', secrecyLevel: '内部' },
      { id: '3', title: '', secrecyLevel: '不知道' },
    ];
    const shown = (options: Partial<PublishOptions>) => {
      const { snapshot, leftOut } = publish({ achievements }, options);
      return [snapshot.achievements.length, leftOut.achievements.withheld];
    };
    expect([shown({}), shown({ clearance: 'internal' }), shown({ clearance: 'top-secret' })]).toEqual([
      [1, 2],
      [2, 1],
      [3, 0],
    ]);
  });
});

describe('the change log', () => {
  const before = {
    achievements: [
      { id: 'same', title: '涂层' },
      { id: 'new title', title: '泵', validTo: '2026-12-31' },
      { id: 'gone', title: '阀' },
      { id: 'ends', title: '芯片', validTo: '2026-08-31' },
      { id: 'ends and gone', title: '电池', validTo: '2026-08-31' },
      { id: 'now secret', title: '雷达' },
    ],
  };
  const { snapshot } = publish(before, { asOf: '2026-06-30' });

  it('tells what was added, changed, has expired and was withdrawn, in this order', () => {
    const after = {
      achievements: [
        { id: 'fresh', title: '机器人' },
        { id: 'new title', title: '磁力泵', validTo: '2026年' },
        { id: 'same', title: '涂层' },
        { id: 'ends', title: '芯片', validTo: '2026-08-31' },
        { id: 'now secret', title: '相控阵雷达', secrecyLevel: '机密' },
      ],
      previous: snapshot,
    };
    const now = publish(after);
    expect(now.changes).toEqual([
      { register: 'achievements', kind: 'added', id: 'fresh', title: '机器人', fields: [] },
      {
        register: 'achievements',
        kind: 'changed',
        id: 'new title',
        title: '磁力泵',
        // 2026-12-31 and 2026年 end on the same day.
        fields: [{ field: 'title', before: '泵', after: '磁力泵' }],
      },
      { register: 'achievements', kind: 'withdrawn', id: 'gone', title: '阀', fields: [] },
      { register: 'achievements', kind: 'expired', id: 'ends', title: '芯片', fields: [] },
      { register: 'achievements', kind: 'expired', id: 'ends and gone', title: '电池', fields: [] },
      // The log shows the title that was public.
      { register: 'achievements', kind: 'withdrawn', id: 'now secret', title: '雷达', fields: [] },
    ]);
    expect(now.unchanged.achievements).toBe(1);
  });

  it('tells of new links on both sides, and forgets links to what is not published', () => {
    const records = {
      achievements: [{ id: 'a', title: '' }],
      projects: [{ id: 'p', title: '', validTo: '2026-08-31' }],
      problems: [{ id: 'q', title: '' }],
    };
    const first = publish(records, { asOf: '2026-06-30' });
    const links = [{ achievement: 'a', problem: 'q', project: 'p' }];
    const second = publish({ ...records, links, previous: first.snapshot });
    expect(kindsOf(second)).toEqual([
      ['achievements', 'changed', 'a'],
      ['projects', 'expired', 'p'],
      ['problems', 'changed', 'q'],
    ]);
    expect(second.changes[0]!.fields).toEqual([{ field: 'problems', before: [], after: ['q'] }]);
    expect(second.snapshot.problems[0]).toMatchObject({ achievements: ['a'], projects: [] });
  });

  it('tells of fields of the host, also of those that came or went', () => {
    const first = publish(
      { achievements: [{ id: 'a', title: '', 甲: 1, 乙: 'x' } as AchievementInput] },
      { asOf: '2026-06-30', fields: ['甲', '乙'] },
    );
    const achievements = [{ id: 'a', title: '', 甲: 2, 丙: ['y'] }];
    const second = publish({ achievements, previous: first.snapshot }, { fields: ['甲', '乙', '丙'] });
    expect(second.changes[0]!.fields).toEqual([
      { field: 'fields.甲', before: 1, after: 2 },
      { field: 'fields.乙', before: 'x', after: null },
      { field: 'fields.丙', before: null, after: ['y'] },
    ]);
  });

  it('reads a field called __proto__ as any other', () => {
    const named = JSON.parse('{"id":"a","title":"","__proto__":"x"}') as AchievementInput;
    const fields = ['__proto__'];
    const first = publish({ achievements: [{ id: 'a', title: '' }] }, { asOf: '2026-06-30', fields });
    const second = publish({ achievements: [named], previous: first.snapshot }, { fields });
    expect(second.changes[0]!.fields).toEqual([{ field: 'fields.__proto__', before: null, after: 'x' }]);
  });

  const record = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '__proto__'),
    title: fc.constantFrom('甲', '乙'),
    validTo: fc.option(fc.constantFrom('2026-08-31', '2027-01-01', '长期'), { nil: undefined }),
    secrecyLevel: fc.option(fc.constantFrom('公开', '秘密'), { nil: undefined }),
  });
  const records = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 5 });
  const stock = fc.record({ achievements: records, projects: records, problems: records });

  it('leads from the last publication to this one, and every record is somewhere', () => {
    fc.assert(
      fc.property(stock, stock, (then, now) => {
        const first = publish(then, { asOf: '2026-06-30' });
        const second = publish({ ...now, previous: first.snapshot });
        for (const register of REGISTERS) {
          const log = second.changes.filter((change) => change.register === register);
          const ids = (...kinds: string[]) =>
            log.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
          const present = second.snapshot[register].map(({ id }) => id);
          const former = first.snapshot[register].map(({ id }) => id);
          // The former rows without those that left, and with those that came, are the present ones.
          const replayed = [
            ...former.filter((id) => !ids('expired', 'withdrawn').includes(id)),
            ...ids('added'),
          ];
          expect(replayed.sort()).toEqual([...present].sort());
          for (const row of second.snapshot[register]) {
            const old = first.snapshot[register].find(({ id }) => id === row.id);
            const fields = log.find(({ id, kind }) => id === row.id && kind === 'changed')?.fields ?? [];
            if (old === undefined) continue;
            const patched = {
              ...old,
              ...Object.fromEntries(fields.map(({ field, after }) => [field, after])),
            };
            expect(patched).toEqual(row);
          }
          expect(ids('added', 'changed').length + second.unchanged[register]).toBe(present.length);
          const { expired, withheld } = second.leftOut[register];
          expect(present.length + expired.length + withheld).toBe(now[register].length);
        }
      }),
    );
  });

  it('is empty where nothing changed, whatever the order of records, and survives JSON', () => {
    fc.assert(
      fc.property(stock, (now) => {
        const first = publish(now);
        const stored = JSON.parse(JSON.stringify(first.snapshot)) as RegisterSnapshot;
        const reversed = Object.fromEntries(
          REGISTERS.map((register) => [register, [...now[register]].reverse()]),
        ) as typeof now;
        expect(publish({ ...reversed, previous: stored }).changes).toEqual([]);
        expect(publish({ ...now, previous: stored }).snapshot).toEqual(first.snapshot);
      }),
    );
  });

  it('does not depend on the order of links', () => {
    const ids = ['1', '2', '3'];
    const list = ids.map((id) => ({ id, title: '' }));
    const link = fc.record({
      achievement: fc.constantFrom(...ids),
      project: fc.option(fc.constantFrom(...ids), { nil: undefined }),
      problem: fc.constantFrom(...ids),
    });
    const all = { achievements: list, projects: list, problems: list };
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), (given) => {
        const links = given as RegisterLink[];
        const { snapshot: one } = publish({ ...all, links });
        expect(publish({ ...all, links: [...links].reverse() }).snapshot).toEqual(one);
        // Links run both ways.
        for (const row of one.achievements) {
          for (const id of row.problems) {
            expect(one.problems.find((other) => other.id === id)!.achievements).toContain(row.id);
          }
        }
      }),
    );
  });
});

describe('bad input of a publication', () => {
  it('is named all at once', async () => {
    const bad = {
      achievements: [{ id: 'a', title: '', 进展: { no: 'text' } }],
      projects: [{ id: 'p', title: 1 }],
      problems: 'none',
      links: [{ achievement: 'a' }, { achievement: 'a', problem: 'q' }, 1],
    } as unknown as RegisterInput;
    expect(await badPathsOf(() => publish(bad, { fields: ['进展'] }))).toEqual([
      '进展',
      'title',
      'problems',
      '',
      'problem',
      '',
    ]);
  });

  it('includes a snapshot that is none', async () => {
    const row = publish({ achievements: [{ id: 'a', title: '' }] }).snapshot.achievements[0]!;
    const previous = {
      version: 2,
      asOf: '2026-01-01',
      achievements: [row, row],
      projects: [{}],
      counted: [{}],
    };
    const paths = await badPathsOf(() => publish({ previous: previous as unknown as RegisterSnapshot }));
    expect(paths).toEqual(
      expect.arrayContaining(['version', 'id', 'title', 'previous.problems', 'supplyClass']),
    );
    expect(await badPathsOf(() => publish({ previous: 7 as unknown as RegisterSnapshot }))).toContain('');
    expect(await badPathsOf(() => publishRegisters(undefined as unknown as RegisterInput, { asOf }))).toEqual(
      [''],
    );
  });

  it('includes options, and a day before the last publication', async () => {
    const options = { asOf: '2026-13-01', clearance: 'all', fields: [''], targets: [{}] };
    expect(await badPathsOf(() => publish({}, options as unknown as PublishOptions))).toEqual([
      'asOf',
      'clearance',
      'fields[0]',
      'targets[0].supplyClass',
      'targets[0].register',
      'targets[0].perYear',
    ]);
    const { snapshot } = publish({});
    expect(await badPathsOf(() => publish({ previous: snapshot }, { asOf: '2026-08-31' }))).toEqual(['asOf']);
    expect(publish({ previous: snapshot }).changes).toEqual([]);
  });

  it('is not changed', () => {
    const input = {
      achievements: [{ id: 'a', title: '涂层', stage: '中试' }],
      links: [],
      previous: publish({}).snapshot,
    };
    const before = structuredClone(input);
    publish(input);
    expect(input).toEqual(before);
  });
});

describe('labels', () => {
  it('exist for every code', () => {
    expect(Object.keys(REGISTER_NAMES)).toEqual([...REGISTERS]);
    expect(Object.keys(REGISTER_FIELD_LABELS)).toEqual([...REGISTER_FIELDS]);
    expect(Object.keys(REGISTER_CHANGE_LABELS)).toEqual(['added', 'changed', 'withdrawn', 'expired']);
  });
});
