import { DEFAULT_TAXONOMY } from 'cuohe';
import { describe, expect, it } from 'vitest';
import { readDocument } from './blocks.ts';

describe('the table of chains', () => {
  it.each(['docs/chains.md', 'docs/chains.zh-CN.md'])('%s lists the default taxonomy', (name) => {
    const rows = [...readDocument(name).matchAll(/^\| `(\w+)` \| (.+?) \| (.+?) \| (.*?) ?\|$/gm)];
    const told = rows.map(([, code, nameZh, nameEn, marks]) => ({
      code,
      nameZh,
      nameEn,
      advancedManufacturing: /advanced manufacturing|先进制造/.test(marks!),
      horizontal: /serves others|服务于其他链/.test(marks!),
    }));
    const chains = DEFAULT_TAXONOMY.chains.map(
      ({ code, nameZh, nameEn, advancedManufacturing = false, horizontal = false }) => ({
        code,
        nameZh,
        nameEn,
        advancedManufacturing,
        horizontal,
      }),
    );
    expect(told).toEqual(chains);
  });
});
