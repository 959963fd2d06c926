import { describe, expect, it } from 'vitest';
import { readTitle } from '../../../src/core/reading/titles.ts';

const NEEDS = '急需解决缸筒内壁珩磨后有螺旋纹的问题';
const rolesOf = (title: string, told = NEEDS) =>
  readTitle(title, told).map(({ start, end, role }) => [role, title.slice(start, end)]);

describe('a title', () => {
  it('is read whole', () => {
    expect(rolesOf('缸筒珩磨')).toEqual([['other', '缸筒珩磨']]);
    expect(rolesOf('某某公司的液压油缸')).toEqual([['other', '某某公司的液压油缸']]);
    expect(rolesOf('')).toEqual([]);
  });

  it.each(['泰山液压有限公司技术需求登记表', '关于发布技术需求的公告', '鲁中液压集团——技术难题揭榜'])(
    'that announces a demand and does not name it says who asks: %s',
    (title) => {
      expect(rolesOf(title)).toEqual([['company', title]]);
    },
  );

  it('that announces a demand and names it holds both', () => {
    expect(rolesOf('泰山液压有限公司关于缸筒珩磨的技术需求')).toEqual([
      ['company', '泰山液压有限公司'],
      ['other', '关于缸筒珩磨的技术需求'],
    ]);
    expect(rolesOf('珩磨螺旋纹技术需求')).toEqual([['other', '珩磨螺旋纹技术需求']]);
  });

  it('names the asker where its words are in none of the needs', () => {
    expect(rolesOf('老街酱园——技术难题揭榜')[0]![0]).toBe('company');
    expect(rolesOf('缸筒之家——技术难题揭榜')[0]![0]).toBe('other');
  });

  it('is all there is where no text tells a need', () => {
    for (const title of ['老街酱园——技术难题揭榜', '泰山液压有限公司技术需求登记表']) {
      expect(rolesOf(title, '')).toEqual([['other', title]]);
    }
  });

  it('covers no more than itself, in order', () => {
    for (const title of ['公司需求', '集团公司技术需求', '平台需求', '𠮷田公司需求珩磨', '公'.repeat(60)]) {
      let at = 0;
      for (const { start, end } of readTitle(title, NEEDS)) {
        expect(start).toBe(at);
        at = end;
      }
      expect(at).toBe(title.length);
    }
  });
});
