import { createMatcher } from 'cuohe';
import { expect, test } from 'vitest';

const DISPLAY = Symbol.for('Jupyter.display');
type Displayed = { [DISPLAY](): Record<string, string> };
const shownOf = (result: object) => (result as unknown as Displayed)[DISPLAY]();

const hostile = '<img src=x onerror=alert(1)>热障涂层"\u202E';
const matcher = createMatcher([
  { id: 'A1', title: hostile },
  { id: 'A2', title: '热障涂层制备' },
]);
const result = matcher.match('热障涂层');

test('a notebook shows a result as a table, with texts as texts', () => {
  const { 'text/html': html, 'text/plain': plain } = shownOf(result);
  expect(html!.match(/<tr>/g)).toHaveLength(1 + result.matches.length);
  expect(html).toContain(result.matches[0]!.score.toFixed(3));
  expect(html).not.toMatch(/<img|\u202E/);
  expect(plain).toContain('热障涂层制备');
  expect(plain).toContain(result.answer!.zh);
});

test('all kinds of results are shown: lean ones, empty ones, those of a run', async () => {
  const lean = matcher.match('热障涂层', { lean: true });
  expect(shownOf(lean)['text/html']).toContain('A2');
  expect(shownOf(matcher.match('钢琴', { minScore: 1 }))['text/html']).toContain('<table>');
  expect(shownOf(matcher.similar('A2'))['text/plain']).toContain('A1');
  for await (const one of matcher.matchAll(['热障涂层'])) expect(shownOf(one)).toEqual(shownOf(result));
});

test('nothing else sees it: a result stays plain data', () => {
  expect(Object.getOwnPropertySymbols({ ...result })).toEqual([]);
  expect(structuredClone(result)).toEqual(result);
  expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(JSON.stringify({ ...result })));
  expect(Object.keys(result)).toEqual(Object.keys(structuredClone(result)));
});
