import { inject } from 'vitest';
import { onCluster } from './on-cluster.ts';
import { facts } from './suites/facts.ts';
import { parity } from './suites/parity.ts';

onCluster(inject('engines').opensearch, 'OpenSearch', facts, parity);
