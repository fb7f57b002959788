// @ts-check
/** Programs and traces for people. */

/** @typedef {import('./generate.mjs').Program} Program */

/** @param {unknown} part @param {string} indent @returns {string} */
function showBlock(part, indent) {
  if (!Array.isArray(part)) return `${indent}${JSON.stringify(part)}\n`;
  const words = part.filter((item) => !Array.isArray(item)).map((item) => String(item));
  const blocks = part.filter((item) => Array.isArray(item));
  const head = words.length > 0 ? `${indent}${words.join(' ')}\n` : '';
  const isList = blocks.every((item) => item.every((/** @type {unknown} */ i) => !Array.isArray(i)));
  if (isList && blocks.length > 0 && words.length === 0) return blocks.map((b) => showBlock(b, indent)).join('');
  const deeper = words.length > 0 ? `${indent}  ` : indent;
  return (
    head +
    blocks.map((item) => item.map((/** @type {unknown} */ i) => showBlock(i, deeper)).join('')).join(`${deeper}--\n`)
  );
}

/** The program, an operation a line. @param {Program} program */
export function showProgram([, bodies, generators, , eager]) {
  const used = JSON.stringify(bodies);
  const parts = bodies.map((body, at) =>
    body.length > 0 || at === 0 ? `body ${at}\n${body.map((op) => showBlock(op, '  ')).join('')}` : '',
  );
  if (/"for"|"generator"/.test(used))
    parts.push(...generators.map((generator, at) => `generator ${at}\n  ${JSON.stringify(generator)}\n`));
  return `${parts.join('')}${eager ? 'with eager_task_factory\n' : ''}`;
}

/** Two traces side by side, where they differ marked. @param {string} name @param {string} expected @param {string} got */
export function showTraces(name, expected, got) {
  const left = ['CPython', ...expected.split('\n')];
  const right = [name, ...got.split('\n')];
  const width = Math.min(70, Math.max(...left.map(({ length }) => length)));
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
    const mark = at > 0 && left[at] !== right[at] ? '|' : ' ';
    return `${(left[at] ?? '').padEnd(width)} ${mark} ${right[at] ?? ''}`.trimEnd();
  });
  return `${rows.join('\n')}\n`;
}
