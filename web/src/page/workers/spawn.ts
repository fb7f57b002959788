/** Makes the real Workers. Apart from the classes that use them, so that those can be tested without a browser. */
import type { WorkerLike } from './worker-like.ts';

export function spawnCompilerWorker(): WorkerLike {
  return new Worker(new URL('../../workers/compiler.worker.ts', import.meta.url), { type: 'module', name: 'compiler' });
}

export function spawnBenchWorker(): WorkerLike {
  return new Worker(new URL('../../workers/bench.worker.ts', import.meta.url), { type: 'module', name: 'benchmarks' });
}

export function spawnRecordingWorker(): WorkerLike {
  return new Worker(new URL('../../workers/recording.worker.ts', import.meta.url), {
    type: 'module',
    name: 'recording',
  });
}
