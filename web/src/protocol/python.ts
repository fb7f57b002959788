/** What the page and the Worker in which CPython runs say to each other. */
import * as v from 'valibot';
import { bytes, count, text } from '../../../wasm/api/shapes.ts';
import { pythonChunk } from './limits.ts';

const run = { run: count };

export const pythonRequest = v.variant('kind', [
  // The interpreter's module and its standard library.
  v.object({ kind: v.literal('load'), interpreter: bytes, library: bytes }),
  v.object({ kind: v.literal('run'), ...run, source: v.string() }),
]);
export type PythonRequest = v.InferOutput<typeof pythonRequest>;

export const pythonReply = v.variant('kind', [
  v.object({ kind: v.literal('loaded') }),
  v.object({ kind: v.literal('broken'), message: text(4_096) }),
  v.object({
    kind: v.literal('output'),
    ...run,
    stream: v.picklist(['stdout', 'stderr']),
    text: text(pythonChunk),
  }),
  // With Python's traceback, if the program has failed.
  v.object({ kind: v.literal('finished'), ...run, error: v.exactOptional(text(8_192)) }),
]);
export type PythonReply = v.InferOutput<typeof pythonReply>;
