/** Holds the decoder, the page's shapes, the C++ side and the document to the one table of trace records. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as v from 'valibot';
import { traceEvent } from '../api/shapes.ts';
import { stringRecord, traceRecords, type TraceValue } from '../api/trace-records.ts';
import { TraceDecoder } from '../run/trace.ts';
import { record, string } from './trace-bytes.ts';

type Table = Record<
  string,
  {
    kind: number;
    subject?: 'task' | 'frame';
    small?: string;
    detail?: readonly [string, readonly (string | boolean)[]];
    values: readonly (readonly [string, TraceValue])[];
  }
>;
const table: Table = traceRecords;
const root = join(import.meta.dirname, '../..');
const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A record of each kind, whose values all differ, and the event that it is. */
function* samples(): Generator<{ bytes: Uint8Array; event: Record<string, unknown> }> {
  for (const [name, { kind, subject, small, detail, values }] of Object.entries(table)) {
    for (const [number, meaning] of (detail?.[1] ?? [undefined]).entries()) {
      const event: Record<string, unknown> = { kind: name, time: 1.5 };
      if (subject !== undefined) event[subject] = 77;
      if (small !== undefined) event[small] = 5;
      if (detail !== undefined) event[detail[0]] = meaning;
      values.forEach(([field, what], index) => (event[field] = what === 'string' ? `string ${index + 1}` : index + 1));
      const ids = values.map((_, index) => index + 1);
      yield { bytes: record(kind, number, subject ? 77 : 0, 1.5, ids, small ? 5 : 0), event };
    }
  }
}

test('the decoder reads each kind as the table says', () => {
  const decoder = new TraceDecoder();
  for (const id of [1, 2, 3, 4]) decoder.decode(string(id, `string ${id}`));
  for (const { bytes, event } of samples()) assert.deepEqual(decoder.decode(bytes), [event]);
});

test("the page's shapes ask for the table's fields, and for each of them", () => {
  for (const { event } of samples()) {
    assert.deepEqual(v.parse(traceEvent, event), event);
    for (const field of Object.keys(event)) {
      const rest = Object.fromEntries(Object.entries(event).filter(([name]) => name !== field));
      assert.ok(!v.safeParse(traceEvent, rest).success, `${String(event['kind'])} without ${field}`);
    }
  }
});

test("the C++ side has the table's kinds and values", () => {
  const source = readFileSync(join(root, 'core/src/trace/records.hpp'), 'utf8');
  const kinds = /enum class RecordKind[^{]*\{([^}]*)\}/
    .exec(source)?.[1]
    ?.split(',')
    .map((kind) => kind.trim());
  assert.equal(kinds?.[0], `string = ${stringRecord}`);
  for (const [name, { kind, values }] of Object.entries(table)) {
    assert.equal(kinds?.[kind - stringRecord], snakeCase(name));
    const layout = new RegExp(String.raw`RecordKind::${snakeCase(name)}:\s*return \{([^}]*)\}`).exec(source)?.[1];
    assert.equal(layout, values.map(([, what]) => what).join(', '), name);
  }
  assert.equal(kinds?.length, Object.keys(table).length + 1);
});

test("the document's table is this one", () => {
  const text = readFileSync(join(root, 'docs/event-log.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (\d+) *\| (\w+) *\| (.*) \| (.*) \| (.*) \| (.*) \| (.*) \|$/gm)];
  const shown = new Map(rows.map(([, kind, name, ...cells]) => [name, { kind: Number(kind), cells }]));
  for (const [name, { kind, detail, values }] of Object.entries(table)) {
    const row = shown.get(snakeCase(name));
    assert.equal(row?.kind, kind, name);
    const [first, ...cells] = row?.cells ?? [];
    assert.ok(first?.startsWith(detail === undefined ? '–' : `\`${detail[0]}\``), `${name}: ${first}`);
    for (const [index, cell] of cells.entries()) {
      const value = values[index];
      const begin = value === undefined ? '–' : `\`${value[0]}\`, a ${value[1]}`;
      assert.ok(cell.startsWith(begin), `${name}: "${cell}" does not begin with "${begin}"`);
    }
  }
  assert.equal(shown.get('string')?.kind, stringRecord);
});
