/** What a header says without what does not matter: width, case, spaces, marks, notes, units, traditional characters. */

/** A header is a few words; what is longer is cut before it is looked at. */
const LONGEST = 200;
const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF]/g;
/** Marks of required columns, footnotes and ends. */
const MARKS = new Set('*★☆▲△●◆■※:•·、,;.。#-_');
const NUMBERING = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、]/;
const OPENING = '([{<【〔〈《';
const CLOSING = ')]}>】〕〉》';
/** Traditional characters of headers, each followed by its simplified one. */
const TRADITIONAL = new Map(
  (
    '經经費费劃划畫画製制線线優优農农環环節节衛卫檢检測测試试驗验產产術术聯联繫系單单稱称項项類类標标題题領领階阶價价資资總总額额預预內内創创點点關关鍵键詞词專专號号權权發发請请編编簡简應应業业產产鏈链區区碼码間间時时開开動动與与轉转讓让萬万備备註注說说機机構构' +
    '團团隊队識识難难問问現现條条務务實实驗验據据擬拟來来級级國国際际獎奖員员學学課课體体報报負负責责電电話话審审計计術术準准約约針针對对勢势處处僅仅備备書书圖图義义設设儀仪器器錄录'
  )
    .match(/../gu)!
    .map((pair) => [pair[0]!, pair[1]!]),
);

/** The header in one width, case and script, without spaces, marks and a number before it. Empty for an empty one. */
export function plainHeader(header: string): string {
  const text = header
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(ZERO_WIDTH, '')
    .replace(/[\s_]+/g, '');
  const simplified = [...text.toLowerCase()].map((char) => TRADITIONAL.get(char) ?? char).join('');
  return withoutMarks(withoutMarks(simplified).replace(NUMBERING, ''));
}

/** The plain header without notes in brackets, and without a unit behind a stroke: 转让价格/万元. */
export function bareHeader(header: string): string {
  const { outside } = parts(plainHeader(header));
  const stroke = outside.lastIndexOf('/');
  const isUnit = stroke > 0 && MONEY.test(outside.slice(stroke + 1));
  return withoutMarks(isUnit ? outside.slice(0, stroke) : outside);
}

/** The plain header with its brackets opened: 申请（专利权）人 → 申请专利权人. */
export function openedHeader(header: string): string {
  return withoutMarks(
    [...plainHeader(header)].filter((char) => !OPENING.includes(char) && !CLOSING.includes(char)).join(''),
  );
}

const MONEY =
  /^(?:百万|千万|[百千万亿])?(?:美元|美金|欧元|日元|港元|港币|元|圆)$|^[百千]?[万亿]$|^(?:usd|eur)$/;
const MONEY_PER =
  /^(?:人民币|币种)?((?:百万|千万|[百千万亿])?(?:美元|美金|欧元|日元|港元|港币|元|圆)|[百千]?[万亿]|usd|eur)(?:人民币)?(?:\/[^,;]{1,4})?$/;

/** The unit of money that a header names: 万元 of （单位：万元）, of 转让价格/万元, of 价格，万元. */
export function headerUnit(header: string): string | undefined {
  const { outside, notes } = parts(plainHeader(header));
  const candidates = [...notes, ...outside.split(/[/,]/).slice(1)].flatMap((note) => note.split(/[,;、]/));
  for (const note of candidates) {
    const unit = MONEY_PER.exec(note.replace(/^单位[:]?/, ''));
    if (unit !== null) return unit[1];
  }
  return undefined;
}

/** The unit that a line above a table names: 单位：万元. */
export function lineUnit(line: string): string | undefined {
  const found = /单位[:：]\s*(?:人民币\s*)?((?:百万|千万|[百千万亿])?元|[万亿])/.exec(
    line.slice(0, LONGEST).normalize('NFKC'),
  );
  return found?.[1];
}

function parts(text: string): { readonly outside: string; readonly notes: readonly string[] } {
  let depth = 0;
  let outside = '';
  let note = '';
  const notes: string[] = [];
  for (const char of text) {
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) {
      if (depth === 0) continue;
      depth--;
      if (depth === 0) {
        notes.push(note);
        note = '';
      }
    } else if (depth > 0) note += char;
    else outside += char;
  }
  // A bracket that is never closed.
  if (note !== '') notes.push(note);
  return { outside, notes };
}

function withoutMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && MARKS.has(text[start]!)) start++;
  while (end > start && MARKS.has(text[end - 1]!)) end--;
  return text.slice(start, end);
}
