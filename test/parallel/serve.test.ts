import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/base/version.ts';
import { engineOf } from '../../src/core/matcher/engine-of.ts';
import type { FromWorker, ToWorker } from '../../src/parallel/messages.ts';
import { serve } from '../../src/parallel/serve.ts';
import { tinyMatcher } from '../fixtures.ts';
import { TINY } from './workers.ts';

const matcher = tinyMatcher('涂层', '钢');
const engine = engineOf(matcher)!;
const queries = engine.read([{ id: 'q', title: '钢' }]);
const { answering } = engine.begin([], {});

/** A worker that is spoken to without delay, and a way to wait for so many of its messages. */
function served() {
  const heard: FromWorker[] = [];
  let say: (message: ToWorker) => void = () => {};
  let wake = () => {};
  serve({
    post: (message) => {
      heard.push(message);
      wake();
    },
    listen: (take) => {
      say = take;
    },
  });
  const hear = async (count: number) => {
    while (heard.length <= count) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    // Before anything else it says of which version it is.
    const [first, ...others] = heard;
    expect(first).toEqual({ type: 'ready', version: VERSION });
    return others;
  };
  const copy = new Uint8Array(matcher.save());
  say({ type: 'open', index: { copy }, parts: TINY.href, kernel: 'auto', statistics: undefined });
  return { say, hear };
}

describe('a worker', () => {
  it('answers chunks in the order in which they come', async () => {
    const { say, hear } = served();
    say({ type: 'begin', run: 1, answering, lean: false });
    for (const chunk of [0, 1]) say({ type: 'answer', run: 1, chunk, queries });
    const found = [...engine.answers(queries, answering)];
    expect(found[0]!.matches.map(({ index }) => index)).toEqual([1]);
    const heard = (await hear(2)).map((message) =>
      'found' in message ? { ...message, found: JSON.parse(message.found!) } : message,
    );
    expect(heard).toEqual(
      [0, 1].map((chunk) => ({ type: 'answered', run: 1, chunk, took: expect.any(Number), found })),
    );
  });

  it('answers none of a run that is over, and says so', async () => {
    const { say, hear } = served();
    for (const run of [1, 2]) say({ type: 'begin', run, answering, lean: false });
    for (const run of [1, 2, 1]) say({ type: 'answer', run, chunk: 0, queries });
    say({ type: 'end', run: 1 });
    const lengths = (await hear(3)).map(
      (message) => 'found' in message && message.found && JSON.parse(message.found).length,
    );
    expect(lengths).toEqual([undefined, 1, undefined]);
  });

  it('tells what it could not do', async () => {
    const { say, hear } = served();
    say({ type: 'begin', run: 1, answering, lean: false });
    say({
      type: 'answer',
      run: 1,
      chunk: 0,
      queries: [{ ...queries[0]!, kind: 'demand', cooperationModes: 1 as never }],
    });
    const [failed] = await hear(1);
    expect(failed).toMatchObject({ type: 'failed', message: expect.stringContaining('flatMap') });
    expect(failed).not.toHaveProperty('code');
  });
});
