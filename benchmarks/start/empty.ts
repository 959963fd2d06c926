/** Process: Node and nothing else; what the others are measured over. */
import { tellAndEnd } from './told.ts';

tellAndEnd();
