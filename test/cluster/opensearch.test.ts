import { Client } from '@opensearch-project/opensearch';
import { inject } from 'vitest';
import { onCluster } from './on-cluster.ts';
import { aliasMoves } from './suites/alias-moves.ts';
import { bulk } from './suites/bulk.ts';
import { clauses } from './suites/clauses.ts';
import { clients } from './suites/clients.ts';
import { facts } from './suites/facts.ts';
import { failures } from './suites/failures.ts';
import { hostile } from './suites/hostile.ts';
import { parity } from './suites/parity.ts';
import { rollOvers } from './suites/roll-over.ts';
import { updates } from './suites/updates.ts';

const held = [{ name: 'the client of OpenSearch', make: (nodes: string[]) => new Client({ nodes }) }];

onCluster(
  inject('engines').opensearch,
  'OpenSearch',
  facts,
  parity(1),
  hostile,
  clients(held),
  clauses,
  bulk,
  updates,
  rollOvers,
  aliasMoves,
  failures,
);
