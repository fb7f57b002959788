/**
 * The script of the sandbox's document: starts a program's Worker when the page asks for one, and ends it. The page puts this
 * document into a frame with `sandbox="allow-scripts"`, so its origin is none; see docs/security.md.
 */
import type { FrameRequest } from '../protocol/messages.ts';

/** The text of the Worker's script, put here by the build. */
declare const workerText: string;

const workers = new Map<number, Worker>();

function spawn(id: number, address: string, port: MessagePort): void {
  const worker = new Worker(address, { name: 'program' });
  worker.postMessage(undefined, [port]);
  workers.set(id, worker);
}

function terminate(id: number): void {
  workers.get(id)?.terminate();
  workers.delete(id);
}

// Anybody may open this document by its address; with an origin of its own it would run strangers' programs in the site's.
if (self.origin === 'null' && parent !== self) {
  const address = URL.createObjectURL(new Blob([workerText], { type: 'text/javascript' }));
  addEventListener('message', ({ source, data, ports: [port] }: MessageEvent<FrameRequest>) => {
    if (source !== parent) return;
    if (data.kind === 'terminate') terminate(data.id);
    else if (port !== undefined) spawn(data.id, address, port);
  });
}
