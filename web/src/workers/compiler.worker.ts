/** Holds one loaded Clang. Its calls are synchronous and take a second at most times; the page stays free meanwhile. */
import { adoptCompiler, loadCompiler } from '../../../wasm/compiler/compiler.ts';
import type { Compiler } from '../../../wasm/api/types.ts';
import type { CompilerReply, CompilerRequest } from '../protocol/messages.ts';
import { parseCompilerRequest } from '../protocol/parse.ts';
import { lockDown } from './lockdown.ts';
import { unpack } from './unpack.ts';
import { messageOf } from '../../../wasm/api/errors.ts';

let compiler: Compiler | undefined;

function reply(message: CompilerReply, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function begin(load: () => Promise<Compiler>): Promise<void> {
  try {
    compiler = await load();
    // From here on it reads strangers' texts, and has no more to fetch. Sizes are measured by packing.
    lockDown(globalThis, ['Blob', 'Response', 'CompressionStream', 'ReadableStream']);
    reply({ kind: 'ready' });
  } catch (error) {
    reply({ kind: 'loadFailed', message: messageOf(error) });
  }
}

async function load(baseUrl: string): Promise<void> {
  await begin(() => loadCompiler({ baseUrl, unpack, onProgress: (progress) => reply({ kind: 'progress', progress }) }));
  // What loads again would need is at hand; to hand it on first would keep the page waiting.
  if (compiler) reply({ kind: 'files', files: compiler.files() });
}

async function compile({ id, source, optimisation }: Extract<CompilerRequest, { kind: 'compile' }>): Promise<void> {
  const result = await loaded().compile(source, optimisation);
  // Moved, not copied.
  const buffer = result.module?.buffer;
  reply({ kind: 'compiled', id, result }, buffer instanceof ArrayBuffer ? [buffer] : []);
}

function loaded(): Compiler {
  if (compiler === undefined) throw new Error('The compiler is not loaded.');
  return compiler;
}

async function handle(request: CompilerRequest): Promise<void> {
  switch (request.kind) {
    case 'load':
      return load(request.baseUrl);
    case 'adopt':
      return begin(() => adoptCompiler(request.files));
    case 'compile':
      return compile(request);
    case 'prepare':
      return reply({ kind: 'prepared', covered: loaded().prepare(request.source, request.limit) });
  }
}

addEventListener('message', (event: MessageEvent<unknown>) => {
  handle(parseCompilerRequest(event.data)).catch((error: unknown) =>
    reply({ kind: 'compileFailed', message: messageOf(error) }),
  );
});
