import type {
  Bilingual,
  ImportAnswer,
  Info,
  Question,
  RecordAnswer,
  Refusal,
  SavedSearchAnswer,
  SearchAnswer,
  SideName,
} from '../server/api.ts';
import type { Language } from './state.ts';

/** The server, as the page asks it. */

/** What the server refuses, in its words. */
export class ServerRefusal extends Error {
  readonly told: Bilingual;

  constructor(told: Bilingual) {
    super(told.en);
    this.told = told;
  }
}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`./api/${path}`, init);
  if (response.ok) return response;
  const { error } = (await response.json()) as Refusal;
  throw new ServerRefusal(error);
}

function post(path: string, body: unknown): Promise<Response> {
  return request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

const json = async <T>(response: Promise<Response>) => (await (await response).json()) as T;

export const askInfo = () => json<Info>(request('info'));
export const askSearch = (question: Question, page: number) =>
  json<SearchAnswer>(post('search', { ...question, page }));
export const askRecord = (question: Question, id: string) =>
  json<RecordAnswer>(post('record', { ...question, id }));
export const askSearches = () => json<SavedSearchAnswer[]>(request('searches'));
export const saveSearch = (name: string, question: Question) =>
  json<SavedSearchAnswer[]>(post('searches', { name, question }));
export const lookAtSearch = (id: string) => json<SavedSearchAnswer[]>(post(`searches/${id}/seen`, {}));
export const removeSearch = (id: string) =>
  json<SavedSearchAnswer[]>(request(`searches/${id}`, { method: 'DELETE' }));
export const sendFile = (side: SideName, file: File, take: boolean) =>
  json<ImportAnswer>(
    request(`import/${side}?name=${encodeURIComponent(file.name)}${take ? '&take=1' : ''}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  );
export const askExport = async (question: Question, format: 'csv' | 'xlsx', language: Language) =>
  (await post(`export/${format}`, { ...question, language })).blob();
