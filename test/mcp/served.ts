import { createMatcher } from 'cuohe';
import { createMcpServer, serveMcp } from 'cuohe/mcp';

/** A process that answers on its streams, for the test that starts it. */

const achievements = createMatcher([{ id: 'A', title: '叶片的耐磨涂层' }]);
await serveMcp(await createMcpServer({ achievements }), process.stdin, process.stdout);
console.error('ended');
