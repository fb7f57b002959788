/**
 * What the page finds in a run, from its source to the finding: findings/NAME.cpp says in its first lines what must be found, and
 * where. Nothing else may be. That nothing is found in the documents' programs is held by tests/conformance/run-in-node.ts.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Analysis } from '../../web/src/page/findings/analysis.ts';
import { runProgram } from '../run/host.ts';
import type { Clock } from '../api/types.ts';
import { compile } from './support.ts';

const dir = join(import.meta.dirname, 'findings');

async function look(source: string, clock: Clock): Promise<Analysis> {
  const { module, text } = await compile(source);
  assert.ok(module, text);
  const analysis = new Analysis(clock);
  const { failure } = await runProgram({
    module,
    clock,
    onOutput: (stream, chunk, time) => analysis.addOutput([{ stream, text: chunk, time }]),
    onTrace: (events) => analysis.addEvents(events),
  });
  analysis.end(failure);
  return analysis;
}

for (const file of readdirSync(dir)) {
  test(file, async () => {
    const source = readFileSync(join(dir, file), 'utf8');
    const expected = [...source.matchAll(/^\/\/ finds: (\w+) (\d+)$/gm)].map(([, kind, line]) => `${kind} ${line}`);
    const clock = source.includes('// clock: real') ? 'real' : 'virtual';
    const { findings } = await look(source, clock);
    const found = findings.map(({ kind, line }) => `${kind} ${line}`);
    // In real time a busy machine may make any step a long one.
    const counted = clock === 'real' ? found.filter((one) => expected.includes(one)) : found;
    assert.deepEqual(counted, expected, JSON.stringify(findings, undefined, 1));
    for (const { text, advice } of findings) assert.ok(/^\S.*\.$/.test(text) && advice.endsWith('.'), text);
  });
}

for (const file of readdirSync(join(import.meta.dirname, '../../web/examples')).filter((name) =>
  name.endsWith('.cpp'),
)) {
  test(`${file}: nothing`, async () => {
    const source = readFileSync(join(import.meta.dirname, '../../web/examples', file), 'utf8');
    assert.deepEqual((await look(source, 'virtual')).findings, []);
  });
}
