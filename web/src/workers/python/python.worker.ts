/** Runs Python programs inside a sandbox, one after the other. It speaks with the page by the port that the frame hands it. */
import { messageOf } from '../../../../wasm/api/errors.ts';
import { parsePythonRequest } from '../../protocol/parse.ts';
import type { PythonReply } from '../../protocol/python.ts';
import { lockDown } from '../lockdown.ts';
import { startPython, type PythonFiles, type RunPython } from './interpreter.ts';
import { PythonOutput } from './python-output.ts';

/** What the interpreter uses beyond the language once it is loaded. */
const alsoKept = ['ReadableStream', 'Response'];

function serve(port: MessagePort): void {
  const reply = (message: PythonReply): void => port.postMessage(message);
  let python: RunPython | undefined;

  async function load(files: PythonFiles): Promise<void> {
    try {
      python = await startPython(files);
      lockDown(globalThis, alsoKept);
      reply({ kind: 'loaded' });
    } catch (error) {
      reply({ kind: 'broken', message: messageOf(error).slice(0, 4_000) });
    }
  }

  function run(run: number, source: string): void {
    const output = new PythonOutput((stream, text) => reply({ kind: 'output', run, stream, text }));
    const error = python?.(source, (stream, text) => output.add(stream === 'stderr' ? 'stderr' : 'stdout', text));
    output.flush();
    reply({ kind: 'finished', run, ...(error === undefined ? {} : { error: error.slice(-8_000) }) });
  }

  port.onmessage = (event: MessageEvent<unknown>) => {
    const request = parsePythonRequest(event.data);
    if (request.kind === 'load') void load(request);
    else run(request.run, request.source);
  };
}

addEventListener('message', ({ ports: [port] }) => {
  if (port !== undefined) serve(port);
});
