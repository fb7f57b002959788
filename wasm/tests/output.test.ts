import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Output, type Stream } from '../run/output.ts';

function collect(): { output: Output; written: [Stream, string][] } {
  const written: [Stream, string][] = [];
  return { output: new Output((stream, text) => written.push([stream, text])), written };
}

test('a character that comes in two chunks is shown once, and whole', () => {
  const { output, written } = collect();
  const bytes = Buffer.from('a😀b');
  output.write('stdout', bytes.subarray(0, 3));
  output.write('stderr', Buffer.from('!'));
  output.write('stdout', bytes.subarray(3));
  assert.deepEqual(written, [
    ['stdout', 'a'],
    ['stderr', '!'],
    ['stdout', '😀b'],
  ]);
});

test('what is not UTF-8 is shown as such, also at the very end', () => {
  const { output, written } = collect();
  output.write('stdout', Uint8Array.of(0xff, 0x41, 0xf0, 0x9f));
  output.end();
  assert.equal(written.map(([, text]) => text).join(''), '\ufffdA\ufffd');
});

test('what is longer than a string can be comes in pieces', () => {
  const { output, written } = collect();
  output.write('stdout', Buffer.from('ü'.repeat(100_000)));
  assert.ok(written.length > 1);
  assert.equal(written.map(([, text]) => text).join(''), 'ü'.repeat(100_000));
});
