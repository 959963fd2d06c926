import { it, expect } from 'vitest';
import { rows } from 'cuohe/programmes';
import { sampleResults } from './sample-results.ts';
import { SECRETS } from './sample-file.ts';
const seen = (v: unknown) => JSON.stringify(v, (_, x) => x instanceof Map ? [...x] : x instanceof Set ? [...x] : x);
it('leaks', async () => {
  const [a, b] = [await sampleResults('A'), await sampleResults('B')];
  for (const name of Object.keys(a)) {
    const x = seen(a[name]!), y = seen(b[name]!);
    const m = /秘件|密一|密二|77123|88456|771万|884万/.exec(x + y);
    if (m) console.log('SENTINEL', name, (x + y).slice(Math.max(0, m.index - 150), m.index + 60));
    if (x !== y) { let i = 0; while (x[i] === y[i]) i++; console.log('DIFF', name, '\n', x.slice(Math.max(0, i - 120), i + 120), '\n', y.slice(Math.max(0, i - 120), i + 120)); }
    let ra = '', rb = ''; try { ra = seen(rows(a[name] as never)); rb = seen(rows(b[name] as never)); } catch {}
    if (ra !== rb && x === y) console.log('ROWS', name);
    const ids = [...SECRETS].filter((id) => x.includes(`"${id}"`));
    if (ids.length) console.log('IDS', name, ids.length, ids[0], x.slice(Math.max(0, x.indexOf(`"${ids[0]}"`) - 100), x.indexOf(`"${ids[0]}"`) + 40));
  }
  expect(1).toBe(1);
});
