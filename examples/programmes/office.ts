import { flow } from '../office/flow.ts';
import { page } from '../office/pages.ts';
import type { DemoProgramme } from './types.ts';

export const programme: DemoProgramme = {
  key: 'office',
  number: 0,
  titleZh: '一个中心的一年',
  titleEn: 'A year of an office',
  async run() {
    const pages: string[] = [];
    const office = await flow((title, table) => pages.push(page(title, table)));
    const { cases } = office.ledger;
    const results = [office.ledger, office.funnel(), office.performance(), office.contracts()] as const;
    const [, funnel, performance, contracts] = results;
    return {
      json: { cases, funnel, performance, contracts },
      text: pages.join('\n').trimEnd(),
      results,
      titles: office.titles,
    };
  },
};
