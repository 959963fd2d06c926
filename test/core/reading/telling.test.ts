import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/core/reading/roles.ts';
import { readStatements } from '../../../src/core/reading/statements.ts';
import { clausesTelling } from '../../../src/core/reading/telling.ts';
import { normalize } from '../../../src/core/terms/normalize.ts';

const told = (given: string, role: Role) => {
  const { text } = normalize(given);
  return clausesTelling(text, readStatements(text), role).map(({ start, end }) => text.slice(start, end));
};

describe('the clauses that tell a role', () => {
  it('are those whose own words do, whatever else their statement is there for', () => {
    expect(told('希望解决叶轮磨损快的问题，不改动现有设备。', 'problem')).toEqual([
      '希望解决叶轮磨损快的问题',
    ]);
    expect(told('叶轮老是磨损，噪声偏大。', 'problem')).toEqual(['叶轮老是磨损', '噪声偏大']);
    expect(told('要能装上，不得停机。', 'condition')).toEqual(['不得停机']);
  });

  it('are none of an introduction or a way of cooperation', () => {
    expect(told('公司成立于2003年，专业从事解决客户的腐蚀问题。', 'problem')).toEqual([]);
    expect(told('预算不高。', 'problem')).toEqual([]);
  });

  it('forbid nothing with 能不能', () => {
    expect(told('能不能早点知道', 'condition')).toEqual([]);
  });

  it('are none of an empty text', () => {
    expect(told('', 'problem')).toEqual([]);
  });
});
