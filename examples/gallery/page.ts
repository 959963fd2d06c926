import type { Table } from 'cuohe/io';
import { init } from './draw.ts';
import type { GalleryPicture, Language } from './pictures.ts';

/** The page: each picture with its table, in two languages, light and dark. */

const all: Record<Language, GalleryPicture[]> = JSON.parse(document.querySelector('#pictures')!.textContent!);
const TEXTS = {
  zh: { title: '图例', table: '数据表', language: 'English', light: '浅色', dark: '深色' },
  en: { title: 'Gallery', table: 'Table', language: '中文', light: 'Light', dark: 'Dark' },
};
let language: Language = 'zh';
let isDark = matchMedia('(prefers-color-scheme: dark)').matches;

const root = document.querySelector('main')!;
const [title, toLanguage, toTheme] = ['h1', '#language', '#theme'].map(
  (selector) => document.querySelector(selector) as HTMLElement,
);

let charts: ReturnType<typeof init>[] = [];

function show(): void {
  for (const chart of charts) chart.dispose();
  const texts = TEXTS[language];
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  document.title = `cuohe · ${texts.title}`;
  title!.textContent = document.title;
  toLanguage!.textContent = texts.language;
  toTheme!.textContent = isDark ? texts.light : texts.dark;
  root.replaceChildren();
  charts = all[language].map(({ id, height, option, table }) => {
    const section = element('section');
    section.id = id;
    const picture = element('div', 'picture');
    picture.setAttribute('role', 'img');
    picture.style.height = `${height}px`;
    section.append(picture, details(table, texts.table, option.title.text));
    root.append(section);
    const chart = init(picture, isDark ? 'dark' : undefined, { renderer: 'svg' });
    chart.setOption({ backgroundColor: 'transparent', animation: false, ...option });
    return chart;
  });
  document.documentElement.dataset.shown = language;
}

function details({ columns, rows }: Table, summary: string, of: string): HTMLElement {
  const box = element('details');
  const head = element('thead');
  const headers = columns.map(({ header }) => {
    const cell = element('th', '', header);
    cell.setAttribute('scope', 'col');
    return cell;
  });
  head.append(row(headers));
  const body = element('tbody');
  for (const cells of rows) body.append(row(cells.map((value) => element('td', typeof value, shown(value)))));
  const table = element('table');
  table.append(head, body);
  const around = element('div', 'around');
  around.tabIndex = 0;
  around.setAttribute('role', 'region');
  around.setAttribute('aria-label', `${summary} · ${of}`);
  around.append(table);
  box.append(element('summary', '', summary), around);
  return box;
}

function row(cells: readonly HTMLElement[]): HTMLElement {
  const line = element('tr');
  line.append(...cells);
  return line;
}

function shown(value: unknown): string {
  if (typeof value !== 'number') return value === undefined || value === null ? '' : String(value);
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

toLanguage!.addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  show();
});
toTheme!.addEventListener('click', () => {
  isDark = !isDark;
  show();
});
addEventListener('resize', () => {
  for (const chart of charts) chart.resize();
});
show();
