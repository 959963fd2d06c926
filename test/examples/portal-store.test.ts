import { memoryStore } from '../../examples/portal/server/memory-store.ts';
import { storeContract } from './portal-stores.ts';

storeContract('in memory', () => memoryStore());
