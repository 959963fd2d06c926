import { describe, expect, it } from 'vitest';
import { maturityOf, wantedMaturity } from '../../../src/core/reading/maturity.ts';

describe('how ready a text says a thing is', () => {
  it.each<[string, readonly [number, number] | undefined, string]>([
    ['已在三家钢厂批量应用', [9, 9], 'in use'],
    ['已批量生产，供货两年', [9, 9], 'made in numbers'],
    ['稳定运行18个月', [9, 9], 'a time of use'],
    ['完成中试验证', [6, 8], 'pilot scale'],
    ['已完成工程样机', [6, 8], 'a prototype'],
    ['实验室阶段，收率90%', [3, 5], 'laboratory'],
    ['已完成动物实验', [3, 5], 'tried on animals'],
    ['尚未批量应用', undefined, 'taken back'],
    ['计划开展中试', undefined, 'planned'],
    ['适用于高温环境', undefined, 'nothing is said'],
  ])('%s → %j: %s', (text, trl) => {
    expect(maturityOf(text)?.trl).toEqual(trl);
  });

  it.each<[string, boolean, string]>([
    ['要求技术成熟，可直接上线', true, 'asked for'],
    ['需要有同行业应用案例', true, 'a case of use'],
    ['不接受实验室阶段的成果', true, 'the laboratory is ruled out'],
    ['希望联合攻关', false, 'nothing is asked'],
  ])('%s asks for something ready: %s', (text, wants) => {
    expect(wantedMaturity(text) !== undefined).toBe(wants);
  });
});
