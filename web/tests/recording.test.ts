import { describe, expect, it } from 'vitest';
import { RecordingReader } from '../src/page/recording/reader.ts';
import type { RecordingReply } from '../src/protocol/messages.ts';
import { packEvents } from '../src/protocol/trace-batch.ts';
import { type FakeWorker, workshop } from './fake-worker.ts';

const summary = { iterations: 1, tasks: 1, busyMs: 0, events: 1 };
const trace = { kind: 'trace', events: packEvents([{ kind: 'stepBegin', time: 1, task: 1 }]), summary };

function stage(): { reader: RecordingReader; latest: () => FakeWorker; said: string[]; shown: (() => void)[] } {
  const { spawn, latest } = workshop();
  const said: string[] = [];
  const shown: (() => void)[] = [];
  const reader = new RecordingReader({
    spawn,
    onTrace: ({ events }, seen) => {
      said.push(`trace of ${events.list.length}`);
      shown.push(seen);
    },
    onEnd: (reply: Exclude<RecordingReply, { kind: 'trace' }>) =>
      void said.push(reply.kind === 'read' ? 'read' : `unreadable: ${reply.message}`),
  });
  return { reader, latest, said, shown };
}

describe('a recording', () => {
  it('comes at the pace at which it is shown, and ends', () => {
    const { reader, latest, said, shown } = stage();
    reader.open(new Blob(['x']));
    expect(latest().received).toMatchObject([{ kind: 'open' }]);
    latest().say(trace);
    shown[0]?.();
    expect(latest().received).toMatchObject([{ kind: 'open' }, { kind: 'shown' }]);
    latest().say({ kind: 'read', summary });
    expect(said).toEqual(['trace of 1', 'read']);
    expect(latest().terminated).toBe(true);
  });

  it('says nothing more once another is opened', () => {
    const { reader, latest, said } = stage();
    reader.open(new Blob(['x']));
    const first = latest();
    reader.open(new Blob(['y']));
    first.say(trace);
    expect(said).toEqual([]);
    expect(first.terminated).toBe(true);
  });

  it('of which its reader says nonsense is unreadable', () => {
    const { reader, latest, said } = stage();
    reader.open(new Blob(['x']));
    latest().say({ ...trace, summary: 'much' });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^unreadable: summary/);
  });
});
