import type { WorkerLike } from '../src/page/workers/worker-like.ts';

/** A Worker that does what the test says. */
export class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly received: unknown[] = [];
  terminated = false;

  postMessage(message: unknown): void {
    this.received.push(message);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(message: unknown): void {
    this.onmessage?.({ data: message } as MessageEvent<unknown>);
  }

  crash(message: string): void {
    this.onerror?.({ message } as ErrorEvent);
  }
}

/** Makes fake Workers and remembers them. */
export function workshop(): { spawn: () => FakeWorker; made: FakeWorker[]; latest: () => FakeWorker } {
  const made: FakeWorker[] = [];
  return {
    made,
    spawn: () => {
      const worker = new FakeWorker();
      made.push(worker);
      return worker;
    },
    latest: () => {
      const worker = made.at(-1);
      if (worker === undefined) throw new Error('no Worker was made');
      return worker;
    },
  };
}
