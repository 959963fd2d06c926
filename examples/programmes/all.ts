import { programme as alerts } from './alerts.ts';
import { programme as brokers } from './brokers.ts';
import { programme as chainLibrary } from './chain-library.ts';
import { programme as challenge } from './challenge.ts';
import { programme as clarity } from './clarity.ts';
import { programme as compatibility } from './compatibility.ts';
import { programme as deduplication } from './deduplication.ts';
import { programme as earlyMatching } from './early-matching.ts';
import { programme as experts } from './experts.ts';
import { programme as localConversion } from './local-conversion.ts';
import { programme as madeToOrder } from './made-to-order.ts';
import { programme as maturityRouting } from './maturity-routing.ts';
import { programme as office } from './office.ts';
import { programme as pooledProcurement } from './pooled-procurement.ts';
import { programme as region } from './region.ts';
import { programme as registers } from './registers.ts';
import { programme as resources } from './resources.ts';
import { programme as sessions } from './sessions.ts';
import type { DemoProgramme } from './types.ts';
import { programme as visits } from './visits.ts';

/** Every programme of the demo, by number; before them the office that they make up. */
export const PROGRAMMES: readonly DemoProgramme[] = [
  office,
  chainLibrary,
  earlyMatching,
  challenge,
  madeToOrder,
  resources,
  experts,
  sessions,
  visits,
  brokers,
  pooledProcurement,
  clarity,
  alerts,
  region,
  localConversion,
  maturityRouting,
  registers,
  deduplication,
  compatibility,
];
