import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/base/errors.ts';
import { parseQuery } from '../../../src/core/records/query.ts';

describe('a query', () => {
  it('may be a text: the title of a record without an id', () => {
    expect(parseQuery('隔热涂层易剥落', 'demand')).toStrictEqual({
      id: '',
      title: '隔热涂层易剥落',
      kind: 'demand',
    });
  });

  it.each([undefined, null, ''])('may have the id %s, which is none', (id) => {
    expect(parseQuery({ id, title: '涂层' }, 'achievement')).toStrictEqual({
      id: '',
      title: '涂层',
      kind: 'achievement',
    });
  });

  it('that was read can be read again', () => {
    const once = parseQuery({ title: '涂层', stage: '中试', validTo: '2028年6月' }, 'demand');
    expect(parseQuery(once, 'demand')).toStrictEqual(once);
  });

  it('keeps the id it has', () => {
    expect(parseQuery({ id: 7, title: '', kind: 'expert' }, 'achievement')).toMatchObject({
      id: '7',
      kind: 'expert',
    });
  });

  it('needs no title where it has another text, and an empty one is no other text', () => {
    expect(parseQuery({ problem: '涂层剥落' }, 'demand')).toMatchObject({ id: '', title: '' });
    expect(() => parseQuery({ problem: '' }, 'demand')).toThrow('title: expected a text, received nothing');
  });

  it.each([
    [{}, 'title', 'a text', 'nothing'],
    [{ id: true, title: '' }, 'id', 'a text or a finite number or a bigint', 'boolean true'],
    [null, '', 'an object', 'null'],
    [[], '', 'an object', 'an array of 0'],
    [7, '', 'an object', 'number 7'],
  ])('%j is refused', (query, path, expected, received) => {
    let error: unknown;
    try {
      parseQuery(query as never, 'demand');
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).issues).toEqual([{ index: 0, path, expected, received }]);
  });

  it('keeps a getter’s one answer, without an id too', () => {
    let calls = 0;
    const query = {
      get title() {
        calls++;
        return '涂层';
      },
    };
    expect(parseQuery(query, 'demand').title).toBe('涂层');
    expect(calls).toBe(1);
  });
});
