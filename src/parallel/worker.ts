import { ownPort } from './platform.ts';
import { serve } from './serve.ts';

/** `cuohe/parallel/worker`: the script of a worker. */
serve(ownPort());
