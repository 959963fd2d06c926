import { inject } from 'vitest';
import { onCluster } from './on-cluster.ts';
import { facts } from './suites/facts.ts';

onCluster(inject('engines').opensearch, 'OpenSearch', facts);
