import type { Demand, DemandInput } from 'cuohe';
import { readDemands } from 'cuohe/io';
import type { Answer, Question } from './messages.ts';
import { chips, element, matchItem } from './view.ts';

/** The page: a demand is typed or chosen, and the worker's matches are shown. */

/** Milliseconds without a key before the worker is asked. */
const PAUSE = 200;

const get = <E extends HTMLElement>(id: string): E => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return found as E;
};
const form = get<HTMLFormElement>('form');
const input = get<HTMLTextAreaElement>('demand');
const samples = get<HTMLSelectElement>('samples');
const status = get('status');
const tags = get('tags');
const list = get('matches');

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
let asked = 0;
let pause: ReturnType<typeof setTimeout> | undefined;
/** A demand of the sample goes to the worker as it is, with its region, stage and modes. */
let chosen: Demand | undefined;

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  switch (data.type) {
    case 'progress':
      status.textContent = `正在建立索引 ${data.done} / ${data.total} …`;
      break;
    case 'ready':
      status.textContent = `已就绪：${data.records} 项科技成果，${data.milliseconds.toFixed(0)} 毫秒。`;
      if (input.value.trim() !== '') ask();
      break;
    case 'matches':
      // A later question makes this answer stale.
      if (data.number === asked) show(data);
      break;
    case 'failed':
      status.textContent = `出错了：${data.message}`;
      status.className = 'error';
      break;
  }
});

function show({ matches, chains, candidates, milliseconds }: Extract<Answer, { type: 'matches' }>): void {
  status.className = '';
  status.textContent =
    matches.length === 0
      ? `在 ${candidates} 项成果中没有足够接近的匹配。可以补充技术细节再试。`
      : `在 ${candidates} 项成果中找到 ${matches.length} 项，用时 ${milliseconds.toFixed(1)} 毫秒。`;
  tags.replaceChildren(
    ...(chains.length === 0 ? [] : [element('span', 'label', '需求所属产业链'), chips(chains)]),
  );
  list.replaceChildren(...matches.map(matchItem));
}

function ask(): void {
  const demand = chosen ?? typedDemand(input.value);
  if (demand === undefined) {
    asked++;
    status.textContent = '请输入技术需求。';
    tags.replaceChildren();
    list.replaceChildren();
    return;
  }
  const question: Question = { number: ++asked, demand };
  worker.postMessage(question);
}

/** The first line is the title, if more follows. */
function typedDemand(typed: string): DemandInput | undefined {
  const [first = '', ...rest] = typed.trim().split('\n');
  if (first === '') return undefined;
  return { id: 'typed', title: first, text: rest.join('\n') };
}

function textOf({ title, text, problem, keyTechnology, expectedOutcome }: Demand): string {
  return [title, text, problem, keyTechnology, expectedOutcome]
    .filter((part) => part !== undefined)
    .join('\n');
}

input.addEventListener('input', () => {
  chosen = undefined;
  samples.value = '';
  clearTimeout(pause);
  pause = setTimeout(ask, PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask();
});

async function loadSamples(): Promise<void> {
  const response = await fetch('./data/demands.jsonl');
  const demands = readDemands(await response.arrayBuffer(), { name: 'demands.jsonl' }).records;
  samples.append(...demands.map(({ id, title }) => new Option(`${id} ${title}`, id)));
  samples.addEventListener('change', () => {
    chosen = demands.find(({ id }) => id === samples.value);
    input.value = chosen === undefined ? '' : textOf(chosen);
    ask();
  });
}

loadSamples().catch((error: unknown) => {
  status.textContent = `示例需求无法读取：${String(error)}`;
});
