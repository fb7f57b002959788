/** Holds the one loaded Clang. Its calls are synchronous and take a second at most times; the page stays free meanwhile. */
import { loadCompiler } from '../../../wasm/compiler/compiler.ts';
import type { Compiler } from '../../../wasm/api/types.ts';
import type { CompilerReply } from '../protocol/messages.ts';
import { parseCompilerRequest } from '../protocol/parse.ts';
import { lockDown } from './lockdown.ts';
import { unpack } from './unpack.ts';
import { messageOf } from '../protocol/errors.ts';

let compiler: Compiler | undefined;

function reply(message: CompilerReply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function load(baseUrl: string): Promise<void> {
  try {
    compiler = await loadCompiler({
      baseUrl,
      unpack,
      onProgress: (progress) => reply({ kind: 'progress', progress }),
    });
    // From here on it reads strangers' texts, and has no more to fetch. Sizes are measured by packing.
    lockDown(globalThis, ['Blob', 'Response', 'CompressionStream', 'ReadableStream']);
    reply({ kind: 'ready' });
  } catch (error) {
    reply({ kind: 'loadFailed', message: messageOf(error) });
  }
}

async function compile(id: number, source: string): Promise<void> {
  if (compiler === undefined) {
    reply({ kind: 'compileFailed', id, message: 'The compiler is not loaded.' });
    return;
  }
  try {
    const result = await compiler.compile(source);
    // Moved, not copied.
    const buffer = result.module?.buffer;
    reply({ kind: 'compiled', id, result }, buffer instanceof ArrayBuffer ? [buffer] : []);
  } catch (error) {
    reply({ kind: 'compileFailed', id, message: messageOf(error) });
  }
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = parseCompilerRequest(event.data);
  switch (request.kind) {
    case 'load':
      void load(request.baseUrl);
      break;
    case 'compile':
      void compile(request.id, request.source);
      break;
  }
});
