import type { Amount } from '../../core/records/amount.ts';
import { foldWording } from '../../core/records/wording.ts';
import type { PartBody } from './part.ts';

/** A price for each of something: 38万元/台, 5万元/年, 800元每小时. */
const RATE = /[/每]/;
const TEN_THOUSAND = 1e4;
const HUNDRED_MILLION = 1e8;

/** 20万元, 1.2亿元, 800元, 3000 USD. */
export function moneyText(sum: number, currency: string): string {
  const number = (value: number) => String(Number(value.toPrecision(6)));
  if (currency !== 'CNY') return `${number(sum)} ${currency}`;
  if (sum >= HUNDRED_MILLION) return `${number(sum / HUNDRED_MILLION)}亿元`;
  return sum >= TEN_THOUSAND ? `${number(sum / TEN_THOUSAND)}万元` : `${number(sum)}元`;
}

/** In English: yuan in words of thousands are of no use. */
function moneyEn(sum: number, currency: string): string {
  return `${Number(sum.toPrecision(6)).toLocaleString('en')} ${currency}`;
}

/**
 * Price against budget. The whole price range within the budget: compatible; the whole above it: a conflict, with the
 * gap to its lower end; a range that reaches beyond: to be negotiated. Between currencies nothing is said without rates.
 * @param sharesEquity both sides accept a contribution as equity, so that a price above the budget need not be paid.
 * @param rates units of one common currency for a unit of each; absent currencies cannot be compared.
 */
export function comparedPrice(
  budget: Amount | undefined,
  price: Amount | undefined,
  sharesEquity: boolean,
  rates: Readonly<Record<string, number>>,
): PartBody {
  const missing = missingPart(budget, price);
  if (missing !== undefined) return missing;
  const factor = conversion(budget!.currency, price!.currency, rates);
  if (factor === undefined) {
    return unknown(
      'other-currency',
      `报价${price!.raw}与预算${budget!.raw}币种不同`,
      'price and budget are in different currencies',
      {
        zh: '请按当前汇率折算后比较',
        en: 'convert at the current rate',
      },
    );
  }
  const { currency } = budget!;
  const low = (price!.min ?? 0) * factor;
  const high = (price!.max ?? Number.POSITIVE_INFINITY) * factor;
  const most = budget!.max ?? Number.POSITIVE_INFINITY;
  const said = {
    zh: `报价${price!.raw}，预算${budget!.raw}`,
    en: `price ${price!.raw}, budget ${budget!.raw}`,
  };
  if (low > most) return above(low - most, currency, said, sharesEquity);
  if (RATE.test(foldWording(price!.raw))) {
    return unknown('per-unit', `${said.zh}，按单位计价`, `${said.en}, a price for each`, {
      zh: '请确认数量或期限后再比较总价',
      en: 'ask how many, or for how long',
    });
  }
  if (high <= (budget!.max ?? budget!.min!)) {
    return {
      status: 'met',
      code: 'within-budget',
      reason: { zh: `${said.zh}，未超预算`, en: `${said.en}, within budget` },
    };
  }
  if (most === Number.POSITIVE_INFINITY || high === Number.POSITIVE_INFINITY) {
    return unknown('open-end', `${said.zh}，一方只给出单边界限`, `${said.en}, one side gives one end only`, {
      zh: '请确认预算上限或最终报价',
      en: 'ask for the upper end',
    });
  }
  const gap = tidy(high - most);
  return {
    ...unknown(
      'partly-over',
      `${said.zh}，报价上限高出预算${moneyText(gap, currency)}`,
      `${said.en}, its upper end is ${moneyEn(gap, currency)} above`,
      {
        zh: `议价至${moneyText(most, currency)}以内即可对接`,
        en: `would match at ${moneyEn(most, currency)} or less`,
      },
    ),
    gap,
  };
}

function above(
  difference: number,
  currency: string,
  said: { readonly zh: string; readonly en: string },
  sharesEquity: boolean,
): PartBody {
  const gap = tidy(difference);
  const [zh, en] = [moneyText(gap, currency), moneyEn(gap, currency)];
  const reason = { zh: `${said.zh}，价格高出预算${zh}`, en: `${said.en}, the price is ${en} above` };
  if (sharesEquity) {
    const advice = {
      zh: `双方都接受作价入股，差额${zh}可作价入股`,
      en: `both accept equity: ${en} can be contributed`,
    };
    return { status: 'unknown', code: 'by-equity', reason, advice, gap };
  }
  return {
    status: 'failed',
    code: 'over-budget',
    reason,
    advice: {
      zh: `若降价或增加预算${zh}，即可对接`,
      en: `would match if the price fell, or the budget rose, by ${en}`,
    },
    gap,
  };
}

/** What keeps the two from being compared at all. */
function missingPart(budget: Amount | undefined, price: Amount | undefined): PartBody | undefined {
  const sides = [
    { amount: budget, zh: '预算', en: 'budget' },
    { amount: price, zh: '报价', en: 'price' },
  ];
  const open = sides.find(({ amount }) => amount?.min === undefined && amount?.max === undefined);
  if (open === undefined) return undefined;
  const { amount, zh, en } = open;
  if (amount?.negotiable === true) {
    return unknown('negotiable', `${zh}面议`, `the ${en} is left to negotiation`, {
      zh: `请双方先交换${zh}区间`,
      en: `exchange a range of the ${en} first`,
    });
  }
  return unknown('not-stated', `未写明${zh}`, `no ${en} is stated`, {
    zh: `请补充${zh}`,
    en: `ask for the ${en}`,
  });
}

function unknown(
  code: PartBody['code'],
  zh: string,
  en: string,
  advice: NonNullable<PartBody['advice']>,
): PartBody {
  return { status: 'unknown', code, reason: { zh, en }, advice };
}

/** Price currency → budget currency. */
function conversion(to: string, from: string, rates: Readonly<Record<string, number>>): number | undefined {
  if (to === from) return 1;
  const rate = (code: string) => (Object.hasOwn(rates, code) ? rates[code] : undefined);
  const [a, b] = [rate(from), rate(to)];
  return a === undefined || b === undefined ? undefined : a / b;
}

/** Sums of money to hundredths. */
function tidy(sum: number): number {
  return Math.round(sum * 100) / 100;
}
