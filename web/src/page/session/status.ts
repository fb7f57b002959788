/** The one word that tells what the page is doing. */
import type { CompilerState } from '../compile/client.ts';

export type Status = 'Loading compiler' | 'Ready' | 'Compiling' | 'Running' | 'Finished' | 'Stopped' | 'Failed';

export type Outcome = 'finished' | 'stopped' | 'failed';

/** Where the latest press of Run has come to. `idle`: none yet, or the text was edited since. */
export type Phase =
  | { kind: 'idle' }
  | { kind: 'preparing'; run: number }
  | { kind: 'running'; run: number }
  | { kind: 'ended'; run: number; outcome: Outcome };

const endedStatus: Record<Outcome, Status> = { finished: 'Finished', stopped: 'Stopped', failed: 'Failed' };

/** @param isSpared whether the compiler is not loaded before it is needed: what needs none runs at once */
export function statusOf(phase: Phase, compiler: CompilerState, isSpared = false): Status {
  switch (phase.kind) {
    case 'running':
      return 'Running';
    case 'ended':
      return endedStatus[phase.outcome];
    case 'preparing':
      return compiler.kind === 'loading' ? 'Loading compiler' : 'Compiling';
    case 'idle':
      if (isSpared) return 'Ready';
      if (compiler.kind === 'loading') return 'Loading compiler';
      if (compiler.kind === 'failed') return 'Failed';
      return compiler.isBusy ? 'Compiling' : 'Ready';
  }
}

export function isBusy(phase: Phase): boolean {
  return phase.kind === 'preparing' || phase.kind === 'running';
}
