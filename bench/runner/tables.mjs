// @ts-check
/** Results as Markdown, for a terminal and for a document. */
import { nameOf } from './questions.mjs';
import { compare, figureOf } from './statistics.mjs';

/** @typedef {import('./statistics.mjs').Competitor} Competitor */
/** @typedef {{ question: import('./questions.mjs').Question, answers: Readonly<Record<string, import('./statistics.mjs').Answer>> }} Result */

const none = '–';

/** Three digits that count, but no more than two behind the point. @param {number | undefined} value */
export function figure(value) {
  if (value === undefined) return none;
  if (value === 0) return '0';
  const digits = Math.min(2, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/**
 * A table with columns so wide that it can be read as it is; all but the first `texts` columns are figures.
 * @param {readonly string[]} head @param {readonly (readonly string[])[]} rows @param {number} texts
 */
export function markdown(head, rows, texts) {
  const widths = head.map((title, i) => Math.max(3, title.length, ...rows.map((row) => (row[i] ?? '').length)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, i) => (i < texts ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** The medians of all. @param {readonly Result[]} results @param {readonly Competitor[]} competitors */
export function mediansTable(results, competitors) {
  const head = ['#', 'benchmark', 'unit', ...competitors.map(({ label }) => label)];
  const rows = results.map(({ question, answers }) => [
    String(question.row),
    nameOf(question),
    question.unit,
    ...competitors.map(({ id }) => (answers[id]?.error ? 'fails' : figure(figureOf(answers[id])))),
  ]);
  return markdown(head, rows, 3);
}

/** How this library stands. @param {readonly Result[]} results @param {readonly Competitor[]} competitors */
export function ratiosTable(results, competitors) {
  const head = ['#', 'benchmark', 'best peer', 'missed', 'of best peer', 'of limit', '× CPython', '× uvloop'];
  const wasm = competitors.some(({ id }) => id === 'wasm');
  if (wasm) head.push('wasm of Node');
  const rows = results.map(({ question, answers }) => {
    const comparison = compare(question, competitors, answers);
    const { best, ofBest, ofLimit, timesCpython, timesUvloop, wasmOfNode, misses } = comparison;
    return [
      String(question.row),
      nameOf(question),
      best?.label ?? none,
      misses.join(', ') || none,
      ...[ofBest, ofLimit, timesCpython, timesUvloop, ...(wasm ? [wasmOfNode] : [])].map(figure),
    ];
  });
  return markdown(head, rows, 4);
}

/** What an operation asks of malloc; empty if none was counted. @param {readonly Result[]} results @param {readonly Competitor[]} competitors */
export function allocationsTable(results, competitors) {
  const counted = competitors.filter(({ id }) => results.some(({ answers }) => answers[id]?.allocations !== undefined));
  const head = ['#', 'benchmark', ...counted.map(({ label }) => label)];
  const rows = results
    .filter(({ answers }) => counted.some(({ id }) => answers[id]?.allocations !== undefined))
    .map(({ question, answers }) => [
      String(question.row),
      nameOf(question),
      ...counted.map(({ id }) => {
        const { allocations, bytes } = answers[id] ?? {};
        return allocations === undefined ? none : `${allocations.toFixed(2)} (${figure(bytes)} B)`;
      }),
    ]);
  return rows.length > 0 ? markdown(head, rows, 2) : '';
}
