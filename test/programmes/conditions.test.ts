import { readdirSync, readFileSync } from 'node:fs';
import { CHALLENGE_LABELS } from 'cuohe/programmes/challenge';
import { COMPATIBILITY_LABELS } from 'cuohe/programmes/compatibility';
import { RESOURCE_LABELS } from 'cuohe/programmes/resources';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONDITION_STATUS_LABELS,
  CONDITION_STATUSES,
  fromBoolean,
  worstOf,
} from '../../src/programmes/common/conditions.ts';

describe('what conditions come to together', () => {
  it('is met only where each of them is, failed where any is, whatever the order and however often', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CONDITION_STATUSES)), (statuses) => {
        const all = worstOf(statuses);
        expect(all === 'met').toBe(statuses.every((status) => status === 'met'));
        expect(all === 'failed').toBe(statuses.some((status) => status === 'failed'));
        expect(worstOf([...statuses].reverse().concat(statuses))).toBe(all);
      }),
    );
  });

  it('is what the parts come to that were put together before', () => {
    const statuses = fc.array(fc.constantFrom(...CONDITION_STATUSES));
    fc.assert(
      fc.property(statuses, statuses, (some, others) => {
        expect(worstOf([worstOf(some), worstOf(others)])).toBe(worstOf([...some, ...others]));
      }),
    );
  });
});

describe('a condition', () => {
  it('is called the same by every programme, and by no table of its own', () => {
    for (const { status } of [CHALLENGE_LABELS, COMPATIBILITY_LABELS, RESOURCE_LABELS]) {
      expect(status).toBe(CONDITION_STATUS_LABELS);
    }
    const rooms = new URL('../../src/programmes/', import.meta.url);
    const sources = readdirSync(rooms, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    expect(sources.length).toBeGreaterThan(100);
    const named = sources.filter((file) =>
      CONDITION_STATUSES.some((status) =>
        readFileSync(new URL(file.replaceAll('\\', '/'), rooms), 'utf8').includes(
          `zh: '${CONDITION_STATUS_LABELS[status].zh}'`,
        ),
      ),
    );
    expect(named).toEqual([]);
  });

  it('that nobody can answer is unknown, and not met', () => {
    expect([true, false, undefined].map(fromBoolean)).toEqual(['met', 'failed', 'unknown']);
  });

  it('has a label of its own for each status, in both languages', () => {
    expect(Object.keys(CONDITION_STATUS_LABELS)).toEqual(CONDITION_STATUSES);
    for (const language of ['zh', 'en'] as const) {
      expect(
        new Set(CONDITION_STATUSES.map((status) => CONDITION_STATUS_LABELS[status][language])).size,
      ).toBe(3);
    }
  });
});
