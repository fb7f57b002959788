/**
 * Real programs' traces, for the tests of the page: recorded/NAME.cpp is run, and what it tells must be what was recorded in
 * NAME.json, but for the times. ASYNCIO_RECORD=1 records them anew.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TraceOrder } from '../api/trace-order.ts';
import type { TraceEvent } from '../api/types.ts';
import { runProgram } from '../run/host.ts';
import { compile } from './support.ts';

interface Recording {
  events: TraceEvent[];
  output: { stream: 'stdout' | 'stderr'; text: string; time: number }[];
}

const dir = join(import.meta.dirname, 'recorded');
const names = readdirSync(dir).filter((file) => file.endsWith('.cpp'));

async function record(file: string): Promise<Recording> {
  const { module, text } = await compile(readFileSync(join(dir, file), 'utf8'));
  assert.ok(module, text);
  const recording: Recording = { events: [], output: [] };
  await runProgram({
    module,
    onOutput: (stream, text, time) => recording.output.push({ stream, text, time }),
    onTrace: (events) => recording.events.push(...events),
  });
  return recording;
}

/** Addresses, by which timers and resources are numbered, are the build's own. */
function timeless({ events, output }: Recording): unknown {
  const numbers = new Map<number, number>();
  const numbered = (address: number): number => {
    const number = numbers.get(address) ?? numbers.size + 1;
    numbers.set(address, number);
    return number;
  };
  const told = events.map((event) => {
    if (event.kind === 'timer') return { ...event, time: 0, timer: numbered(event.timer), seconds: 0, nanoseconds: 0 };
    if (event.kind !== 'used') return { ...event, time: 0 };
    const level = event.act === 'joined' ? numbered(event.level) : event.level;
    return { ...event, time: 0, resource: numbered(event.resource), level };
  });
  return { events: told, output: output.map((chunk) => ({ ...chunk, time: 0 })) };
}

for (const file of names) {
  test(file, async () => {
    const recorded = join(dir, file.replace('.cpp', '.json'));
    const recording = await record(file);
    const order = new TraceOrder();
    for (const event of recording.events) assert.equal(order.add(event), undefined);
    if (process.env['ASYNCIO_RECORD']) writeFileSync(recorded, `${JSON.stringify(recording, undefined, 1)}\n`);
    assert.deepEqual(timeless(recording), timeless(JSON.parse(readFileSync(recorded, 'utf8')) as Recording));
  });
}
