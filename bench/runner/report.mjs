// @ts-check
/** Shows and keeps what was measured. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir } from '../../tools/toolchain/paths.mjs';
import { say } from '../../tools/toolchain/run.mjs';
import { plot } from './plot.mjs';
import { nameOf } from './questions.mjs';
import { compare, figureOf, spread } from './statistics.mjs';
import { allocationsTable, mediansTable, ratiosTable } from './tables.mjs';

/** @typedef {import('./tables.mjs').Result} Result */
/** @typedef {import('./statistics.mjs').Competitor} Competitor */

/** What is written as JSON (docs/performance.md describes it). @param {Result} result @param {readonly Competitor[]} competitors */
function record({ question, answers }, competitors) {
  const contenders = Object.entries(answers).map(([id, answer]) => [
    id,
    { median: figureOf(answer), spread: answer.samples.length > 0 ? spread(answer.samples) : undefined, ...answer },
  ]);
  return {
    name: nameOf(question),
    ...question,
    contenders: Object.fromEntries(contenders),
    comparison: compare(question, competitors, answers),
  };
}

/**
 * @param {Record<string, unknown>} circumstances @param {readonly Result[]} results
 * @param {readonly Competitor[]} competitors
 */
export function report(circumstances, results, competitors) {
  const dir = join(buildDir, 'bench');
  const tables = [mediansTable, ratiosTable, allocationsTable]
    .map((table) => table(results, competitors))
    .filter((table) => table !== '')
    .join('\n\n');
  process.stdout.write(`\n${tables}\n`);
  mkdirSync(dir, { recursive: true });
  const kept = {
    schema: 1,
    ...circumstances,
    contenders: competitors.map(({ id, label, kind }) => ({ id, label, kind })),
    results: results.map((result) => record(result, competitors)),
  };
  writeFileSync(join(dir, 'result.json'), `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(join(dir, 'tables.md'), `${tables}\n`);
  writeFileSync(join(dir, 'plot.svg'), plot(results, competitors));
  say(`kept in ${dir}: result.json, tables.md, plot.svg`);
}
