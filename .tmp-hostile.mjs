var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// ../../main/node_modules/natural/lib/natural/distance/jaro-winkler_distance.js
var require_jaro_winkler_distance = __commonJS({
  "../../main/node_modules/natural/lib/natural/distance/jaro-winkler_distance.js"(exports, module) {
    "use strict";
    function distance(s1, s2) {
      if (typeof s1 !== "string" || typeof s2 !== "string") {
        return 0;
      }
      if (s1.length === 0 || s2.length === 0) {
        return 0;
      }
      const matchWindow = Math.floor(Math.max(s1.length, s2.length) / 2) - 1;
      const matches1 = new Array(s1.length);
      const matches2 = new Array(s2.length);
      let m = 0;
      let t2 = 0;
      let i = 0;
      let k = 0;
      for (i = 0; i < s1.length; i++) {
        const start = Math.max(0, i - matchWindow);
        const end = Math.min(i + matchWindow + 1, s2.length);
        for (k = start; k < end; k++) {
          if (matches2[k]) {
            continue;
          }
          if (s1[i] !== s2[k]) {
            continue;
          }
          matches1[i] = true;
          matches2[k] = true;
          m++;
          break;
        }
      }
      if (m === 0) {
        return 0;
      }
      k = 0;
      for (i = 0; i < s1.length; i++) {
        if (!matches1[i]) {
          continue;
        }
        while (!matches2[k]) {
          k++;
        }
        if (s1[i] !== s2[k]) {
          t2++;
        }
        k++;
      }
      t2 = t2 / 2;
      return (m / s1.length + m / s2.length + (m - t2) / m) / 3;
    }
    function JaroWinklerDistance(s1, s2, options = {}) {
      if (s1 === s2) {
        return 1;
      } else {
        if (options.ignoreCase) {
          s1 = s1.toLowerCase();
          s2 = s2.toLowerCase();
        }
        const jaro = options.dj === void 0 ? distance(s1, s2) : options.dj;
        const p = 0.1;
        let l = 0;
        while (s1[l] === s2[l] && l < 4) {
          l++;
        }
        return jaro + l * p * (1 - jaro);
      }
    }
    module.exports = JaroWinklerDistance;
  }
});

// src/base/printable.ts
var UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
function printable(text3) {
  return text3.replace(UNSEEN, (char) => {
    const hex = char.codePointAt(0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
  });
}
function cut(text3, most) {
  if (text3.length <= most) return text3;
  const isParted = text3.codePointAt(most - 1) > 65535;
  return `${text3.slice(0, isParted ? most - 1 : most)}\u2026`;
}
var SHOWN = 40;
function shorten(text3) {
  return printable(cut(text3, SHOWN));
}
function quote(text3) {
  return printable(JSON.stringify(cut(text3, SHOWN)));
}
function quoteAll(names, most) {
  const shown = names.slice(0, most).map(quote).join(", ");
  return names.length <= most ? shown : `${shown} and ${names.length - most} more`;
}

// src/base/errors.ts
var LONGEST_LINE = 3e3;
var CuoheError = class extends Error {
  code;
  /** @param message one line, or several; a line break within a line is shown as an escape. */
  constructor(code2, message, options) {
    const lines = typeof message === "string" ? [message] : message;
    super(lines.map((line) => printable(cut(line, LONGEST_LINE))).join("\n"), options);
    this.name = "CuoheError";
    this.code = code2;
  }
};
var MOST_ISSUES = 1e3;
var InputError = class extends CuoheError {
  /** The first thousand, in their order; of one record at most thirty. Their texts are cut, and safe to show. */
  issues;
  /** Number of all issues found. */
  total;
  /** @param total where more were found than are given. */
  constructor(code2, what, issues, cause, total = issues.length) {
    const kept2 = issues.slice(0, MOST_ISSUES).map(shownIssue);
    super(code2, summary(what, kept2, total), cause === void 0 ? void 0 : { cause });
    this.name = "InputError";
    this.issues = kept2;
    this.total = total;
  }
};
var LONGEST = { id: 1024, place: 400, path: 200, expected: 2e3, received: 1e3 };
function shownIssue(issue) {
  const { id, place, path, expected, received } = issue;
  return {
    ...issue,
    ...id === void 0 ? {} : { id: cut(id, LONGEST.id) },
    ...place === void 0 ? {} : { place: printable(cut(place, LONGEST.place)) },
    path: printable(cut(path, LONGEST.path)),
    expected: printable(cut(expected, LONGEST.expected)),
    received: printable(cut(received, LONGEST.received))
  };
}
var SHOWN2 = 100;
function summary(what, issues, total) {
  const lines = issues.slice(0, SHOWN2).map((issue) => `  ${describeIssue(issue)}`);
  const more = total - lines.length;
  if (more > 0) lines.push(`  \u2026 and ${more} more (see error.issues)`);
  return [`${what}: ${total === 1 ? "1 problem" : `${total} problems`}`, ...lines];
}
function describeIssue(issue) {
  const { index, id, place, path, expected, received } = shownIssue(issue);
  const where = [
    index >= 0 ? `[${index}]` : "",
    id === void 0 ? "" : `id ${quote(id)}`,
    place ?? "",
    path
  ].filter((part) => part !== "");
  return `${where.join(" ") || "input"}: expected ${expected}, received ${received}`;
}
function describeValue(value) {
  if (value === void 0) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") {
    return `the text ${quote(value)}`;
  }
  if (typeof value === "number" || typeof value === "boolean") return `${typeof value} ${String(value)}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "an invalid Date" : `the Date ${value.toISOString()}`;
  if (typeof value === "object") return "an object";
  return `a ${typeof value}`;
}

// src/base/issues.ts
function issueOf(path, expected, received, where = {}) {
  return { index: -1, ...where, path, expected, received };
}
var Issues = class {
  noted = [];
  count = 0;
  /** What is wrong, in the order in which it was noted: the first of it, as many as an error keeps. */
  get all() {
    return this.noted;
  }
  /** Whether more is not kept: what is found then need not be put into words. */
  get isFull() {
    return this.noted.length === MOST_ISSUES;
  }
  /** Counts problems that are not put into words. */
  addUntold(count) {
    this.count += count;
  }
  /** Notes a problem. `received` is the value itself; it is described, not kept. */
  add(path, expected, received, where) {
    if (this.isFull) this.count++;
    else this.addText(path, expected, describeValue(received), where);
  }
  /** Notes a problem whose `received` is in words already. */
  addText(path, expected, received, where) {
    this.note(issueOf(path, expected, received, where));
  }
  /** Notes a problem unless something holds; returns whether it does. */
  expect(holds2, path, expected, received, where) {
    if (!holds2) this.add(path, expected, received, where);
    return holds2;
  }
  /** Notes each item of a list that is not as expected, or that there is no list; an absent list is fine. */
  expectList(list, path, expected, isGood) {
    if (list === void 0) return;
    if (!Array.isArray(list)) this.add(path, `an array of ${expected}`, list);
    else
      for (let i = 0; i < list.length; i++) this.expect(isGood(list[i]), `${path}[${i}]`, expected, list[i]);
  }
  /**
   * Takes over what others noted. No spread: a million issues would be a million arguments.
   * @param total of them, where not all were put into words.
   */
  take(issues, total = issues.length) {
    for (const issue of issues) this.note(issue);
    this.count += total - issues.length;
  }
  note(issue) {
    this.count++;
    if (!this.isFull) this.noted.push(issue);
  }
  /** @throws InputError with all that was noted, if anything was. */
  throwAs(code2, what, cause) {
    if (this.count > 0) throw new InputError(code2, what, this.noted, cause, this.count);
  }
  /** @throws InputError `INVALID_OPTIONS` with all that was noted, if anything was. */
  throwAsOptions() {
    this.throwAs("INVALID_OPTIONS", "Bad options");
  }
};

// src/core/records/numerals.ts
var DIGITS = new Map([
  ...[..."\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D"].map((char, i) => [char, i]),
  ...[..."\u58F9\u8D30\u53C1\u8086\u4F0D\u9646\u67D2\u634C\u7396"].map((char, i) => [char, i + 1]),
  ["\u3007", 0],
  ["\u4E24", 2]
]);
var STEPS = /* @__PURE__ */ new Map([
  ["\u5341", 10],
  ["\u62FE", 10],
  ["\u767E", 100],
  ["\u4F70", 100],
  ["\u5343", 1e3],
  ["\u4EDF", 1e3]
]);
var BIG = /* @__PURE__ */ new Map([
  ["\u4E07", 1e4],
  ["\u4EBF", 1e8]
]);
var DIGIT = "\u96F6\u3007\u4E00\u4E8C\u4E24\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u58F9\u8D30\u53C1\u8086\u4F0D\u9646\u67D2\u634C\u7396";
var NUMERAL = `[${DIGIT}\u5341\u62FE][${DIGIT}\u5341\u62FE\u767E\u4F70\u5343\u4EDF\u4E07\u4EBF]*`;
var TO = "[-~\u2014\u81F3\u5230]+";
var AFTER = String.raw`(?=\s|$|[元美港欧日英澳加整正左上以起之内封])(?!上市|日)|(?=[,.;:、。()/+~<>-]|—|至|到|每)`;
var SUMS = new RegExp(
  `(?<![\u7B2C\u51E0\u6570\u8FD1\u597D\u4E0A${DIGIT}\u5341\u62FE\u767E\u4F70\u5343\u4EDF\u4E07\u4EBF\\d])(${NUMERAL})(\u5143?)(?:(${TO})(${NUMERAL}))?(?:${AFTER})`,
  "g"
);
function plainNumerals(text3) {
  return text3.replace(SUMS, (whole, first, unit, to, second) => {
    const last2 = second ?? first;
    if (last2.length === 1 && !/[十拾]/.test(last2) && unit === "" && text3.trim() !== whole) return whole;
    const [low, high] = [plain(first), second === void 0 ? "" : plain(second)];
    if (low === void 0 || high === void 0) return whole;
    return `${low}${unit}${to ?? ""}${high}`;
  });
}
function plain(numeral) {
  const end = numeral.at(-1);
  if (BIG.has(end)) {
    const head = numeral.slice(0, -1);
    if (/[万亿]/.test(head)) {
      const value3 = numeralValue(numeral);
      return value3 === void 0 ? void 0 : `${value3}\u5143`;
    }
    const value2 = numeralValue(head);
    return value2 === void 0 ? void 0 : `${value2}${end}`;
  }
  const value = numeralValue(numeral);
  return value === void 0 ? void 0 : `${value}${/[万亿]/.test(numeral) ? "\u5143" : ""}`;
}
function numeralValue(numeral) {
  if (numeral === "") return void 0;
  if ([...numeral].every((char) => DIGITS.has(char)))
    return Number([...numeral].map((char) => DIGITS.get(char)).join(""));
  let total = 0;
  let section = 0;
  let digit;
  let place = 1;
  for (const char of numeral) {
    const big = BIG.get(char);
    const step = STEPS.get(char);
    if (big !== void 0) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return void 0;
      total = big === 1e8 ? (total + section) * big : total + section * big;
      section = 0;
      digit = void 0;
      place = big / 10;
    } else if (step !== void 0) {
      section += (digit ?? 1) * step;
      digit = void 0;
      place = step / 10;
    } else {
      if (digit !== void 0 && digit !== 0) return void 0;
      digit = DIGITS.get(char);
      if (digit === 0) place = 1;
    }
  }
  return total + section + (digit ?? 0) * place;
}

// src/core/records/wording.ts
var MAX_WORDING = 500;
function foldWording(value) {
  return value.slice(0, MAX_WORDING).normalize("NFKC").replace(/\s+/g, " ").trim();
}

// src/core/records/date-words.ts
var NUMERALS = /(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九十]+(?=年|个?月|日|号|季)/g;
var SHORT_YEAR = /(?<![\d.])([2-4]\d)年(?=\d{1,2}月|第?[1-4]季|q[1-4]|[上下]半年|年?[底末初])/gi;
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var MONTH = `(${MONTHS.join("|")})[a-z]{0,6}\\.?`;
var DAY_FIRST = new RegExp(
  `(?<![\\da-z])(\\d{1,2})(?:st|nd|rd|th)?[-/ ]${MONTH}[-/, ]{1,2}(\\d{4}|\\d{2})(?!\\d)`,
  "gi"
);
var MONTH_FIRST = new RegExp(`(?<![a-z])${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "gi");
var MONTH_ALONE = new RegExp(`(?<![a-z\\d] ?)${MONTH},? (\\d{4})(?!\\d)`, "gi");
var MONTH_DAY_YEAR = /(?<![\d/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d/.-])/g;
function datesInOneForm(wording) {
  return foldWording(wording).replace(NUMERALS, (numeral) => String(numeralValue(numeral) ?? numeral)).replace(/(\d)号/g, "$1\u65E5").replace(SHORT_YEAR, "20$1\u5E74").replace(/(?<=\d)年(?:年(?=[底末初])|度(?=$|[ ,;，；。前内底末]))/g, "\u5E74").replace(/ ?[(（](?:星期|周|礼拜)[一二三四五六日天1-6][)）]| (?:星期|周)[一二三四五六日天]/g, "").replace(/(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? (?=\d|[a-z]{3})/gi, "").replace(DAY_FIRST, (_, day2, month, year) => chinese(year, month, day2)).replace(MONTH_FIRST, (_, month, day2, year) => chinese(year, month, day2)).replace(MONTH_ALONE, (_, month, year) => chinese(year, month)).replace(MONTH_DAY_YEAR, (whole, first, _sign, second, year) => {
    if (first === second) return `${year}\u5E74${first}\u6708${second}\u65E5`;
    if (Number(first) > 12) return `${year}\u5E74${second}\u6708${first}\u65E5`;
    return Number(second) > 12 ? `${year}\u5E74${first}\u6708${second}\u65E5` : whole;
  });
}
function chinese(year, month, day2) {
  const number5 = MONTHS.indexOf(month.toLowerCase()) + 1;
  return `${year.length === 2 ? `20${year}` : year}\u5E74${number5}\u6708${day2 === void 0 ? "" : `${day2}\u65E5`}`;
}
var BEGIN_DAY = [1, 11, 21];
var QUARTER_FIRST = /^Q([1-4])[ /-]?([1-9]\d{3})$/i;
var PARTS = /^([1-9]\d{3})[^\dQH上下初]*(?:第?([1-4])季度?|Q([1-4])|H([12])|([上下])半年|(初)|(\d{1,2})月?([上中下]旬|初))$/i;
function partOfYear(text3) {
  const found = PARTS.exec(text3.replace(QUARTER_FIRST, "$2Q$1"));
  if (found === null) return void 0;
  const year = Number(found[1]);
  const quarter = found[6] === void 0 ? found[2] ?? found[3] : 1;
  if (quarter !== void 0) return { year, from: [Number(quarter) * 3 - 2, 1], to: [Number(quarter) * 3] };
  const half = found[4] ?? (found[5] && (found[5] === "\u4E0A" ? "1" : "2"));
  if (half !== void 0) return { year, from: [half === "1" ? 1 : 7, 1], to: [half === "1" ? 6 : 12] };
  const month = Number(found[7]);
  if (month < 1 || month > 12) return void 0;
  const third = Math.max(0, "\u4E0A\u4E2D\u4E0B".indexOf(found[8][0]));
  const begin = BEGIN_DAY[third];
  return { year, from: [month, begin], to: third === 2 ? [month] : [month, begin + 9] };
}

// src/core/records/dates.ts
var SEPARATED = /^([1-9]\d{3}) ?[-/.年] ?(?:(\d{1,2}) ?(?:[-/.月] ?(?:(\d{1,2}) ?日?)?)?)?(?:(?:T| ?)(?:上午|下午|晚上?)? ?\d{1,2}(?::\d{2}[\d:.]*|[时点](?:\d{1,2}分?|整)?)(?: ?[ap]m|Z| ?(?:gmt|utc)? ?[+-]\d{2}:?\d{2}(?: \([^()]*\))?)?)?(?: ?[底末]?)?$/i;
var UNTIL_BEFORE = /^(?:有效期?|合作期?|期限|需求时限)?[:为 ]*(?:截止(?:日期|时间|日)?到?|截至|有效期?至|止于)[:为于 ]*/;
var UNTIL_BEHIND = / ?(?:(?:之|以)?前|止|为止|截止|到期)$/;
var COMPACT = /^([1-9]\d{3})(\d{2})(\d{2})$/;
var YEAR = /^([1-9]\d{3})$/;
function parseDate(value) {
  const text3 = foldWording(value);
  const counted = NUMBER.test(text3) ? dayOfNumber(Number(text3)) : void 0;
  if (counted !== void 0) return { raw: value, from: counted, to: counted };
  const bare = datesInOneForm(text3).replace(UNTIL_BEFORE, "").replace(UNTIL_BEHIND, "");
  const part = partOfYear(bare);
  if (part !== void 0) {
    const [month2, day3 = daysIn(part.year, month2)] = part.to;
    return { raw: value, from: iso(part.year, ...part.from), to: iso(part.year, month2, day3) };
  }
  const parts = SEPARATED.exec(bare) ?? COMPACT.exec(bare) ?? YEAR.exec(bare);
  if (parts === null) return { raw: value };
  const year = Number(parts[1]);
  const month = parts[2] === void 0 ? void 0 : Number(parts[2]);
  const day2 = parts[3] === void 0 ? void 0 : Number(parts[3]);
  if (month !== void 0 && (month < 1 || month > 12)) return { raw: value };
  if (day2 !== void 0 && (day2 < 1 || day2 > daysIn(year, month))) return { raw: value };
  const from = iso(year, month ?? 1, day2 ?? 1);
  const to = iso(year, month ?? 12, day2 ?? daysIn(year, month ?? 12));
  return { raw: value, from, to };
}
var NUMBER = /^\d{5,}(?:\.\d+)?$/;
var MS_PER_DAY = 864e5;
var SPREADSHEET_EPOCH = Date.UTC(1899, 11, 30);
var COUNTS = [
  { from: 2e4, to: 8e4, time: (days) => SPREADSHEET_EPOCH + days * MS_PER_DAY },
  { from: 1e9, to: 5e9, time: (seconds) => seconds * 1e3 },
  { from: 1e12, to: 5e12, time: (ms) => ms }
];
function dayOfNumber(value) {
  const count = COUNTS.find(({ from, to }) => value >= from && value < to);
  return count && new Date(count.time(value)).toISOString().slice(0, "YYYY-MM-DD".length);
}
function dateText(value) {
  return value instanceof Date ? value.toISOString() : String(value);
}
function daysIn(year, month) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
function iso(year, month, day2) {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day2).padStart(2, "0")}`;
}

// src/programmes/common/check.ts
import * as z3 from "zod/mini";

// src/base/shapes.ts
import * as z from "zod/mini";

// src/base/options.ts
var import_jaro_winkler_distance = __toESM(require_jaro_winkler_distance(), 1);
var LIKELY = 0.8;
function expectKeys(issues, given, known3, path = "", otherNames = {}) {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    issues.add(path, "an object", given);
    return false;
  }
  for (const key of Object.keys(given)) {
    if (known3.includes(key)) continue;
    const value = given[key];
    if (value === void 0) continue;
    const meant = Object.hasOwn(otherNames, key) ? otherNames[key] : nearest(key, known3);
    const expected = meant === void 0 ? `one of ${known3.join(", ")}` : `a known option: did you mean ${meant}?`;
    issues.addText(joined(path, shorten(key)), expected, describeValue(value));
  }
  return true;
}
function nearest(name, known3) {
  const folded = name.toLowerCase();
  let best;
  let most = LIKELY;
  for (const candidate of known3) {
    const other = candidate.toLowerCase();
    const similarity = `${folded}s` === other || folded === `${other}s` ? 1 : (0, import_jaro_winkler_distance.default)(folded, other);
    if (similarity > most) {
      most = similarity;
      best = candidate;
    }
  }
  return best;
}
function joined(path, key) {
  return path === "" ? key : `${path}.${key}`;
}

// src/base/shapes.ts
function itemOf(shape) {
  return z.looseObject(shape);
}
function optionsOf(shape, otherNames = {}) {
  const known3 = Object.keys(shape);
  const others = Object.fromEntries(
    Object.entries(otherNames).filter(([, meant]) => known3.includes(meant.split(".")[0]))
  );
  const values = itemOf(shape);
  return z.custom().check(({ value, issues }) => {
    const read = values.safeParse(value);
    for (const issue of read.error?.issues ?? [])
      issues.push({ ...issue, input: value });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return;
    const names = new Issues();
    expectKeys(names, value, known3, "", others);
    for (const { path, expected, received } of names.all) {
      issues.push({ code: "custom", path: [path], message: expected, params: { received }, input: value });
    }
  });
}

// src/base/zod-issues.ts
var MOST_OF_VALUE = 30;
function toInputIssues(issues, value, index, place) {
  const id = readId(value);
  return issues.slice(0, MOST_OF_VALUE).map((issue) => ({
    index,
    ...id === void 0 ? {} : { id },
    ...place === void 0 ? {} : { place },
    path: pathText(issue.path),
    expected: expectation(issue),
    received: receivedOf(issue, value)
  }));
}
function readId(value) {
  return idText(typeof value === "object" && value !== null ? value.id : void 0);
}
function idText(id) {
  if (typeof id === "string") return id;
  if (typeof id === "bigint") return String(id);
  if (typeof id !== "number" || !Number.isFinite(id)) return void 0;
  return Number.isInteger(id) ? String(BigInt(id)) : String(id);
}
function describeThrown(error) {
  return error instanceof Error ? `an error: ${shorten(error.message)}` : `an error: ${describeValue(error)}`;
}
var SHOWN_KEYS = 10;
function pathText(path) {
  return path.map((key, i) => typeof key === "number" ? `[${key}]` : `${i > 0 ? "." : ""}${shorten(String(key))}`).join("");
}
function receivedOf(issue, value) {
  if (issue.code === "unrecognized_keys") return quoteAll(issue.keys, SHOWN_KEYS);
  const said = issue.code === "custom" ? issue.params?.received : void 0;
  return typeof said === "string" ? said : describeValue(at(value, issue.path));
}
function at(value, path) {
  return path.reduce(
    (inner, key) => typeof inner === "object" && inner !== null ? inner[key] : void 0,
    value
  );
}
function expectation(issue) {
  switch (issue.code) {
    case "invalid_type":
      return TYPE_WORDS[issue.expected] ?? issue.expected;
    case "too_small":
      return issue.origin === "string" ? "a text that is not empty" : `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string" ? `at most ${issue.maximum} characters` : `${issue.inclusive ? "at most" : "less than"} ${issue.maximum}`;
    case "invalid_value":
      return `one of ${issue.values.map((v) => JSON.stringify(v)).join(", ")}`;
    case "invalid_format":
      return issue.format === "date" ? "a date YYYY-MM-DD" : issue.format;
    case "invalid_union":
      return [
        ...new Set(issue.errors.map((branch) => branch[0] ? branchText(branch[0]) : "another shape"))
      ].join(" or ");
    case "unrecognized_keys":
      return "no other keys";
    default:
      return issue.message;
  }
}
function branchText(issue) {
  const path = pathText(issue.path);
  return path === "" ? expectation(issue) : `${path}: ${expectation(issue)}`;
}
var TYPE_WORDS = {
  string: "a text",
  number: "a finite number",
  boolean: "true or false",
  array: "an array",
  tuple: "an array",
  object: "an object",
  int: "a whole number",
  bigint: "a bigint",
  date: "a valid Date",
  function: "a function"
};

// src/core/records/kinds.ts
var SUPPLY_KINDS = [
  "achievement",
  "expert",
  "team",
  "direction",
  "patent",
  "instrument",
  "service",
  "institution",
  "pilot-base"
];
var RECORD_KINDS = [...SUPPLY_KINDS, "demand"];

// src/core/records/region-names.ts
var NAMES = new Map(
  Object.entries({
    11: ["\u5317\u4EAC\u5E02", "Beijing"],
    12: ["\u5929\u6D25\u5E02", "Tianjin"],
    13: ["\u6CB3\u5317\u7701", "Hebei"],
    14: ["\u5C71\u897F\u7701", "Shanxi"],
    15: ["\u5185\u8499\u53E4\u81EA\u6CBB\u533A", "Inner Mongolia"],
    21: ["\u8FBD\u5B81\u7701", "Liaoning"],
    22: ["\u5409\u6797\u7701", "Jilin"],
    23: ["\u9ED1\u9F99\u6C5F\u7701", "Heilongjiang"],
    31: ["\u4E0A\u6D77\u5E02", "Shanghai"],
    32: ["\u6C5F\u82CF\u7701", "Jiangsu"],
    33: ["\u6D59\u6C5F\u7701", "Zhejiang"],
    34: ["\u5B89\u5FBD\u7701", "Anhui"],
    35: ["\u798F\u5EFA\u7701", "Fujian"],
    36: ["\u6C5F\u897F\u7701", "Jiangxi"],
    37: ["\u5C71\u4E1C\u7701", "Shandong"],
    41: ["\u6CB3\u5357\u7701", "Henan"],
    42: ["\u6E56\u5317\u7701", "Hubei"],
    43: ["\u6E56\u5357\u7701", "Hunan"],
    44: ["\u5E7F\u4E1C\u7701", "Guangdong"],
    45: ["\u5E7F\u897F\u58EE\u65CF\u81EA\u6CBB\u533A", "Guangxi"],
    46: ["\u6D77\u5357\u7701", "Hainan"],
    50: ["\u91CD\u5E86\u5E02", "Chongqing"],
    51: ["\u56DB\u5DDD\u7701", "Sichuan"],
    52: ["\u8D35\u5DDE\u7701", "Guizhou"],
    53: ["\u4E91\u5357\u7701", "Yunnan"],
    54: ["\u897F\u85CF\u81EA\u6CBB\u533A", "Tibet"],
    61: ["\u9655\u897F\u7701", "Shaanxi"],
    62: ["\u7518\u8083\u7701", "Gansu"],
    63: ["\u9752\u6D77\u7701", "Qinghai"],
    64: ["\u5B81\u590F\u56DE\u65CF\u81EA\u6CBB\u533A", "Ningxia"],
    65: ["\u65B0\u7586\u7EF4\u543E\u5C14\u81EA\u6CBB\u533A", "Xinjiang"],
    71: ["\u53F0\u6E7E\u7701", "Taiwan"],
    81: ["\u9999\u6E2F\u7279\u522B\u884C\u653F\u533A", "Hong Kong"],
    82: ["\u6FB3\u95E8\u7279\u522B\u884C\u653F\u533A", "Macao"],
    2101: ["\u6C88\u9633\u5E02", "Shenyang"],
    2102: ["\u5927\u8FDE\u5E02", "Dalian"],
    2103: ["\u978D\u5C71\u5E02", "Anshan"],
    2104: ["\u629A\u987A\u5E02", "Fushun"],
    2105: ["\u672C\u6EAA\u5E02", "Benxi"],
    2106: ["\u4E39\u4E1C\u5E02", "Dandong"],
    2107: ["\u9526\u5DDE\u5E02", "Jinzhou"],
    2108: ["\u8425\u53E3\u5E02", "Yingkou"],
    2109: ["\u961C\u65B0\u5E02", "Fuxin"],
    2110: ["\u8FBD\u9633\u5E02", "Liaoyang"],
    2111: ["\u76D8\u9526\u5E02", "Panjin"],
    2112: ["\u94C1\u5CAD\u5E02", "Tieling"],
    2113: ["\u671D\u9633\u5E02", "Chaoyang"],
    2114: ["\u846B\u82A6\u5C9B\u5E02", "Huludao"],
    3701: ["\u6D4E\u5357\u5E02", "Jinan"],
    3702: ["\u9752\u5C9B\u5E02", "Qingdao"],
    3703: ["\u6DC4\u535A\u5E02", "Zibo"],
    3704: ["\u67A3\u5E84\u5E02", "Zaozhuang"],
    3705: ["\u4E1C\u8425\u5E02", "Dongying"],
    3706: ["\u70DF\u53F0\u5E02", "Yantai"],
    3707: ["\u6F4D\u574A\u5E02", "Weifang"],
    3708: ["\u6D4E\u5B81\u5E02", "Jining"],
    3709: ["\u6CF0\u5B89\u5E02", "Tai'an"],
    3710: ["\u5A01\u6D77\u5E02", "Weihai"],
    3711: ["\u65E5\u7167\u5E02", "Rizhao"],
    3713: ["\u4E34\u6C82\u5E02", "Linyi"],
    3714: ["\u5FB7\u5DDE\u5E02", "Dezhou"],
    3715: ["\u804A\u57CE\u5E02", "Liaocheng"],
    3716: ["\u6EE8\u5DDE\u5E02", "Binzhou"],
    3717: ["\u83CF\u6CFD\u5E02", "Heze"]
  })
);
var KIND = /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/;
var REGION_NAMES = new Map(
  [...NAMES].map(([key, [zh, en]]) => [key, [zh, zh.replace(KIND, ""), en]])
);

// src/core/records/secrecy.ts
var SECRECY_LEVELS = ["public", "internal", "confidential", "secret", "top-secret"];
var SECRECY_NAMES_ZH = ["\u516C\u5F00", "\u5185\u90E8", "\u79D8\u5BC6", "\u673A\u5BC6", "\u7EDD\u5BC6"];
function clearanceOf(name) {
  const names = SECRECY_NAMES_ZH;
  const levels = SECRECY_LEVELS;
  return SECRECY_LEVELS[names.includes(name) ? names.indexOf(name) : levels.indexOf(name)];
}
var CLOSED = [
  [/绝密|top.?secret/, "top-secret"],
  [/机密|secret/, "secret"],
  [/(?<!非|不)涉密|秘密|confidential/, "confidential"],
  [
    /内部|受限|[不非未]公开|不予公开|(?:依申请|限制|有限|部分|有条件)公开|不对外|internal|restricted/,
    "internal"
  ]
];
var OPEN = /^(?:(?:完全|全面|可|可以|主动|对外|向?社会|向?全社会)?公开(?:级|类|发布)?|非密级?|[不非]涉密|无密级|未定密|已?解密|无|public|open|unclassified)$/;
var LABEL = /^(?:密级|保密级别|保密等级|涉密情况|secrecy|level)$/;
function secrecyRank(raw) {
  const text3 = raw?.trim() ?? "";
  if (text3 === "") return 0;
  return SECRECY_LEVELS.indexOf(
    text3.length > MAX_LENGTH ? "top-secret" : levelOf(text3.normalize("NFKC").toLowerCase())
  );
}
var MAX_LENGTH = 100;
function levelOf(text3) {
  const closed = CLOSED.find(([pattern]) => pattern.test(text3.replace(/\s+/g, "")) || pattern.test(text3));
  if (closed !== void 0) return closed[1];
  const words2 = text3.split(/[\s,.;:、。/|()[\]【】]+/).filter((word) => word !== "" && !LABEL.test(word));
  return words2.length > 0 && words2.every((word) => OPEN.test(word)) ? "public" : "top-secret";
}

// src/core/matches/filters.ts
var FILTER_KEYS = [
  "asOf",
  "includeExpired",
  "clearance",
  "regions",
  "chains",
  "where"
];
var OTHER_NAMES = {
  expired: "includeExpired",
  secrecy: "clearance",
  secrecyLevel: "clearance",
  date: "asOf",
  today: "asOf",
  kind: "kinds, beside filter",
  kinds: "kinds, beside filter",
  predicate: "where",
  minScore: "minScore, beside filter"
};
var KNOWN_KINDS = RECORD_KINDS;
function expectFilter(issues, kinds, filter) {
  issues.expectList(
    kinds,
    "kinds",
    `one of ${RECORD_KINDS.join(", ")}`,
    (kind) => KNOWN_KINDS.includes(kind)
  );
  if (!expectKeys(issues, filter, FILTER_KEYS, "filter", OTHER_NAMES)) return;
  const { asOf, includeExpired, clearance, regions, chains, where } = filter;
  const isDay = asOf instanceof Date ? !Number.isNaN(asOf.getTime()) : isIsoDay(asOf);
  issues.expect(asOf === void 0 || isDay, "filter.asOf", "a valid Date or YYYY-MM-DD", asOf);
  const isSwitch = includeExpired === void 0 || typeof includeExpired === "boolean";
  issues.expect(isSwitch, "filter.includeExpired", "true or false", includeExpired);
  const isLevel = clearance === void 0 || clearanceOf(clearance) !== void 0;
  issues.expect(
    isLevel,
    "filter.clearance",
    `one of ${SECRECY_LEVELS.join(", ")}, ${SECRECY_NAMES_ZH.join(", ")}`,
    clearance
  );
  issues.expectList(
    regions,
    "filter.regions",
    "texts or numbers",
    (region) => isText(region) || Number.isInteger(region)
  );
  issues.expectList(chains, "filter.chains", "texts", isText);
  issues.expect(where === void 0 || typeof where === "function", "filter.where", "a function", where);
}
function isText(value) {
  return typeof value === "string";
}
function isIsoDay(day2) {
  return typeof day2 === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day2) && parseDate(day2).from === day2;
}

// src/core/matches/match-options.ts
var OTHER_NAMES2 = {
  k: "limit",
  top: "limit",
  topK: "limit",
  topN: "limit",
  size: "limit",
  max: "limit",
  skip: "offset",
  from: "offset",
  start: "offset",
  page: "offset",
  threshold: "minScore",
  facets: "counts",
  facetCounts: "counts",
  explanation: "explain",
  regions: "filter.regions",
  region: "filter.regions",
  chains: "filter.chains",
  chain: "filter.chains",
  clearance: "filter.clearance",
  asOf: "filter.asOf",
  includeExpired: "filter.includeExpired",
  expired: "filter.includeExpired",
  where: "filter.where",
  kind: "kinds",
  grader: "levels of createMatcher"
};

// src/base/steps.ts
function last(steps) {
  for (; ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
var BYTES_A_TURN = 1 << 20;

// src/core/records/fields.ts
var FIELD_WEIGHTS = {
  title: 3,
  keywords: 2,
  text: 1,
  abstract: 1,
  problem: 1,
  keyTechnology: 1,
  expectedOutcome: 1,
  indicators: 0.5,
  expertise: 2,
  researchFields: 1,
  techField: 0.5,
  applications: 0.5,
  prospects: 0.25,
  existingConditions: 0.25,
  awards: 0.1
};
function textFields(record, weights) {
  const fields = [];
  for (const [field, weight] of Object.entries(weights)) {
    if (!(weight > 0) || !Object.hasOwn(record, field)) continue;
    const value = record[field];
    const parts = Array.isArray(value) ? value : [value];
    parts.forEach((part, i) => {
      const text3 = typeof part === "string" ? part : rawOf(part);
      if (text3 !== "")
        fields.push({ path: Array.isArray(value) ? `${field}[${i}]` : field, field, text: text3, weight });
    });
  }
  return fields;
}
function rawOf(value) {
  const raw = typeof value === "object" && value !== null ? value.raw : void 0;
  return typeof raw === "string" ? raw : "";
}

// src/base/frozen.ts
function frozenCopy(value) {
  const copies = /* @__PURE__ */ new Map();
  const copyOf3 = (given, levels) => {
    if (typeof given !== "object" || given === null || levels === 0) return given;
    const known3 = copies.get(given);
    if (known3 !== void 0) return known3;
    const prototype = Object.getPrototypeOf(given);
    const isList = Array.isArray(given);
    if (!isList && prototype !== Object.prototype && prototype !== null) return given;
    const copy = isList ? [] : {};
    copies.set(given, copy);
    for (const [key, inner] of Object.entries(given)) {
      const value2 = copyOf3(inner, levels - 1);
      Object.defineProperty(copy, key, { value: value2, enumerable: true, writable: true, configurable: true });
    }
    return Object.freeze(copy);
  };
  return copyOf3(value, 16);
}

// src/core/records/schema.ts
import * as z2 from "zod/mini";
var MAX_ID = 1024;
var text = z2.nullish(z2.string());
var number2 = z2.nullish(z2.number());
var codeValue = z2.union([z2.string(), z2.int().check(z2.gte(0))]);
var code = z2.nullish(codeValue);
var listOf = (item2) => z2.array(z2.nullish(item2));
var trl = z2.number().check(z2.gte(1), z2.lte(9));
var trlRange = z2.tuple([trl, trl]).check(z2.refine(([low, high]) => low <= high, { error: "two levels, the lower one first" }));
var sum = z2.number().check(z2.gte(0));
var shortYear = z2.refine((date3) => /^\d{4}-/.test(date3.toISOString()), {
  error: "a Date of the years 0 to 9999"
});
var day = z2.nullish(z2.union([z2.iso.date(), z2.date().check(shortYear)]));
var organizationParts = z2.looseObject({ name: z2.string(), uscc: code, kind: text, regionCode: code });
var rightParts = z2.looseObject({ type: z2.string(), number: code, status: text });
var indicatorParts = z2.looseObject({
  raw: z2.string(),
  name: text,
  comparator: text,
  value: number2,
  unit: text
});
var amountParts = z2.looseObject({
  raw: z2.string(),
  currency: z2.string(),
  negotiable: z2.boolean(),
  min: z2.nullish(sum),
  max: z2.nullish(sum),
  unread: text
});
var dateParts = z2.looseObject({ raw: z2.string(), from: day, to: day });
var stageParts = z2.looseObject({ raw: z2.string(), code: text, trl: z2.nullish(trlRange), evidence: text });
var modeParts = z2.looseObject({ raw: z2.string(), code: text });
var ipcParts = z2.looseObject({ raw: z2.string(), code: text });
var chainParts = z2.looseObject({
  code: codeValue,
  confidence: z2.nullish(z2.number().check(z2.gt(0), z2.lte(1)))
});
var organization = z2.union([z2.string(), organizationParts]);
var person = z2.union([z2.string(), z2.looseObject({})]);
var listOrText = (item2) => z2.nullish(
  z2.pipe(
    z2.transform(
      (given) => typeof given === "string" ? [] : given
    ),
    listOf(item2)
  )
);
var people = listOrText(person);
var organizations = listOrText(organization);
var amount = z2.nullish(z2.union([z2.string(), sum, amountParts]));
var date2 = z2.nullish(z2.union([z2.string(), z2.number(), z2.date(), dateParts]));
var modes = z2.nullish(z2.union([z2.string(), listOf(z2.union([z2.string(), modeParts]))]));
var ipc = z2.nullish(z2.union([z2.string(), listOf(z2.union([z2.string(), ipcParts]))]));
var common = {
  id: z2.union([z2.string().check(z2.minLength(1), z2.maxLength(MAX_ID)), z2.number(), z2.bigint()]),
  title: z2.string(),
  text,
  problem: text,
  keyTechnology: text,
  keywords: z2.nullish(z2.union([z2.string(), listOf(z2.string())])),
  indicators: z2.nullish(z2.union([z2.string(), listOf(z2.union([z2.string(), indicatorParts]))])),
  organization: z2.nullish(organization),
  regionCode: code,
  industryCodes: z2.nullish(listOf(codeValue)),
  ipc,
  techField: text,
  stage: z2.nullish(z2.union([z2.string(), stageParts])),
  trl: z2.nullish(z2.union([trl, trlRange])),
  validFrom: date2,
  validTo: date2,
  secrecyLevel: text,
  source: z2.nullish(z2.union([z2.string(), z2.looseObject({})])),
  chains: z2.nullish(listOf(z2.union([codeValue, chainParts])))
};
var achievementSchema = z2.looseObject({
  ...common,
  kind: z2.nullish(z2.enum(SUPPLY_KINDS)),
  abstract: text,
  applications: text,
  prospects: text,
  awards: text,
  expertise: text,
  researchFields: text,
  completingOrganizations: organizations,
  completers: people,
  ip: z2.nullish(listOf(z2.union([z2.string(), rightParts]))),
  transferModes: modes,
  price: amount
});
var demandSchema = z2.looseObject({
  ...common,
  kind: z2.nullish(z2.literal("demand")),
  expectedOutcome: text,
  existingConditions: text,
  demandType: text,
  cooperationModes: modes,
  budget: amount,
  preferredOrganizations: organizations,
  preferredExperts: people
});
var KNOWN_FIELDS = [
  .../* @__PURE__ */ new Set([...Object.keys(achievementSchema.shape), ...Object.keys(demandSchema.shape)])
];
var keys = (parts) => Object.keys(parts.shape);
var PARTS2 = /* @__PURE__ */ new Map([
  ["organization", keys(organizationParts)],
  ["completingOrganizations", keys(organizationParts)],
  ["preferredOrganizations", keys(organizationParts)],
  ["indicators", keys(indicatorParts)],
  ["ip", keys(rightParts)],
  ["price", keys(amountParts)],
  ["budget", keys(amountParts)],
  ["validFrom", keys(dateParts)],
  ["validTo", keys(dateParts)],
  ["stage", keys(stageParts)],
  ["transferModes", keys(modeParts)],
  ["cooperationModes", keys(modeParts)],
  ["ipc", keys(ipcParts)],
  ["chains", keys(chainParts)]
]);
var CODES = /* @__PURE__ */ new Set([
  "regionCode",
  "industryCodes",
  "chains",
  "uscc",
  "number",
  "code"
]);

// src/core/records/plain.ts
var FIELDS = {
  achievement: Object.keys(achievementSchema.shape),
  demand: Object.keys(demandSchema.shape)
};
var REQUIRED = /* @__PURE__ */ new Set(["id", "title"]);
function snapshot(value, side, weighed = WEIGHED) {
  if (!isObject(value)) return value;
  const fields = FIELDS[side];
  const copy = copyOf(value, fields, REQUIRED);
  for (const field of fields) {
    const given = copy[field];
    if (typeof given !== "object" || given === null) continue;
    const parts = PARTS2.get(field) ?? NO_PARTS;
    copy[field] = Array.isArray(given) ? Array.from(given, (item2) => partsOf(item2, parts)) : partsOf(given, parts);
  }
  for (const field of weighed) {
    const given = Object.hasOwn(copy, field) ? copy[field] : void 0;
    if (typeof given === "object" && given !== null && !fields.includes(field)) copy[field] = textOf(given);
  }
  return copy;
}
var WEIGHED = Object.keys(FIELD_WEIGHTS);
var NO_PARTS = [];
function textOf(given) {
  if (!Array.isArray(given)) return wordingOf(given);
  return Array.from(
    given,
    (item2) => typeof item2 === "object" && item2 !== null ? wordingOf(item2) : item2
  );
}
function wordingOf(given) {
  const text3 = boxedText(given);
  if (text3 !== void 0) return text3;
  const raw = given.raw;
  if (raw === void 0) return given;
  const { toJSON: _, ...rest } = given;
  return { ...rest, raw: typeof raw === "object" && raw !== null && boxedText(raw) || raw };
}
function boxedText(given) {
  try {
    return String.prototype.valueOf.call(given);
  } catch {
    return void 0;
  }
}
function freezeKnown(record, side, weighed = WEIGHED) {
  const fields = record;
  for (const field of FIELDS[side]) freezeField(fields[field]);
  for (const field of weighed) if (Object.hasOwn(fields, field)) freezeWording(fields[field]);
  return Object.freeze(record);
}
function freezeField(value) {
  if (typeof value !== "object" || value === null) return;
  for (const item2 of Array.isArray(value) ? value : [value.trl])
    Object.freeze(item2);
  Object.freeze(value);
}
function freezeWording(value) {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item2 of value) freezeWording(item2);
  if (Array.isArray(value) || "raw" in value) Object.freeze(value);
}
function makePlain(copy, side) {
  copy.id = idText(copy.id);
  for (const field of FIELDS[side]) {
    const given = copy[field];
    if (Array.isArray(given) && field !== "trl")
      copy[field] = withoutAbsent(given).map((item2) => plainValue(item2, field));
    else if (given !== void 0) copy[field] = plainValue(given, field);
  }
}
function plainValue(value, field) {
  if (typeof value === "number") return CODES.has(field) || DATES.has(field) ? String(value) : value;
  if (value instanceof Date) return dateText(value);
  const parts = PARTS2.get(field);
  if (parts === void 0 || typeof value !== "object" || value === null) return value;
  const object = value;
  for (const part of parts) {
    const given = object[part];
    if (typeof given === "number" && CODES.has(part)) object[part] = String(given);
    else if (given instanceof Date) object[part] = dateText(given).slice(0, "YYYY-MM-DD".length);
  }
  return value;
}
var DATES = /* @__PURE__ */ new Set(["validFrom", "validTo"]);
function withoutAbsent(list) {
  return list.some(isAbsent) ? list.filter((item2) => !isAbsent(item2)) : list;
}
function partsOf(value, parts) {
  if (!isObject(value)) return value;
  const copy = copyOf(value, parts, NONE);
  for (const [key, inner] of Object.entries(copy)) {
    if (typeof inner === "object" && inner !== null && !parts.includes(key)) copy[key] = frozenCopy(inner);
  }
  return copy;
}
var NONE = /* @__PURE__ */ new Set();
function copyOf(given, fields, required) {
  const copy = { ...given };
  const absent = /* @__PURE__ */ new Set();
  for (const field of fields) {
    const isOwn = Object.hasOwn(copy, field);
    const value = isOwn ? copy[field] : given[field];
    if (!isAbsent(value)) copy[field] = value;
    else if (isOwn && !required.has(field)) absent.add(field);
  }
  if (absent.size === 0) return copy;
  return Object.fromEntries(Object.entries(copy).filter(([field]) => !absent.has(field)));
}
function isAbsent(value) {
  return value === null || value === void 0;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

// src/base/ends.ts
function withoutEnd(text3, isLoose) {
  let end = text3.length;
  while (end > 0) {
    const start = end > 1 && isPair(text3, end - 2) ? end - 2 : end - 1;
    if (!isLoose(text3.slice(start, end))) break;
    end = start;
  }
  return text3.slice(0, end);
}
function withoutEnds(text3, isLoose) {
  const rest = withoutEnd(text3, isLoose);
  let start = 0;
  while (start < rest.length) {
    const end = start + (isPair(rest, start) ? 2 : 1);
    if (!isLoose(rest.slice(start, end))) break;
    start = end;
  }
  return rest.slice(start);
}
function isPair(text3, at2) {
  return text3.codePointAt(at2) > 65535;
}

// src/core/records/money-words.ts
var SCALE = {
  \u5341: 10,
  \u767E: 100,
  \u5343: 1e3,
  \u4E07: 1e4,
  \u5341\u4E07: 1e5,
  \u767E\u4E07: 1e6,
  \u5343\u4E07: 1e7,
  \u4EBF: 1e8,
  \u4E07\u4EBF: 1e12
};
var SCALES = "\u4E07\u4EBF|\u5341\u4E07|\u767E\u4E07|\u5343\u4E07|[\u5341\u767E\u5343\u4E07\u4EBF]";
var CURRENCIES = [
  ["\u6E2F[\u5E01\u5143]|hkd|hk\\$", "HKD"],
  ["[\u65B0\u53F0]\u53F0\u5E01|\u53F0\u5E01|twd|nt\\$", "TWD"],
  ["\u65B0\u52A0\u5761\u5143|\u65B0\u5143|\u65B0\u5E01|\u5761\u5E01|sgd|(?<![a-z])s\\$", "SGD"],
  ["\u6FB3\u5927\u5229\u4E9A\u5143|\u6FB3\u5143|\u6FB3\u5E01|aud|(?<![a-z])a\\$", "AUD"],
  ["\u52A0\u62FF\u5927\u5143|\u52A0\u5143|\u52A0\u5E01|cad|(?<![a-z])c\\$", "CAD"],
  ["\u7F8E\u5143|\u7F8E\u91D1|\u7F8E\u5200|usd|us\\$|\\$", "USD"],
  ["\u6B27\u5143|eur|\u20AC", "EUR"],
  ["\u82F1\u9551|gbp|\xA3", "GBP"],
  ["\u65E5[\u5143\u5706\u5E01]|jpy", "JPY"],
  ["\u97E9[\u5143\u5706\u5E01]|krw|\u20A9", "KRW"],
  ["\u745E\u58EB\u6CD5\u90CE|\u745E\u90CE|chf", "CHF"],
  ["\u5362\u5E03|rub", "RUB"],
  ["\u4EBA\u6C11\u5E01|rmb|cny|\xA5|\u5757\u94B1|\u5757|\u5143", "CNY"]
];
var UNITS = CURRENCIES.map(([words2]) => words2).join("|");
var CODES2 = CURRENCIES.map(([words2, code2]) => [new RegExp(words2, "i"), code2]);
function currencyOf(wording) {
  return wording === void 0 ? void 0 : CODES2.find(([pattern]) => pattern.test(wording))?.[1];
}
var SCALE_WORD = new RegExp(SCALES);
function scaleOf(wording) {
  const scale = wording === void 0 ? void 0 : SCALE_WORD.exec(wording)?.[0];
  return scale === void 0 ? 1 : SCALE[scale];
}
var NEGOTIABLE_WORDS = "\u9762\u8BAE|\u9762\u8C08|\u7535\u8BAE|\u53EF\u8BAE|\u53EF\u8C08|\u5F85\u8BAE|\u8BE6\u8C08|\u8BE6\u8BAE|\u534F\u5546|\u5546\u8BAE|\u5546\u5B9A|\u5546\u8C08|\u6D3D\u8C08|\u5F85\u5B9A|\u8BAE\u4EF7|\u518D\u8BAE|\u53E6\u8BAE|\u53E6\u884C\u5546\u5B9A|negotiable";
var NEGOTIABLE = new RegExp(
  `(?<![\u4E0D\u975E\u52FF\u65E0\u672A]|[\u4E0D\u975E]\u53EF|\u4E0D\u80FD|\u4E0D\u518D|\u4E0D\u4E88|\u4E0D\u63A5\u53D7|\u4E0D\u652F\u6301|\u8C22\u7EDD|\u62D2\u7EDD|\u65E0\u9700|\u65E0\u987B|non-|not )(?:${NEGOTIABLE_WORDS})`,
  "i"
);
var UPPER = /不超过?|不高于|不大于|不多于|不足 ?[\d\uE000]|以内|之内|以下|最高|至多|最多|上限|封顶|为限|(?<=[\d十百千万亿元\uE000] ?)内|<|≤/;
var LOWER = /不低于|不少于|不小于|以上|最低|至少|最少|下限|起步|起拍|起价|底价|保底|(?<=[\d十百千万亿元\uE000] ?)起|出头|[\d万] ?[多余]|(?<=\d ?)[多余](?=[十百千万亿])|>|≥/;
var UNDER = /低于|小于|少于|未超过?/;
var OVER = /高于|大于|多于|超过|逾/;
var BOUNDS = new RegExp(`${UPPER.source}|${LOWER.source}|${UNDER.source}|${OVER.source}`, "g");
var HEDGES = new RegExp(
  [
    "[\u5343\u4E07\u4EBF]\u5143",
    UNITS,
    "(?:\u4EF7\u683C)?(?:\u4E0D?\u542B\u7A0E\u4EF7?|\u7A0E\u524D|\u7A0E\u540E)|\u542B\u7968|\u4E0D\u542B\u7968|\u53D1\u7968",
    "\u5927\u7EA6|\u5927\u6982|\u5927\u81F4|\u7EA6\u4E3A?|\u8FD1|\u5DE6\u53F3|\u4E0A\u4E0B|\u4E4B\u95F4|\u6574|\u6B63|\u4EF7?\u4F30\u7B97|\u6682\u5B9A|\u6682\u4F30|\u9884\u4F30|\u4F30\u8BA1|\u4F30\u4EF7|\u9884\u8BA1|\u521D\u6B65|\u62DF\u5B9A?|\u8BA1\u5212",
    "\u603B(?:\u8BA1|\u989D|\u4EF7|\u6295\u8D44|\u6295\u5165|\u9884\u7B97|\u8D39\u7528|\u91D1\u989D|\u7ECF\u8D39)?|\u5408\u8BA1|\u5171\u8BA1|\u7D2F\u8BA1|\u5171|\u5408\u540C",
    "(?:\u9879\u76EE|\u7814\u53D1|\u8F6C\u8BA9|\u8BB8\u53EF|\u5408\u4F5C|\u51FA\u8BA9|\u53C2\u8003|\u610F\u5411|\u671F\u671B|\u5FC3\u7406|\u76EE\u6807|\u6210\u4EA4|\u6280\u672F|\u5F00\u53D1|\u6302\u724C|\u6807\u7684)?(?:\u4EF7\u683C?|\u62A5\u4EF7|\u552E\u4EF7|\u8D39\u7528?|\u9884\u7B97|\u8D44\u91D1|\u7ECF\u8D39|\u6295\u8D44\u989D?|\u6295\u5165|\u91D1\u989D|\u989D\u5EA6)",
    "\u5355\u4F4D|\u53E6\u884C|\u53CC\u65B9|\u5177\u4F53|\u53EF|\u4E3A|\u662F|\u5728|\u5373|\u6216\u8005?|\u548C|\u53CA|\u4E0E|\u4E14|\u81F3|\u5230|\u7684|\u4E2A|\u5927\u5199|\u5C0F\u5199",
    "about|approx(?:imately)?|ca|around|total|price|budget"
  ].join("|"),
  "gi"
);
var NEGATED_NEGOTIABLE = new RegExp(
  `(?:[\u4E0D\u975E]\u53EF?|\u4E0D\u80FD|\u4E0D\u518D|\u4E0D\u4E88|\u4E0D\u63A5\u53D7|\u8C22\u7EDD|\u62D2\u7EDD)?(?:\u53CC\u65B9)?(?:${NEGOTIABLE_WORDS})`,
  "gi"
);
var SIGNS = /[\s:,;.。、()[\]【】{}"'“”‘’!?*|_…=]+/g;
var SUM_MARK = "\uE000";
function notUnderstood(wording) {
  const bare = wording.replace(NEGATED_NEGOTIABLE, " ").replace(BOUNDS, " ").replaceAll(SUM_MARK, " ").replace(HEDGES, " ");
  return bare.replace(SIGNS, "") === "" ? "" : trimSigns(wording.replaceAll(SUM_MARK, " "));
}
function trimSigns(wording) {
  return withoutEnd(wording.replace(/^[\s:,;.。、)]+/, ""), (char) => /[\s:,;.。、(]/.test(char));
}

// src/core/records/sums.ts
var SIGN = "rmb|cny|usd|us\\$|hk\\$|nt\\$|a\\$|c\\$|s\\$|\\$|eur|\u20AC|gbp|\xA3|\xA5|krw|\u20A9|jpy|hkd|\u4EBA\u6C11\u5E01|\u7F8E\u5143|\u7F8E\u91D1";
var COUNTED = "[%\u2030\u5E74\u6708\u65E5\u53F7\u5929\u5468\u4EBA\u540D\u4F4D\u5BB6\u9879\u53F0\u5957\u4EF6\u5428\u514B\u4EA9\u6B21\u671F\u8F6E\u500D\u7EA7\u6761\u6B3E\u7AE0\u9875\u79CD\u7C7B\u6237\u6279\u7EC4\u70B9\u65F6\u5206\u79D2\u2103\xB0]|\u516C\u65A4|\u5343\u514B|\u5E73\u65B9|\u5E73\u7C73|\u5C0F\u65F6|[a-z]";
var BEINGS = "(?:\u4EBA(?!\u6C11\u5E01)|[\u540D\u4F4D\u5BB6\u53F0\u5957\u4EF6\u5428\u4EA9\u6B21\u6237\u4E2A\u53EA\u8F86])";
var NUMBER2 = `(?<![\\d.]|\\d[a-z])(\\d+(?:\\.\\d+)?|\\.\\d+)(?!\\d|\\.\\d| ?(?:${SCALES})?${BEINGS}| ?(?!${UNITS})(?:${COUNTED})| ?[-~\u2014\u2013\u2212\u81F3\u5230]{1,2} ?\\d[\\d.]* ?(?!${UNITS})(?:${COUNTED}))`;
var item = (n) => `(?:(?<s${n}>${SIGN}) ?:? ?)?${NUMBER2.replace("(\\d+", `(?<n${n}>\\d+`)} ?(?<o${n}>[\u591A\u4F59])?(?<c${n}>${SCALES})?(?<p${n}>[\u591A\u4F59])? ?(?<u${n}>(?:(?:${UNITS}) ?){1,2})?`;
var SUMS2 = new RegExp(`${item("1")}(?: ?(?:[-~\u2014\u2013\u2212]{1,2}|\u81F3|\u5230) ?${item("2")})?`, "gi");
var SIGNED = /^[a-z$€£¥₩ ]+$/i;
var FULL = 1e3;
function sumsIn(wording) {
  const found = [];
  for (const match of wording.matchAll(SUMS2)) {
    const group = match.groups;
    const words2 = [group.c1, group.u1, group.c2, group.u2];
    const signs = [group.s1, group.s2];
    const isRange = group.n2 !== void 0;
    const ends2 = isRange ? endsOfRange(group.n1, group.c1, group.n2, group.c2) : endsOf(amountOf(group.n1, group.c1));
    const isMarked = [...words2, ...signs].some((word) => word !== void 0);
    if (ends2 === void 0 && isMarked) return void 0;
    if (ends2 === void 0) continue;
    const named2 = [group.u2, group.u1, group.s1, group.s2].find((word) => word !== void 0);
    found.push({
      ...ends2,
      currency: currencyOf(named2),
      isMarked,
      isSigned: words2.concat(signs).every((word) => word === void 0 || SIGNED.test(word)) && isMarked,
      isOver: !isRange && (group.o1 ?? group.p1) !== void 0,
      at: match.index,
      end: match.index + match[0].length
    });
  }
  return found;
}
function endsOf(value) {
  return Number.isFinite(value) ? { min: value, max: value } : void 0;
}
function endsOfRange(low, lowScale, high, highScale) {
  const max = amountOf(high, highScale);
  if (!Number.isFinite(max)) return void 0;
  const shared2 = amountOf(low, lowScale ?? highScale);
  if (shared2 <= max) return { min: shared2, max };
  const full = amountOf(low, lowScale);
  return full >= FULL && full <= max ? { min: full, max } : void 0;
}
function amountOf(digits, scale) {
  return Math.round(Number(digits) * (scale === void 0 ? 1 : SCALE[scale]) * 100) / 100;
}

// src/core/records/amount.ts
function parseAmount(value, unit) {
  const raw = String(value);
  if (typeof value === "number" && unit === void 0) {
    const sum3 = Number.isFinite(value) && value >= 0 ? { min: value, max: value } : {};
    return { raw, ...sum3, currency: "CNY", negotiable: false };
  }
  const text3 = moneyText(raw);
  const { sum: sum2, ends: ends2, unread, own: own2 } = readClauses(text3, unit);
  const negotiable = NEGOTIABLE.test(text3);
  const currency = sum2?.currency ?? currencyOf(own2) ?? (sum2 === void 0 ? currencyOf(text3) : void 0) ?? currencyOf(unit) ?? "CNY";
  return { raw, ...ends2, currency, negotiable, ...unread === "" ? {} : { unread } };
}
var LATIN_SCALE = /(\d) ?(wan|[wk])(?![a-z]|[功瓦])/gi;
var OLD_FORMS = { \u842C: "\u4E07", \u5104: "\u4EBF", \u5713: "\u5143", \u5706: "\u5143" };
function moneyText(raw) {
  const text3 = foldWording(raw).replace(/(?<!日|韩)[萬億圓圆]/g, (char) => OLD_FORMS[char]).replace(/(\d),(?=\d{3}(?!\d))/g, "$1").replace(/(?<![\d.])(\d{1,3})((?: \d{3})+)(?![\d])/g, (_, head, rest) => head + rest.replaceAll(" ", "")).replace(LATIN_SCALE, (_, digit, letter) => `${digit}${/w/i.test(letter) ? "\u4E07" : "\u5343"}`);
  return plainNumerals(text3.replace(/(?<=[\d十百千])来(?=[万亿百千块元])/g, "")).replace(/(?:左右|上下)(?= ?[-~—–至到])/g, "").replace(/(?<=[-~—–至到] ?)(?:大?约|近)/g, "");
}
var NOTE = /[([【][^()[\]【】]*[)\]】]/g;
var UNIT_NOTE = new RegExp(`^ ?(?:\u5355\u4F4D[:\uFF1A]?)? ?(?:\u4E07\u4EBF|\u767E\u4E07|\u5343\u4E07|[\u5343\u4E07\u4EBF])? ?(?:${UNITS})? ?$`);
var NOTHING = /^(?:|[-—/\\、.…~]+|暂?无|没有|n\/a|none)$/i;
var FREE = /^(?:完全|全部)?(?:免费|无偿|零元|零|free)(?:转让|许可|使用|开放|提供|实施|公开|共享|推广|服务|试用)?$/i;
function readClauses(text3, unit) {
  if (NOTHING.test(text3)) return { ends: {}, unread: "" };
  const notes = [];
  let own2;
  let outside = text3.replace(NOTE, (note) => {
    const inner = note.slice(1, -1);
    if (UNIT_NOTE.test(inner) && inner.trim() !== "") own2 = inner;
    else notes.push(inner.trim());
    return " ";
  });
  if (!/\d/.test(outside)) {
    outside = text3.replace(/[()[\]【】]/g, ",");
    notes.length = 0;
  }
  const none = { ends: {}, unread: told([text3]) };
  if (/^ ?[-−] ?\d/.test(outside)) return none;
  const clauses = [];
  const unread = [];
  for (const [piece, role] of pieces(outside)) {
    const { rest, left } = withoutDates(piece);
    const sums = sumsIn(rest);
    if (sums === void 0) return none;
    unread.push(...left);
    clauses.push({ text: rest, sums, role });
  }
  const chosen = chooseSum(clauses);
  if (chosen === void 0) return none;
  const [clause, sum2, second] = chosen;
  for (const other of clauses) {
    if (other === clause) unread.push(...leftOf(other.text, second === void 0 ? [sum2] : other.sums));
    else if (other.role !== "whole") unread.push(other.text.trim());
    else
      unread.push(...leftOf(other.text, second === void 0 ? [] : other.sums.filter((s) => s === second)));
  }
  if (sum2 === void 0) {
    if (clauses.some((c) => FREE.test(c.text.trim()))) {
      const rest = clauses.filter((c) => !FREE.test(c.text.trim())).map((c) => c.text);
      return { ends: { min: 0, max: 0 }, unread: told([...rest, ...notes]) };
    }
    const isOpen = NEGOTIABLE.test(text3);
    return { ends: {}, unread: isOpen ? told([...unread, ...notes]) : told([text3]) };
  }
  const scale = factor(sum2, own2, unit, notes);
  const ends2 = endsOf2(
    clause.text,
    sum2,
    second,
    clauses.some((c) => c.role === "extra")
  );
  if (ends2.min === void 0 && ends2.max === void 0) return none;
  const open = notes.filter((note) => !saysTheSame(note, sum2, scale));
  return { sum: sum2, ends: scaled(ends2, scale), unread: told([...unread, ...open]), own: own2 };
}
var SPLIT = /(\+|另外?加|外加|加上|再加|另付|另计|其中|包括|包含|内含|不?含(?!税|票))|[,;，；。]/;
function pieces(text3) {
  const found = [];
  let role = "whole";
  let mark = "";
  text3.split(SPLIT).forEach((part, i) => {
    if (i % 2 === 1) {
      mark = part ?? "";
      role = mark === "" ? "whole" : /[+加另]/.test(mark) ? "extra" : "part";
    } else if (part !== void 0 && part.trim() !== "") {
      found.push([mark === "+" ? part : mark + part, role]);
    }
  });
  return found;
}
var DATE = /(?<!\d)(?:19|20)\d{2}(?:[-/]\d{1,2}(?:[-/]\d{1,2})?|\.\d{1,2}\.\d{1,2}|年(?:\d{1,2}月(?:\d{1,2}日)?)?)(?:[前底内]|之前|以前|度)?(?!\d)/g;
var EACH = /(?:\/|每|per ?)个?(?:年|月|日|天|次|项|台|套|件|吨|人|户|家|平方米|亩|季度?|批|小时|year|month)度?|(?<=元|\d|万)一年/g;
function withoutDates(piece) {
  const left = [];
  const take = (found) => {
    left.push(found);
    return " ";
  };
  return { rest: piece.replace(DATE, take).replace(EACH, take), left };
}
var TOTAL = /总|合计|共计|累计|一共|共(?= ?\d)/;
function chooseSum(clauses) {
  const all = clauses.flatMap(
    (clause) => clause.role === "part" ? [] : clause.sums.map((sum2) => ({ clause, sum: sum2 }))
  );
  const marked = all.filter(({ sum: sum2 }) => sum2.isMarked);
  let found = marked.length > 0 ? marked : all;
  if (found.length === 0) return [clauses[0] ?? { text: "", sums: [], role: "whole" }];
  const totals = found.filter(({ clause }) => TOTAL.test(clause.text) && clause.sums.length === 1);
  if (totals.length === 1) found = totals;
  const [first, second] = found;
  if (found.some(({ clause }) => clause.role === "extra")) return void 0;
  const isSame = found.every(({ sum: sum2 }) => sum2.min === first.sum.min && sum2.max === first.sum.max);
  if (found.length === 1 || isSame && marked.length > 0) return [first.clause, first.sum];
  const wording = found.map(({ clause }) => clause.text).join(" ");
  const isPair2 = found.length === 2 && LOWER.test(wording) && UPPER.test(wording);
  if (!isPair2 || first.sum.min > second.sum.max) return void 0;
  return [first.clause, first.sum, second.sum];
}
function leftOf(text3, sums) {
  let rest = text3;
  for (const sum2 of sums.filter((s) => s !== void 0).sort((a, b) => b.at - a.at))
    rest = `${rest.slice(0, sum2.at)}${SUM_MARK}${rest.slice(sum2.end)}`;
  return [rest.trim()];
}
function told(parts) {
  return parts.map(notUnderstood).filter((part) => part !== "").join("\uFF1B");
}
var SIGNED_IN_SCALE = 1e3;
function factor(sum2, own2, unit, notes) {
  if (sum2.isMarked && !sum2.isSigned) return 1;
  if (own2 !== void 0) return scaleOf(own2);
  if (notes.some((note) => sumsIn(note)?.some((other) => other.isMarked && other.max === sum2.max))) return 1;
  return sum2.isSigned && sum2.max >= SIGNED_IN_SCALE ? 1 : scaleOf(unit);
}
function saysTheSame(note, sum2, scale) {
  const found = sumsIn(note);
  const [only] = found ?? [];
  if (found?.length !== 1 || only === void 0 || !only.isMarked) return false;
  if (only.max !== sum2.max * scale || only.min !== sum2.min * scale) return false;
  return notUnderstood(leftOf(note, [only])[0]) === "";
}
function endsOf2(text3, sum2, second, hasExtra) {
  if (second !== void 0) return { min: sum2.min, max: second.max };
  if (sum2.min !== sum2.max) return { min: sum2.min, max: sum2.max };
  const isUpper = UPPER.test(text3);
  const isLower = LOWER.test(text3) || sum2.isOver || hasExtra;
  if (isUpper && isLower) return {};
  if (isUpper) return { max: sum2.max };
  if (isLower) return { min: sum2.min };
  if (UNDER.test(text3)) return { max: sum2.max };
  if (OVER.test(text3)) return { min: sum2.min };
  return { min: sum2.min, max: sum2.max };
}
function scaled({ min, max }, by) {
  const times = (value) => Math.round(value * by * 100) / 100;
  return {
    ...min === void 0 ? {} : { min: times(min) },
    ...max === void 0 ? {} : { max: times(max) }
  };
}

// src/core/records/ipc.ts
var PARTED = "(\\d{1,4}) ?[/:] ?(\\d{2,6})";
var FIXED = "(\\d{4})(\\d{2}|\\d{6})";
var ALONE = "(\\d{1,3})(?![./:])";
var SYMBOL = new RegExp(
  `(?<![A-Z\\d])([A-H]) ?(\\d{2})(?: ?([A-Z])(?:[ -]{0,6}(?:${PARTED}|${FIXED}|${ALONE})(?!\\d)|(?![A-Z\\d]))|(?=[ ([]|$))`,
  "g"
);
var GROUP_ALONE = new RegExp(`^ {0,6}${PARTED}(?!\\d)`);
var SEPARATORS = /[;,、|\n\r\t]/;
function parseIpc(value) {
  const symbols = [];
  let subclass;
  let from = 0;
  for (const piece of foldAscii(value).split(SEPARATORS)) {
    const found = [...piece.matchAll(SYMBOL)];
    const rawOf2 = (start, end) => value.slice(from + start, from + end).trim();
    found.forEach((match, i) => {
      const start = i === 0 ? 0 : match.index;
      subclass = match[3] === void 0 ? void 0 : `${match[1]}${match[2]}${match[3]}`;
      const end = found[i + 1]?.index ?? piece.length;
      symbols.push({ raw: rawOf2(start, end), code: codeOf(match) });
    });
    if (found.length === 0 && piece.trim() !== "") {
      const group = subclass === void 0 ? null : GROUP_ALONE.exec(piece);
      const raw = rawOf2(0, piece.length);
      symbols.push(group === null ? { raw } : { raw, code: `${subclass} ${Number(group[1])}/${group[2]}` });
    }
    from += piece.length + 1;
  }
  return symbols;
}
function codeOf([
  ,
  section,
  classNumber,
  letter,
  main,
  sub,
  mainOf8,
  subOf8,
  alone
]) {
  const head = `${section}${classNumber}${letter ?? ""}`;
  if (main !== void 0) return `${head} ${Number(main)}/${sub}`;
  if (mainOf8 !== void 0)
    return `${head} ${Number(mainOf8)}/${subOf8.slice(0, 2)}${withoutEnd(subOf8.slice(2), (digit) => digit === "0")}`;
  return alone === void 0 ? head : `${head} ${Number(alone)}/00`;
}
function foldAscii(text3) {
  return text3.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 65248)).replace(/\s/g, (char) => "\n\r	".includes(char) ? char : " ").replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
var SUBCLASS_LENGTH = "C22C".length;

// src/core/records/lists.ts
var OPENING = "([{\uFF08\u3010\u300A\u300C\u201C";
var CLOSING = ")]}\uFF09\u3011\u300B\u300D\u201D";
var SIGNS2 = new Set("\u3001;\uFF1B|\uFF5C\n\r	");
var COMMAS = new Set(",\uFF0C");
function splitList(text3) {
  return split(text3, (at2) => !(/\d/.test(text3[at2 - 1] ?? "") && /\d/.test(text3[at2 + 1] ?? ""))).flatMap(
    (part) => part.split(/ {2,}/).filter((piece) => piece !== "")
  );
}
var SUFFIX = /^\s{0,3}(?:ltd|inc|llc|llp|l\.p|plc|limited|corp|co\b|gmbh|ag\b|s\.?a\b|b\.?v\b|jr|sr|ph\.?d|m\.?d\b|msc|prof)/i;
var PART = /^\s*(?:the )?(?:school|department|dept|faculty|college|institute|laborator(?:y|ies)|lab|cent(?:er|re)|division)\b/i;
var REST = /(?<=\S{2}) ?等 ?(?:\d{1,4}|[一二三四五六七八九十]{1,3})?(?:余|多)?(?:人|位|名|家|所|个)?(?:专家|老师|教授|同志|单位|企业|高校|机构|人员)?$/;
var REST_ALONE = /^等(?:\d{1,4})?(?:人|位|名|家|单位)?$|^et al\.?$/i;
var ET_AL = /,? et al\.?$/i;
var TITLE = /^(?:副|助理|高级|特聘|讲座|客座)?(?:教授|研究员|工程师|讲师|院士|博士|硕士|博导|硕导|主任|院长|所长|校长|总工|总监|经理|董事长|老师|先生|女士|正高|副高)$/;
var FAMILY = /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|东方|独孤|南宫|端木|宇文|长孙)$/;
var HAN_NAME = /^\p{Script=Han}{2,4}$/u;
var OF_ORGANIZATION = /(?:大学|学院|公司|集团|研究院|[院所厂部系室局会]|中心|学校|实验室)$/;
function splitOrganizations(text3) {
  return named(
    split(
      text3,
      (at2, from) => !SUFFIX.test(text3.slice(at2 + 1, at2 + 20)) && !PART.test(text3.slice(from, from + 20))
    )
  );
}
function splitPeople(text3) {
  const parts = split(text3, (at2, from) => {
    const [before, behind] = [text3.slice(from, at2).trim(), text3.slice(at2 + 1, at2 + 60)];
    if (SUFFIX.test(behind)) return false;
    const next = /^[^,，、;；|\n]*/.exec(behind)[0].trim();
    return !(isLatinWord(before) && isLatinWord(next));
  });
  return named(parts.flatMap(slashed).flatMap(spaced));
}
function isLatinWord(text3) {
  return /^[\p{Script=Latin}.'’-]+$/u.test(text3);
}
function slashed(text3) {
  return text3.split(/(?<=\p{Script=Han}) ?\/ ?(?=\p{Script=Han})/u);
}
function spaced(text3) {
  const pieces2 = text3.split(/\s+/).filter((piece) => piece !== "");
  const people2 = [];
  for (const piece of pieces2) {
    if (TITLE.test(piece) && people2.length > 0) people2.push(`${people2.pop()} ${piece}`);
    else people2.push(piece);
  }
  const isList = people2.every((person2) => {
    const name = person2.split(" ")[0].replace(/等$/, "");
    return HAN_NAME.test(name) && !OF_ORGANIZATION.test(name) && !FAMILY.test(name);
  });
  return isList && people2.length > 1 ? people2 : [text3];
}
function named(parts) {
  return parts.map((part) => part.replace(ET_AL, "").replace(REST, "").trim()).filter((part) => part !== "" && !REST_ALONE.test(part));
}
function split(text3, isComma) {
  const inside = inBrackets(text3);
  const parts = [];
  let from = 0;
  for (let at2 = 0; at2 < text3.length; at2++) {
    const char = text3[at2];
    if (inside[at2] === 1) continue;
    if (char === ";" && ENTITY.test(text3.slice(Math.max(from, at2 - 9), at2))) continue;
    if (!SIGNS2.has(char) && !(COMMAS.has(char) && isComma(at2, from))) continue;
    parts.push(text3.slice(from, at2).trim());
    from = at2 + 1;
  }
  parts.push(text3.slice(from).trim());
  return parts.filter((part) => part !== "");
}
var ENTITY = /&#?[a-z\d]{1,8}$/i;
function inBrackets(text3) {
  const inside = new Uint8Array(text3.length);
  const open = [];
  for (let at2 = 0; at2 < text3.length; at2++) {
    if (OPENING.includes(text3[at2])) open.push(at2);
    else if (CLOSING.includes(text3[at2]) && open.length > 0) {
      const from = open.pop();
      if (open.length === 0) inside.fill(1, from, at2);
    }
  }
  return inside;
}

// src/core/records/negation.ts
var NOT = "\u5C1A\u672A|\u8FD8\u672A|\u6682\u672A|\u4ECE\u672A|\u672A\u66FE|\u672A\u80FD|\u672A|\u6CA1\u6709|\u6CA1|\u5C1A\u65E0|\u6682\u65E0|\u65E0|\u4E0D\u518D|\u4E0D\u80FD|\u4E0D\u4F1A|\u4E0D\u53EF|\u4E0D\u4E88|\u4E0D|\u975E|\u52FF|\u62D2\u7EDD|\u8C22\u7EDD|\u7981\u6B62|\u6392\u9664|\u9664\u4E86?|not |non-|no |without ";
var NOT_NOT = "\u4E0D[\u4EC5\u53EA\u4F46\u5149\u6B62\u5355]|\u4E0D\u9650|\u4E0D\u6392\u9664|\u4E0D\u65AD|\u4E0D\u4E45|\u4E0D\u540C|\u4E0D\u9508|\u975E\u5E38|\u975E\u72EC\u5360|\u975E\u6392\u4ED6|\u65E0\u4EBA|\u65E0\u507F|\u65E0\u673A|\u65E0\u7EBF|\u65E0\u635F|\u65E0\u94C5|\u6CA1\u95EE\u9898";
var VERBS = "\u8FDB\u884C|\u5F00\u5C55|\u5B8C\u6210|\u8FBE\u5230|\u5B9E\u73B0|\u8FDB\u5165|\u5F62\u6210|\u63A5\u53D7|\u8003\u8651|\u652F\u6301|\u63D0\u4F9B|\u6D89\u53CA|\u901A\u8FC7|\u53C2\u4E0E|\u9700|\u987B|\u613F\u610F|\u540C\u610F|\u91C7\u7528|\u91C7\u53D6|\u5305\u62EC|\u5305\u542B|\u542B|\u7ECF\u5386|\u542F\u52A8|\u5F00\u59CB|\u5177\u5907|\u5B89\u6392|\u5B9E\u65BD|\u627F\u63A5|\u9009\u62E9|\u505A|\u641E|\u60F3|\u8981|\u8FC7|\u7ECF|\u80FD|\u53EF|\u4F1A|\u5230|\u4EE5|\u662F|\u6709|\u4E88|\u4EFB\u4F55|\u518D|\u66FE";
var STOP = "[,;\uFF0C\uFF1B\u3002!\uFF01?\uFF1F\\n]|[\u7684\u4F46\u800C\u5374]|\u4EC5|\u53EA|\u5DF2|\u73B0|\u76EE\u524D|\u5904\u4E8E|\u5904\u5728|\u6B63\u5728|\u9664\u5916|\u5916[\u5747\u90FD]?|\u613F|\u4F18\u5148|\u53EF\u63A5\u53D7|\u53EF\u4EE5|\u5747\u53EF|\u5E0C\u671B|\u63A8\u8350";
var LIST = "[\u3001/\u6216\u548C\u53CA\u4E0E]";
var DIRECT = new RegExp(`(?:${NOT})(?: ?(?:${VERBS}))*$`);
var AFAR = new RegExp(`(?:${NOT})(?: ?(?:${VERBS}))+((?:(?!${STOP}).){0,20})$`);
var NOT_TAKEN_BACK = new RegExp(NOT_NOT, "g");
var BEFORE_A_LIST = new RegExp(`(?:${NOT})[^,;\uFF0C\uFF1B\u3002]{1,6}${LIST}$`);
var STOPPED = new RegExp(`${STOP}[^,;\uFF0C\uFF1B\u3002]*$`);
var LISTED = new RegExp(`[^,;\uFF0C\uFF1B\u3002\u3001]{1,6}${LIST}$`);
var EXCEPT = /除了?(?:(?![,;，；。外]).){0,20}$/;
var BEHIND = /^[^,;，；。、]{0,4}?(?:除外|之?外(?!观|部|形|壳|贸)|尚未|还未|暂未|暂不|未(?:开展|进行|完成|启动|开始|做|实现|来)|不(?:接受|考虑|可以?谈|予|行)|免谈|没有)/;
var WINDOW = 24;
function isDenied(text3, at2, end) {
  const before = text3.slice(Math.max(0, at2 - WINDOW), at2).replace(NOT_TAKEN_BACK, "\uFF0C");
  const behind = text3.slice(end, end + WINDOW);
  if (DIRECT.test(before) || AFAR.test(before)) return true;
  if (EXCEPT.test(before)) return /^[^,;，；。]{0,12}?外/.test(behind);
  if (BEFORE_A_LIST.test(before) && isListed(before)) return true;
  return BEHIND.test(behind);
}
function isListed(before) {
  return /[或和及与]$/.test(before) && !STOPPED.test(before);
}
var PLANS = /(?:拟|计划|准备|筹备|筹划|即将|将要?|预计|有望|争取|打算|希望|寻求|亟需|急需|需要?|欲|待|可望|尚需|规划|目标[:：为是]?|适合|适于|适宜|易于|便于|利于|可|能够?|planned |planning )(?: ?(?:于|在|年内|明年|后续|\d{4}年|下一步|尽快|进一步|进行|开展|完成|达到|实现|进入|形成|启动|实施|推进|推动|建设|建立|大规模|做|到|向|由|过渡|转入|以|用于))* ?$/;
var PLANS_OF_LIST = /(?:拟|计划|准备|筹备|打算|即将)(?:开展|进行|完成|启动|实施)?[^,;，；。、已现]{1,6}[、/或和及与]$/;
var PLANS_BEHIND = /^(?:阶段|试验|工作|生产|放大)?(?:前(?![沿端期后])|之前|以前|前景|潜力|规划|计划|准备|筹备|待|可期|目标|条件|可行性|需求)/;
function isPlanned(text3, at2, end) {
  const before = text3.slice(Math.max(0, at2 - WINDOW), at2);
  const listed = LISTED.exec(before);
  return PLANS.test(before) || listed !== null && !/已|现|完成|处于/.test(listed[0]) && PLANS_OF_LIST.test(before) || PLANS_BEHIND.test(text3.slice(end, end + WINDOW));
}

// src/core/records/modes.ts
var MODE_WORDS = {
  "open-licence": ["\u5F00\u653E\u8BB8\u53EF"],
  "equity-contribution": ["\u4F5C\u4EF7\u5165\u80A1", "\u6280\u672F\u5165\u80A1", "\u5165\u80A1", "\u4F5C\u4EF7\u6295\u8D44"],
  "pooled-procurement": ["\u96C6\u91C7\u7814\u53D1", "\u9884\u91C7\u8D2D", "\u4F17\u7B79"],
  "joint-development": ["\u5408\u4F5C\u5F00\u53D1", "\u5408\u4F5C\u7814\u53D1", "\u8054\u5408\u653B\u5173", "\u8054\u5408\u7814\u53D1", "\u8054\u5408\u5F00\u53D1", "\u5171\u540C\u5F00\u53D1", "\u4EA7\u5B66\u7814\u5408\u4F5C"],
  "commissioned-development": ["\u59D4\u6258\u5F00\u53D1", "\u59D4\u6258\u7814\u53D1", "\u5B9A\u5236\u5F00\u53D1", "\u8BA2\u5355\u7814\u53D1", "\u5B9A\u5411\u7814\u53D1"],
  "technology-licensing": ["\u6280\u672F\u8BB8\u53EF", "\u4E13\u5229\u8BB8\u53EF", "\u8BB8\u53EF\u4F7F\u7528", "\u8BB8\u53EF"],
  "technology-transfer": ["\u6280\u672F\u8F6C\u8BA9", "\u4E13\u5229\u8F6C\u8BA9", "\u6210\u679C\u8F6C\u8BA9", "\u8F6C\u8BA9", "\u4E70\u65AD"],
  "technology-consulting": ["\u6280\u672F\u54A8\u8BE2", "\u54A8\u8BE2"],
  "technology-service": ["\u6280\u672F\u670D\u52A1", "\u68C0\u6D4B\u670D\u52A1", "\u670D\u52A1"],
  "technology-development": ["\u6280\u672F\u5F00\u53D1", "\u5F00\u53D1"]
};
function parseMode(value) {
  const text3 = foldWording(value);
  if (Object.hasOwn(MODE_WORDS, text3)) return { raw: value, code: text3 };
  for (const [code2, words2] of Object.entries(MODE_WORDS)) {
    if (words2.some((word) => isOffered(text3, word))) return { raw: value, code: code2 };
  }
  return { raw: value };
}
function isOffered(text3, word) {
  for (let at2 = text3.indexOf(word); at2 >= 0; at2 = text3.indexOf(word, at2 + 1)) {
    if (!isDenied(text3, at2, at2 + word.length)) return true;
  }
  return false;
}
function parseModes(value) {
  const text3 = foldWording(value);
  if (Object.hasOwn(MODE_WORDS, text3)) return [{ raw: value, code: text3 }];
  const pieces2 = splitList(value).flatMap(choices);
  if (pieces2.length < 2) return pieces2.length === 0 ? [] : [parseMode(pieces2[0])];
  let from = 0;
  return pieces2.map((raw) => {
    const at2 = value.indexOf(raw, from);
    from = at2 + raw.length;
    const read = parseMode(raw);
    if (read.code === void 0 || Object.hasOwn(MODE_WORDS, raw)) return read;
    const before = value.slice(Math.max(0, at2 - LIST_WINDOW), at2);
    const words2 = MODE_WORDS[read.code];
    const isTakenBack = words2.filter((word) => raw.includes(word)).every(
      (word) => isDenied(
        before + raw,
        before.length + raw.indexOf(word),
        before.length + raw.indexOf(word) + word.length
      )
    );
    return isTakenBack ? { raw } : read;
  });
}
var LIST_WINDOW = 24;
function choices(piece) {
  const halves = piece.split(/或者?|以及|[及和与/+]/).map((half) => half.trim());
  const isList = halves.length > 1 && halves.every((half) => parseMode(half).code !== void 0);
  return isList ? halves : [piece];
}

// src/core/records/stages.ts
var STAGE_RULES = [
  {
    code: "industrialised",
    trl: [9, 9],
    words: ["\u4EA7\u4E1A\u5316", "\u91CF\u4EA7", "\u89C4\u6A21\u5316", "\u5927\u89C4\u6A21\u5E94\u7528", "\u6279\u91CF\u751F\u4EA7", "\u5DF2\u5E94\u7528", "\u63A8\u5E7F\u5E94\u7528", "industrialised"]
  },
  {
    code: "mature",
    trl: [8, 9],
    words: ["\u6210\u719F\u5E94\u7528", "\u6210\u719F", "\u5B9A\u578B", "\u5C0F\u89C4\u6A21\u751F\u4EA7", "\u5C0F\u8303\u56F4\u8F6C\u5316", "\u53EF\u4EE5\u91CF\u4EA7", "\u53EF\u4EA7\u4E1A\u5316", "mature"]
  },
  {
    code: "small-batch",
    trl: [8, 8],
    words: ["\u5C0F\u6279\u91CF\u751F\u4EA7", "\u5C0F\u6279\u91CF", "\u8BD5\u751F\u4EA7", "\u793A\u8303\u7EBF", "\u9996\u53F0\u5957", "\u793A\u8303\u5E94\u7528", "small-batch"]
  },
  { code: "pilot-scale", trl: [6, 7], words: ["\u4E2D\u8BD5", "\u6837\u673A", "\u5DE5\u7A0B\u5316", "\u5B8C\u6210\u4E2D\u8BD5", "pilot-scale"] },
  { code: "middle", trl: [5, 7], words: ["\u4E2D\u671F", "middle"] },
  { code: "lab-scale", trl: [4, 5], words: ["\u5C0F\u8BD5", "\u6837\u54C1", "lab-scale"] },
  { code: "proof-of-concept", trl: [3, 3], words: ["\u6982\u5FF5\u9A8C\u8BC1", "\u539F\u7406\u6837\u673A", "proof-of-concept"] },
  { code: "early", trl: [1, 4], words: ["\u521D\u671F", "\u5B9E\u9A8C\u5BA4", "\u7814\u53D1", "\u7814\u7A76", "\u5728\u7814", "early"] },
  { code: "concept", trl: [1, 2], words: ["\u6982\u5FF5", "\u8BBE\u60F3", "\u7406\u8BBA", "concept"] }
];
var TRL = /(?<![a-z])trl ?[-:=]? ?([1-9])(?![\d.])(?: ?[-~–—至到] ?(?:trl ?-? ?)?([1-9])(?![\d.]))?/g;
var SCALE_NAME = /成熟度/g;
function parseStage(value, rules = STAGE_RULES) {
  const coded = rules.find((rule) => rule.code === value);
  if (coded !== void 0) return { raw: value, code: coded.code, trl: copyOf2(coded.trl), evidence: value };
  const text3 = foldWording(value).toLowerCase();
  const explicit = [...text3.matchAll(TRL)].find(({ 0: { length }, index }) => isReached(text3, index, length));
  if (explicit !== void 0) {
    const low = Number(explicit[1]);
    const high = Number(explicit[2] ?? low);
    return {
      raw: value,
      code: "trl",
      trl: [Math.min(low, high), Math.max(low, high)],
      evidence: explicit[0]
    };
  }
  const wording = text3.replace(SCALE_NAME, " ");
  let best;
  for (const one of wordsOf(rules)) {
    if (one.word.length > (best?.word.length ?? 0) && holds(wording, one.word)) best = one;
  }
  if (best === void 0) return { raw: value };
  return { raw: value, code: best.rule.code, trl: copyOf2(best.rule.trl), evidence: best.word };
}
var own;
function wordsOf(rules) {
  if (rules !== STAGE_RULES) return foldedWords(rules);
  own ??= foldedWords(rules);
  return own;
}
function foldedWords(rules) {
  return rules.flatMap((rule) => rule.words.map((word) => ({ rule, word: foldWording(word).toLowerCase() })));
}
function copyOf2([low, high]) {
  return [low, high];
}
function holds(text3, word) {
  for (let at2 = text3.indexOf(word); at2 >= 0; at2 = text3.indexOf(word, at2 + 1)) {
    if (isReached(text3, at2, word.length)) return true;
  }
  return false;
}
function isReached(text3, at2, length) {
  return !isDenied(text3, at2, at2 + length) && !isPlanned(text3, at2, at2 + length);
}

// src/core/records/read-values.ts
function readValues(record, side, rules) {
  record.kind ??= side;
  const read = (field, reader) => {
    const given = record[field];
    if (typeof given === "string") record[field] = reader(given);
  };
  const list = (field, split2) => {
    const given = record[field];
    if (typeof given === "string") record[field] = split2(given);
    else if (Array.isArray(given)) {
      record[field] = given.flatMap((item2) => {
        const parts = typeof item2 === "string" ? split2(item2) : [item2];
        return parts.length === 0 ? [item2] : parts;
      });
    }
  };
  list("keywords", splitList);
  for (const field of ["completers", "preferredExperts"]) list(field, splitPeople);
  for (const field of ["completingOrganizations", "preferredOrganizations"]) list(field, splitOrganizations);
  read("stage", (given) => parseStage(given, rules));
  read("validFrom", parseDate);
  read("validTo", parseDate);
  for (const field of ["price", "budget"]) {
    read(field, parseAmount);
    if (typeof record[field] === "number") record[field] = parseAmount(record[field]);
  }
  const items = (field, reader) => {
    const given = record[field];
    if (typeof given === "string") record[field] = reader(given);
    else if (Array.isArray(given))
      record[field] = given.flatMap((item2) => typeof item2 === "string" ? reader(item2) : [item2]);
  };
  for (const field of ["transferModes", "cooperationModes"]) items(field, parseModes);
  items("ipc", parseIpc);
  const chains = record.chains;
  if (chains !== void 0)
    record.chains = chains.map((chain) => typeof chain === "string" ? { code: chain } : chain);
  return record;
}

// src/core/records/sizes.ts
var MAX_TEXT = 1e5;
var MAX_RECORD = 1e6;
var MAX_RECORDS = 2 ** 24;
var MOST_TOLD = 10;
function oversizeOf(record, weighed) {
  const found = [];
  let total = 0;
  const add = (value, path) => {
    if (typeof value !== "string") return;
    total += value.length;
    if (value.length > MAX_TEXT && found.length < MOST_TOLD)
      found.push({
        path,
        expected: `a text of at most ${MAX_TEXT} characters`,
        received: sizeOf(value.length)
      });
  };
  const addParts = (value, path) => {
    if (typeof value !== "object" || value === null) add(value, path);
    else
      for (const part of Object.keys(value)) add(value[part], `${path}.${part}`);
  };
  const addField = (field) => {
    const value = Object.hasOwn(record, field) ? record[field] : void 0;
    if (!Array.isArray(value)) addParts(value, field);
    else {
      total += value.length;
      if (total <= MAX_RECORD) for (const [i, item2] of value.entries()) addParts(item2, `${field}[${i}]`);
    }
  };
  for (const field of KNOWN_FIELDS) addField(field);
  for (const field of weighed) if (!KNOWN.has(field)) addField(field);
  if (total > MAX_RECORD)
    found.push({
      path: "",
      expected: `a record of at most ${MAX_RECORD} characters`,
      received: sizeOf(total)
    });
  return found;
}
var KNOWN = new Set(KNOWN_FIELDS);
function sizeOf(length) {
  return `${length} characters`;
}

// src/core/records/unreadable.ts
var ENDLESS_WORDS = [
  "\u957F\u671F",
  "\u6C38\u4E45",
  "\u6C38\u7EED",
  "\u7EC8\u8EAB",
  "\u65E0\u9650\u671F?",
  "\u4E0D\u9650\u671F?",
  "\u65E0?\u56FA\u5B9A\u671F\u9650",
  "(?:\u65E0|\u6CA1\u6709|\u4E0D\u8BBE|\u4E0D\u5B9A)(?:\u56FA\u5B9A|\u660E\u786E|\u622A\u6B62)?(?:\u671F\u9650|\u65F6\u9650|\u65E5\u671F|\u671F)?",
  "long[- ]?term",
  "permanent(?:ly)?",
  "perpetual(?:ly)?",
  "unlimited",
  "indefinite(?:ly)?",
  "open[- ]?ended",
  "no (?:end|expiry|expiration|limit|time limit)(?: date)?",
  "none",
  "n/a",
  "never(?: expires)?"
].join("|");
var ENDLESS = new RegExp(
  `^(?:(?:\u6709\u6548|\u5408\u4F5C|\u9700\u6C42)?(?:\u671F|\u671F\u9650|\u65F6\u9650)[:\uFF1A\u4E3A ]*)?(?:${ENDLESS_WORDS})(?:\u5185?(?:\u6709\u6548|\u5408\u4F5C|\u9700\u6C42|\u5F81\u96C6|\u62DB\u52DF|\u8BB8\u53EF)|\u9650\u5236?|\u7684)?$`,
  "i"
);
function isUnreadable(value) {
  if (value === void 0 || value.to !== void 0) return false;
  const text3 = withoutEnds(foldWording(value.raw), (char) => /[\s\p{P}\p{S}]/u.test(char));
  return text3 !== "" && !ENDLESS.test(text3);
}
var EXPECTED = "a date, or wording for a validity without end";
function unreadableIssues(records, at2 = {}) {
  const issues = new Issues();
  const { index = 0, place } = at2;
  records.forEach(({ id, validFrom, validTo }, i) => {
    const where = { index: index + i, id, ...place === void 0 ? {} : { place } };
    if (validFrom?.from === void 0 && isUnreadable(validFrom))
      issues.add("validFrom", EXPECTED, validFrom.raw, where);
    if (isUnreadable(validTo)) issues.add("validTo", EXPECTED, validTo.raw, where);
  });
  return [...issues.all];
}

// src/core/records/parse.ts
function parseRecords(input, side, options = {}) {
  return last(parseSteps(input, side, options));
}
function* parseSteps(input, side, options = {}, records = []) {
  const what = `Bad ${side} records`;
  const issues = new Issues();
  if (!Array.isArray(input)) {
    issues.add("", "an array", input);
    issues.throwAs("INVALID_RECORDS", what);
  }
  const schema = side === "demand" ? demandSchema : achievementSchema;
  const { stages: rules = STAGE_RULES, offset = 0, unreadable = "report", withoutId = false } = options;
  const { weighed = WEIGHED2 } = options;
  issues.expect(!(input.length > MAX_RECORDS), "", `at most ${MAX_RECORDS} records`, input);
  issues.throwAs("INVALID_RECORDS", what);
  const firstWith = /* @__PURE__ */ new Map();
  for (let i = 0; i < input.length; i++) {
    if (i > 0) yield i;
    const place = options.place?.(i);
    const where = { index: offset + i, ...place === void 0 ? {} : { place } };
    let value;
    let result;
    let isNameless = false;
    try {
      value = snapshot(input[i], side, weighed);
      if (tooLarge(issues, value, weighed, where)) continue;
      isNameless = withoutId && lacksId(value);
      result = schema.safeParse(isNameless ? { ...value, id: "none" } : value);
    } catch (error) {
      issues.addText("", "a record that can be read", describeThrown(error), where);
      continue;
    }
    if (!result.success) {
      const found = result.error.issues;
      if (issues.isFull) issues.addUntold(found.length);
      else issues.take(toInputIssues(found, value, offset + i, place), found.length);
    }
    const id = isNameless ? void 0 : readId(value);
    if (id !== void 0 && id !== "" && id.length <= MAX_ID) {
      const first = firstWith.get(id);
      if (first === void 0) firstWith.set(id, i);
      else
        issues.addText("id", "an id not used before", `the id of record [${offset + first}]`, {
          ...where,
          id
        });
    }
    if (!result.success) continue;
    if (isNameless) value.id = "";
    makePlain(value, side);
    const record = freezeKnown(readValues(value, side, rules), side, weighed);
    if (unreadable === "refuse") issues.take(unreadableIssues([record], where));
    records.push(record);
  }
  issues.throwAs("INVALID_RECORDS", what);
  return records;
}
var WEIGHED2 = Object.keys(FIELD_WEIGHTS);
function tooLarge(issues, value, weighed, where) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const found = oversizeOf(value, weighed);
  const id = readId(value);
  for (const { path, expected, received } of found)
    issues.addText(path, expected, received, { ...where, ...id === void 0 ? {} : { id } });
  return found.length > 0;
}
function lacksId(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { id } = value;
  return id === void 0 || id === null || id === "";
}

// src/programmes/common/check.ts
function optionsOf2(shape) {
  const options = optionsOf(shape, OTHER_NAMES2);
  return "from" in shape && "to" in shape ? options.check(endsNotBeforeItBegins) : options;
}
var endsNotBeforeItBegins = ({ value, issues }) => {
  const { from, to } = value;
  if (from === void 0 || to === void 0 || from <= to) return;
  issues.push({ code: "custom", path: ["to"], message: `${from} or later`, input: value });
};
function checkOptions(options, schema) {
  const issues = new Issues();
  expectOptions(issues, options, schema);
  issues.throwAsOptions();
}
function expectOptions(issues, options, schema) {
  const parsed = schema.safeParse(options);
  if (!parsed.success) issues.take(toInputIssues(parsed.error.issues, options, -1));
}
var ID = z3.string().check(z3.minLength(1), z3.maxLength(1024));
var RECORD_ID = z3.union([ID, z3.number(), z3.bigint()]);
var TEXT = z3.string();
var TEXTS = z3.optional(z3.array(TEXT));
var COUNT = z3.int().check(z3.minimum(0));
var FROM_1 = z3.int().check(z3.minimum(1));
var SHARE = z3.number().check(z3.minimum(0), z3.maximum(1));
var DAY = z3.iso.date();
var SIMPLIFIER = z3.custom(
  (value) => typeof value?.simplify === "function",
  { error: "an object with a method simplify" }
);
var ELSEWHERE = z3.optional(z3.any());

// src/programmes/deduplication/find-duplicates.ts
import * as z6 from "zod/mini";

// src/core/lexicon/senses.ts
var known = /* @__PURE__ */ new WeakMap();
var TextEntries = class {
  text;
  lexicon;
  known;
  /** Names of several meanings, read once for each: a long text may hold one thousands of times. */
  told;
  /** @param text normalised. */
  constructor(text3, lexicon) {
    this.text = text3;
    this.lexicon = lexicon;
    this.known = known.get(lexicon) ?? /* @__PURE__ */ new Map();
    known.set(lexicon, this.known);
  }
  /**
   * The entry that a word names: of a name with several meanings the one that words of the same text tell of, nothing
   * where none or several are told of.
   * @param word normalised, as the finder gives it.
   */
  of(word) {
    let named2 = this.known.get(word);
    if (named2 === void 0 && !this.known.has(word)) {
      named2 = this.lexicon.byName.get(word) ?? this.lexicon.senses.get(word);
      this.known.set(word, named2);
    }
    return named2 !== void 0 && "length" in named2 ? this.meant(word, named2) : named2;
  }
  meant(word, senses) {
    this.told ??= /* @__PURE__ */ new Map();
    if (!this.told.has(word)) {
      const told2 = senses.filter(({ words: words2 }) => words2.some((other) => this.text.includes(other)));
      this.told.set(word, told2.length === 1 ? told2[0].entry : void 0);
    }
    return this.told.get(word);
  }
};

// src/core/lexicon/canonical.ts
var CanonicalTerms = class {
  lexicon;
  fold;
  /** Found so far: folding all names of a large lexicon at once would be most of the time it takes to start. */
  terms = /* @__PURE__ */ new Map();
  parts = /* @__PURE__ */ new Map();
  constructor(lexicon, fold) {
    this.lexicon = lexicon;
    this.fold = fold;
  }
  /** The canonical term of a normalised word, or undefined for a word that is no entry or has several meanings. */
  of(word) {
    const entry = this.lexicon.byName.get(word);
    return entry === void 0 ? void 0 : this.ofEntry(entry);
  }
  /** The canonical term of an entry of this lexicon. */
  ofEntry(entry) {
    const known3 = this.terms.get(entry);
    if (known3 !== void 0) return known3;
    const wider = entry.broader === void 0 ? void 0 : this.lexicon.byName.get(this.fold(entry.broader));
    const found = {
      term: this.fold(entry.names[0]),
      broader: wider === void 0 ? void 0 : this.fold(wider.names[0])
    };
    this.terms.set(entry, found);
    return found;
  }
  /**
   * The words that a compound ends and begins with, the longest that do not overlap: 碳化硅晶圆 holds 晶圆 and 碳化硅.
   * None of a word that speaks for no chain: many of these are there so that what is inside of them does not count
   * (集成灶 is no 集成).
   */
  partsOf(word) {
    let parts = this.parts.get(word);
    if (parts === void 0) {
      const entry = this.lexicon.byName.get(word);
      parts = entry === void 0 || isGuard(entry) ? [] : this.findParts(word, entry);
      this.parts.set(word, parts);
    }
    return parts;
  }
  findParts(word, entry) {
    const parts = [];
    const entries = new TextEntries(word, this.lexicon);
    const find = (start, fits) => {
      for (const inner of this.lexicon.finder.wordsAt(word, start)) {
        const end = start + inner.length;
        const known3 = fits(end) ? entries.of(inner) : void 0;
        if (known3 === void 0 || known3 === entry) continue;
        parts.push({ term: this.ofEntry(known3).term, start, end });
        return;
      }
    };
    for (let at2 = 1; at2 < word.length && parts.length === 0; at2++) find(at2, (end) => end === word.length);
    const rest = parts[0]?.start ?? word.length - 1;
    find(0, (end) => end <= rest);
    return parts;
  }
};
function isGuard(entry) {
  return Object.keys(entry.chains).length === 0;
}

// src/core/matcher/run.ts
var SLICE = 16;
var REPORT_EVERY = 100;
var Pacer = class {
  started = now();
  lastTurn = this.started;
  lastReport = Number.NEGATIVE_INFINITY;
  total;
  options;
  constructor(total, options) {
    this.total = total;
    this.options = options;
  }
  /** Whether {@link step} has anything to do: a turn, a report, or to stop. */
  isDue() {
    const time = now();
    return time - this.lastReport >= REPORT_EVERY || time - this.lastTurn >= SLICE || this.options.signal?.aborted === true;
  }
  /**
   * Call after each unit of work.
   * @throws the reason of the signal once it is aborted.
   */
  async step(done) {
    const time = now();
    if (time - this.lastReport >= REPORT_EVERY) this.report(done, time);
    if (time - this.lastTurn >= SLICE) {
      await turn();
      this.lastTurn = now();
    }
    this.options.signal?.throwIfAborted();
  }
  /** Reports the end. */
  finish(done) {
    this.report(done, now());
  }
  report(done, time) {
    this.lastReport = time;
    const seconds = (time - this.started) / 1e3;
    const progress = { done, total: this.total, rate: seconds > 0 ? done / seconds : 0 };
    this.options.onProgress?.(progress);
  }
};
function turn() {
  const { setImmediate, scheduler } = globalThis;
  if (setImmediate !== void 0) return new Promise((resolve) => setImmediate(resolve));
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}
function now() {
  return performance.now();
}

// src/base/markup.ts
var INLINE = "a|abbr|b|bdi|big|code|em|font|i|img|ins|kbd|label|mark|o:p|q|s|small|span|strike|strong|sub|sup|u|var";
var BLOCK = "article|blockquote|body|br|center|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr|html|li|meta|nav|ol|option|p|pre|section|select|style|script|table|tbody|td|tfoot|th|thead|title|tr|ul|wbr|xml";
var BARE = "async|checked|defer|disabled|hidden|multiple|noshade|nowrap|readonly|required|selected";
var ATTRIBUTE = `(?:${BARE}|[a-z_:@][\\w:.-]*\\s?=\\s?(?:"[^"<>]*"|'[^'<>]*'|[^\\s"'<>]+))`;
var TAG = `<(/?)(${INLINE}|${BLOCK})(?:\\s+${ATTRIBUTE})*\\s*/?>`;
var ENTITY2 = "&(?:amp;){0,2}(?:#(\\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));";
var MARKUP = new RegExp(`${TAG}|${ENTITY2}`, "giu");
var BLOCKS = new RegExp(`^(?:${BLOCK})$`, "iu");
var ENTITIES = new Map(
  Object.entries({
    middot: "\xB7",
    mdash: "-",
    ndash: "-",
    deg: "\xB0",
    permil: "\u2030",
    micro: "\u03BC",
    mu: "\u03BC",
    alpha: "\u03B1",
    beta: "\u03B2",
    gamma: "\u03B3",
    delta: "\u03B4",
    omega: "\u03C9",
    plusmn: "\xB1",
    times: "\xD7",
    le: "\u2264",
    ge: "\u2265",
    sup2: "2",
    sup3: "3"
  })
);
function markupText(match) {
  const [, , element, decimal, hexadecimal, name] = match;
  if (element !== void 0) return BLOCKS.test(element) ? "\n" : "";
  if (name !== void 0) return ENTITIES.get(name.toLowerCase()) ?? " ";
  const code2 = decimal === void 0 ? Number.parseInt(hexadecimal ?? "20", 16) : Number(decimal);
  const isScalar = code2 <= 1114111 && (code2 < 55296 || code2 > 57343);
  return isScalar ? String.fromCodePoint(code2) : " ";
}

// src/core/terms/fold-char.ts
var NEWLINE = /[\n\r\u2028\u2029\u0085]/;
var INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u;
var SPACE_LIKE = /[\s\p{Cc}\p{Cs}\p{Co}\p{Cn}<>&\ufffd]/u;
var ATTACHES = /[\p{M}\u1160-\u11ff]/u;
function foldCluster(cluster) {
  const text3 = foldedText(cluster);
  let settled = true;
  for (const char of text3) settled &&= !ATTACHES.test(char) && foldedText(char) === char;
  return { text: text3, settled };
}
function foldedText(cluster) {
  let text3 = "";
  for (const char of cluster.normalize("NFKC").toLowerCase().normalize("NFKC")) {
    if (NEWLINE.test(char)) text3 += "\n";
    else if (SPACE_LIKE.test(char) && !INVISIBLE.test(char)) text3 += " ";
    else if (!INVISIBLE.test(char)) text3 += char;
  }
  return text3;
}
var known2 = /* @__PURE__ */ new Map();
function foldUnit(unit) {
  let folding = known2.get(unit);
  if (folding === void 0) {
    folding = foldCluster(String.fromCharCode(unit));
    known2.set(unit, folding);
  }
  return folding;
}
var NOT_PLAIN = 0;
function foldPlain(unit) {
  if (unit >= 19968 && unit <= 40959 || unit >= 13312 && unit <= 19903) return unit;
  const ascii = unit >= 65281 && unit <= 65374 ? unit - 65248 : unit;
  if (ascii >= 65 && ascii <= 90) return ascii + 32;
  if (ascii >= 32 && ascii <= 126)
    return ascii === 38 || ascii === 60 || ascii === 62 ? 32 : ascii;
  return unit === 12289 || unit === 12290 ? unit : NOT_PLAIN;
}
var UNKNOWN = 0;
var APART = 1;
var MELTS = 2;
var attaching = new Uint8Array(65536);
function mayAttach(unit) {
  if (attaching[unit] === UNKNOWN) {
    const isHalf = unit >= 55296 && unit <= 57343;
    attaching[unit] = isHalf || ATTACHES.test(String.fromCharCode(unit)) ? MELTS : APART;
  }
  return attaching[unit] === MELTS;
}

// src/core/terms/folded-text.ts
var SPACE = 32;
var NEWLINE2 = 10;
var CHUNK = 8192;
var SHORT = 4096;
var units = new Uint16Array(SHORT);
var starts = new Uint32Array(SHORT);
var ends = new Uint32Array(SHORT);
var FoldedText = class {
  /** False once a piece came in that folding again could change. */
  settled = true;
  units;
  starts;
  ends;
  length = 0;
  /** Code point written last; 0 at the beginning. */
  last = 0;
  /** White space held back, and its place; 0 for none. */
  held = 0;
  heldStart = 0;
  heldEnd = 0;
  constructor(capacity) {
    const isShort = capacity + 8 <= SHORT;
    this.units = isShort ? units : new Uint16Array(capacity + 8);
    this.starts = isShort ? starts : new Uint32Array(capacity + 8);
    this.ends = isShort ? ends : new Uint32Array(capacity + 8);
  }
  /** Adds one code point from a place of the source; of white space only U+0020 and U+000A. */
  push(char, start, end) {
    if (char === SPACE || char === NEWLINE2) {
      if (this.held === 0 || char === NEWLINE2) {
        this.held = char;
        this.heldStart = start;
        this.heldEnd = end;
      }
      return;
    }
    if (this.held !== 0) {
      const between = this.held === SPACE && isIdeograph(char) && isIdeograph(this.last);
      if (this.length > 0 && !between) this.write(this.held, this.heldStart, this.heldEnd);
      this.held = 0;
    }
    this.last = char;
    if (char < 65536) this.write(char, start, end);
    else {
      this.write(55232 + (char >> 10), start, end);
      this.write(56320 + (char & 1023), start, end);
    }
  }
  /** The text, without white space at its ends. */
  finish() {
    const { length } = this;
    let text3 = "";
    for (let at2 = 0; at2 < length; at2 += CHUNK) {
      const part = this.units.subarray(at2, Math.min(length, at2 + CHUNK));
      text3 += Reflect.apply(String.fromCharCode, void 0, part);
    }
    const places = new Uint32Array(2 * length);
    places.set(this.starts.subarray(0, length));
    places.set(this.ends.subarray(0, length), length);
    return { text: text3, starts: places.subarray(0, length), ends: places.subarray(length) };
  }
  write(unit, start, end) {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }
  grow() {
    const { units: units2, starts: starts2, ends: ends2 } = this;
    this.units = new Uint16Array(units2.length * 2);
    this.starts = new Uint32Array(units2.length * 2);
    this.ends = new Uint32Array(units2.length * 2);
    this.units.set(units2);
    this.starts.set(starts2);
    this.ends.set(ends2);
  }
};
function isIdeograph(char) {
  return char >= 19968 && char <= 40959 || char >= 13312 && char <= 19903 || char >= 12352 && char <= 12543 || char >= 44032 && char <= 55203 || char >= 63744 && char <= 64255 || char >= 131072 && char <= 205743 || char === 12293 || char === 12295;
}

// src/core/terms/normalize.ts
var MAX_MARKS = 30;
var CLUSTER = new RegExp(
  `((?:[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?|[\\uac00-\\ud7a3][\\u11a8-\\u11c2]|[\\s\\S])\\p{M}{0,${MAX_MARKS}})\\p{M}*`,
  "uy"
);
var ROUNDS = 8;
function normalize(text3, simplifier) {
  const first = foldOnce(simplifier === void 0 ? text3 : simplifyInPlace(text3, simplifier), true);
  let result = first.finish();
  if (first.settled) return result;
  for (let round = 1; round < ROUNDS; round++) {
    const again = foldOnce(result.text, false).finish();
    if (again.text === result.text) break;
    result = compose(result, again);
  }
  return result;
}
function simplifyInPlace(text3, simplifier) {
  const whole = simplifier.simplify(text3);
  if (whole.length === text3.length) return whole;
  return Array.from(text3, (char) => {
    const simple = simplifier.simplify(char);
    return simple.length === char.length ? simple : char;
  }).join("");
}
function foldOnce(source, withMarkup) {
  const out = new FoldedText(source.length);
  let at2 = 0;
  if (withMarkup && /[<&]/.test(source)) {
    for (const match of source.matchAll(MARKUP)) {
      foldRange(source, at2, match.index, out);
      const end = match.index + match[0].length;
      if (/^<sup\b/i.test(match[0]) && isRaised(source, match.index - 1, source.slice(end, end + 2))) {
        out.push(CARET, match.index, end);
      }
      pushFolded(markupText(match), match.index, end, out);
      at2 = end;
    }
  }
  foldRange(source, at2, source.length, out);
  return out;
}
var CARET = 94;
function isSuperscript(unit) {
  return unit >= 8304 && unit <= 8315 || unit === 178 || unit === 179 || unit === 185;
}
function isRaised(source, before, raised) {
  const base = source.charAt(before).normalize("NFKC");
  return /\d/.test(base) ? /^[-+\u2212]?\d/.test(raised) : /[a-z)]/i.test(base) && /^[-\u2212]\d/.test(raised);
}
function foldRange(source, from, to, out) {
  for (let at2 = from; at2 < to; ) {
    const unit = source.charCodeAt(at2);
    if (isSuperscript(unit) && !isSuperscript(source.charCodeAt(at2 - 1))) {
      const raised = source.slice(at2, at2 + 2).normalize("NFKC");
      if (isRaised(source, at2 - 1, raised)) out.push(CARET, at2, at2 + 1);
    }
    const isAlone = at2 + 1 >= to || !mayAttach(source.charCodeAt(at2 + 1));
    const plain2 = isAlone ? foldPlain(unit) : NOT_PLAIN;
    if (plain2 !== NOT_PLAIN) {
      out.push(plain2, at2, ++at2);
      continue;
    }
    if (isAlone) {
      const { text: text3, settled } = foldUnit(unit);
      out.settled &&= settled;
      pushAll(text3, at2, ++at2, out);
      continue;
    }
    CLUSTER.lastIndex = at2;
    const [all, cluster] = CLUSTER.exec(source);
    pushFolded(cluster, at2, at2 + cluster.length, out);
    at2 += all.length;
  }
}
function pushFolded(cluster, start, end, out) {
  const { text: text3, settled } = foldCluster(cluster);
  out.settled &&= settled;
  pushAll(text3, start, end, out);
}
function pushAll(text3, start, end, out) {
  if (text3.length === 1) out.push(text3.charCodeAt(0), start, end);
  else for (const char of text3) out.push(char.codePointAt(0), start, end);
}
function compose(first, second) {
  return {
    text: second.text,
    starts: second.starts.map((at2) => first.starts[at2]),
    ends: second.ends.map((at2) => first.ends[at2 - 1])
  };
}

// src/programmes/common/matching.ts
import * as z4 from "zod/mini";
var isLimit = (value) => value === Number.POSITIVE_INFINITY || Number.isInteger(value) && value >= 0;
var FILTER = z4.custom().check(({ value, issues }) => {
  const found = new Issues();
  expectFilter(found, void 0, value);
  for (const { path, expected, received } of found.all) {
    const inside = path.replace(/^filter\.?/, "");
    issues.push({
      code: "custom",
      path: inside === "" ? [] : [inside],
      message: expected,
      params: { received },
      input: value
    });
  }
});
var MATCHING = {
  limit: z4.optional(z4.custom(isLimit, { error: "a whole number \u2265 0 or Infinity" })),
  minScore: z4.optional(SHARE),
  kinds: z4.optional(z4.array(z4.enum(RECORD_KINDS))),
  filter: z4.optional(FILTER),
  explain: z4.optional(z4.boolean())
};
var isSignal = (value) => typeof value?.throwIfAborted === "function";
var RUN = {
  onProgress: z4.optional(
    z4.custom((value) => typeof value === "function", {
      error: "a function"
    })
  ),
  signal: z4.optional(z4.custom(isSignal, { error: "an AbortSignal" }))
};

// src/programmes/common/unit-keys.ts
import * as z5 from "zod/mini";

// src/programmes/common/short-names.ts
var ACADEMIES = [
  ["\u4E2D\u79D1\u9662", "\u4E2D\u56FD\u79D1\u5B66\u9662"],
  ["\u519C\u79D1\u9662", "\u519C\u4E1A\u79D1\u5B66\u9662"],
  ["\u793E\u79D1\u9662", "\u793E\u4F1A\u79D1\u5B66\u9662"]
];
var INSTITUTE = /(?<!研究|事务|招待|交易|派出|会务|托管)所$/;
function academyName(bare) {
  let name = bare;
  for (const [short, full] of ACADEMIES) {
    const at2 = short === "\u4E2D\u79D1\u9662" ? name.startsWith(short) ? 0 : -1 : name.indexOf(short);
    if (at2 >= 0) name = name.slice(0, at2) + full + name.slice(at2 + short.length);
  }
  const academy = name.indexOf("\u79D1\u5B66\u9662");
  return academy >= 0 && name.length > academy + "\u79D1\u5B66\u9662".length + 2 ? name.replace(INSTITUTE, "\u7814\u7A76\u6240") : name;
}
var PLACES = [
  ...new Set(
    [...REGION_NAMES.values()].map(([, short]) => short).filter((short) => /^\p{Script=Han}{3,}$/u.test(short))
  ),
  "\u54C8\u5C14\u6EE8",
  "\u77F3\u5BB6\u5E84",
  "\u8FDE\u4E91\u6E2F",
  "\u666F\u5FB7\u9547",
  "\u79E6\u7687\u5C9B"
];
var FULL2 = /^(中国科学院)?(.{4,16})(大学|研究所)$/;
var MOST_WORDS = 5;
var SHORTEST = 3;
function shortForms(key) {
  const [, academy = "", middle = "", end = ""] = FULL2.exec(key) ?? [];
  if (middle === "" || end === "\u7814\u7A76\u6240" !== (academy !== "")) return [];
  const words2 = wordsOf2(middle);
  if (words2 === void 0) return [];
  let forms = [""];
  for (const word of words2) forms = forms.flatMap((form) => [form + word, form + word[0]]);
  const close = end === "\u5927\u5B66" ? "\u5927" : end;
  return forms.map((form) => `${academy}${form}${close}`).filter((form) => form !== key && form.length - academy.length >= SHORTEST);
}
function wordsOf2(middle) {
  const place = PLACES.find((name) => middle.startsWith(name)) ?? middle.slice(0, 2);
  const rest = middle.slice(place.length);
  const words2 = [place, ...rest.match(/../gsu) ?? []];
  const isWhole = words2.join("") === middle;
  return isWhole && words2.length > 1 && words2.length <= MOST_WORDS ? words2 : void 0;
}

// src/programmes/common/organization.ts
function nameOf(organization2) {
  const name = typeof organization2 === "string" ? organization2 : organization2?.name;
  return name === void 0 || name.trim() === "" ? void 0 : name.trim();
}
var OTHER_NAME = /\((?:原|曾用名|前身|现|简称|以下简称|又名|英文)[^()]*\)/g;
var LEGAL_FORM = /(?:集团)?(?:股份)?(?:有限责任|有限|总)?(?<![分子])公司$|集团$|(?:有限|普通|特殊普通)合伙$/;
var PLACE_BEHIND = /\(([^()]{1,12})\)$/;
var SEPARATORS2 = /[\s()·.,、"']/g;
function organizationKey(name, units2) {
  const key = plainKey(name);
  return units2?.get(key) ?? key;
}
function plainKey(name) {
  const text3 = normalize(name).text.replace(/[“”]/g, '"').replace(OTHER_NAME, "");
  const place = PLACE_BEHIND.exec(text3);
  const head = bareName(place === null ? text3 : text3.slice(0, place.index));
  const behind = place === null || head.startsWith(place[1]) ? "" : bareText(place[1]);
  const whole = bareText(text3);
  const bare = head === "" ? bareName(whole) : isLegal(place?.[1]) ? bareName(whole) : head + behind;
  return academyName(bare === "" ? whole : bare);
}
function isLegal(inBrackets2) {
  return inBrackets2 !== void 0 && LEGAL_FORM.test(inBrackets2);
}
function bareText(text3) {
  return text3.replace(SEPARATORS2, "");
}
function bareName(text3) {
  return bareText(text3).replace(LEGAL_FORM, "");
}
function organizationOf(record, units2) {
  const name = nameOf(record.organization);
  return name === void 0 ? void 0 : { key: organizationKey(name, units2), name };
}
function simplified(name, simplifier) {
  return simplifier?.simplify(name) ?? name;
}

// src/programmes/common/unit-keys.ts
var NAME = z5.string().check(z5.refine((text3) => text3.trim() !== "", { error: "a name that is not empty" }));
var ALIASES = z5.optional(
  z5.array(itemOf({ name: NAME, aliases: z5.optional(z5.array(NAME)) }))
);
function readUnits(aliases = [], names = []) {
  const full = new Set(aliases.map(({ name }) => plainKey(name)));
  const known3 = new Set(full);
  for (const given of names) {
    const name = nameOf(given);
    if (name !== void 0) known3.add(plainKey(name));
  }
  const keys2 = onlyOnes(
    aliases.flatMap(
      ({ name, aliases: others = [] }) => others.map((other) => [plainKey(other), plainKey(name)])
    ),
    full
  );
  const byRule = onlyOnes(
    [...known3].flatMap((key) => shortForms(key).map((form) => [form, keys2.get(key) ?? key])),
    full
  );
  for (const [form, key] of byRule) if (!keys2.has(form)) keys2.set(form, key);
  return keys2;
}
function onlyOnes(pairs, full) {
  const found = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Set();
  for (const [name, key] of pairs) {
    const other = found.get(name);
    if (other !== void 0 && other !== key) open.add(name);
    if (name !== key && !full.has(name)) found.set(name, key);
  }
  for (const name of open) found.delete(name);
  return found;
}

// src/programmes/deduplication/shingles.ts
var NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;
function bareText2(text3, simplifier) {
  return bareNormalized(normalize(text3, simplifier).text);
}
function bareNormalized(text3) {
  return text3.replace(NO_LETTER_OR_DIGIT, "");
}
var ShingleSets = class {
  numbers = /* @__PURE__ */ new Map();
  frequencies = [];
  sets = [];
  /** Adds the set of the next record. A text of one character is its own shingle. */
  add(bare) {
    const set = /* @__PURE__ */ new Set();
    for (let i = 1; i < bare.length; i++) {
      set.add(this.numberOf(bare.charCodeAt(i - 1) * 65536 + bare.charCodeAt(i)));
    }
    if (bare.length === 1) set.add(this.numberOf(bare.charCodeAt(0)));
    for (const number5 of set) this.frequencies[number5]++;
    this.sets.push(Uint32Array.from(set));
  }
  /** All sets, each ascending; the rarest shingle has the least number. */
  finish() {
    const { frequencies } = this;
    const byRarity = frequencies.map((_, number5) => number5);
    byRarity.sort((a, b) => frequencies[a] - frequencies[b] || a - b);
    const places = new Uint32Array(byRarity.length);
    for (const [place, number5] of byRarity.entries()) places[number5] = place;
    return this.sets.map((set) => set.map((number5) => places[number5]).sort());
  }
  numberOf(shingle) {
    let number5 = this.numbers.get(shingle);
    if (number5 === void 0) {
      number5 = this.frequencies.length;
      this.numbers.set(shingle, number5);
      this.frequencies.push(0);
    }
    return number5;
  }
};
function countShared(a, b) {
  let shared2 = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i] - b[j];
    if (difference === 0) shared2++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared2;
}

// src/programmes/deduplication/clues.ts
var TEXT_FIELDS = {
  title: 1,
  abstract: 1,
  text: 1,
  problem: 1,
  keyTechnology: 1,
  expectedOutcome: 1,
  keywords: 1,
  indicators: 1
};
var STANDARDS = /\b(?:gb|iso|iec|astm|din|jb|en|ip)[/t\s-]{0,4}\d{2,6}(?:\.\d{1,3})?(?:-\d{4})?/g;
var FIGURE = /(?<![a-z\d.])\d{1,9}(?:\.\d{1,6})?(?![\d.])/g;
var YEAR2 = /^(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))$/;
var WORD = /[a-z][a-z\d]*(?:-[a-z\d]+)*/g;
var COMMON = new Set(
  [
    "ppb pa mpa gpa kpa khz mhz ghz kwh mah ppm rpm min max mol vol wt nm mm cm km kg mg ml kw kv mw hz db lm m2 m3 cm2 cm3 mm2 km2 co2",
    "plc led lcd pcb usb gps app api iot rfid cad cam cae cpu gpu cnc agv mes erp pid pwm ups sql web html http tcp wifi bim gis vr ar ai",
    "the and for with from using based method device system technology high new of in on at by to an is are"
  ].join(" ").split(" ")
);
var RIGHT = /(?<!\d)(?:cn|zl)?\s?((?:19|20)\d{10}|\d{8})[.·]?\s?([\dx])(?!\d)/g;
var DOCUMENT = /10\.\d{4,9}\/[a-z\d./_()-]{3,60}/g;
var HAN = /\p{Script=Han}/gu;
var LETTERS = /\p{L}/gu;
var FEW_HAN = 0.1;
function isForeign(text3) {
  const letters = text3.match(LETTERS)?.length ?? 0;
  return letters > 0 && (text3.match(HAN)?.length ?? 0) < FEW_HAN * letters;
}
var OTHER_TITLE = /^(?:title|name)_?(?:en|english|foreign)$|^(?:en|english)_?(?:title|name)$|英文/i;
var JOINING = /[的用于型基种一及与和之在下对由以其]/g;
function subjectOf(title, words2) {
  if (words2 === void 0) return title;
  const { finder, generic } = words2.lexicon;
  let rest = "";
  let at2 = 0;
  for (const { word, start, end } of finder.segment(title)) {
    if (!generic.has(word)) continue;
    rest += title.slice(at2, start);
    at2 = end;
  }
  return (rest + title.slice(at2)).replace(JOINING, "");
}
function cluesOf(record, simplifier, words2) {
  const title = normalize(record.title, simplifier).text;
  const texts = textFields(record, TEXT_FIELDS).map(({ text: text4 }) => text4);
  const written = normalize(texts.join("\n"), simplifier).text;
  const text3 = written.replace(STANDARDS, " ");
  const fields = Object.entries(record).flatMap(
    ([field, value]) => typeof value === "string" ? [{ field, value }] : []
  );
  const marks = /* @__PURE__ */ new Set();
  const wordings = [written, ...fields.map(({ value }) => value.toLowerCase()), rightsOf(record)];
  for (const wording of wordings) {
    for (const [, number5, check] of wording.matchAll(RIGHT)) marks.add(`right ${number5}${check}`);
    for (const [document] of wording.matchAll(DOCUMENT)) marks.add(`document ${document}`);
  }
  const bareTitle = bareNormalized(title);
  for (const { field, value } of fields) {
    if (OTHER_TITLE.test(field)) marks.add(`title ${bareNormalized(normalize(value).text)}`);
  }
  if (isForeign(title) && bareTitle.length > 7) marks.add(`title ${bareTitle}`);
  return {
    title: bareTitle,
    subject: subjectOf(bareTitle, words2),
    whole: bareNormalized(written),
    isChinese: !isForeign(written),
    isSecret: secrecyRank(record.secrecyLevel) > 0,
    figures: new Map([...text3.matchAll(FIGURE)].flatMap(([number5]) => figureOf(number5))),
    latin: new Map([...text3.matchAll(WORD)].flatMap(([word]) => wordOf(word))),
    marks,
    parties: partiesOf(record, fields),
    ...wordsOf3(title, text3, words2)
  };
}
var CONTACT = /contact|phone|mail|tel|联系|电话|邮箱|手机/i;
function partiesOf({ organization: organization2 }, fields) {
  const parties = /* @__PURE__ */ new Set();
  const { uscc } = typeof organization2 === "object" ? organization2 : {};
  if (typeof uscc === "string") parties.add(uscc.trim().toLowerCase());
  for (const { field, value } of fields) {
    const digits = value.replace(/\D/g, "");
    if (!CONTACT.test(field)) continue;
    if (digits.length >= 7) parties.add(digits);
    if (value.includes("@")) parties.add(value.trim().toLowerCase());
  }
  return parties;
}
function rightsOf(record) {
  const { ip } = record;
  return (ip ?? []).map((right) => typeof right === "string" ? right : right?.number).filter((number5) => typeof number5 === "string").join(" \n").toLowerCase();
}
function figureOf(number5) {
  if (YEAR2.test(number5) || Number(number5) === 0) return [];
  let value = Number(number5.replace(".", ""));
  while (value % 10 === 0) value /= 10;
  const telling = String(value).length;
  const digits = number5.replace(".", "").length;
  const weight = telling >= 3 || digits >= 4 ? 0.9 : telling === 2 || number5.includes(".") ? 0.6 : 0.25;
  if (digits === 1) return [[number5, 0.05]];
  return [[number5, weight]];
}
function wordOf(word) {
  if (COMMON.has(word) || !(word.length > 2 || /^[a-z]\d$/.test(word))) return [];
  const isName = word.length >= 6 && word.includes("-");
  return [[word, isName ? 1.5 : /\d/.test(word) ? 0.9 : 0.6]];
}
function wordsOf3(title, text3, words2) {
  const titleWords = /* @__PURE__ */ new Map();
  const terms = /* @__PURE__ */ new Set();
  if (words2 === void 0) return { titleWords, terms };
  const { lexicon, terms: canonical } = words2;
  for (const { word } of lexicon.finder.segment(text3)) {
    const found = canonical.of(word);
    if (found === void 0) continue;
    terms.add(found.term);
    if (found.broader !== void 0) terms.add(found.broader);
    for (const { term } of canonical.partsOf(word)) terms.add(term);
  }
  for (const { word } of lexicon.finder.segment(title)) {
    const found = canonical.of(word);
    if (found !== void 0) titleWords.set(bareNormalized(word), found.term);
  }
  return { titleWords, terms };
}

// src/programmes/planning/disjoint-sets.ts
var DisjointSets = class {
  parents;
  constructor(size) {
    this.parents = Uint32Array.from({ length: size }, (_, i) => i);
  }
  /** The least member of the set that holds a member. */
  root(member) {
    const { parents } = this;
    let at2 = member;
    while (parents[at2] !== at2) {
      parents[at2] = parents[parents[at2]];
      at2 = parents[at2];
    }
    return at2;
  }
  /** Joins the sets of two members. */
  join(a, b) {
    const [first, second] = [this.root(a), this.root(b)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }
};

// src/programmes/deduplication/candidates.ts
var SLACK = 1e-9;
var PrefixIndex = class {
  sets;
  threshold;
  /** Member of a prefix → positions of the sets that hold it there, ascending. */
  holders = /* @__PURE__ */ new Map();
  /** @param threshold in (0, 1]. */
  constructor(sets, threshold) {
    this.sets = sets;
    this.threshold = threshold - SLACK;
  }
  /** Positions of earlier sets that may be like the one at this position; one may come several times. */
  *like(position) {
    const { sets, threshold } = this;
    const { length } = sets[position];
    for (const member of this.prefix(position)) {
      for (const earlier of this.holders.get(member) ?? []) {
        const other = sets[earlier].length;
        if (Math.min(length, other) >= threshold * Math.max(length, other)) yield earlier;
      }
    }
  }
  /** Takes the set at a position in. */
  add(position) {
    for (const member of this.prefix(position)) {
      const list = this.holders.get(member);
      if (list === void 0) this.holders.set(member, [position]);
      else list.push(position);
    }
  }
  prefix(position) {
    const set = this.sets[position];
    return set.subarray(0, set.length === 0 ? 0 : set.length - Math.ceil(this.threshold * set.length) + 1);
  }
};

// src/programmes/deduplication/title-subject.ts
var OF_ANY = /成果推介|成果名称|项目名称|需求名称|技术需求|关键技术|技术|研究|研制|研发|开发|应用|项目|成果|产品|方案|及其|以及|关键|新型|一种|需求|寻求|求购|征集|问题|难题|课题/g;
var FORMS = /方法|工艺|系统|装置|设备/g;
var LATIN_OF_ANY = new Set(
  "method methods device devices system systems technology technique process apparatus research study development application applications of for and the a an on in with by to based using new novel".split(
    " "
  )
);
var LATIN_FORMS = new Set("method methods device devices system systems process apparatus".split(" "));
var JOINING2 = new Set("\u7684\u7528\u4E8E\u578B\u57FA\u79CD\u53CA\u4E0E\u548C\u4E4B\u5728\u4E0B\u5BF9\u7531\u4EE5\u5176\u7C7B\u5F0F\u5316\u7B49\u5E76\u9879");
var UNIT = /免疫|无人机|未来|非洲|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.\d+)?/gu;
var LONGEST2 = 80;
function subjectUnits(title, isPatent) {
  const bare = title.replace(OF_ANY, "|");
  const units2 = (isPatent ? bare : bare.replace(FORMS, "|")).match(UNIT) ?? [];
  return units2.filter((unit) => !LATIN_OF_ANY.has(unit) || isPatent && LATIN_FORMS.has(unit)).slice(0, LONGEST2);
}
var HEADING = new RegExp(
  `^\\s*(?:[[\u3010(](?:${OF_ANY.source}|\u63A8\u4ECB|\u53D1\u5E03|\u63A8\u8350|\u6280\u672F)+[\\])\u3011]|(?:${OF_ANY.source}){1,3} ?:)\\s*(?=\\S)`
);
function withoutHeading(title) {
  return title.replace(HEADING, "");
}
function isJoining(unit) {
  return JOINING2.has(unit);
}

// src/programmes/deduplication/other-things.ts
var ALIKE = 0.45;
var NEGATIVE = /* @__PURE__ */ new Set([..."\u975E\u65E0\u7121\u4E0D\u672A\u514D", "non", "not", "un", "without", "free", "less", "anti"]);
var CONTRASTING = /* @__PURE__ */ new Set([
  ..."\u534A\u5168\u51C6\u4E9A\u8D85\u5FAE\u7EB3\u5355\u53CC\u591A\u9AD8\u4F4E\u5927\u5C0F\u957F\u77ED\u5185\u5916\u4E0A\u4E0B\u524D\u540E\u5DE6\u53F3\u4E2D\u6B63\u8D1F\u53CD\u9634\u9633\u5E72\u6E7F\u51B7\u70ED\u8F6F\u786C\u65B0\u65E7\u4E3B\u526F\u5341\u767E\u5343\u4E07\u4EBF",
  ..."semi fully quasi sub super ultra micro nano single double dual multi high low".split(" ")
]);
function areOtherThings(one, other, isStrict) {
  const own2 = ownWords(one.units, other.units);
  if (own2 === void 0) return false;
  const [here, there] = own2;
  if (isContrast(here, there)) return true;
  if (here.units.length === 0 || there.units.length === 0) return false;
  return isStrict || !(isTold(here, other) && isTold(there, one));
}
function areOpposites(one, other) {
  const own2 = ownWords(one, other) ?? [];
  return own2.some(({ pieces: pieces2 }) => pieces2.some((piece) => NEGATIVE.has(piece)));
}
function ownWords(first, second) {
  const isSwapped = first.join(" ") > second.join(" ");
  const [one, other] = isSwapped ? [second, first] : [first, second];
  const shared2 = sharedUnits(one, other);
  if (!isMadeAlike(one, other, shared2.first)) return void 0;
  const [a, b] = withoutCommon(ownOf(one, shared2.first), ownOf(other, shared2.second));
  return isSwapped ? [b, a] : [a, b];
}
function isContrast(here, there) {
  if ([...here.units, ...there.units].some((unit) => NEGATIVE.has(unit))) return true;
  const isOneSided = here.units.length === 0 || there.units.length === 0;
  return isOneSided && [...here.pieces, ...there.pieces].some((piece) => CONTRASTING.has(piece));
}
function areMadeAlike(one, other) {
  return isMadeAlike(one, other, sharedUnits(one, other).first);
}
function isMadeAlike(one, other, shared2) {
  return shared2.size > 0 && shared2.size >= ALIKE * Math.min(one.length, other.length);
}
function isTold({ pieces: pieces2 }, { whole }) {
  return pieces2.every((piece) => piece.length > 1 && !CONTRASTING.has(piece) && whole.includes(piece));
}
function ownOf(units2, shared2) {
  const runs = [];
  let run = [];
  for (const [i, unit] of units2.entries()) {
    if (!shared2.has(i)) run.push(unit);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  return run.length > 0 ? [...runs, run] : runs;
}
function withoutCommon(first, second) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const unit of second.flat()) counts2.set(unit, (counts2.get(unit) ?? 0) + 1);
  const common2 = /* @__PURE__ */ new Map();
  for (const unit of first.flat()) {
    const left = counts2.get(unit) ?? 0;
    if (left === 0) continue;
    counts2.set(unit, left - 1);
    common2.set(unit, (common2.get(unit) ?? 0) + 1);
  }
  return [kept(first, new Map(common2)), kept(second, common2)];
}
function kept(runs, common2) {
  const pieces2 = runs.map(
    (run) => run.filter((unit) => {
      const left = common2.get(unit) ?? 0;
      if (left > 0) common2.set(unit, left - 1);
      return left === 0 && !isJoining(unit);
    })
  );
  return {
    units: pieces2.flat(),
    pieces: pieces2.map((piece) => piece.join("")).filter((piece) => piece !== "")
  };
}
function sharedUnits(a, b) {
  const width = b.length + 1;
  const best = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] = a[i] === b[j] ? 1 + best[(i + 1) * width + j + 1] : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const [first, second] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      first.add(i++);
      second.add(j++);
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  }
  return { first, second };
}

// src/programmes/deduplication/similarity.ts
var DUPLICATE_WEIGHTS = { title: 0.6, text: 0.2, organization: 0.2 };
var SAME_TEXT = 0.9;
var MIN_TEXT = 20;
function leastTitle(threshold) {
  const { title } = DUPLICATE_WEIGHTS;
  return (threshold - (1 - title)) / title;
}
function compare(portraits, a, b) {
  const { titles, told: told2, organizations: organizations2, marks, subjects } = portraits;
  if (marks[a] !== marks[b]) return void 0;
  const title = jaccard(titles[a], titles[b]);
  const copied = jaccard(told2[a], told2[b]);
  const text3 = textOf2(portraits, a, b);
  const isKnown = organizations2[a] !== "" && organizations2[b] !== "";
  const organization2 = isKnown ? Number(organizations2[a] === organizations2[b]) : void 0;
  const mean = weightedMean([
    [title, DUPLICATE_WEIGHTS.title],
    [text3, DUPLICATE_WEIGHTS.text],
    [organization2, DUPLICATE_WEIGHTS.organization]
  ]);
  const isNamed = subjects[a].length > 0 && subjects[b].length > 0;
  const isCopy = copied >= SAME_TEXT && Math.min(told2[a].length, told2[b].length) >= MIN_TEXT && (organization2 !== 0 || areMadeAlike(subjects[a], subjects[b]));
  const similarity = Math.max(isNamed ? mean : 0, isCopy ? copied : 0);
  return {
    similarity,
    title,
    ...text3 === void 0 ? {} : { text: text3 },
    ...organization2 === void 0 ? {} : { organization: organization2 }
  };
}
function areApart({ patents, steps, subjects, wholes, kinds }, a, b) {
  if (areOthers(patents[a], patents[b]) || areOthers(steps[a], steps[b])) return true;
  const told2 = (at2) => ({ units: subjects[at2], whole: wholes[at2] });
  return areOtherThings(told2(a), told2(b), kinds[a] === "patent");
}
function textOf2({ texts, told: told2 }, a, b) {
  const share = contained(told2[a], told2[b]);
  if (share !== void 0) return share;
  const whole = contained(texts[a], texts[b]);
  return whole === void 0 || whole >= SAME_TEXT ? void 0 : whole;
}
function contained(a, b) {
  const shorter = Math.min(a.length, b.length);
  return shorter < MIN_TEXT ? void 0 : countShared(a, b) / shorter;
}
function areOthers(a, b) {
  return a.length > 0 && b.length > 0 && !a.some((number5) => b.includes(number5));
}
function jaccard(a, b) {
  const shared2 = countShared(a, b);
  return shared2 === 0 ? 0 : shared2 / (a.length + b.length - shared2);
}
function weightedMean(parts) {
  let sum2 = 0;
  let weights = 0;
  for (const [value, weight] of parts) {
    if (value === void 0) continue;
    sum2 += value * weight;
    weights += weight;
  }
  return sum2 / weights;
}

// src/programmes/deduplication/join.ts
var MOST_PAIRS = 4096;
var Join = class {
  portraits;
  threshold;
  most;
  indexes;
  sets;
  links = [];
  /** Of each record what it says it is: records that say the same are never apart. */
  subjects;
  /** Two sets of other subjects → the best link between them. */
  between = /* @__PURE__ */ new Map();
  /** 1 + the position of the last record for which a candidate came up. */
  seenBy;
  compared = 0;
  cut = 0;
  constructor(portraits, threshold, most) {
    const { titles, told: told2, subjects, steps, patents } = portraits;
    this.portraits = portraits;
    this.threshold = threshold;
    this.most = most;
    this.indexes = [new PrefixIndex(titles, leastTitle(threshold)), new PrefixIndex(told2, SAME_TEXT)];
    this.sets = new DisjointSets(titles.length);
    this.subjects = subjects.map((units2, i) => JSON.stringify([units2, steps[i], patents[i]]));
    this.seenBy = new Uint32Array(titles.length);
  }
  add(position) {
    this.compareWithEarlier(position);
    for (const index of this.indexes) index.add(position);
  }
  compareWithEarlier(position) {
    let seen = 0;
    for (const index of this.indexes) {
      for (const earlier of index.like(position)) {
        if (this.seenBy[earlier] === position + 1) continue;
        if (seen++ === this.most) {
          this.cut++;
          return;
        }
        this.seenBy[earlier] = position + 1;
        if (this.sets.root(earlier) !== this.sets.root(position)) this.tryLink(earlier, position);
      }
    }
  }
  tryLink(first, second) {
    this.compared++;
    const { portraits, subjects, sets } = this;
    const alike = compare(portraits, first, second);
    if (alike === void 0 || alike.similarity < this.threshold - SLACK) return;
    const link = { first, second, ...alike };
    if (subjects[first] === subjects[second]) {
      sets.join(first, second);
      this.links.push(link);
    } else if (!areApart(portraits, first, second)) this.keepBest(this.between, link);
  }
  keepBest(links, link) {
    const [a, b] = [this.sets.root(link.first), this.sets.root(link.second)];
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known3 = links.get(key);
    if (known3 === void 0 || this.inOrder(link, known3) < 0) links.set(key, link);
  }
  /** The most alike first, then by what the records say: their order in the list changes nothing. */
  inOrder(a, b) {
    if (a.similarity !== b.similarity) return b.similarity - a.similarity;
    const [x, y] = [this.wordsOf(a), this.wordsOf(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  wordsOf({ first, second }) {
    return [first, second].map((at2) => this.saidBy(at2)).sort().join("\n");
  }
  saidBy(position) {
    const { wholes, organizations: organizations2 } = this.portraits;
    return `${wholes[position]}
${organizations2[position]}
${this.subjects[position]}`;
  }
  /** Joins the sets of other subjects. */
  joinSets() {
    const best = /* @__PURE__ */ new Map();
    for (const link of this.between.values()) this.keepBest(best, link);
    this.between = best;
    const { sets } = this;
    const members = /* @__PURE__ */ new Map();
    const roots = new Set(
      [...best.values()].flatMap(({ first, second }) => [sets.root(first), sets.root(second)])
    );
    const said = /* @__PURE__ */ new Map();
    for (let position = 0; position < this.subjects.length; position++) {
      const root = sets.root(position);
      if (!roots.has(root)) continue;
      const known3 = said.get(root) ?? /* @__PURE__ */ new Set();
      said.set(root, known3);
      const words2 = this.saidBy(position);
      if (known3.has(words2)) continue;
      known3.add(words2);
      const list = members.get(root);
      if (list === void 0) members.set(root, [position]);
      else list.push(position);
    }
    for (const link of [...best.values()].sort((a, b) => this.inOrder(a, b))) {
      const [a, b] = [sets.root(link.first), sets.root(link.second)];
      if (a === b) continue;
      const [here, there] = [members.get(a), members.get(b)];
      if (!this.mayJoin(here, there)) continue;
      sets.join(a, b);
      members.set(sets.root(a), [...here, ...there]);
      this.links.push(link);
    }
  }
  mayJoin(here, there) {
    if (here.length * there.length > MOST_PAIRS) {
      this.cut++;
      return false;
    }
    return here.every((a) => there.every((b) => !areApart(this.portraits, a, b)));
  }
  isTogether(first, second) {
    return this.sets.root(first) === this.sets.root(second);
  }
  finish(ids) {
    this.joinSets();
    const groups = /* @__PURE__ */ new Map();
    for (const { first, second, ...alike } of this.links) {
      const root = this.sets.root(first);
      const group = groups.get(root) ?? { recordIds: [], links: [] };
      groups.set(root, group);
      group.links.push({ firstId: ids[first], secondId: ids[second], ...alike });
    }
    const unique = [];
    for (const [position, id] of ids.entries()) {
      const group = groups.get(this.sets.root(position));
      (group?.recordIds ?? unique).push(id);
    }
    const inOrder = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
    return { groups: inOrder, unique, compared: this.compared, cut: this.cut };
  }
};

// src/programmes/deduplication/likely.ts
var LEAST_ACROSS = 2;
var OF_ONE_PARTY = 0.6;
var TELLING = 0.6;
var [FEWEST_WITHIN, LEAST_WITHIN] = [2, 0.5];
var LEAST_SHARE = 0.6;
var LEAST_TITLE = 0.15;
function likelihood(clues, portraits, words2, a, b) {
  const [one, other] = [clues[a], clues[b]];
  const { kinds, patents, steps, organizations: organizations2 } = portraits;
  if (kinds[a] !== kinds[b] || areOthers(patents[a], patents[b]) || areOthers(steps[a], steps[b]))
    return void 0;
  if (areOthers(portraits.series[a], portraits.series[b])) return void 0;
  const figures = shared(one.figures, other.figures);
  const latin = shared(one.latin, other.latin);
  const isMarked = [...one.marks].some((mark) => other.marks.has(mark));
  const least = Math.min(sumOf(one.figures), sumOf(other.figures));
  const isContradicted = least > 0 && figures.weight < LEAST_SHARE * least;
  const isSecret = one.isSecret || other.isSecret;
  const found = isSecret ? { figures: [], latin: [], isMarked } : { figures: figures.items, latin: latin.items, isMarked };
  if (one.isChinese !== other.isChinese) {
    const telling = figures.items.map((item2) => one.figures.get(item2)).filter((weight2) => weight2 >= TELLING);
    const weight = latin.weight + telling.reduce((sum2, own2) => sum2 + own2, 0);
    const isOfOne = [...one.parties].some((party) => other.parties.has(party));
    if (!isMarked && (isContradicted || weight < LEAST_ACROSS - (isOfOne ? OF_ONE_PARTY : 0)))
      return void 0;
    return { kind: "translated", ...found, weight: weight + Number(isMarked) * LEAST_ACROSS };
  }
  const isOneUnit = organizations2[a] !== "" && organizations2[a] === organizations2[b];
  if (words2 === void 0 || !(isOneUnit || isMarked) || isContradicted) return void 0;
  if (areOpposites(portraits.subjects[a], portraits.subjects[b]) || isOtherNoun(one, other, words2))
    return void 0;
  const title = titleShare(one.subject, other.subject);
  const touches = title >= LEAST_TITLE || isTitleOf(one, other) && isTitleOf(other, one);
  const agree = figures.items.length >= FEWEST_WITHIN && figures.weight >= LEAST_WITHIN;
  if (!((agree || isMarked) && touches) && !isRearranged(one, other, words2)) return void 0;
  return { kind: "reworded", ...found, weight: figures.weight + latin.weight };
}
function isOtherNoun(one, other, words2) {
  const [a, b] = [one.subject, other.subject];
  const common2 = commonPieces(a, b);
  if (common2.length < ALIKE2 * Math.min(a.length, b.length)) return isSibling(one, other, words2.terms);
  let [from, start] = [0, 0];
  for (const { inFirst, inSecond } of [...common2.pieces, { inFirst: a.length, inSecond: b.length }]) {
    const [here, there] = [a.slice(from, inFirst), b.slice(start, inSecond)];
    [from, start] = [inFirst + 1, inSecond + 1];
    if (here === "" || there === "") {
      if (NEGATIVE2.test(here + there)) return true;
      continue;
    }
    const termOf = (text3) => words2.terms.of(text3)?.term ?? text3;
    const isSame = termOf(here) === termOf(there);
    if (!isSame && !other.whole.includes(here) && !one.whole.includes(there)) return true;
  }
  return false;
}
function isTitleOf(one, other) {
  return [...one.titleWords.values()].some((term) => other.terms.has(term));
}
var ALIKE2 = 0.45;
var NEGATIVE2 = /[非无不反]$/;
var LONGEST_TITLE = 60;
function commonPieces(first, second) {
  const [a, b] = [first.slice(0, LONGEST_TITLE), second.slice(0, LONGEST_TITLE)];
  const width = b.length + 1;
  const best = new Uint8Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] = a[i] === b[j] ? 1 + best[(i + 1) * width + j + 1] : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const pieces2 = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pieces2.push({ inFirst: i++, inSecond: j++ });
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  }
  return { length: pieces2.length, pieces: pieces2 };
}
function isSibling(one, other, terms) {
  const own2 = (of, not) => new Set(
    [...of.titleWords.values()].filter((term) => !not.terms.has(term)).flatMap((term) => terms.of(term)?.broader ?? [])
  );
  const kinds = own2(one, other);
  return [...own2(other, one)].some((kind) => kinds.has(kind));
}
function isRearranged(one, other, { lexicon }) {
  const inOrder = (text3) => [...text3].sort().join("");
  if (one.subject.length >= 4 && inOrder(one.subject) === inOrder(other.subject)) {
    const own2 = (title) => lexicon.finder.segment(title).flatMap(({ word }) => lexicon.generic.has(word) ? [word] : []);
    const [here, there] = [own2(one.title), own2(other.title)];
    const without = (words2, others) => words2.some((word) => THINGS.test(word) && !others.includes(word));
    if (!(without(here, there) && without(there, here))) return true;
  }
  return false;
}
var THINGS = /[件台端库网站机器仪]$/;
function titleShare(a, b) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 4) return 0;
  let found = 0;
  for (let at2 = 1; at2 < short.length; at2++) if (long.includes(short.slice(at2 - 1, at2 + 1))) found++;
  return found / (short.length - 1);
}
function shared(a, b) {
  const items = [];
  let weight = 0;
  for (const [item2, own2] of a) {
    if (!b.has(item2)) continue;
    items.push(item2);
    weight += own2;
  }
  return { items, weight };
}
function sumOf(weights) {
  let sum2 = 0;
  for (const weight of weights.values()) sum2 += weight;
  return sum2;
}

// src/programmes/deduplication/likely-pairs.ts
var LikelyPairs = class {
  clues;
  portraits;
  words;
  most;
  /** Clue → positions of the records that have it, ascending. */
  holders = /* @__PURE__ */ new Map();
  found = [];
  constructor(clues, portraits, words2, most) {
    this.clues = clues;
    this.portraits = portraits;
    this.words = words2;
    this.most = most;
    for (let position = 0; position < clues.length; position++) {
      for (const key of this.keysOf(position, clues[position].isChinese)) {
        const list = this.holders.get(key);
        if (list === void 0) this.holders.set(key, [position]);
        else list.push(position);
      }
    }
  }
  /** Looks at those that share a clue with the record at a position, the rarest clue first, and as many as were asked for. */
  look(position) {
    const { isChinese } = this.clues[position];
    const seen = /* @__PURE__ */ new Set();
    const lists = [
      ...this.keysOf(position, isChinese).map((key) => ({ isWithin: true, list: this.holders.get(key) })),
      // Of two languages one looks.
      ...(isChinese ? [] : this.keysOf(position, true).filter((key) => !key.startsWith("unit "))).map(
        (key) => ({
          isWithin: false,
          list: this.holders.get(key) ?? []
        })
      )
    ].sort((a, b) => a.list.length - b.list.length);
    for (const { isWithin, list } of lists) {
      for (const other of list) {
        if (isWithin && other >= position) break;
        if (seen.has(other)) continue;
        if (seen.size === this.most) return;
        seen.add(other);
        const [first, second] = other < position ? [other, position] : [position, other];
        const likely = likelihood(this.clues, this.portraits, this.words, first, second);
        if (likely !== void 0) this.found.push({ first, second, ...likely });
      }
    }
  }
  /** What is found, what tells most first, without pairs that are in one group. */
  finish(ids, isTogether) {
    return this.found.filter(({ first, second }) => !isTogether(first, second)).sort((a, b) => b.weight - a.weight || a.first - b.first || a.second - b.second).map(({ first, second, weight: _, ...evidence }) => ({
      firstId: ids[first],
      secondId: ids[second],
      ...evidence
    }));
  }
  /** What a record can be found by among those of its unit, of one right, and, by language, anywhere. */
  keysOf(position, isChinese) {
    const { figures, latin, marks, subject } = this.clues[position];
    const unit = this.portraits.organizations[position];
    const language = isChinese ? "zh" : "other";
    const telling = [...figures].filter(([, weight]) => weight >= TELLING).map(([figure]) => figure);
    return [
      ...Array.from(marks, (mark) => `${language} ${mark}`),
      ...[...telling, ...latin.keys()].map((clue) => `${language} clue ${clue}`),
      ...unit === "" || this.words === void 0 ? [] : [[...subject].sort().join(""), ...figures.keys()].map(
        (clue) => `unit ${language} ${unit} ${clue}`
      )
    ];
  }
};

// src/core/reading/clauses.ts
function clausesOf(text3) {
  const clauses = [];
  let start = 0;
  let hasDigit = false;
  for (let at2 = 0; at2 < text3.length; at2++) {
    const unit = text3.charCodeAt(at2);
    if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) continue;
    if (unit >= 48 && unit <= 57) {
      hasDigit = true;
      continue;
    }
    const by = endedBy(text3, at2, unit);
    if (by === void 0) continue;
    let end = at2 + 1;
    while (end < text3.length && CLOSING2.includes(text3.charAt(end))) end++;
    const isLine = text3.charCodeAt(end - 1) === 10 && by !== "colon";
    clauses.push({ start, end, by: isLine ? "line" : by, hasDigit });
    start = end;
    at2 = end - 1;
    hasDigit = false;
  }
  if (start < text3.length) clauses.push({ start, end: text3.length, by: "line", hasDigit });
  return clauses;
}
var FIRST_IDEOGRAPH = 13312;
var LAST_IDEOGRAPH = 40959;
var CLOSING2 = '\u3002!?\u201D\u2019"\u300F\u300D\n';
function endedBy(text3, at2, unit) {
  switch (unit) {
    case 10:
      return "line";
    case 12290:
    // 。
    case 33:
    case 63:
    case 59:
      return "sentence";
    case 58:
      return isDigit(text3, at2 + 1) && isDigit(text3, at2 - 1) ? void 0 : "colon";
    case 12305:
      return "colon";
    case 44:
      return isDigit(text3, at2 + 1) && isDigit(text3, at2 - 1) ? void 0 : "comma";
    case 46:
      return isSpace(text3, at2 + 1) && !isDigit(text3, at2 - 1) ? "sentence" : void 0;
    default:
      return void 0;
  }
}
function isDigit(text3, at2) {
  const unit = text3.charCodeAt(at2);
  return unit >= 48 && unit <= 57;
}
function isSpace(text3, at2) {
  const unit = text3.charCodeAt(at2);
  return unit === 32 || unit === 10;
}

// src/core/lexicon/trie.ts
var ROOT = 0;
var NO_EDGE = -1;
var SIZE = 4;
var UNIT2 = 1;
var TARGET = 2;
var VALUE = 3;
var Trie = class {
  /** {@link SIZE} integers a slot, at most half of them taken; a free one leads to the root, as no edge does. */
  slots = new Int32Array(64 * SIZE);
  mask = 63;
  nodes = 1;
  /** The node behind each unit that begins a text, {@link ROOT} for none: most walks end with their first step. */
  firsts = new Int32Array(65536);
  /**
   * Adds a text that is not empty, or a part of one; of equal texts the last number counts.
   * @param value from 1.
   */
  add(text3, value, start = 0, end = text3.length) {
    let node = ROOT;
    let edge = NO_EDGE;
    for (let i = start; i < end; i++) {
      edge = this.edgeOrNew(node, text3.charCodeAt(i));
      node = this.node(edge);
      if (i === start) this.firsts[text3.charCodeAt(i)] = node;
    }
    this.slots[edge + VALUE] = value;
  }
  /** Whether a text begins with a unit: most walks would end with their first step. */
  begins(unit) {
    return this.firsts[unit] !== ROOT;
  }
  /** The node behind a unit that begins a text; {@link ROOT} for none. */
  first(unit) {
    return this.firsts[unit];
  }
  /** The edge that leaves a node by a unit, or {@link NO_EDGE}. Edges are good until the next {@link Trie.add}. */
  edge(node, unit) {
    const edge = this.find(node, unit);
    return this.slots[edge + TARGET] === ROOT ? NO_EDGE : edge;
  }
  /** The node that an edge leads to. */
  node(edge) {
    return this.slots[edge + TARGET];
  }
  /** The number of the text that ends with an edge; 0 when none does. */
  value(edge) {
    return this.slots[edge + VALUE];
  }
  edgeOrNew(node, unit) {
    if (this.nodes * 2 > this.mask) this.grow();
    const edge = this.find(node, unit);
    if (this.slots[edge + TARGET] === ROOT) this.slots.set([node, unit, this.nodes++], edge);
    return edge;
  }
  /** The slot of an edge, or the free one that it would take; linear probing. */
  find(node, unit) {
    const { slots, mask } = this;
    const hash = Math.imul(node, 2654435761) + Math.imul(unit, 2246822507) | 0;
    let at2 = (hash ^ hash >>> 15) & mask;
    for (; ; ) {
      const edge = at2 * SIZE;
      if (slots[edge + TARGET] === ROOT || slots[edge] === node && slots[edge + UNIT2] === unit) return edge;
      at2 = at2 + 1 & mask;
    }
  }
  grow() {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.mask * 2 + 1;
    for (let edge = 0; edge < old.length; edge += SIZE) {
      if (old[edge + TARGET] === ROOT) continue;
      this.slots.set(old.subarray(edge, edge + SIZE), this.find(old[edge], old[edge + UNIT2]));
    }
  }
};

// src/core/reading/cues.ts
var cues_default = `
none 1: \u4E0D\u8FC7\u662F \u53EA\u4E0D\u8FC7 \u5DEE\u4E0D\u591A \u9700\u6C42\u91CF \u9700\u6C42\u4FA7 \u9700\u6C42\u7AEF \u5408\u4F5C\u793E \u670D\u52A1\u5668 \u95EE\u9898\u5BFC\u5411 \u65E0\u95EE\u9898 \u6CA1\u95EE\u9898 \u6CA1\u6709\u95EE\u9898 \u4E0D\u5B58\u5728 \u5E0C\u671B\u5C0F\u5B66 \u60F3\u8C61 \u601D\u60F3 \u8BBE\u60F3 \u7406\u60F3 \u8054\u60F3 \u4E0D\u662F\u95EE\u9898 \u4EBA\u5DE5\u667A\u80FD \u4EBA\u5DE5\u6676\u4F53 \u4EBA\u5DE5\u5173\u8282 \u4EBA\u5DE5\u9AA8 \u4EBA\u5DE5\u6E7F\u5730 \u4EBA\u5DE5\u6797 \u4EBA\u5DE5\u9C7C\u7901 \u624B\u673A\u58F3 \u624B\u673A\u5C4F \u7535\u8BDD\u673A \u624B\u673A\u7AEF \u624B\u673Aapp \u6559\u80B2\u90E8 \u76EE\u524D\u56FD\u5185\u5916 \u8054\u7CFB\u7D27\u5BC6 \u9700\u6C42\u54CD\u5E94 \u8D44\u91D1\u6D41 \u670D\u52A1\u5316 \u6709\u9650\u5143 \u516C\u53F8\u503A \u89E3\u51B3\u65B9\u6848\u63D0\u4F9B\u5546 \u89E3\u51B3\u65B9\u6848\u4F9B\u5E94\u5546 \u96BE\u71C3 \u96BE\u7194 \u96BE\u964D\u89E3 \u96BE\u52A0\u5DE5 \u96BE\u6EB6 \u96BE\u53D8\u5F62 \u96BE\u6D78 \u96BE\u9009 \u96BE\u5904\u7406 \u56F0\u96BE\u6237 \u4E0D\u9508 \u4E0D\u7C98 \u4E0D\u65AD \u4E0D\u540C \u9AD8\u96BE\u5EA6 \u4F4D\u4E8E\u524D \u73B0\u573A \u73B0\u4EE3 \u4F53\u73B0 \u5B9E\u73B0 \u53D1\u73B0 \u51FA\u73B0 \u5448\u73B0 \u518D\u73B0 \u8868\u73B0 \u73B0\u6D47 \u73B0\u8C61

company 3: \u5BB6\u65CF\u4F01\u4E1A \u521B\u59CB\u4EBA \u54C1\u724C\u521B\u59CB \u95E8\u5E97 \u76F4\u64AD\u95F4 \u590D\u8D2D\u7387 \u6210\u7ACB\u4E8E \u521B\u5EFA\u4E8E \u59CB\u5EFA\u4E8E \u521B\u7ACB\u4E8E \u7EC4\u5EFA\u4E8E \u521B\u529E\u4E8E \u6CE8\u518C\u8D44\u672C \u6CE8\u518C\u8D44\u91D1 \u5360\u5730\u9762\u79EF \u603B\u5360\u5730 \u5EFA\u7B51\u9762\u79EF \u5382\u623F\u9762\u79EF \u73B0\u6709\u5458\u5DE5 \u73B0\u6709\u804C\u5DE5 \u5458\u5DE5\u603B\u6570 \u804C\u5DE5\u603B\u6570 \u5458\u5DE5\u4EBA\u6570 \u4ECE\u4E1A\u4EBA\u5458 \u5750\u843D\u4E8E \u5750\u843D\u5728 \u5EA7\u843D\u4E8E \u5EA7\u843D\u5728 \u662F\u4E00\u5BB6 \u662F\u4E00\u4E2A\u96C6 \u662F\u96C6 \u6CD5\u4EBA\u4EE3\u8868 \u6CD5\u5B9A\u4EE3\u8868\u4EBA \u603B\u8D44\u4EA7 \u8D44\u4EA7\u603B\u989D \u56FA\u5B9A\u8D44\u4EA7 \u4E3B\u8425\u4E1A\u52A1 \u4E3B\u8425\u4EA7\u54C1 \u4E3B\u8425 \u4E3B\u8981\u4ECE\u4E8B \u4E13\u4E1A\u4ECE\u4E8B \u4E13\u95E8\u4ECE\u4E8B \u957F\u671F\u4ECE\u4E8B \u4E3B\u8981\u7ECF\u8425 \u7ECF\u8425\u8303\u56F4 \u96C6\u7814\u53D1 \u96C6\u79D1\u7814 \u96C6\u8BBE\u8BA1 \u96C6\u751F\u4EA7 \u4E3A\u4E00\u4F53 \u4E8E\u4E00\u4F53 \u5168\u8D44\u5B50\u516C\u53F8 \u63A7\u80A1\u5B50\u516C\u53F8 \u4E0A\u5E02\u516C\u53F8 \u80A1\u7968\u4EE3\u7801 \u4E0B\u5C5E\u4F01\u4E1A \u524D\u8EAB\u662F \u524D\u8EAB\u4E3A \u7B80\u79F0\u516C\u53F8 \u516C\u53F8\u4E0B\u8BBE \u4E0B\u8BBE \u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801 \u5927\u4E13\u4EE5\u4E0A\u5B66\u5386 \u672C\u79D1\u4EE5\u4E0A\u5B66\u5386 \u672C\u79D1\u53CA\u4EE5\u4E0A\u5B66\u5386 \u4E2D\u7EA7\u804C\u79F0 \u9AD8\u7EA7\u804C\u79F0 \u9AD8\u7EA7\u5DE5\u7A0B\u5E08 \u4E13\u4E1A\u6280\u672F\u4EBA\u5458 \u5DE5\u7A0B\u6280\u672F\u4EBA\u5458 \u5E74\u9500\u552E\u989D \u5E74\u9500\u552E\u6536\u5165 \u5E74\u8425\u4E1A\u989D \u5E74\u8425\u4E1A\u6536\u5165 \u8425\u4E1A\u6536\u5165 \u5B9E\u73B0\u9500\u552E\u6536\u5165 \u5E74\u4EA7\u503C \u5E74\u5229\u7A0E \u4E0A\u7F34\u7A0E\u91D1 founded_in established_in headquartered_in
company 2: \u6709\u9650\u516C\u53F8 \u6709\u9650\u8D23\u4EFB\u516C\u53F8 \u80A1\u4EFD\u516C\u53F8 \u96C6\u56E2\u516C\u53F8 \u516C\u53F8\u4F4D\u4E8E \u5382\u4F4D\u4E8E \u4F01\u4E1A\u4F4D\u4E8E \u516C\u53F8\u5730\u5904 \u4E13\u4E1A\u751F\u4EA7 \u4E13\u4E1A\u5236\u9020 \u4E13\u4E1A\u5316\u751F\u4EA7 \u4E3B\u8981\u751F\u4EA7 \u4E3B\u4EA7 \u751F\u4EA7\u5404\u79CD \u4EA7\u54C1\u6709 \u4EA7\u54C1\u5305\u62EC \u4EA7\u54C1\u6DB5\u76D6 \u4EA7\u54C1\u79CD\u7C7B \u4E3B\u8981\u4EA7\u54C1 \u4E3B\u5BFC\u4EA7\u54C1 \u516C\u53F8\u4EA7\u54C1 \u4E13\u6CE8\u4E8E \u81F4\u529B\u4E8E \u6DF1\u8015 \u7ACB\u8DB3\u4E8E \u751F\u4EA7\u5382\u5BB6 \u751F\u4EA7\u4F01\u4E1A \u5236\u9020\u4F01\u4E1A \u5236\u9020\u5546 \u751F\u4EA7\u578B\u4F01\u4E1A \u79D1\u6280\u578B\u4F01\u4E1A \u6C11\u8425\u4F01\u4E1A \u56FD\u6709\u4F01\u4E1A \u5408\u8D44\u4F01\u4E1A \u4E2D\u5C0F\u4F01\u4E1A \u9AA8\u5E72\u4F01\u4E1A \u751F\u4EA7\u57FA\u5730 \u5206\u516C\u53F8 \u5B50\u516C\u53F8 \u4E8B\u4E1A\u90E8 \u7814\u53D1\u4EBA\u5458 \u79D1\u7814\u4EBA\u5458 \u6280\u672F\u4EBA\u5458 \u7BA1\u7406\u4EBA\u5458 \u7814\u53D1\u56E2\u961F \u6280\u672F\u56E2\u961F \u7814\u53D1\u961F\u4F0D \u79D1\u7814\u56E2\u961F \u4E13\u4E1A\u56E2\u961F \u6280\u672F\u529B\u91CF \u6280\u672F\u5B9E\u529B \u79D1\u7814\u5B9E\u529B \u7814\u53D1\u5B9E\u529B \u7814\u53D1\u80FD\u529B \u5236\u9020\u80FD\u529B \u52A0\u5DE5\u80FD\u529B \u751F\u4EA7\u7ECF\u9A8C \u7814\u53D1\u7ECF\u9A8C \u591A\u5E74\u7ECF\u9A8C \u5E74\u7684\u7ECF\u9A8C \u8BBE\u5907\u9F50\u5168 \u8BBE\u5907\u5148\u8FDB \u4EEA\u5668\u9F50\u5168 \u68C0\u6D4B\u8BBE\u5907\u9F50\u5168 \u6761\u4EF6\u9F50\u5168 \u4EBA\u5458\u914D\u7F6E \u5148\u8FDB\u7684\u751F\u4EA7\u8BBE\u5907 \u751F\u4EA7\u8BBE\u5907 \u68C0\u6D4B\u8BBE\u5907 \u68C0\u6D4B\u4EEA\u5668 \u52A0\u5DE5\u8BBE\u5907 \u6570\u63A7\u673A\u5E8A \u5458\u5DE5 \u804C\u5DE5 \u56E2\u961F\u6210\u5458 \u5B66\u5386 \u804C\u79F0 \u8BBE\u8BA1\u9662 \u5360\u5730 \u7ECF\u8FC7\u591A\u5E74 \u591A\u5E74\u7684\u53D1\u5C55 \u591A\u5E74\u53D1\u5C55 \u5E74\u6765\u7684\u53D1\u5C55 \u89C4\u7AE0\u5236\u5EA6 \u7BA1\u7406\u5236\u5EA6 \u7BA1\u7406\u4F53\u7CFB \u73B0\u4EE3\u5316\u4F01\u4E1A \u73B0\u4EE3\u4F01\u4E1A \u8D44\u8D28 \u5E74\u4EA7\u80FD \u4EA7\u80FD\u8FBE \u751F\u4EA7\u80FD\u529B \u4EA7\u4E1A\u56ED \u5DE5\u4E1A\u56ED \u5F00\u53D1\u533A \u9AD8\u65B0\u533A \u8463\u4E8B\u957F \u603B\u7ECF\u7406 \u5BA2\u6237\u904D\u5E03 \u5E02\u573A\u5360\u6709\u7387 \u6211\u4EEC\u662F\u505A \u6211\u4EEC\u662F\u4E00\u4E2A \u6211\u4EEC\u5382\u662F \u6211\u4EEC\u516C\u53F8\u662F \u6211\u516C\u53F8\u662F \u6211\u516C\u53F8\u4E3A \u672C\u516C\u53F8\u662F \u672C\u516C\u53F8\u4E3A \u6211\u5382\u662F \u672C\u5382\u662F \u6211\u5355\u4F4D\u662F \u4F01\u4E1A\u662F \u516C\u53F8\u662F \u516C\u53F8\u4E3A \u516C\u53F8\u5C5E \u516C\u53F8\u4E3B\u8981 \u6211\u53F8\u4E3B\u8981 \u4F01\u4E1A\u4E3B\u8981 \u6211\u5382\u4E3B\u8981
company 1: \u516C\u53F8 \u4F01\u4E1A \u96C6\u56E2 \u6211\u5382 \u672C\u5382 \u6211\u53F8 \u6211\u5355\u4F4D \u672C\u5355\u4F4D \u80A1\u4EFD \u5382\u623F \u8F66\u95F4 \u751F\u4EA7\u7EBF \u5E74\u4EA7 \u4EA9 \u5E73\u65B9\u7C73 \u62E5\u6709 \u5EFA\u6709 \u8BBE\u6709 \u914D\u5907 \u5177\u6709 \u5177\u5907 \u4ECE\u4E8B \u4F4D\u4E8E \u5730\u5904 \u6210\u7ACB \u521B\u5EFA \u5EFA\u6210 \u6295\u4EA7 \u6295\u8D44 \u603B\u6295\u8D44 \u56E2\u961F \u6559\u6388 \u535A\u58EB \u7855\u58EB \u672C\u79D1 \u4E13\u5BB6 \u4EBA\u5458 \u4F59\u4EBA \u591A\u4EBA \u540D \u53F0\u5957 \u4F59\u53F0 \u8BBE\u5907 \u7814\u53D1\u4E2D\u5FC3 \u68C0\u6D4B\u4E2D\u5FC3 \u5B9E\u9A8C\u5BA4 \u9500\u552E \u51FA\u53E3 \u5BA2\u6237 \u7528\u6237 \u670D\u52A1 \u4EA7\u54C1 \u4EA7\u503C \u5229\u7A0E \u89C4\u6A21 \u57FA\u5730 \u9AD8\u6821 \u5927\u5B66 \u7814\u7A76\u9662 \u7814\u7A76\u6240 \u9662\u6821 \u79D1\u7814\u9662\u6240 \u957F\u671F\u5408\u4F5C \u5408\u4F5C\u5173\u7CFB \u6218\u7565\u5408\u4F5C \u5148\u540E \u9646\u7EED \u591A\u5E74 \u5E74\u6765 \u7701 \u5E02 \u53BF

praise 3: \u4F7F\u547D \u613F\u666F \u575A\u5B88 \u5320\u5FC3 \u521D\u5FC3 \u60C5\u6000 \u4F20\u627F \u8D5E\u8A89 \u8363\u8A89\u79F0\u53F7 \u6B8A\u8363 \u5149\u8363 \u96F6\u7F3A\u9677 \u8363\u83B7 \u66FE\u83B7 \u5148\u540E\u83B7 \u83B7\u8BC4 \u83B7\u5F97\u56FD\u5BB6 \u83B7\u56FD\u5BB6 \u83B7\u7701 \u83B7\u5F97\u7701 \u83B7\u90E8 \u79D1\u6280\u8FDB\u6B65\u5956 \u79D1\u6280\u8FDB\u6B65 \u6280\u672F\u53D1\u660E\u5956 \u79D1\u5B66\u6280\u672F\u5956 \u81EA\u7136\u79D1\u5B66\u5956 \u4E00\u7B49\u5956 \u4E8C\u7B49\u5956 \u4E09\u7B49\u5956 \u7279\u7B49\u5956 \u91D1\u5956 \u94F6\u5956 \u4F18\u79C0\u5956 \u521B\u65B0\u5956 \u9AD8\u65B0\u6280\u672F\u4F01\u4E1A \u4E13\u7CBE\u7279\u65B0 \u5C0F\u5DE8\u4EBA \u77AA\u7F9A \u72EC\u89D2\u517D \u5355\u9879\u51A0\u519B \u9690\u5F62\u51A0\u519B \u9A70\u540D\u5546\u6807 \u8457\u540D\u5546\u6807 \u540D\u724C\u4EA7\u54C1 \u77E5\u540D\u54C1\u724C \u9F99\u5934\u4F01\u4E1A \u9886\u519B\u4F01\u4E1A \u6807\u6746\u4F01\u4E1A \u8BDA\u4FE1\u4F01\u4E1A \u793A\u8303\u4F01\u4E1A \u7EB3\u7A0E\u5927\u6237 \u767E\u5F3A \u4E94\u767E\u5F3A 500\u5F3A \u9662\u58EB\u5DE5\u4F5C\u7AD9 \u9662\u58EB\u4E13\u5BB6\u5DE5\u4F5C\u7AD9 \u535A\u58EB\u540E\u5DE5\u4F5C\u7AD9 \u535A\u58EB\u540E\u79D1\u7814\u5DE5\u4F5C\u7AD9 \u535A\u58EB\u540E\u6D41\u52A8\u7AD9 \u5DE5\u7A0B\u6280\u672F\u7814\u7A76\u4E2D\u5FC3 \u5DE5\u7A0B\u6280\u672F\u4E2D\u5FC3 \u4F01\u4E1A\u6280\u672F\u4E2D\u5FC3 \u5DE5\u7A0B\u7814\u7A76\u4E2D\u5FC3 \u4EA7\u4E1A\u6280\u672F\u7814\u7A76\u9662 \u6280\u672F\u521B\u65B0\u4E2D\u5FC3 \u521B\u65B0\u5E73\u53F0 \u8D28\u91CF\u7BA1\u7406\u4F53\u7CFB \u4F53\u7CFB\u8BA4\u8BC1 \u8D28\u91CF\u4F53\u7CFB \u7BA1\u7406\u4F53\u7CFB\u8BA4\u8BC1 iso9001 iso14001 iatf16949 ts16949 iso45001 gmp\u8BA4\u8BC1 \u8FDC\u9500 \u7545\u9500 \u4EAB\u8A89 \u4EAB\u6709\u76DB\u8A89 \u6DF1\u53D7 \u597D\u8BC4 \u53E3\u7891 \u4FE1\u8A89 \u5546\u8A89 \u4FE1\u7528\u7B49\u7EA7 \u8D44\u4FE1 \u5B97\u65E8 \u7ECF\u8425\u7406\u5FF5 \u4F01\u4E1A\u7CBE\u795E \u4F01\u4E1A\u6587\u5316 \u6838\u5FC3\u4EF7\u503C \u79C9\u627F \u79C9\u6301 \u575A\u6301\u4EE5 \u4E3A\u5DF1\u4EFB \u81F3\u4E0A \u4EE5\u4EBA\u4E3A\u672C \u8BDA\u4FE1\u4E3A\u672C \u8BDA\u5B9E\u5B88\u4FE1 \u8FFD\u6C42\u5353\u8D8A \u7CBE\u76CA\u6C42\u7CBE \u7528\u6237\u6EE1\u610F \u5BA2\u6237\u6EE1\u610F \u521B\u65B0\u9A71\u52A8 \u5F15\u9886\u884C\u4E1A \u884C\u4E1A\u6807\u6746 \u524D\u666F\u5E7F\u9614 \u5E02\u573A\u524D\u666F \u5E94\u7528\u524D\u666F \u63A8\u5E7F\u524D\u666F \u63A8\u5E7F\u4EF7\u503C \u63A8\u5E7F\u5E94\u7528\u4EF7\u503C \u5E02\u573A\u6F5C\u529B \u5E7F\u9614\u7684\u5E02\u573A \u5E02\u573A\u7ADE\u4E89\u529B \u9886\u5148\u6C34\u5E73 \u5148\u8FDB\u6C34\u5E73 \u9886\u5148\u5730\u4F4D \u56FD\u9645\u5148\u8FDB \u56FD\u9645\u9886\u5148 \u56FD\u5185\u9886\u5148 \u56FD\u5185\u5148\u8FDB \u884C\u4E1A\u9886\u5148 \u4E16\u754C\u9886\u5148 \u586B\u8865\u56FD\u5185 \u586B\u8865\u4E86\u56FD\u5185 \u56FD\u5185\u7A7A\u767D \u56FD\u9645\u7A7A\u767D \u6253\u7834\u56FD\u5916 \u6253\u7834\u5784\u65AD \u56FD\u5185\u9996\u521B \u56FD\u9645\u9996\u521B \u56FD\u5185\u9996\u5BB6 \u56FD\u5185\u9996\u53F0 \u56FD\u5185\u552F\u4E00 \u4E16\u754C\u4E00\u6D41 \u56FD\u5185\u4E00\u6D41 \u56FD\u9645\u4E00\u6D41 \u81EA\u4E3B\u77E5\u8BC6\u4EA7\u6743 \u6388\u6743\u4E13\u5229 \u6388\u6743\u53D1\u660E\u4E13\u5229 \u7533\u8BF7\u4E13\u5229 \u8F6F\u4EF6\u8457\u4F5C\u6743 \u8F6F\u8457 \u53D1\u8868\u8BBA\u6587 sci\u8BBA\u6587 \u5B66\u672F\u8BBA\u6587 \u6210\u679C\u9274\u5B9A \u4E13\u5BB6\u9274\u5B9A \u901A\u8FC7\u9274\u5B9A \u88AB\u8BC4\u4E3A \u88AB\u6388\u4E88 \u88AB\u8BA4\u5B9A\u4E3A \u88AB\u5217\u4E3A \u88AB\u5217\u5165 \u8363\u8A89\u79F0\u53F7 \u79F0\u53F7 \u5148\u8FDB\u5355\u4F4D \u4F18\u79C0\u4F01\u4E1A aaa\u7EA7 \u793A\u8303\u57FA\u5730 \u5F97\u5230\u4E86\u5404\u7EA7 \u5404\u7EA7\u9886\u5BFC \u9886\u5BFC\u5173\u6000 \u793E\u4F1A\u5404\u754C \u6B22\u8FCE\u65B0\u8001\u5BA2\u6237 \u7AED\u8BDA \u9020\u798F \u793E\u4F1A\u8D23\u4EFB award-winning world-leading
praise 2: \u53D1\u660E\u4E13\u5229 \u5B9E\u7528\u65B0\u578B\u4E13\u5229 \u56FD\u5BB6\u4E13\u5229 \u591A\u9879\u4E13\u5229 \u9879\u4E13\u5229 \u77E5\u8BC6\u4EA7\u6743 \u8363\u8A89 \u83B7\u5956 \u5956\u9879 \u8BA4\u8BC1\u8BC1\u4E66 \u901A\u8FC7\u9A8C\u6536 \u7ECF\u6D4E\u6548\u76CA \u793E\u4F1A\u6548\u76CA \u751F\u6001\u6548\u76CA \u7ECF\u6D4E\u548C\u793E\u4F1A\u6548\u76CA \u793E\u4F1A\u4EF7\u503C \u826F\u597D\u7684\u6548\u76CA \u521B\u65B0\u80FD\u529B \u6838\u5FC3\u7ADE\u4E89\u529B \u6838\u5FC3\u7ADE\u4E89\u80FD\u529B \u7ADE\u4E89\u4F18\u52BF \u54C1\u724C \u4E00\u6D41 \u9886\u5148 \u56FD\u5BB6\u7EA7 \u7701\u7EA7 \u5E02\u7EA7 \u91CD\u70B9\u65B0\u4EA7\u54C1 \u706B\u70AC\u8BA1\u5212 \u661F\u706B\u8BA1\u5212 863\u8BA1\u5212 973\u8BA1\u5212 \u91CD\u70B9\u7814\u53D1\u8BA1\u5212 \u79D1\u6280\u8BA1\u5212 \u79D1\u6280\u652F\u6491 \u91CD\u5927\u4E13\u9879 \u627F\u62C5\u5B8C\u6210 \u627F\u62C5\u4E86 \u6807\u51C6\u5236\u5B9A \u884C\u4E1A\u6807\u51C6 \u56FD\u5BB6\u6807\u51C6\u7684\u5236\u5B9A \u53C2\u4E0E\u5236\u5B9A \u4E3B\u6301\u5236\u5B9A \u8D77\u8349\u5355\u4F4D \u526F\u4F1A\u957F\u5355\u4F4D \u7406\u4E8B\u5355\u4F4D \u4F1A\u5458\u5355\u4F4D \u77E5\u540D\u4F01\u4E1A \u77E5\u540D\u9AD8\u6821 \u4E16\u754C\u4E94\u767E\u5F3A \u9AD8\u5EA6\u8BC4\u4EF7 \u4E00\u81F4\u597D\u8BC4 \u9AD8\u5EA6\u91CD\u89C6 \u62A2\u5360 \u505A\u5927\u505A\u5F3A \u9AD8\u8D28\u91CF\u53D1\u5C55 \u8D21\u732E\u529B\u91CF \u6DFB\u7816\u52A0\u74E6 \u5E7F\u9614 \u524D\u666F
praise 1: \u4E13\u5229 \u8BA4\u8BC1 \u8BA4\u5B9A \u9274\u5B9A \u9A8C\u6536 \u5956 \u6548\u76CA \u5E02\u573A \u5BA2\u6237 \u7ADE\u4E89\u529B \u58F0\u8A89 \u4EF7\u503C \u8D21\u732E \u6253\u9020 \u5F15\u9886 \u8D4B\u80FD \u52A9\u529B

background 3: ^\u968F\u7740 ^\u8FD1\u5E74\u6765 ^\u8FD1\u4E9B\u5E74 ^\u8FD1\u51E0\u5E74 ^\u4F17\u6240\u5468\u77E5 \u80CC\u666F\u4E0B \u5927\u80CC\u666F \u53CC\u78B3 \u78B3\u8FBE\u5CF0 \u78B3\u4E2D\u548C \u5341\u56DB\u4E94 \u5341\u4E09\u4E94 \u5341\u4E8C\u4E94 \u4E00\u5E26\u4E00\u8DEF \u56FD\u5BB6\u6218\u7565 \u6218\u7565\u6027\u65B0\u5174\u4EA7\u4E1A \u56FD\u52A1\u9662 \u5DE5\u4FE1\u90E8 \u53D1\u6539\u59D4 \u751F\u6001\u73AF\u5883\u90E8 \u519C\u4E1A\u519C\u6751\u90E8 \u5370\u53D1 \u51FA\u53F0 \u89C4\u5212\u7EB2\u8981 \u6307\u5BFC\u610F\u89C1 \u4EA7\u4E1A\u653F\u7B56 \u56FD\u5BB6\u653F\u7B56 \u653F\u7B56\u8981\u6C42 \u653F\u7B56\u7684 \u4E2D\u56FD\u5236\u90202025 \u4E61\u6751\u632F\u5174 \u4F9B\u7ED9\u4FA7 \u56FD\u6C11\u7ECF\u6D4E \u652F\u67F1\u4EA7\u4E1A \u636E\u7EDF\u8BA1 \u636E\u62A5\u9053 \u636E\u4E0D\u5B8C\u5168\u7EDF\u8BA1 \u636E\u6D4B\u7B97 \u636E\u9884\u6D4B \u6570\u636E\u663E\u793A \u7814\u7A76\u8868\u660E \u53D1\u5C55\u8D8B\u52BF \u53D1\u5C55\u6F6E\u6D41 \u5FC5\u7136\u8D8B\u52BF \u5927\u52BF\u6240\u8D8B \u52BF\u5728\u5FC5\u884C \u56FD\u5185\u5916\u7814\u7A76\u73B0\u72B6 \u56FD\u5185\u5916\u53D1\u5C55\u73B0\u72B6 \u7814\u7A76\u73B0\u72B6 \u53D1\u5C55\u73B0\u72B6 with_the_development
background 2: \u65E5\u76CA \u8D8A\u6765\u8D8A \u4E0D\u65AD\u63D0\u9AD8 \u4E0D\u65AD\u53D1\u5C55 \u4E0D\u65AD\u589E\u52A0 \u4E0D\u65AD\u589E\u957F \u4E0D\u65AD\u6269\u5927 \u4E0D\u65AD\u63D0\u5347 \u4E0D\u65AD\u8FDB\u6B65 \u8FC5\u901F\u53D1\u5C55 \u5FEB\u901F\u53D1\u5C55 \u8FC5\u731B\u53D1\u5C55 \u84EC\u52C3\u53D1\u5C55 \u9AD8\u901F\u53D1\u5C55 \u98DE\u901F\u53D1\u5C55 \u5E7F\u6CDB\u5E94\u7528\u4E8E \u5E7F\u6CDB\u7528\u4E8E \u5E94\u7528\u5E7F\u6CDB \u5E7F\u6CDB\u5E94\u7528 \u88AB\u5E7F\u6CDB \u91CD\u8981\u7EC4\u6210\u90E8\u5206 \u91CD\u8981\u9886\u57DF \u70ED\u70B9 \u524D\u6CBF \u662F\u6211\u56FD \u6211\u56FD\u662F \u6211\u56FD\u7684 \u5168\u7403 \u4E16\u754C\u5404\u56FD \u53D1\u8FBE\u56FD\u5BB6 \u5E02\u573A\u89C4\u6A21 \u9700\u6C42\u91CF \u5E02\u573A\u9700\u6C42 \u4EA7\u4E1A\u89C4\u6A21 \u6D88\u8D39\u5347\u7EA7 \u4EBA\u6C11\u751F\u6D3B \u4EBA\u4EEC\u751F\u6D3B \u4EBA\u4EEC\u5BF9 \u73AF\u4FDD\u653F\u7B56 \u73AF\u4FDD\u5F62\u52BF \u6CD5\u89C4 \u91CD\u8981\u610F\u4E49 \u5177\u6709\u91CD\u8981\u7684 \u91CD\u8981\u4F5C\u7528 \u81F3\u5173\u91CD\u8981 \u4E0D\u53EF\u6216\u7F3A \u4E3E\u8DB3\u8F7B\u91CD \u80CC\u666F \u6709\u5173\u8D44\u6599 \u53C8\u79F0 \u662F\u6307 \u8D77\u6E90\u4E8E \u793E\u4F1A\u53D1\u5C55 \u7ECF\u6D4E\u53D1\u5C55 \u884C\u4E1A\u53D1\u5C55 \u4EA7\u4E1A\u53D1\u5C55 \u79D1\u6280\u8FDB\u6B65 \u65F6\u4EE3 \u8D8B\u52BF
background 1: \u6211\u56FD \u56FD\u5185 \u56FD\u5916 \u56FD\u5185\u5916 \u884C\u4E1A \u4EA7\u4E1A \u56FD\u5BB6 \u653F\u5E9C \u5E02\u573A \u8FD1\u5E74 \u4E16\u754C \u91CD\u8981 \u4E3B\u8981 \u4F20\u7EDF \u9886\u57DF \u666E\u904D

present 3: \u73B0\u91C7\u7528 \u76EE\u524D\u91C7\u7528 \u73B0\u5728\u91C7\u7528 \u73B0\u4F7F\u7528 \u76EE\u524D\u4F7F\u7528 \u73B0\u5728\u4F7F\u7528 \u73B0\u6709\u5DE5\u827A \u73B0\u884C\u5DE5\u827A \u73B0\u6709\u7684\u5DE5\u827A \u76EE\u524D\u5DE5\u827A \u76EE\u524D\u7684\u5DE5\u827A \u539F\u6709\u5DE5\u827A \u539F\u5DE5\u827A \u73B0\u5728\u7528 \u73B0\u7528 \u4E00\u76F4\u7528 \u4E00\u76F4\u91C7\u7528 \u76EE\u524D\u7684\u505A\u6CD5 \u73B0\u5728\u7684\u505A\u6CD5 \u901A\u5E38\u505A\u6CD5 \u4F20\u7EDF\u5DE5\u827A \u4F20\u7EDF\u65B9\u6CD5 \u4F20\u7EDF\u65B9\u5F0F \u4F20\u7EDF\u505A\u6CD5 \u6280\u672F\u73B0\u72B6 \u5DE5\u827A\u73B0\u72B6 \u751F\u4EA7\u73B0\u72B6 \u5DE5\u4F5C\u57FA\u7840 \u7814\u7A76\u57FA\u7840 \u73B0\u6709\u57FA\u7840 \u524D\u671F\u57FA\u7840 \u524D\u671F\u5DF2 \u5DF2\u5B8C\u6210 \u5DF2\u521D\u6B65 \u521D\u6B65\u5B8C\u6210 \u5DF2\u6295\u5165 \u5DF2\u5EFA\u6210 \u5DF2\u5F00\u5C55 \u5DF2\u7ECF\u5B8C\u6210 \u5DF2\u7ECF\u5EFA\u6210 \u5DF2\u7ECF\u6295\u5165 \u5DF2\u5F00\u53D1 \u5DF2\u7814\u53D1 \u5DF2\u81EA\u4E3B \u5DF2\u638C\u63E1 \u5DF2\u7ECF\u638C\u63E1 \u5DF2\u7ECF\u7814\u53D1 \u6B63\u5728\u7814\u53D1 \u6B63\u5728\u5F00\u53D1 \u6B63\u5728\u8FDB\u884C \u6B63\u5728\u8BD5\u9A8C \u66FE\u5C1D\u8BD5 \u66FE\u8BD5 \u8BD5\u8FC7 \u8003\u8651\u8FC7 \u8D70\u8BBF\u8FC7 currently_use
present 2: \u751F\u4EA7\u8FC7\u7A0B\u4E2D \u52A0\u5DE5\u8FC7\u7A0B\u4E2D \u4F7F\u7528\u8FC7\u7A0B\u4E2D \u8FD0\u884C\u8FC7\u7A0B\u4E2D \u5236\u9020\u8FC7\u7A0B\u4E2D \u65BD\u5DE5\u8FC7\u7A0B\u4E2D \u64CD\u4F5C\u8FC7\u7A0B\u4E2D \u751F\u4EA7\u4E2D \u52A0\u5DE5\u4E2D \u4F7F\u7528\u4E2D \u8FD0\u884C\u4E2D \u65BD\u5DE5\u4E2D \u5B9E\u9645\u5E94\u7528\u4E2D \u5B9E\u9645\u751F\u4EA7\u4E2D \u5728\u751F\u4EA7 \u76EE\u524D\u4E3B\u8981 \u76EE\u524D\u591A \u76EE\u524D\u5927\u591A \u76EE\u524D\u56FD\u5185 \u76EE\u524D\u666E\u904D \u76EE\u524D\u5E02\u573A\u4E0A \u5E02\u573A\u4E0A\u7684 \u5E02\u9762\u4E0A \u901A\u5E38\u91C7\u7528 \u4E00\u822C\u91C7\u7528 \u5927\u591A\u91C7\u7528 \u666E\u904D\u91C7\u7528 \u591A\u91C7\u7528 \u4E3B\u8981\u91C7\u7528 \u5E38\u7528\u7684 \u5E38\u89C4\u7684 \u4EBA\u5DE5\u64CD\u4F5C \u4EBA\u5DE5\u68C0\u6D4B \u4EBA\u5DE5\u6253\u78E8 \u4EBA\u5DE5\u5B8C\u6210 \u9760\u4EBA\u5DE5 \u624B\u5DE5 \u5DE5\u827A\u6D41\u7A0B \u5DE5\u827A\u8DEF\u7EBF\u4E3A \u751F\u4EA7\u6D41\u7A0B \u539F\u6709 \u539F\u6765 \u539F\u5148 \u4EE5\u5F80 \u8FC7\u53BB \u73B0\u6709\u8BBE\u5907 \u73B0\u6709\u751F\u4EA7\u7EBF \u73B0\u6709\u7CFB\u7EDF \u73B0\u72B6 \u76EE\u524D\u662F \u76EE\u524D\u4E3A \u76EE\u524D\u5DF2 \u76EE\u524D\u5728 \u76EE\u524D\u516C\u53F8 \u76EE\u524D\u6211\u516C\u53F8 \u76EE\u524D\u4F01\u4E1A \u4F20\u7EDF\u7684
present 1: ^\u76EE\u524D ^\u73B0\u5728 ^\u73B0 ^\u5F53\u524D ^\u5982\u4ECA \u91C7\u7528 \u4F7F\u7528 \u73B0\u6709 \u4EBA\u5DE5 \u5DF2\u7ECF \u5E38\u7528 \u5E38\u89C4 \u901A\u5E38

problem 3: \u96BE\u9898 \u74F6\u9888 \u75DB\u70B9 \u5361\u8116\u5B50 \u53D7\u5236\u4E8E\u4EBA \u5B58\u5728\u95EE\u9898 \u5B58\u5728\u7684\u95EE\u9898 \u5B58\u5728\u4EE5\u4E0B\u95EE\u9898 \u5B58\u5728\u5982\u4E0B\u95EE\u9898 \u5B58\u5728\u5B89\u5168\u9690\u60A3 \u4E3B\u8981\u95EE\u9898 \u95EE\u9898\u662F \u95EE\u9898\u5728\u4E8E \u95EE\u9898\u7A81\u51FA \u95EE\u9898\u4E25\u91CD \u56F0\u96BE\u91CD\u91CD \u65E0\u6CD5\u89E3\u51B3 \u672A\u80FD\u89E3\u51B3 \u96BE\u4EE5\u89E3\u51B3 \u59CB\u7EC8\u6CA1\u6709\u89E3\u51B3 \u6CA1\u6709\u529E\u6CD5 \u6CA1\u529E\u6CD5 \u6101 \u5934\u75BC \u5934\u75DB \u4F24\u8111\u7B4B \u82E6\u4E8E \u53D7\u4E0D\u4E86 \u5403\u4E0D\u6D88 \u6295\u8BC9 \u9000\u8D27 \u62A5\u5E9F \u8FD4\u5DE5 \u8FD4\u4FEE \u5C45\u9AD8\u4E0D\u4E0B \u8FEB\u5728\u7709\u776B \u5236\u7EA6 \u4E25\u91CD\u5F71\u54CD suffers_from
problem 2: \u53C8\u72AF \u70C2\u76AE \u6E83\u70C2 \u8150\u70C2 \u75C5\u6591 \u6B7B\u4E86 \u6B7B\u6811 \u6B7B\u682A \u5145\u4E0D\u8FDB \u6389\u7535 \u4E2D\u75C5\u6BD2 \u5D29\u9F7F \u5D29\u5200 \u5835\u6B7B \u5835\u4E86 \u8001\u574F \u4E71\u5957 \u592A\u4E71 \u8D39\u7535 \u8D39\u6CB9 \u8D39\u5DE5 \u8D39\u65F6 \u8D39\u529B \u9508\u7A7F \u95EE\u9898 \u5B58\u5728 \u4E0D\u8DB3 \u7F3A\u9677 \u7F3A\u70B9 \u5F0A\u7AEF \u56F0\u96BE \u56F0\u6270 \u9690\u60A3 \u96BE\u4EE5 \u96BE\u70B9 \u5F88\u96BE \u96BE\u4E8E \u8F83\u96BE \u592A\u96BE \u6781\u96BE \u96BE\u63A7\u5236 \u96BE\u4FDD\u8BC1 \u4E0D\u6613 \u4E0D\u4FBF \u4E0D\u80FD\u6EE1\u8DB3 \u65E0\u6CD5\u6EE1\u8DB3 \u6EE1\u8DB3\u4E0D\u4E86 \u8FBE\u4E0D\u5230 \u8DDF\u4E0D\u4E0A \u65E0\u6CD5 \u4E0D\u591F \u4E0D\u9AD8 \u4E0D\u597D \u4E0D\u7A33\u5B9A \u4E0D\u7A33 \u4E0D\u5747\u5300 \u4E0D\u5747 \u4E0D\u4E00\u81F4 \u4E0D\u51C6 \u4E0D\u5408\u683C \u4E0D\u826F \u4E0D\u4E86 \u4E0D\u4E0A \u4E0D\u5230\u4F4D \u4E0D\u5230 \u4E0D\u52A8 \u4E0D\u884C \u4E0D\u6E05 \u4E0D\u4F73 \u4E0D\u7406\u60F3 \u6B20\u4F73 \u8F83\u5DEE \u5F88\u5DEE \u592A\u5DEE \u5DEE\u5F02\u5927 \u78E8\u635F \u5265\u843D \u8131\u843D \u5F00\u88C2 \u88C2\u7EB9 \u65AD\u88C2 \u5D29\u5203 \u5D29\u8FB9 \u6CC4\u6F0F \u6E17\u6F0F \u6F0F\u6C34 \u6F0F\u6CB9 \u6F0F\u6C14 \u53D8\u5F62 \u7FD8\u66F2 \u8D85\u5DEE \u6545\u969C \u5931\u6548 \u5931\u7075 \u8150\u8680 \u9508\u8680 \u751F\u9508 \u5835\u585E \u5835\u7BA1 \u8001\u662F \u603B\u662F \u7ECF\u5E38 \u9891\u7E41 \u65F6\u5E38 \u5BB9\u6613 \u6781\u6613 \u6613\u4E8E\u5F00\u88C2 \u6613\u65AD \u6613\u88C2 \u6613\u574F \u6613\u78E8\u635F \u6613\u5835 \u6613\u53D8\u5F62 \u6613\u8001\u5316 \u5361\u6B7B \u5361\u4F4F \u5361\u987F \u7ED3\u51B0 \u6302\u51B0 \u7ED3\u57A2 \u7ED3\u5757 \u7ED3\u7126 \u8D77\u706B \u8FC7\u70ED \u53D1\u70ED \u70E7\u4F24 \u70E7\u635F \u566A\u58F0\u5927 \u566A\u97F3\u5927 \u5578\u53EB \u632F\u52A8\u5927 \u6296\u52A8 \u8BEF\u62A5 \u6F0F\u62A5 \u6F0F\u68C0 \u8BEF\u68C0 \u8BEF\u5224 \u8D85\u6807 \u8D85\u9650 \u8FC7\u9AD8 \u8FC7\u4F4E \u8FC7\u5927 \u8FC7\u5C0F \u504F\u9AD8 \u504F\u4F4E \u504F\u5927 \u592A\u9AD8 \u592A\u4F4E \u592A\u6162 \u592A\u5927 \u592A\u591A \u592A\u8D35 \u592A\u957F \u4F4E\u4E0B \u7F13\u6162 \u6548\u7387\u4F4E \u6548\u7387\u4E0D\u9AD8 \u6210\u672C\u9AD8 \u8D39\u7528\u9AD8 \u9020\u4EF7\u9AD8 \u80FD\u8017\u9AD8 \u8017\u80FD\u9AD8 \u80FD\u8017\u5927 \u5BFF\u547D\u77ED \u65F6\u95F4\u957F \u5468\u671F\u957F \u7CBE\u5EA6\u4F4E \u6536\u7387\u4F4E \u5408\u683C\u7387\u4F4E \u6210\u54C1\u7387\u4F4E \u5229\u7528\u7387\u4F4E \u8F6C\u5316\u7387\u4F4E \u6D6A\u8D39 \u635F\u5931 \u635F\u8017\u5927 \u4F9D\u8D56\u8FDB\u53E3 \u5168\u90E8\u8FDB\u53E3 \u505C\u673A \u505C\u4EA7 \u75DB\u82E6 \u8131\u80F6 \u5206\u5C42 \u6C14\u5B54 \u7F29\u5B54 \u5939\u6742 \u504F\u6790 \u7C89\u5316 \u8D77\u6CE1 \u9F13\u5305 \u9F13\u6CE1 \u53D1\u9709 \u53D1\u9EC4 \u53D1\u9ED1 \u53D8\u8272 \u892A\u8272 \u75C5\u5BB3 \u866B\u5BB3 \u590D\u53D1 \u6B7B\u4EA1 \u6B7B\u82D7 \u67AF\u6B7B \u51BB\u6B7B \u51CF\u4EA7 \u6C61\u67D3\u4E25\u91CD \u6C61\u67D3\u73AF\u5883 \u9020\u6210\u6C61\u67D3 \u5F02\u5473 \u6076\u81ED \u5371\u5E9F \u62E5\u5835 \u51B2\u7A81 \u4E8B\u6545 \u5B89\u5168\u98CE\u9669 \u98CE\u9669\u5927 \u5371\u9669 \u52B3\u52A8\u5F3A\u5EA6\u5927 \u62DB\u5DE5\u96BE \u7528\u5DE5\u96BE \u7F3A\u4E4F \u7F3A\u5C11 \u532E\u4E4F \u7A00\u7F3A \u77ED\u677F \u4E0D\u9002\u5E94 \u4E0D\u5339\u914D \u4E0D\u517C\u5BB9 \u4F46\u662F ^\u4F46 ^\u7136\u800C ^\u53EF\u662F ^\u4E0D\u8FC7 ^\u5BFC\u81F4 ^\u9020\u6210 ^\u81F4\u4F7F ^\u4ECE\u800C\u5BFC\u81F4
problem 1: \u96BE \u8D35 \u6162 \u4E71 \u574F \u5DEE \u4F4E \u9AD8 \u77ED \u591A \u5F71\u54CD \u5BFC\u81F4 \u9020\u6210 \u589E\u52A0 \u98CE\u9669 \u6C61\u67D3 \u5E9F\u6C34 \u6392\u653E \u7C89\u5C18 \u566A\u58F0 \u632F\u52A8 \u4EBA\u5DE5 \u6613 \u7F3A

need 3: >\u5E0C\u671B >\u6025\u9700 >\u4E9F\u9700 >\u4E9F\u5F85 >\u6025\u5F85 >\u6025\u6C42 >\u6025\u5BFB >\u73B0\u9700\u8981 >\u73B0\u9700 >\u73B0\u6025\u9700 >\u73B0\u5BFB\u6C42 >\u73B0\u5BFB >\u73B0\u6C42 >\u73B0\u62DF >\u62DF\u5F00\u53D1 >\u62DF\u7814\u53D1 >\u62DF\u7814\u7A76 >\u62DF\u91C7\u7528 >\u62DF\u5F15\u8FDB >\u62DF\u89E3\u51B3 >\u62DF\u5BF9 >\u62DF\u5EFA >\u62DF\u901A\u8FC7 >\u62DF\u5C06 >\u5BFB\u6C42 >\u5BFB\u627E >\u5BFB\u4E00\u79CD >\u5F81\u96C6 >\u6C42\u8D2D >\u6C42\u52A9 >\u8BF7\u6559 >\u60F3\u627E >\u60F3\u6C42 >\u60F3\u8981 >\u60F3\u8BF7 >\u60F3\u628A >\u60F3\u8BA9 >\u60F3\u505A >\u60F3\u4E0A >\u60F3\u89E3\u51B3 >\u60F3\u5F00\u53D1 >\u60F3\u77E5\u9053 >\u60F3\u6362 >\u60F3\u6539 >\u60F3\u7528 >\u60F3\u95EE >\u60F3\u4E70 >\u6253\u7B97 >\u8BA1\u5212\u5F00\u53D1 >\u8BA1\u5212\u7814\u53D1 >\u8BA1\u5212\u91C7\u7528 >\u8BA1\u5212\u5F15\u8FDB >\u8BA1\u5212\u66FF\u4EE3 >\u671F\u671B >\u671F\u76FC >\u76FC\u671B \u9700\u8981\u89E3\u51B3 \u9700\u89E3\u51B3 \u9700\u8981\u5F00\u53D1 \u9700\u8981\u7814\u53D1 \u9700\u8981\u4E00\u79CD \u9700\u8981\u4E00\u5957 \u9700\u8981\u80FD \u9700\u8981\u5177\u6709 \u9700\u8981\u5177\u5907 \u9700\u8981\u5BF9 \u9700\u8981\u901A\u8FC7 >\u9700\u8981 >\u9700\u6C42\u4E3A >\u9700\u6C42\u662F \u6280\u672F\u9700\u6C42 \u9700\u6C42\u5185\u5BB9 \u9700\u6C42\u8BE5 \u6709\u9700\u6C42 >\u8FEB\u5207\u9700\u8981 >\u8FEB\u5207\u9700\u6C42 \u80FD\u4E0D\u80FD \u80FD\u5426 \u53EF\u5426 \u6709\u6CA1\u6709 \u6709\u65E0 \u6709\u4EC0\u4E48 \u8C01\u6709 \u54EA\u5BB6 \u600E\u4E48\u529E \u600E\u4E48\u89E3\u51B3 \u600E\u6837 \u5982\u4F55 \u8981\u6C42\u5F00\u53D1 \u8981\u6C42\u7814\u53D1 >\u5F00\u53D1\u4E00\u79CD >\u7814\u53D1\u4E00\u79CD >\u7814\u5236\u4E00\u79CD >\u7814\u7A76\u4E00\u79CD >\u5BFB\u627E\u4E00\u79CD >\u63D0\u4F9B\u4E00\u79CD >\u5F00\u53D1\u51FA >\u7814\u53D1\u51FA >\u7814\u5236\u51FA \u653B\u514B \u653B\u5173 \u7A81\u7834 \u4E9F\u987B \u6025\u987B \u65E8\u5728 \u76EE\u7684\u662F \u76EE\u7684\u5728\u4E8E \u76EE\u6807\u662F \u4EE5\u671F \u529B\u4E89 \u8FBE\u5230\u4EE5\u4E0B\u76EE\u7684 \u89E3\u51B3\u4EE5\u4E0B \u89E3\u51B3\u5982\u4E0B \u89E3\u51B3\u4E0A\u8FF0 \u89E3\u51B3\u8BE5 \u89E3\u51B3\u8FD9 >we_need looking_for seeking in_need_of
need 2: \u89E3\u51B3 \u9700\u6C42 \u9700\u5F00\u53D1 \u9700\u7814\u53D1 \u9700\u5BF9 \u9700\u5C06 \u9700\u7528 \u9700\u8FDB\u884C \u9700\u91C7\u7528 \u9700\u914D\u5957 \u9700\u5F15\u8FDB \u9700\u5BFB ^\u9700 ^\u6C42 ^\u5BFB ^\u62DF ^\u6B32 ^\u8981 \u8BBE\u8BA1\u5F00\u53D1 \u6539\u8FDB \u6539\u5584 \u6539\u9020 \u63D0\u9AD8 \u964D\u4F4E \u51CF\u5C11 \u5EF6\u957F \u907F\u514D \u6D88\u9664 \u9632\u6B62 \u66FF\u4EE3 \u53D6\u4EE3 \u4EE3\u66FF \u56DE\u6536\u5229\u7528 \u7EFC\u5408\u5229\u7528 \u8D44\u6E90\u5316 \u56FD\u4EA7\u5316 \u8F7B\u91CF\u5316 \u7814\u7A76\u5185\u5BB9 \u5173\u952E\u6280\u672F \u6280\u672F\u652F\u6301 \u6280\u672F\u6307\u5BFC \u6280\u672F\u65B9\u6848 \u89E3\u51B3\u65B9\u6848 \u89E3\u51B3\u529E\u6CD5 \u89E3\u51B3\u65B9\u6CD5 \u65B0\u5DE5\u827A \u65B0\u6280\u672F \u65B0\u6750\u6599 \u65B0\u65B9\u6CD5
need 1: \u60F3 \u8981 \u9700 \u6C42 \u62DF \u6280\u672F \u5DE5\u827A \u65B9\u6CD5 \u7CFB\u7EDF \u88C5\u7F6E \u8BBE\u5907 \u6750\u6599 \u5F00\u53D1 \u7814\u53D1 \u7814\u5236 \u7814\u7A76 \u5B9E\u73B0 \u8FBE\u5230 \u6EE1\u8DB3 \u63D0\u5347 \u4F18\u5316 \u5347\u7EA7 \u76EE\u6807 \u76EE\u7684

indicator 3: \u6307\u6807\u5982\u4E0B \u4E3B\u8981\u6307\u6807 \u6280\u672F\u6307\u6807 \u6027\u80FD\u6307\u6807 \u8003\u6838\u6307\u6807 \u7ECF\u6D4E\u6307\u6807 \u53C2\u6570\u5982\u4E0B \u6280\u672F\u53C2\u6570 \u4E3B\u8981\u53C2\u6570
indicator 2: \u4E0D\u4F4E\u4E8E \u4E0D\u5C0F\u4E8E \u4E0D\u5C11\u4E8E \u4E0D\u9AD8\u4E8E \u4E0D\u5927\u4E8E \u4E0D\u8D85\u8FC7 \u4E0D\u591A\u4E8E \u5927\u4E8E\u7B49\u4E8E \u5C0F\u4E8E\u7B49\u4E8E \u9AD8\u4E8E \u4F4E\u4E8E \u5927\u4E8E \u5C0F\u4E8E \u4F18\u4E8E \u6307\u6807 \u53C2\u6570 \u2265 \u2264 \xB1 \u8BEF\u5DEE \u516C\u5DEE \u5408\u683C\u7387\u8FBE \u6548\u7387\u8FBE \u7CBE\u5EA6\u8FBE \u5BFF\u547D\u8FBE \u63A7\u5236\u5728 \u4FDD\u6301\u5728 \u63D0\u9AD8\u5230 \u964D\u4F4E\u5230 \u964D\u81F3 \u964D\u5230 \u589E\u52A0\u5230 \u4EE5\u4E0A \u4EE5\u4E0B \u4EE5\u5185 \u81F3\u5C11
indicator 1: \u8FBE\u5230 \u63D0\u9AD8 \u964D\u4F4E \u6E29\u5EA6 \u538B\u529B \u6D53\u5EA6 \u542B\u91CF \u5F3A\u5EA6 \u7CBE\u5EA6 \u6548\u7387 \u5BFF\u547D \u901F\u5EA6 \u529F\u7387 \u5C3A\u5BF8 \u539A\u5EA6 \u76F4\u5F84

condition 3: \u4E0D\u5F97\u505C\u673A \u4E0D\u80FD\u505C\u673A \u4E0D\u5141\u8BB8\u505C\u673A \u4E0D\u5F97\u505C\u4EA7 \u4E0D\u80FD\u505C\u4EA7 \u4F7F\u7528\u6761\u4EF6 \u5DE5\u4F5C\u6761\u4EF6 \u9650\u5236\u6761\u4EF6 \u7EA6\u675F\u6761\u4EF6 \u5E94\u7528\u6761\u4EF6 \u524D\u63D0\u662F \u524D\u63D0\u4E0B \u4F7F\u7528\u73AF\u5883 \u5DE5\u4F5C\u73AF\u5883 \u8FD0\u884C\u73AF\u5883 \u4E0D\u6539\u53D8\u73B0\u6709 \u4E0D\u6539\u52A8 \u4E0D\u66F4\u6362 \u4E0D\u505C\u673A \u4E0D\u505C\u4EA7 \u4E0D\u5F71\u54CD\u751F\u4EA7 \u4E0D\u5F71\u54CD\u6B63\u5E38 \u5229\u7528\u73B0\u6709 \u73B0\u6709\u8BBE\u5907\u4E0D\u53D8 \u517C\u5BB9\u73B0\u6709
condition 2: \u4E0D\u6362 \u4E0D\u6539 \u4E0D\u505C\u7535 \u4E0D\u55B7\u6C34 \u4E0D\u589E\u91CD \u4E0D\u4F9D\u8D56 \u4E0D\u9700\u8981 \u514D\u62C6 \u987B\u901A\u8FC7 \u987B\u6EE1\u8DB3 \u73AF\u4FDD\u8981\u6C42 \u6392\u653E\u6807\u51C6 \u56FD\u6807 \u884C\u6807 \u901A\u8FC7\u68C0\u9A8C \u73B0\u6709\u751F\u4EA7\u7EBF \u73B0\u6709\u4EA7\u7EBF \u5E26\u7535\u4F5C\u4E1A \u53EF\u9006 \u4FDD\u5BC6 \u8D44\u6599\u4E0D\u80FD \u9650\u4E8E \u4EC5\u9650 \u963B\u71C3 \u65E0\u6BD2 \u7B26\u5408 \u5FC5\u987B \u987B\u6EE1\u8DB3 \u5E94\u6EE1\u8DB3 \u5E94\u7B26\u5408 \u987B\u7B26\u5408 \u9700\u7B26\u5408 \u7B26\u5408\u8981\u6C42 \u7B26\u5408\u56FD\u5BB6 \u7B26\u5408\u6807\u51C6 \u6807\u51C6\u8981\u6C42 \u4E0D\u5F97 \u4E0D\u80FD \u4E0D\u5141\u8BB8 \u4E0D\u53EF \u4E0D\u8BB8 \u4E25\u7981 \u7981\u6B62 \u4E0D\u5F71\u54CD \u4E0D\u589E\u52A0 \u4E0D\u964D\u4F4E \u4E0D\u7834\u574F \u4E0D\u635F\u4F24 \u4E0D\u4F7F\u7528 \u4E0D\u7528 \u4E0D\u542B \u65E0\u9700 \u65E0\u987B \u514D\u7EF4\u62A4 \u9632\u7206 \u9002\u7528\u4E8E \u9002\u5E94\u4E8E \u9002\u5408\u4E8E \u9002\u7528\u8303\u56F4 \u5E94\u7528\u4E8E \u53EF\u7528\u4E8E \u5DE5\u51B5 \u6761\u4EF6\u4E0B \u73AF\u5883\u4E0B \u73AF\u5883\u6E29\u5EA6 \u5BA4\u6E29 \u5B89\u88C5\u7A7A\u95F4 \u573A\u5730 \u73B0\u573A \u8981\u6C42\u80FD \u8981\u6C42\u4E3A ^\u8981\u6C42 ^\u4E14\u8981\u6C42 \u517C\u5BB9 \u9002\u914D
condition 1: \u8981\u6C42 \u6EE1\u8DB3 \u9002\u7528 \u73AF\u5883 \u6761\u4EF6 \u6807\u51C6

cooperation 3: \u5404\u6709\u5173 \u5404\u9AD8\u6821 \u6709\u76F8\u5173\u79EF\u7D2F\u7684 \u63ED\u699C\u91D1\u989D \u60AC\u8D4F\u91D1\u989D \u5956\u52B1\u91D1\u989D \u4E00\u4E8B\u4E00\u8BAE \u4F9B\u9700\u5BF9\u63A5 \u95ED\u95E8\u5BF9\u63A5 \u4FDD\u5BC6\u534F\u8BAE \u98DF\u5BBF \u5148\u8BD5\u540E\u8C08 \u6210\u679C\u5171\u4EAB \u5F85\u9047\u4ECE\u4F18 \u91CD\u91D1 \u6709\u507F\u5F81\u96C6 \u5E94\u5F81 \u63ED\u699C\u8005 \u63ED\u699C\u65B9 \u63ED\u699C\u5355\u4F4D \u671F\u5F85\u4E0E\u60A8 \u671F\u5F85\u60A8 \u671F\u5F85\u5404 \u656C\u8BF7 \u606D\u5019 \u6B22\u8FCE\u8054\u7CFB \u5408\u4F5C\u65B9\u5F0F \u5408\u4F5C\u6A21\u5F0F \u5408\u4F5C\u610F\u5411 \u5408\u4F5C\u6761\u4EF6 \u5408\u4F5C\u671F\u9650 \u5408\u4F5C\u8D39\u7528 \u4EA4\u6613\u65B9\u5F0F \u8F6C\u8BA9\u65B9\u5F0F \u8F6C\u8BA9\u8D39 \u8F6C\u8BA9\u4EF7\u683C \u8BB8\u53EF\u8D39 \u9762\u8BAE \u53E6\u8BAE \u6D3D\u8C08 \u53CC\u65B9\u534F\u5546 \u534F\u5546\u786E\u5B9A \u6280\u672F\u5165\u80A1 \u4F5C\u4EF7\u5165\u80A1 \u6280\u672F\u8F6C\u8BA9 \u6280\u672F\u8BB8\u53EF \u4E13\u5229\u8BB8\u53EF \u4E13\u5229\u8F6C\u8BA9 \u72EC\u5360\u8BB8\u53EF \u666E\u901A\u8BB8\u53EF \u6392\u4ED6\u8BB8\u53EF \u4E13\u5229\u8D2D\u4E70 \u6280\u672F\u54A8\u8BE2 \u6210\u679C\u5F52 \u77E5\u8BC6\u4EA7\u6743\u5F52 \u5F52\u53CC\u65B9 \u5171\u540C\u6240\u6709 \u5229\u76CA\u5206\u914D \u98CE\u9669\u5171\u62C5 \u5229\u76CA\u5171\u4EAB \u80A1\u6743\u878D\u8D44 \u878D\u8D44\u9700\u6C42 \u8BA1\u5212\u6295\u8D44 \u9884\u8BA1\u6295\u8D44 \u62DF\u6295\u8D44 \u6295\u8D44\u989D \u62DF\u51FA\u8D44 \u6295\u5165\u8D44\u91D1 \u6295\u8D44\u9884\u7B97 \u9879\u76EE\u9884\u7B97 \u9884\u7B97 \u7814\u53D1\u7ECF\u8D39 \u7ECF\u8D39\u9884\u7B97 \u8D44\u91D1\u9700\u6C42 \u8D44\u91D1\u652F\u6301 \u8BDA\u9080 \u8BDA\u5F81 \u6B22\u8FCE\u5408\u4F5C \u6B22\u8FCE\u6765 \u6B22\u8FCE\u5E7F\u5927 \u6B22\u8FCE\u5404 \u671F\u5F85\u4E0E \u671F\u5F85\u5408\u4F5C \u5BFB\u6C42\u5408\u4F5C\u4F19\u4F34 \u5BFB\u627E\u5408\u4F5C\u5355\u4F4D \u5BFB\u627E\u5408\u4F5C\u4F19\u4F34 \u5BFB\u6C42\u5408\u4F5C\u5355\u4F4D \u5BFB\u6C42\u6295\u8D44 \u4EA7\u5B66\u7814\u5408\u4F5C \u6821\u4F01\u5408\u4F5C \u6218\u7565\u5408\u4F5C\u534F\u8BAE \u7B7E\u8BA2\u5408\u540C \u7B7E\u8BA2\u534F\u8BAE \u63D0\u6210 \u5206\u6210 \u53EF\u6D3E\u4E13\u5BB6 \u4E13\u5BB6\u6307\u5BFC \u4E13\u5BB6\u6765 \u6765\u5382 \u4E0A\u95E8 \u6765\u770B\u770B \u73B0\u573A\u6307\u5BFC \u4EBA\u624D\u5F15\u8FDB \u67D4\u6027\u5F15\u8FDB \u8054\u5408\u57F9\u517B \u5171\u5EFA\u5B9E\u9A8C\u5BA4 \u5171\u5EFA\u7814\u53D1 \u5171\u5EFA\u5E73\u53F0 \u8054\u5408\u7533\u62A5 \u9879\u76EE\u7533\u62A5 \u9A8C\u6536\u540E\u4ED8\u6B3E \u4ED8\u6B3E\u65B9\u5F0F
cooperation 2: \u5408\u4F5C\u5F00\u53D1 \u8054\u5408\u5F00\u53D1 \u5171\u540C\u5F00\u53D1 \u5408\u4F5C\u7814\u53D1 \u8054\u5408\u7814\u53D1 \u5171\u540C\u7814\u53D1 \u59D4\u6258\u5F00\u53D1 \u59D4\u6258\u7814\u53D1 \u8054\u5408\u653B\u5173 \u6280\u672F\u670D\u52A1 \u6280\u672F\u5F00\u53D1\u5408\u540C \u6280\u672F\u5408\u4F5C \u5408\u4F5C\u4F19\u4F34 \u5408\u4F5C\u5355\u4F4D \u5408\u4F5C\u4F01\u4E1A \u610F\u5411 \u5165\u80A1 \u8F6C\u8BA9 \u8BB8\u53EF \u4E70\u65AD \u8D2D\u4E70 \u6295\u8D44 \u51FA\u8D44 \u8D44\u91D1 \u7ECF\u8D39 \u4E07\u5143 \u62A5\u4EF7 \u6709\u507F \u8D39\u7528\u7531 \u671F\u9650 \u5E74\u5E95\u524D \u5C3D\u5FEB \u6708\u5E95\u524D
cooperation 1: \u5408\u4F5C \u8054\u5408 \u5171\u540C \u4E13\u5BB6 \u9AD8\u6821 \u79D1\u7814\u9662\u6240 \u9662\u6821 \u56E2\u961F \u670D\u52A1 \u652F\u6301

contact 3: \u6765\u4FE1\u6765\u7535 \u6765\u7535\u6765\u51FD \u6765\u4FE1 \u8054\u7CFB\u4EBA \u8054\u7CFB\u65B9\u5F0F \u8054\u7CFB\u7535\u8BDD \u8054\u7CFB\u5730\u5740 \u8054\u7CFB\u90AE\u7BB1 \u8054\u7EDC\u4EBA \u7535\u5B50\u90AE\u7BB1 \u7535\u5B50\u90AE\u4EF6 \u901A\u8BAF\u5730\u5740 \u901A\u4FE1\u5730\u5740 \u5355\u4F4D\u5730\u5740 \u516C\u53F8\u5730\u5740 \u8BE6\u7EC6\u5730\u5740 \u90AE\u653F\u7F16\u7801 \u90AE\u7F16 \u4F20\u771F \u7F51\u5740 \u516C\u53F8\u7F51\u7AD9 \u5FAE\u4FE1\u53F7 qq\u53F7 \u54A8\u8BE2\u7535\u8BDD \u54A8\u8BE2\u70ED\u7EBF \u670D\u52A1\u70ED\u7EBF \u6B22\u8FCE\u6765\u7535 \u6765\u7535\u54A8\u8BE2 \u6765\u51FD contact_person
contact 2: \u7535\u8BDD \u624B\u673A \u90AE\u7BB1 \u5730\u5740 \u5FAE\u4FE1 e-mail email \u6709\u610F\u8005 \u611F\u5174\u8DA3\u8005 \u8BF7\u8054\u7CFB \u4E0E\u6211\u4EEC\u8054\u7CFB

offer 3: \u672C\u53D1\u660E \u672C\u5B9E\u7528\u65B0\u578B \u672C\u7533\u8BF7 \u672C\u4E13\u5229 \u672C\u6210\u679C \u8BE5\u6210\u679C \u672C\u6280\u672F \u8BE5\u6280\u672F \u672C\u4EA7\u54C1 \u8BE5\u4EA7\u54C1 \u672C\u7CFB\u7EDF \u8BE5\u7CFB\u7EDF \u672C\u88C5\u7F6E \u8BE5\u88C5\u7F6E \u672C\u65B9\u6CD5 \u8BE5\u65B9\u6CD5 \u8BE5\u5DE5\u827A \u672C\u5DE5\u827A \u672C\u6587 \u516C\u5F00\u4E86 \u63D0\u4F9B\u4E86 \u6D89\u53CA\u4E00\u79CD \u5C5E\u4E8E\u4E00\u79CD \u7814\u5236\u4E86 \u7814\u5236\u51FA\u4E86 \u5F00\u53D1\u4E86 \u7814\u53D1\u4E86 \u7814\u7A76\u4E86 \u63D0\u51FA\u4E86 \u8BBE\u8BA1\u4E86 \u5EFA\u7ACB\u4E86 \u6784\u5EFA\u4E86 \u53D1\u660E\u4E86 \u5F62\u6210\u4E86 \u89E3\u51B3\u4E86 \u5B9E\u73B0\u4E86 \u7A81\u7834\u4E86 \u653B\u514B\u4E86 \u4F18\u5316\u4E86 \u5408\u6210\u4E86 \u5236\u5907\u4E86 \u7B5B\u9009\u4E86 \u9009\u80B2\u4E86 \u9610\u660E\u4E86 \u63ED\u793A\u4E86 \u91C7\u7528\u4E86 this_invention the_invention
offer 2: \u5176\u7279\u5F81\u5728\u4E8E \u6280\u672F\u7279\u70B9 \u6280\u672F\u539F\u7406 \u5DE5\u4F5C\u539F\u7406 \u521B\u65B0\u70B9 \u6280\u672F\u65B9\u6848 \u6280\u672F\u4F18\u52BF \u6709\u76CA\u6548\u679C \u4E3B\u8981\u529F\u80FD \u53EF\u5E7F\u6CDB\u5E94\u7528 \u5DF2\u5E94\u7528 \u5DF2\u5728 \u5DF2\u63A8\u5E7F \u5DF2\u4EA7\u4E1A\u5316 \u901A\u8FC7\u5C06 \u672C\u9879\u76EE \u8BE5\u9879\u76EE \u672C\u8BFE\u9898 \u8BE5\u8BFE\u9898 \u672C\u7814\u7A76 \u8BE5\u7814\u7A76
offer 1: \u5305\u62EC \u5305\u542B \u7EC4\u6210 \u5229\u7528 \u57FA\u4E8E \u7ED3\u5408
`;

// src/core/reading/roles.ts
var ROLES = [
  "need",
  "problem",
  "offer",
  "indicator",
  "condition",
  "contact",
  "cooperation",
  "company",
  "praise",
  "present",
  "background",
  "other"
];

// src/core/reading/cue-finder.ts
var BEGINNING_BITS = 2 ** 16;
function beginningOf(text3, at2) {
  return Math.imul(text3.charCodeAt(at2), 40503) + text3.charCodeAt(at2 + 1) & BEGINNING_BITS - 1;
}
var CueFinder = class {
  trie = new Trie();
  /** What a word tells, by its number in the trie. */
  told = [[]];
  /** Shared by words of two units or more: most places of a text begin none. */
  beginnings = new Uint32Array(BEGINNING_BITS / 32);
  /** Units that are a word by themselves. */
  single = new Uint8Array(65536);
  /** @param lines `role strength: words`, as in `cues.ts`; `_` stands for a space. */
  constructor(lines) {
    const byWord = /* @__PURE__ */ new Map();
    for (const line of lines.split("\n")) {
      const colon = line.indexOf(":");
      if (colon < 0) continue;
      const [name, strength] = line.slice(0, colon).split(" ");
      const role = ROLES.indexOf(name);
      for (const mark of line.slice(colon + 1).trim().split(" ")) {
        const word = mark.replace(/^[>^]/, "").replaceAll("_", " ");
        const cues2 = byWord.get(word) ?? [];
        byWord.set(word, cues2);
        cues2.push({ role, strength: Number(strength), first: mark[0] === "^", opens: mark[0] === ">" });
      }
    }
    for (const [word, cues2] of byWord) {
      this.trie.add(word, this.told.length);
      this.told.push(cues2);
      if (word.length === 1) this.single[word.charCodeAt(0)] = 1;
      else {
        const bit = beginningOf(word, 0);
        this.beginnings[bit >>> 5] |= 1 << (bit & 31);
      }
    }
  }
  /**
   * Shows the cues of a piece of a text in their order. A word that hides others is shown to nobody. Time grows with the
   * length of the piece: no word is longer than the longest of the list.
   * @param clause where the clause begins that the piece is a part of.
   */
  eachCue(text3, from, to, clause, show) {
    const { trie, told: told2 } = this;
    for (let at2 = from; at2 < to; ) {
      if (!this.mayBegin(text3, at2)) {
        at2++;
        continue;
      }
      let value = 0;
      let stop = at2 + 1;
      for (let end = at2, node = ROOT; end < to; ) {
        const edge = trie.edge(node, text3.charCodeAt(end++));
        if (edge === NO_EDGE) break;
        node = trie.node(edge);
        const found = trie.value(edge);
        if (found === 0 || !counts(told2[found], at2, clause) || tornLatin(text3, at2, end)) continue;
        value = found;
        stop = end;
      }
      if (value > 0) {
        for (const cue of told2[value]) {
          if (cue.role >= 0 && (!cue.first || at2 === clause)) show(cue, at2, stop);
        }
      }
      at2 = stop;
    }
  }
  mayBegin(text3, at2) {
    if (this.single[text3.charCodeAt(at2)] === 1) return true;
    const bit = beginningOf(text3, at2);
    return (this.beginnings[bit >>> 5] >>> (bit & 31) & 1) === 1;
  }
};
function counts(cues2, at2, clause) {
  for (const { first } of cues2) if (!first || at2 === clause) return true;
  return false;
}
function tornLatin(text3, start, end) {
  return isLatin(text3.charCodeAt(start)) && isLatin(text3.charCodeAt(start - 1)) || isLatin(text3.charCodeAt(end - 1)) && isLatin(text3.charCodeAt(end));
}
function isLatin(unit) {
  return unit >= 97 && unit <= 122;
}
var cues;
function cueFinder() {
  cues ??= new CueFinder(cues_default);
  return cues;
}

// src/core/reading/headings.ts
var HEADINGS = `
company 1: \u5355\u4F4D \u540D\u79F0 \u6240\u5C5E\u9886\u57DF \u6240\u5C5E\u4EA7\u4E1A \u4F01\u4E1A\u7B80\u4ECB \u516C\u53F8\u7B80\u4ECB \u5355\u4F4D\u7B80\u4ECB \u4F01\u4E1A\u6982\u51B5 \u516C\u53F8\u6982\u51B5 \u5355\u4F4D\u6982\u51B5 \u4F01\u4E1A\u4ECB\u7ECD \u516C\u53F8\u4ECB\u7ECD \u5355\u4F4D\u4ECB\u7ECD \u4F01\u4E1A\u60C5\u51B5 \u516C\u53F8\u60C5\u51B5 \u57FA\u672C\u60C5\u51B5 \u4F01\u4E1A\u57FA\u672C\u60C5\u51B5 \u5355\u4F4D\u57FA\u672C\u60C5\u51B5 \u5173\u4E8E\u6211\u4EEC \u4F01\u4E1A\u80CC\u666F \u516C\u53F8\u80CC\u666F \u56E2\u961F\u4ECB\u7ECD \u56E2\u961F\u7B80\u4ECB \u56E2\u961F\u60C5\u51B5 \u7814\u53D1\u56E2\u961F \u4F01\u4E1A\u540D\u79F0 \u5355\u4F4D\u540D\u79F0 \u516C\u53F8\u540D\u79F0 \u6240\u5C5E\u884C\u4E1A company_profile about_us
praise 1: \u8363\u8A89 \u83B7\u5956\u60C5\u51B5 \u83B7\u5956 \u6240\u83B7\u5956\u9879 \u77E5\u8BC6\u4EA7\u6743 \u77E5\u8BC6\u4EA7\u6743\u60C5\u51B5 \u4E13\u5229\u60C5\u51B5 \u5E02\u573A\u524D\u666F \u5E94\u7528\u524D\u666F \u63A8\u5E7F\u524D\u666F \u524D\u666F \u7ECF\u6D4E\u6548\u76CA \u793E\u4F1A\u6548\u76CA \u6548\u76CA \u6548\u76CA\u5206\u6790 \u5E02\u573A\u5206\u6790 \u5148\u8FDB\u6027 \u63A8\u5E7F\u60C5\u51B5 \u6280\u672F\u6C34\u5E73
background 1: \u80CC\u666F \u9879\u76EE\u80CC\u666F \u6280\u672F\u80CC\u666F \u7814\u7A76\u80CC\u666F \u884C\u4E1A\u80CC\u666F \u7ACB\u9879\u80CC\u666F \u53D1\u5C55\u73B0\u72B6 \u56FD\u5185\u5916\u73B0\u72B6 \u7814\u7A76\u73B0\u72B6 \u6982\u8FF0 \u610F\u4E49 \u5FC5\u8981\u6027 background
present 1: \u73B0\u72B6 \u6280\u672F\u73B0\u72B6 \u751F\u4EA7\u73B0\u72B6 \u5DE5\u827A\u73B0\u72B6 \u73B0\u6709\u5DE5\u827A \u73B0\u6709\u57FA\u7840 \u5DE5\u4F5C\u57FA\u7840 \u7814\u7A76\u57FA\u7840 \u524D\u671F\u57FA\u7840 \u73B0\u6709\u6761\u4EF6 \u5DF2\u6709\u57FA\u7840 \u5DF2\u6709\u6761\u4EF6 \u73B0\u6709\u8BBE\u5907 \u76EE\u524D\u8FDB\u5C55 \u7814\u7A76\u8FDB\u5C55 \u8FDB\u5C55\u60C5\u51B5 \u8FDB\u5C55 \u57FA\u7840 \u524D\u671F\u5DE5\u4F5C \u5DF2\u5F00\u5C55\u5DE5\u4F5C
problem 1: \u95EE\u9898 \u96BE\u9898 \u6280\u672F\u96BE\u9898 \u6280\u672F\u95EE\u9898 \u5B58\u5728\u95EE\u9898 \u96BE\u70B9 \u6280\u672F\u96BE\u70B9 \u75DB\u70B9 \u74F6\u9888 \u56F0\u96BE \u95EE\u9898\u63CF\u8FF0 \u4E3B\u8981\u95EE\u9898
need 1: \u9700\u6C42 \u9700\u6C42\u8BE6\u60C5 \u6280\u672F\u9700\u6C42 \u9700\u6C42\u5185\u5BB9 \u9700\u6C42\u63CF\u8FF0 \u9700\u6C42\u7B80\u8FF0 \u9879\u76EE\u5185\u5BB9 \u7814\u7A76\u5185\u5BB9 \u4E3B\u8981\u5185\u5BB9 \u5185\u5BB9 \u76EE\u6807 \u9884\u671F\u76EE\u6807 \u76EE\u7684 \u7814\u7A76\u76EE\u6807 \u5173\u952E\u6280\u672F \u5E0C\u671B \u671F\u671B \u65B9\u5411 \u65B9\u5F0F \u89E3\u51B3\u65B9\u6848 \u6280\u672F\u8DEF\u7EBF \u4EFB\u52A1 \u62DF\u8FBE\u5230 \u8FBE\u5230 need needs demand
indicator 1: \u6307\u6807 \u6280\u672F\u6307\u6807 \u8003\u6838\u6307\u6807 \u6027\u80FD\u6307\u6807 \u7ECF\u6D4E\u6307\u6807 \u6280\u672F\u8981\u6C42 \u53C2\u6570 \u4E3B\u8981\u53C2\u6570 \u6280\u672F\u53C2\u6570 \u89C4\u683C \u9884\u671F\u6210\u679C \u9884\u671F\u6548\u679C \u529F\u80FD\u8981\u6C42 \u6027\u80FD\u8981\u6C42 \u8D28\u91CF\u8981\u6C42 specifications
condition 1: \u6761\u4EF6 \u7EA6\u675F \u7EA6\u675F\u6761\u4EF6 \u8981\u6C42 \u4F7F\u7528\u6761\u4EF6 \u5DE5\u51B5 \u5E94\u7528\u573A\u666F \u9002\u7528\u8303\u56F4 \u5E94\u7528\u9886\u57DF \u4F7F\u7528\u73AF\u5883 \u8FD0\u884C\u73AF\u5883 \u9650\u5236\u6761\u4EF6
cooperation 1: \u63ED\u699C\u91D1\u989D \u60AC\u8D4F\u91D1\u989D \u91D1\u989D \u5907\u6CE8 \u5408\u4F5C\u65B9\u5F0F \u5408\u4F5C\u6A21\u5F0F \u5408\u4F5C\u610F\u5411 \u5408\u4F5C\u8981\u6C42 \u5408\u4F5C\u6761\u4EF6 \u9884\u7B97 \u8D44\u91D1 \u6295\u8D44 \u7ECF\u8D39 \u8F6C\u8BA9\u65B9\u5F0F \u4EA4\u6613\u65B9\u5F0F \u65F6\u9650 \u671F\u9650 \u5B8C\u6210\u65F6\u95F4 \u6295\u5165
contact 1: \u8054\u7CFB\u4EBA \u8054\u7CFB\u65B9\u5F0F \u8054\u7CFB\u7535\u8BDD \u7535\u8BDD \u624B\u673A \u5730\u5740 \u90AE\u7BB1 \u90AE\u7F16 \u7F51\u5740 \u5FAE\u4FE1 contact tel email
offer 1: \u6210\u679C\u7B80\u4ECB \u6210\u679C\u4ECB\u7ECD \u6210\u679C\u6982\u8FF0 \u6280\u672F\u7B80\u4ECB \u6280\u672F\u4ECB\u7ECD \u6280\u672F\u6982\u8FF0 \u9879\u76EE\u7B80\u4ECB \u9879\u76EE\u4ECB\u7ECD \u6280\u672F\u539F\u7406 \u6280\u672F\u7279\u70B9 \u6280\u672F\u65B9\u6848 \u521B\u65B0\u70B9 \u6280\u672F\u521B\u65B0 \u4EA7\u54C1\u7B80\u4ECB \u4EA7\u54C1\u4ECB\u7ECD \u6280\u672F\u4F18\u52BF \u4E3B\u8981\u529F\u80FD \u529F\u80FD \u7279\u70B9 \u6458\u8981 abstract
`;
var FILLERS = "\u4F01\u4E1A \u516C\u53F8 \u6211\u53F8 \u672C\u5355\u4F4D \u5355\u4F4D \u9879\u76EE \u6280\u672F \u4E3B\u8981 \u5177\u4F53 \u7684 \u53CA \u548C \u4E0E \u6216 \u4EE5\u53CA \u62DF \u89E3\u51B3 \u9884\u8BA1 \u73B0\u6709 \u76F8\u5173 \u60C5\u51B5 \u8BF4\u660E \u63CF\u8FF0 \u7B80\u4ECB \u6982\u8981 \u5982\u4E0B \u4EE5\u4E0B \u76EE\u524D \u5B58\u5728 \u6240\u9700 \u5DE5\u4F5C \u5408\u4F5C \u671F\u671B \u8BE5 \u672C \u5176\u4ED6 \u5176\u5B83 \u65B9\u9762 \u5185\u5BB9 \u5B9E\u73B0 \u9884\u671F \u5E94\u7528 \u4EA7\u54C1 \u5E02\u573A \u7ECF\u6D4E \u793E\u4F1A \u7B80\u8981 \u57FA\u672C \u7814\u7A76 \u56FD\u5185\u5916 \u5E0C\u671B \u5305\u62EC \u6210\u679C \u884C\u4E1A \u4E00 \u4E8C \u4E09 \u56DB \u4E94 \u516D \u4E03 \u516B \u4E5D \u5341";
var LONGEST3 = 24;
var LONGEST_LINE2 = 16;
var words;
var fillers;
function headingOf(text3, { start, end, by }) {
  if (by !== "colon" && by !== "line") return void 0;
  const from = skipNumber(text3, start, end);
  let to = end;
  while (to > from && isSign(text3.charCodeAt(to - 1))) to--;
  if (to - from > (by === "colon" ? LONGEST3 : LONGEST_LINE2) || to - from < 2) return void 0;
  words ??= new CueFinder(HEADINGS);
  let role = -1;
  let asks = -1;
  let joins = false;
  let last2 = from;
  let covered = 0;
  words.eachCue(text3, from, to, from, (cue, at2, stop) => {
    joins ||= role >= 0 && /[及和与、/]/.test(text3.slice(last2, at2));
    role = cue.role;
    if (cue.role === NEED || cue.role === PROBLEM) asks = cue.role;
    covered += stop - at2;
    last2 = stop;
  });
  if (role < 0) return void 0;
  if (by === "colon" ? to - last2 > MOST_BEHIND : covered + fillersOf(text3, from, to) < to - from) {
    return void 0;
  }
  return ROLES[joins && asks >= 0 ? asks : role];
}
var NEED = ROLES.indexOf("need");
var PROBLEM = ROLES.indexOf("problem");
var MOST_BEHIND = 4;
function fillersOf(text3, from, to) {
  fillers ??= new CueFinder(`other 1: ${FILLERS}${HEADINGS.replaceAll(/\n\w+ 1:/g, "")}`);
  let all = 0;
  fillers.eachCue(text3, from, to, from, (_, at2, stop) => {
    all += stop - at2;
  });
  for (let at2 = from; at2 < to; at2++) if (/[()、/.\s]/.test(text3.charAt(at2))) all++;
  let own2 = 0;
  words.eachCue(text3, from, to, from, (_, at2, stop) => {
    own2 += stop - at2;
  });
  return all - own2;
}
function skipNumber(text3, start, end) {
  let at2 = start;
  const limit = Math.min(end, start + 8);
  while (at2 < limit && NUMBERING.includes(text3.charAt(at2))) at2++;
  const last2 = text3.charAt(at2 - 1);
  return at2 > start && !".\u3001)]\u3011 	(\uFF08".includes(last2) && !(last2 >= "0" && last2 <= "9") ? start : at2;
}
var NUMBERING = '0123456789\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341()[]\u3010\u3001.* \u25CF\u2022\u25A0\u25C6-"\u201C';
function isSign(unit) {
  return unit < 48 || unit === 58 || unit === 12305 || unit === 93;
}

// src/core/reading/statements.ts
var POINTS = [0, 1, 2, 4];
var ENOUGH = 2;
var HEADED = 2.5;
var OWN = 1;
var GOES_ON = 1;
var WITH_DIGIT = 1.5;
var LONG = 24;
var LEAST = 6;
var [NEED2, PROBLEM2, OFFER, INDICATOR, CONDITION, , , COMPANY, , PRESENT, BACKGROUND] = ROLES.keys();
var OTHER = ROLES.indexOf("other");
var REACHES_BACK = /* @__PURE__ */ new Set([NEED2, PROBLEM2, INDICATOR, CONDITION, COMPANY, PRESENT, OFFER]);
function readStatements(text3, role) {
  if (text3 === "") return [];
  return new Reader(text3, role === void 0 ? -1 : ROLES.indexOf(role)).read();
}
var POINTS_OF_ROLES = new Float64Array(ROLES.length);
var WEAK_OF_ROLES = new Float64Array(ROLES.length);
var Reader = class {
  constructor(text3, own2) {
    this.text = text3;
    this.own = own2;
  }
  text;
  own;
  points = POINTS_OF_ROLES.fill(0);
  /** Whether any role has points. */
  counted = false;
  /** Points of weak words alone. */
  weak = WEAK_OF_ROLES.fill(0);
  found = [];
  /** Role of the heading above; -1 for none. */
  heading = -1;
  /** Role of the statement before; -1 at the beginning. */
  before = -1;
  /** Role of the sentence so far; -1 where nothing decided. */
  current = -1;
  /** Where the undecided beginning of the sentence starts; -1 for none. */
  waiting = -1;
  sentence = true;
  read() {
    const { text: text3 } = this;
    for (const clause of clausesOf(text3)) {
      const headed = this.sentence || clause.by === "colon" ? headingOf(text3, clause) : void 0;
      if (headed === void 0) this.take(clause);
      else {
        this.close(clause.start);
        this.heading = ROLES.indexOf(headed);
        this.push(clause.start, clause.end, this.heading, SURE);
      }
      this.sentence = headed !== void 0 || clause.by === "sentence" || clause.by === "line";
      if (this.sentence) this.close(clause.end);
    }
    this.close(text3.length);
    introduce(this.found);
    return joined2(this.found);
  }
  /** A clause, in pieces where it is long and words open another statement. */
  take(clause) {
    const { text: text3 } = this;
    const from = skipNumber(text3, clause.start, clause.end);
    this.clear();
    let start = clause.start;
    const isLong = clause.end - from > LONG;
    cueFinder().eachCue(text3, from, clause.end, from, (cue, at2) => {
      if (isLong && cue.opens && at2 - start >= LEAST && this.best() !== cue.role) {
        this.decide(start, at2, clause.hasDigit);
        this.clear();
        start = at2;
      }
      this.count(cue);
    });
    this.decide(start, clause.end, clause.hasDigit);
  }
  clear() {
    if (!this.counted) return;
    this.counted = false;
    this.points.fill(0);
    this.weak.fill(0);
  }
  count({ role, strength }) {
    this.counted = true;
    this.points[role] += POINTS[strength];
    if (strength === 1) this.weak[role]++;
  }
  /** The role that has most points, the earlier one of equal ones; -1 where none has enough. */
  best() {
    let best = -1;
    let most = ENOUGH - 0.5;
    for (let role = 0; role < ROLES.length; role++) {
      if (this.points[role] > most) {
        best = role;
        most = this.points[role];
      }
    }
    return best;
  }
  decide(start, end, hasDigit) {
    const { points, weak, before } = this;
    this.counted ||= this.heading >= 0 || this.own >= 0;
    if (before >= 0 && weak[before] > 0) points[before] += GOES_ON;
    if (hasDigit && points[INDICATOR] > 0) points[INDICATOR] += WITH_DIGIT;
    if (this.heading >= 0) points[this.heading] += HEADED;
    else if (this.own >= 0) points[this.own] += OWN;
    const role = this.counted ? this.best() : -1;
    if (role >= 0) {
      const sure = role === this.heading || role === this.own ? SURE : points[role];
      if (this.waiting >= 0) {
        this.push(this.waiting, start, REACHES_BACK.has(role) ? role : this.fallback(), sure);
        this.waiting = -1;
      }
      this.push(start, end, role, sure);
      this.current = role;
    } else if (this.current >= 0) this.push(start, end, this.current, 0);
    else if (this.waiting < 0) this.waiting = start;
  }
  /** Ends a sentence: what nothing told is what the field is there for. */
  close(end) {
    if (this.waiting >= 0) this.push(this.waiting, end, this.fallback(), this.own >= 0 ? SURE : 0);
    this.waiting = -1;
    this.current = -1;
  }
  fallback() {
    return this.own >= 0 ? this.own : OTHER;
  }
  push(start, end, role, points) {
    const last2 = this.found.at(-1);
    if (last2 !== void 0 && last2.role === role && !this.sentence) {
      last2.end = end;
      last2.points = Math.max(last2.points, points);
    } else if (end > start) this.found.push({ start, end, role, points });
    this.before = role;
  }
};
var SURE = 8;
var TOLD = 4;
var INTRODUCES = new Set(
  ["company", "praise", "cooperation", "contact"].map((role) => ROLES.indexOf(role))
);
var MATTERS = /* @__PURE__ */ new Set([NEED2, PROBLEM2]);
function introduce(found) {
  let from = -1;
  let hasMatter = false;
  for (let i = 0; i <= found.length; i++) {
    const draft = found[i];
    const introduces = draft !== void 0 && INTRODUCES.has(draft.role);
    const ends2 = draft === void 0 && hasMatter;
    if (introduces || ends2) {
      for (let at2 = from + 1; from >= 0 && at2 < i; at2++) found[at2].role = found[from].role;
    }
    if (draft === void 0) return;
    if (introduces) from = i;
    else if (!isPassing(draft)) from = -1;
    hasMatter ||= MATTERS.has(draft.role) && draft.points >= ENOUGH;
  }
}
function isPassing({ role, points }) {
  if (points >= SURE) return false;
  return role === OTHER || role === INDICATOR || role === BACKGROUND || (role === NEED2 || role === OFFER || role === CONDITION) && points < TOLD;
}
function joined2(drafts) {
  return drafts.map(({ start, end, role }) => ({ start, end, role: ROLES[role] }));
}

// src/programmes/deduplication/told-texts.ts
var SAYS_NOTHING = /* @__PURE__ */ new Set(["praise", "contact", "cooperation", "company"]);
var FORM_FROM = 3;
var ToldTexts = class {
  texts = [];
  /** Of each sentence the titles that it stands under, up to {@link FORM_FROM}. */
  titles = /* @__PURE__ */ new Map();
  /**
   * @param title without what portals change.
   * @param text normalised.
   */
  add(title, text3) {
    const told2 = [];
    for (const { start, end, role } of readStatements(text3)) {
      const bare = bareNormalized(text3.slice(start, end));
      if (bare === "") continue;
      told2.push({ bare, isSlogan: SAYS_NOTHING.has(role) });
      const titles = this.titles.get(bare) ?? /* @__PURE__ */ new Set();
      if (titles.size < FORM_FROM) titles.add(title);
      this.titles.set(bare, titles);
    }
    this.texts.push(told2);
  }
  /** What each text tells. O(length of all). */
  finish() {
    return this.texts.map(
      (told2) => told2.filter(({ bare, isSlogan }) => !isSlogan && this.titles.get(bare).size < FORM_FROM).map(({ bare }) => bare).join("")
    );
  }
};

// src/programmes/deduplication/portraits.ts
var TEXT_FIELDS2 = { abstract: 1, text: 1, problem: 1, keyTechnology: 1, expectedOutcome: 1 };
var NUMBERS = /(?<![a-z])[a-z]*\d[a-z\d.]*|(?<![一二三四五六七八九十])[一二三四五六七八九十]+(?=[代期号型级版批])|(?<![a-z])[ivx]{1,4}(?=[代期号型级版批类])|(?<=\()(?:[ivx]{1,4}|[a-z]|[一二三四五六七八九十]+)(?=\))/g;
var BELOW_ZERO = /(?<![\da-z])-\d[\d.]*(?= ?(?:°|度))/g;
var PREFIX = /\d ?([mM])(?=W|Pa|Hz|V|J|Ω)/g;
var STEPS2 = /小试|中试|产业化|示范|推广/g;
var PortraitCollector = class {
  titles = new ShingleSets();
  texts = new ShingleSets();
  told = new ToldTexts();
  organizations = [];
  marks = [];
  kinds = [];
  series = [];
  patents = [];
  steps = [];
  subjects = [];
  wholes = [];
  units;
  simplifier;
  constructor(units2, simplifier) {
    this.units = units2;
    this.simplifier = simplifier;
  }
  add(record) {
    const { simplifier } = this;
    const title = withoutHeading(normalize(record.title, simplifier).text);
    const bare = bareNormalized(title);
    this.titles.add(bare);
    const texts = textFields(record, TEXT_FIELDS2).map(({ text: text4 }) => text4);
    const text3 = normalize(texts.join("\n"), simplifier).text;
    this.texts.add(bareNormalized(text3));
    this.told.add(bare, text3);
    const { name } = organizationOf(record) ?? {};
    this.organizations.push(
      name === void 0 ? "" : organizationKey(simplified(name, simplifier), this.units)
    );
    const numbers = numbersOf(title);
    this.subjects.push(subjectUnits(title, record.kind === "patent"));
    this.wholes.push(`${bare}
${bareNormalized(text3)}`);
    this.steps.push(title.match(STEPS2) ?? []);
    this.marks.push(JSON.stringify([record.kind, ...numbers.sort(), ...prefixesOf(record.title)]));
    this.kinds.push(record.kind);
    this.series.push(numbers);
    this.patents.push(record.kind === "patent" ? patentNumbers(record) : []);
  }
  finish() {
    const { organizations: organizations2, marks, kinds, series, patents, steps } = this;
    const { subjects, wholes } = this;
    const told2 = new ShingleSets();
    const toldTexts = this.told.finish();
    for (const text3 of toldTexts) told2.add(text3);
    const [titles, texts] = [this.titles.finish(), this.texts.finish()];
    return {
      titles,
      texts,
      told: told2.finish(),
      organizations: organizations2,
      marks,
      kinds,
      series,
      patents,
      steps,
      subjects,
      wholes,
      toldTexts
    };
  }
};
function numbersOf(title) {
  const joined3 = title.replace(/(?<=\d) (?=[a-z])/g, "");
  return [...joined3.match(NUMBERS) ?? [], ...title.match(BELOW_ZERO) ?? []];
}
function prefixesOf(written) {
  return Array.from(written.normalize("NFKC").matchAll(PREFIX), ([, prefix]) => prefix).sort();
}
function patentNumbers({ ip = [] }) {
  return ip.flatMap((right) => {
    const number5 = typeof right === "string" ? void 0 : right.number;
    const bare = typeof number5 === "string" ? bareText2(number5) : "";
    return bare === "" ? [] : [bare];
  });
}

// src/programmes/deduplication/find-duplicates.ts
var THRESHOLD = 0.85;
var CANDIDATES = 256;
var LEXICON = z6.custom(
  (value) => value?.byName instanceof Object && "finder" in value,
  { error: "a lexicon" }
);
var OPTIONS = optionsOf2({
  side: z6.optional(z6.enum(["achievement", "demand"])),
  threshold: z6.optional(z6.number().check(z6.gte(0.6), z6.lte(1))),
  candidates: z6.optional(FROM_1),
  aliases: ALIASES,
  lexicon: z6.optional(LEXICON),
  simplifier: z6.optional(SIMPLIFIER),
  ...RUN
});
async function findDuplicates(records, options = {}) {
  checkOptions(options, OPTIONS);
  const { side = "achievement", threshold = THRESHOLD, candidates = CANDIDATES, simplifier } = options;
  options.signal?.throwIfAborted();
  const parsed = parseRecords(records, side);
  const pacer = new Pacer(2 * parsed.length, options);
  const collector = new PortraitCollector(
    readUnits(
      options.aliases,
      parsed.map(({ organization: organization2 }) => organization2)
    ),
    simplifier
  );
  const words2 = options.lexicon && wordsOf4(options.lexicon);
  const looks = words2 !== void 0 || parsed.some(({ title }) => isForeign(title));
  const clues = [];
  for (const [position, record] of parsed.entries()) {
    collector.add(record);
    if (looks) clues.push(cluesOf(record, simplifier, words2));
    await pacer.step(position + 1);
  }
  const portraits = collector.finish();
  const join = new Join(portraits, threshold, candidates);
  const likely = new LikelyPairs(clues, portraits, words2, candidates);
  for (let position = 0; position < parsed.length; position++) {
    join.add(position);
    if (looks) likely.look(position);
    await pacer.step(parsed.length + position + 1);
  }
  pacer.finish(2 * parsed.length);
  const ids = parsed.map(({ id }) => id);
  const joined3 = join.finish(ids);
  return { ...joined3, likely: likely.finish(ids, (a, b) => join.isTogether(a, b)) };
}
function wordsOf4(lexicon) {
  return { lexicon, terms: new CanonicalTerms(lexicon, (text3) => normalize(text3).text) };
}

// ../../../tmp/w/dups/hostile.mjs
var text2 = "\u4EE5\u7B49\u79BB\u5B50\u7269\u7406\u6C14\u76F8\u6C89\u79EF\u83B7\u5F97\u7FBD\u67F1\u72B6\u7ED3\u6784\uFF0C\u517C\u987E\u4F4E\u70ED\u5BFC\u7387\u4E0E\u6297\u70ED\u9707\u6027\uFF0C\u957F\u671F\u670D\u5F79\u4E0D\u5265\u843D\uFF0C\u8010\u4FB5\u8680\uFF0C\u5DF2\u5728\u4E09\u5BB6\u4F01\u4E1A\u5E94\u7528\uFF0C\u6548\u679C\u826F\u597D\u3002";
var t = async (name, recs) => {
  const s = process.cpuUsage();
  const d = await findDuplicates(recs);
  const e = process.cpuUsage(s);
  console.log(name, ((e.user + e.system) / 1e6).toFixed(1), "s", d.groups.length, d.groups[0]?.recordIds.length, d.unique.length, d.cut, d.compared);
};
var N = 2e4;
for (const n of [5e3, N]) {
  await t("same title+abstract", Array.from({ length: n }, (_, i) => ({ id: `r${i}`, title: "\u6DA1\u8F6E\u53F6\u7247\u70ED\u969C\u6D82\u5C42\u5236\u5907", abstract: text2 })));
  await t("same abstract, other titles", Array.from({ length: n }, (_, i) => ({ id: `r${i}`, title: `${String.fromCodePoint(19968 + i % 5e3, 20480 + Math.floor(i / 5e3))}\u6D82\u5C42\u53F6\u7247\u70ED\u969C\u6750\u6599`, abstract: text2 })));
  await t("same abstract + own, other titles, one unit", Array.from({ length: n }, (_, i) => ({ id: `r${i}`, title: `\u6DA1\u8F6E\u53F6\u7247\u70ED\u969C\u6D82\u5C42\u5236\u5907\u53CA\u5176\u6210\u5957\u5DE5\u827A\u63A8\u8FDB${String.fromCodePoint(19968 + i % 5e3, 20480 + Math.floor(i / 5e3))}`, abstract: text2 + i, organization: "\u7532\u6240" })));
  await t("one-sided variants", Array.from({ length: n }, (_, i) => ({ id: `r${i}`, title: `\u6DA1\u8F6E\u53F6\u7247\u70ED\u969C\u6D82\u5C42\u9676\u74F7\u6750\u6599${"\u7532\u4E59\u4E19\u4E01\u620A\u5DF1\u5E9A\u8F9B".slice(0, i % 9)}`, abstract: text2 + i % 977, organization: "\u7532\u6240" })));
  await t("long hostile titles", Array.from({ length: n / 10 }, (_, i) => ({ id: `r${i}`, title: "\u975E".repeat(300) + "\u5236\u51B7".repeat(300) + i % 7, abstract: text2 })));
}
