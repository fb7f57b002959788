// @ts-check
/** Finds each `co_await` that stands in a `try` that stands in a loop, within one function. */

const loop = /\b(?:for|while|do)\b/;

/**
 * @param {string} text without comments and literals
 * @returns {number[]} lines
 */
export function catchesInLoops(text) {
  /** @type {('loop' | 'try' | 'other')[]} */
  const open = [];
  /** @type {number[]} */
  const found = [];
  let line = 1;
  let head = '';
  for (const [token] of text.matchAll(/co_await|[{};\n]|[^{};\n]+?(?=co_await|[{};\n]|$)/g)) {
    if (token === '\n') line += 1;
    else if (token === '{') {
      open.push(/\btry\s*$/.test(head) ? 'try' : loop.test(head) ? 'loop' : 'other');
      head = '';
    } else if (token === '}') {
      open.pop();
      head = '';
    } else if (token === ';') {
      // The parts of a `for` are no statements.
      if (!/\bfor\s*\([^)]*$/.test(head)) head = '';
    } else if (token === 'co_await') {
      const at = open.indexOf('loop');
      if (at >= 0 && open.indexOf('try', at) > at) found.push(line);
    } else head += token;
  }
  return found;
}
