import type { Bilingual } from './api.ts';

/** Something that a request asks for and does not get: a status and one sentence in two languages. */
export class Refused extends Error {
  readonly status: 400 | 403 | 404 | 413 | 415;
  readonly told: Bilingual;

  constructor(status: Refused['status'], zh: string, en: string) {
    super(en);
    this.status = status;
    this.told = { zh, en };
  }
}
