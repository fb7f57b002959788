// @ts-check
/**
 * Checks the documents, with nothing but Node:
 * - a fenced block after a comment such as `<!-- examples/hello.cpp -->` is that file, word for word;
 * - relative links lead to a file, and their fragments to a heading of it;
 * - the table of names in api-coverage.md counts right, and its names are in the headers; so do the parameters (parameters.mjs);
 * - each program in docs/examples/ is shown somewhere and has an .expected;
 * - all that name the version name the same one.
 *
 *   node docs/check.mjs          reports, and fails if something is wrong
 *   node docs/check.mjs --write  first copies the files into their blocks, and counts
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fragmentOf } from './fragment.mjs';
import { checkParameters, countOfParameters } from './parameters.mjs';

const docs = dirname(fileURLToPath(import.meta.url));
const root = dirname(docs);
const write = process.argv.includes('--write');
/** Comment, language, content. */
const included = /<!-- (\S+) -->\n\n?```(\w*)\n([\s\S]*?)```/g;

/** What somebody is going to add. */
const awaited = new Set([join(docs, 'images', 'playground.png')]);

/** @type {string[]} */
const problems = [];
/** @type {Set<string>} */
const shown = new Set();

/** @returns {string[]} every Markdown file of the project */
function documents() {
  const rooms = ['core', 'wasm', 'web', 'tools', 'tests', 'bench'].map((room) => join(root, room, 'README.md'));
  const folders = readdirSync(join(root, 'core', 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('README.md'))
    .map((name) => join(root, 'core', 'src', name));
  const own = readdirSync(docs).filter((name) => name.endsWith('.md'));
  return [
    ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'].map((name) => join(root, name)),
    ...rooms,
    ...folders,
    ...own.map((name) => join(docs, name)),
  ].filter((file) => existsSync(file));
}

/** @param {string} file @param {string} text @returns {string} the text with the blocks as they should be */
function checkBlocks(file, text) {
  return text.replace(included, (block, name, language, content) => {
    const source = resolve(dirname(file), name);
    if (!existsSync(source)) {
      problems.push(`${relative(root, file)}: there is no ${name}`);
      return block;
    }
    shown.add(source);
    const wanted = readFileSync(source, 'utf8');
    if (content === wanted) return block;
    if (!write)
      problems.push(`${relative(root, file)}: the block of ${name} differs from the file (--write copies it)`);
    return block.replace(/```[\s\S]*/, () => '```' + language + '\n' + wanted + '```');
  });
}

/** @param {string} text */
const withoutCode = (text) => text.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');

/** @param {string} file */
function headings(file) {
  const text = readFileSync(file, 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => fragmentOf(heading ?? '')));
}

/** @param {string} file @param {string} text */
function checkLinks(file, text) {
  for (const [, link] of withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (!link || /^[a-z]+:/.test(link)) continue;
    const [path = '', fragment] = link.split('#');
    const target = path === '' ? file : resolve(dirname(file), path);
    if (!existsSync(target) && !awaited.has(target)) {
      problems.push(`${relative(root, file)}: ${link} leads nowhere`);
    } else if (fragment && target.endsWith('.md') && !headings(target).has(fragment)) {
      problems.push(`${relative(root, file)}: ${link}: no such heading`);
    }
  }
}

for (const file of documents()) {
  const text = readFileSync(file, 'utf8');
  const corrected = checkBlocks(file, text);
  if (write && corrected !== text) writeFileSync(file, corrected);
  checkLinks(file, text);
}

/** The names in the first column of a row whose second one says that they are the same. @param {string} python */
function namesOfPython(python) {
  const words = [...python.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => code.replace(/\(.*\)/, '').split(/[/,]/));
  return words.map((word) => word.trim().replace(/^loop\./, '')).filter((word) => /^\w+$/.test(word));
}

/**
 * The table of names: each header is there and has the names of its row, and the counts are those of the rows.
 * @param {string} file
 */
function checkCoverage(file) {
  const text = readFileSync(file, 'utf8');
  /** @type {Map<string, { rows: number, done: number, not: number, left: number }>} */
  const counts = new Map(['A', 'B', 'C', '–'].map((priority) => [priority, { rows: 0, done: 0, not: 0, left: 0 }]));
  for (const line of text.split('\n')) {
    const [python = '', names = '', header = '', status = '', priority = '', ...more] = line
      .slice(1)
      .replaceAll('\\|', '¦')
      .split('|')
      .map((cell) => cell.trim());
    const count = counts.get(priority);
    if (!count || more.length > 1) continue;
    count.rows++;
    count.done += Number(status.startsWith('done'));
    count.not += Number(status.startsWith('not done'));
    count.left += Number(status.startsWith('left out'));
    const [, path] = /\]\(([^)]+)\)/.exec(header) ?? [];
    if (!path || !existsSync(resolve(dirname(file), path)) || !status.startsWith('done')) continue;
    const source = readFileSync(resolve(dirname(file), path), 'utf8');
    const claimed = names.startsWith('same') ? namesOfPython(python) : [];
    claimed.push(...[...names.matchAll(/`(?:\w+::)*~?([A-Za-z_]\w+)/g)].map(([, name = '']) => name));
    for (const name of claimed) {
      if (!new RegExp(`\\b${name}\\b`).test(source))
        problems.push(`api-coverage.md: ${python}: ${path} has no ${name}`);
    }
  }
  problems.push(...checkParameters(text));
  const table = [...counts]
    .map(([priority, { rows, done, not, left }]) => `| ${priority} | ${rows} | ${done} | ${not} | ${left} |`)
    .concat(countOfParameters(text))
    .join('\n');
  if (text.includes(table)) return;
  if (!write) problems.push('api-coverage.md: the counts are not those of the rows (--write counts again)');
  else writeFileSync(file, text.replace(/\| A \|[^\n]*\n(?:\| (?:B|C|–|Parameters) \|[^\n]*\n?)+/, `${table}\n`));
}

checkCoverage(join(docs, 'api-coverage.md'));

const examples = join(docs, 'examples');
for (const name of readdirSync(examples)) {
  if (!/\.(cpp|py)$/.test(name)) continue;
  if (!shown.has(join(examples, name))) problems.push(`docs/examples/${name} is shown nowhere`);
  if (!existsSync(join(examples, name.replace(/\.\w+$/, '.expected'))))
    problems.push(`docs/examples/${name} has no .expected`);
}

function checkVersions() {
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const header = [...read('core/include/asyncio/version.hpp').matchAll(/VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$/gm)];
  /** @type {Record<string, string | undefined>} */
  const versions = {
    'version.hpp': header.map(([, number]) => number).join('.'),
    'CMakeLists.txt': /project\(asyncio VERSION ([\d.]+)/.exec(read('CMakeLists.txt'))?.[1],
    'package.json': JSON.parse(read('package.json')).version,
    'vcpkg.json': JSON.parse(read('tools/packaging/vcpkg/asyncio-cpp/vcpkg.json')).version,
    'CHANGELOG.md': /^## (\d[\d.]*)/m.exec(read('CHANGELOG.md'))?.[1],
  };
  if (new Set(Object.values(versions)).size > 1)
    problems.push(
      `versions differ: ${Object.entries(versions)
        .map(([file, version]) => `${file} ${version}`)
        .join(', ')}`,
    );
}

checkVersions();

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(
  `docs: ${documents().length} documents, ${shown.size} programs and outputs, ${problems.length} problems\n`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
