import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { traceEvent } from '../../../wasm/api/shapes.ts';
import { DamagedTrace, TraceDecoder } from '../../../wasm/run/trace.ts';
import { bounded } from './anything.ts';

/** A record whose kind is mostly known, with a string behind it that is mostly as long as it says. */
const records = fc
  .record({
    kind: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 10 }) }, fc.nat({ max: 255 })),
    detail: fc.nat({ max: 4 }),
    task: fc.nat(),
    time: fc.oneof({ weight: 20, arbitrary: fc.nat() }, fc.double()),
    values: fc.array(fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 40 }) }, fc.nat({ max: 0xffffffff })), {
      minLength: 4,
      maxLength: 4,
    }),
    lies: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.integer({ min: -8, max: 40 })),
  })
  .map(({ kind, detail, task, time, values, lies }) => {
    const length = kind === 1 ? Math.min(values[1] ?? 0, 5000) : 0;
    const bytes = new Uint8Array(32 + Math.max(0, Math.ceil((length + lies) / 8) * 8)).fill(0x61);
    const view = new DataView(bytes.buffer);
    view.setUint8(0, kind);
    view.setUint8(1, detail);
    view.setUint32(4, task, true);
    view.setFloat64(8, time, true);
    values.forEach((value, i) => view.setUint32(16 + 4 * i, value, true));
    return bytes;
  });

const batches = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.array(records, { maxLength: 20 }).map((all) => Uint8Array.from(all.flatMap((record) => [...record]))),
);

describe("a program's trace", () => {
  it('is events of the right shape, or damaged, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.array(batches, { minLength: 1, maxLength: 4 }), (all) => {
        const decoder = new TraceDecoder();
        for (const batch of all) {
          try {
            const events = decoder.decode(batch);
            expect(events.length).toBeLessThanOrEqual(batch.length / 32);
            expect(v.safeParse(v.array(traceEvent), events).issues).toBeUndefined();
          } catch (error) {
            if (!(error instanceof DamagedTrace)) throw error;
          }
        }
      }),
      bounded,
    );
  });
});
