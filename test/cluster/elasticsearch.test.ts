import { Client } from 'elasticsearch-7';
import { inject } from 'vitest';
import { onCluster } from './on-cluster.ts';
import { aliasMoves } from './suites/alias-moves.ts';
import { clients } from './suites/clients.ts';
import { facts } from './suites/facts.ts';
import { failures } from './suites/failures.ts';
import { hostile } from './suites/hostile.ts';
import { parity } from './suites/parity.ts';
import { rollOvers } from './suites/roll-over.ts';
import { updates } from './suites/updates.ts';

const held = [{ name: 'the client of Elasticsearch 7', make: (nodes: string[]) => new Client({ nodes }) }];

onCluster(
  inject('engines').elasticsearch,
  'Elasticsearch 7',
  facts,
  parity(4),
  hostile,
  clients(held),
  updates,
  rollOvers,
  aliasMoves,
  failures,
);
