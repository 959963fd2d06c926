import type { ReadUnit } from '../quantities/units.ts';
import type { Name } from './names.ts';
import type { ChangeDirection, IndicatorComparator } from './words.ts';

/** A change in comparison with what there is: 提高一倍, 降低30%, 由62%提高到91%. */
export interface IndicatorChange {
  readonly direction: ChangeDirection;
  /** `by`: the value is the amount of the change. `to`: the value is where it ends. */
  readonly kind: 'by' | 'to';
  /** New value / old value: 2 for 提高一倍, 0.7 for 降低30%; absent where the text does not tell. */
  readonly ratio?: number;
}

/** A quantified indicator, as a text states it. */
export interface QuantifiedIndicator {
  /** The quantity as the text names it (温度均匀性); absent where no name stands before the number. */
  readonly name?: string;
  readonly comparator: IndicatorComparator;
  /** The number; of a range (`~`) the lower end, of a tolerance (`±`) its half width. Words of scale (万) are in it. */
  readonly value: number;
  /** Upper end of a range. */
  readonly high?: number;
  /** The unit as written; empty for a bare number. */
  readonly unit: string;
  /** The unit in one spelling: ℃, °C and 摄氏度 are `°C`, 毫米 is `mm`, m³/h is `m3/h`; empty for a bare number. */
  readonly unitKey: string;
  /** The value in the base unit of its dimension (`m`, `kg`, `s`, `Pa`, `%`, `W/(m·K)`); value × factor. */
  readonly base?: {
    readonly unit: string;
    readonly factor: number;
    readonly value: number;
    readonly high?: number;
  };
  readonly change?: IndicatorChange;
  /** The text from the name to the last word that belongs to it. */
  readonly raw: string;
  /** Where `raw` stands in the text as given, in UTF-16 units. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** An indicator while the text is read. */
export interface Draft {
  readonly name: Name;
  /** Where the words between name and number begin. */
  readonly wordsStart: number;
  readonly end: number;
  readonly comparator: IndicatorComparator;
  readonly low: number;
  readonly high?: number | undefined;
  readonly unit: ReadUnit | undefined;
  readonly unitText: readonly [start: number, end: number];
  readonly change?: IndicatorChange | undefined;
  readonly isTarget?: boolean;
  /** Indicators before it that turn out to be words of its name: 排放(15%氧)低于. */
  readonly nested?: number;
}
