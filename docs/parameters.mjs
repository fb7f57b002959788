// @ts-check
/**
 * The table of parameters in api-coverage.md against CPython's signatures (signatures.json) and the headers:
 * - each function that CPython has stands there once, with all of its parameters;
 * - what is said to be there is a parameter of a function of that name in that header, or a member of its options;
 * - what is left out has a reason.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ python: string, header: string, same: string[], renamed: [string, string][], left: string[], not: string[] }} Row */

const docs = dirname(fileURLToPath(import.meta.url));
const include = join(docs, '..', 'core', 'include', 'asyncio');

/** @type {Record<string, string[]>} */
const signatures = JSON.parse(readFileSync(join(docs, 'signatures.json'), 'utf8'));

/** @param {string} text @param {number} open where a bracket stands @returns {string} what it encloses */
function enclosed(text, open) {
  const [opening = '', closing = ''] = text[open] === '(' ? '()' : '{}';
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === opening) depth++;
    else if (text[i] === closing && --depth === 0) return text.slice(open + 1, i);
  }
  return text.slice(open + 1);
}

/** @param {string} list of parameters @returns {string[]} each by itself */
function split(list) {
  const parts = [''];
  let depth = 0;
  for (const c of list) {
    if ('(<{['.includes(c)) depth++;
    if (')>}]'.includes(c)) depth--;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts;
}

/** @param {string} parameter or member, with its value @returns {string | undefined} */
const nameOf = (parameter) => {
  const [, pointer] = /\(\*(\w+)\)\s*\(/.exec(parameter) ?? [];
  return pointer ?? /(\w+)\s*$/.exec(parameter.replace(/\s*[={][\s\S]*$/, ''))?.[1];
};

/** The text of each header, without comments. @type {Map<string, string>} */
const headers = new Map(
  readdirSync(include, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hpp'))
    .map((name) => [name, readFileSync(join(include, name), 'utf8').replaceAll(/\/\/[^\n]*/g, '')]),
);

/** @param {string} header @param {string} name of a class @returns {string} its body and those of its bases, if they stand there */
function bodyOf(header, name) {
  const text = headers.get(header) ?? '';
  const [head, , bases = ''] =
    new RegExp(`\\b(class|struct) ${name}\\b((?: final)?(?: :[^;{]*)?) \\{`).exec(text) ?? [];
  if (!head) return '';
  const own = enclosed(text, text.indexOf(head) + head.length - 1);
  const inherited = [...bases.matchAll(/\bpublic (?:virtual )?(?:\w+::)*(\w+)/g)].map(([, base = '']) =>
    bodyOf(header, base),
  );
  return own + inherited.join(';');
}

/** The members of each struct of options. @returns {Map<string, string[]>} */
function membersOfOptions() {
  const found = new Map();
  for (const [header, text] of headers) {
    for (const [, name = ''] of text.matchAll(/\bstruct (\w+Options)[^;{]*\{/g))
      found.set(name, bodyOf(header, name).split(';').map(nameOf).filter(Boolean));
  }
  return found;
}

const options = membersOfOptions();

/** CPython's names of classes that have others here, or whose methods are those of a base. @type {Record<string, string>} */
const classes = { loop: 'EventLoop', Task: 'AnyTask' };

/** @param {string} header @param {string} python @returns {Set<string>} what can be said to the function */
function parametersOf(header, python) {
  const [owner = '', method] = python.split('.');
  const whole = headers.get(header) ?? '';
  const text = method ? bodyOf(header, owner) + bodyOf(header, classes[owner] ?? '') : whole;
  const names = new Set();
  for (const match of text.matchAll(new RegExp(`\\b${method ?? owner}\\s*(?=\\()`, 'g'))) {
    const list = enclosed(text, match.index + match[0].length);
    for (const parameter of split(list)) {
      const own = nameOf(parameter);
      if (own) names.add(own);
      for (const [type] of parameter.matchAll(/\w+Options\b/g))
        for (const member of options.get(type) ?? []) names.add(member);
    }
  }
  return names;
}

/** @param {string} cell @returns {string[]} the parts of a list, each of which may hold commas in brackets or code */
const parts = (cell) =>
  cell === '–' ? [] : (cell.match(/`[^`]*`(?:: `[^`]*`)?(?: \([^)]*\))?/g) ?? []).map((part) => part.trim());

/** @param {string} text of api-coverage.md @returns {Row[]} */
export function rowsOf(text) {
  const [, section = ''] = text.split('\n## By parameter\n');
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `([^`]+)` \| \[([^\]]+)\][^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, python = '', header = '', same = '', renamed = '', left = '', not = '']) => ({
      python,
      header,
      same: parts(same.trim()).map((part) => part.replaceAll('`', '')),
      renamed: parts(renamed.trim()).map((part) => {
        const [from = '', to = ''] = part.replaceAll('`', '').split(': ');
        return [from, to];
      }),
      left: parts(left.trim()),
      not: parts(not.trim()).map((part) => part.replaceAll('`', '')),
    }),
  );
}

/** @param {string} part `a` (reason) @returns {string[]} the names in it */
const namesIn = (part) => (/`([^`]*)`/.exec(part)?.[1] ?? '').split(', ');

/** @param {Row} row @param {string[]} problems */
function checkRow({ python, header, same, renamed, left, not }, problems) {
  const name = python.split('.').at(-1) ?? '';
  const complain = (/** @type {string} */ what) => void problems.push(`api-coverage.md: ${python}: ${what}`);
  if (!headers.has(header)) return complain(`there is no ${header}`);
  const wanted = signatures[python];
  if (!wanted) return complain('CPython has no such function, or none with parameters');
  const found = parametersOf(header, python);
  const has = (/** @type {string} */ parameter) => {
    const plain = parameter.replace(/^\*+/, '');
    return found.has(plain) || found.has(`${plain}_`);
  };
  for (const parameter of same) if (!has(parameter)) complain(`${header} has no ${parameter} of ${name}()`);
  for (const [from, to] of renamed) if (!has(to)) complain(`${header} has no ${to} (for ${from}) of ${name}()`);
  for (const parameter of not)
    if (has(parameter)) complain(`${parameter} is said not to be done, but ${header} has it`);
  for (const part of left) if (!part.includes('(')) complain(`${part} is left out without a reason`);
  const said = [...same, ...renamed.map(([from]) => from), ...left.flatMap(namesIn), ...not];
  for (const parameter of wanted) if (!said.includes(parameter)) complain(`says nothing of ${parameter}`);
  for (const parameter of said) if (!wanted.includes(parameter)) complain(`CPython has no parameter ${parameter}`);
  if (new Set(said).size !== said.length) complain('a parameter stands there twice');
}

/** @param {string} text of api-coverage.md @returns {string[]} what is wrong with its table of parameters */
export function checkParameters(text) {
  /** @type {string[]} */
  const problems = [];
  const rows = rowsOf(text);
  for (const row of rows) checkRow(row, problems);
  const seen = rows.map(({ python }) => python);
  for (const python of Object.keys(signatures))
    if (!seen.includes(python)) problems.push(`api-coverage.md: no row says the parameters of ${python}`);
  if (new Set(seen).size !== seen.length) problems.push('api-coverage.md: a function has two rows of parameters');
  return problems;
}

/** @param {string} text of api-coverage.md @returns {string} the line that counts the parameters */
export function countOfParameters(text) {
  const rows = rowsOf(text);
  const sum = (/** @type {(row: Row) => number} */ count) => rows.reduce((total, row) => total + count(row), 0);
  const done = sum(({ same, renamed }) => same.length + renamed.length);
  const left = sum((row) => row.left.flatMap(namesIn).length);
  const not = sum((row) => row.not.length);
  return `| Parameters | ${done + left + not} | ${done} | ${not} | ${left} |`;
}
