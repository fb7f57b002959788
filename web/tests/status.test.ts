import { describe, expect, it } from 'vitest';
import type { CompilerState } from '../src/page/compile/client.ts';
import { isBusy, statusOf, type Phase } from '../src/page/session/status.ts';

const preparing: Phase = { kind: 'preparing', run: 1 };
const running: Phase = { kind: 'running', run: 1 };

const loading: CompilerState = { kind: 'loading', progress: { loaded: 0, total: 0 } };
const ready: CompilerState = { kind: 'ready', isBusy: false };
const failed: CompilerState = { kind: 'failed', message: 'no' };

describe('the status', () => {
  it('tells of the compiler while nothing runs', () => {
    expect(statusOf({ kind: 'idle' }, loading)).toBe('Loading compiler');
    expect(statusOf({ kind: 'idle' }, ready)).toBe('Ready');
    expect(statusOf({ kind: 'idle' }, { kind: 'ready', isBusy: true })).toBe('Compiling');
    expect(statusOf({ kind: 'idle' }, failed)).toBe('Failed');
  });

  it('tells of the run once there is one', () => {
    expect(statusOf(preparing, loading)).toBe('Loading compiler');
    expect(statusOf(preparing, ready)).toBe('Compiling');
    expect(statusOf(running, loading)).toBe('Running');
    expect(statusOf({ kind: 'ended', run: 1, outcome: 'finished' }, loading)).toBe('Finished');
    expect(statusOf({ kind: 'ended', run: 1, outcome: 'stopped' }, ready)).toBe('Stopped');
    expect(statusOf({ kind: 'ended', run: 1, outcome: 'failed' }, ready)).toBe('Failed');
  });

  it('knows when there is something to stop', () => {
    expect([preparing, running].every(isBusy)).toBe(true);
    expect(isBusy({ kind: 'idle' })).toBe(false);
  });
});
