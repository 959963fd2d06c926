import type { Bilingual } from '../base/bilingual.ts';
import { ALERT_LABELS } from '../programmes/alerts/labels.ts';
import { BROKER_LABELS } from '../programmes/brokers/labels.ts';
import { CHALLENGE_LABELS } from '../programmes/challenge/labels.ts';
import { CLARITY_LABELS } from '../programmes/clarity/labels.ts';
import { COMPATIBILITY_LABELS } from '../programmes/compatibility/labels.ts';
import { DEDUPLICATION_LABELS } from '../programmes/deduplication/labels.ts';
import { EXPERT_LABELS } from '../programmes/experts/labels.ts';
import { MATURITY_LABELS } from '../programmes/maturity/labels.ts';
import { POOLED_LABELS } from '../programmes/pooled/labels.ts';
import { REGION_LABELS } from '../programmes/region/labels.ts';
import { REGISTER_LABELS } from '../programmes/registers/labels.ts';
import { RESOURCE_LABELS } from '../programmes/resources/labels.ts';
import { SESSION_LABELS } from '../programmes/sessions/labels.ts';

/** What codes in the answers of programmes are called, by programme and kind of code: `sessions.unplaced`. */
const LABELS: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Bilingual>>>>>> = {
  alerts: ALERT_LABELS,
  brokers: BROKER_LABELS,
  challenge: CHALLENGE_LABELS,
  clarity: CLARITY_LABELS,
  compatibility: COMPATIBILITY_LABELS,
  deduplication: DEDUPLICATION_LABELS,
  experts: EXPERT_LABELS,
  maturity: MATURITY_LABELS,
  pooled: POOLED_LABELS,
  region: REGION_LABELS,
  registers: REGISTER_LABELS,
  resources: RESOURCE_LABELS,
  sessions: SESSION_LABELS,
};

/** The labels of a kind of code. */
export function labelsOf(path: string): Readonly<Record<string, Bilingual>> {
  const [programme, kind] = path.split('.') as [string, string];
  return LABELS[programme]![kind]!;
}
