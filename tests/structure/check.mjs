// @ts-check
/**
 * Holds core to its structure, with nothing but Node:
 * - a folder includes only those that folders.json lets it include, each of which stands before it there;
 * - what a header declares is defined in the source of its name, or in the header itself;
 * - no two headers have one name;
 * - what is installed is what the public headers need;
 * - no `catch` stands round a `co_await` in a loop: optimised, Clang makes wrong code of it (docs/pitfalls.md).
 *
 *   node tests/structure/check.mjs             reports, and fails if something is wrong
 *   node tests/structure/check.mjs --figures   files and lines of each folder, headers that are installed
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catchesInLoops } from './catches.mjs';
import { entitiesOf, withoutNoise } from './lexer.mjs';

/** @typedef {import('./lexer.mjs').Entity} Entity */
/** @typedef {{ may_include: string[], public?: string[], platform?: boolean }} Folder */
/** @typedef {{ path: string, folder: string, stem: string, header: boolean, text: string, entities: Entity[] }} File */

const here = dirname(fileURLToPath(import.meta.url));
const core = join(here, '..', '..', 'core');
/** @type {Record<string, Folder>} */
const folders = JSON.parse(readFileSync(join(here, 'folders.json'), 'utf8'));
const folderOfPublic = new Map(
  Object.entries(folders).flatMap(([folder, { public: names = [] }]) => names.map((name) => [name, folder])),
);

/** @type {string[]} */
const problems = [];

/** @param {string} path within core @returns {string} the folder that it belongs to; empty if to none */
function folderOf(path) {
  const within = /^(?:src|include\/asyncio\/detail)\/(.*)$/.exec(path);
  if (within) return dirname(within[1] ?? '');
  return folderOfPublic.get(basename(path, '.hpp')) ?? '';
}

/** @returns {File[]} */
function filesOfCore() {
  const paths = ['include', 'src'].flatMap((room) =>
    readdirSync(join(core, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
  );
  return paths
    .filter((path) => /\.[ch]pp$/.test(path))
    .map((path) => {
      const text = readFileSync(join(core, path), 'utf8');
      const stem = basename(path).replace(/\.[ch]pp$/, '');
      return { path, folder: folderOf(path), stem, header: path.endsWith('.hpp'), text, entities: entitiesOf(text) };
    });
}

const files = filesOfCore();
const byInclude = new Map(
  files.filter(({ header }) => header).map((file) => [file.path.replace(/^(?:include|src)\//, ''), file]),
);

/** @param {File} file @returns {File[]} the headers of core that it includes */
function includesOf(file) {
  return [...file.text.matchAll(/^#include [<"]([^">]+)[">]/gm)].flatMap(([, path = '']) => byInclude.get(path) ?? []);
}

function checkFolders() {
  const before = new Set();
  for (const [name, { may_include: allowed }] of Object.entries(folders)) {
    for (const other of allowed)
      if (!before.has(other)) problems.push(`folders.json: ${other} does not stand before ${name}`);
    before.add(name);
    if (!existsSync(join(core, 'src', name, 'README.md'))) problems.push(`src/${name} has no README.md`);
  }
  for (const file of files) {
    const folder = folders[file.folder];
    if (!folder) {
      problems.push(`${file.path} belongs to no folder of folders.json`);
      continue;
    }
    for (const header of includesOf(file)) {
      if (header.folder === file.folder || folder.may_include.includes(header.folder)) continue;
      problems.push(`${file.path} (${file.folder}) must not include ${header.path} (${header.folder})`);
    }
    if (/^#include "(?!asyncio\/)[^"/]+"/m.test(file.text)) problems.push(`${file.path} includes without a folder`);
  }
}

function checkTable() {
  /** @type {Set<string>} */
  const used = new Set(files.flatMap((file) => includesOf(file).map((header) => `${file.folder} ${header.folder}`)));
  for (const [name, { may_include: allowed }] of Object.entries(folders))
    for (const other of allowed)
      if (!used.has(`${name} ${other}`)) problems.push(`folders.json: ${name} includes nothing of ${other}`);
}

function checkNames() {
  /** @type {Map<string, string>} */
  const seen = new Map();
  for (const { path, stem, header } of files) {
    if (!header) continue;
    const other = seen.get(stem);
    if (other) problems.push(`${path} and ${other} have one name`);
    seen.set(stem, path);
  }
}

function checkInstalled() {
  const needed = new Set(files.filter(({ path }) => /^include\/asyncio\/\w+\.hpp$/.test(path)));
  for (const file of needed) for (const header of includesOf(file)) needed.add(header);
  for (const file of files)
    if (file.path.startsWith('include/') && !needed.has(file)) problems.push(`${file.path}: no public header needs it`);
  for (const file of needed)
    if (file.path.startsWith('src/')) problems.push(`${file.path} is not installed, but a public header needs it`);
}

/** @param {string} namespace @param {string} name @returns {string[]} what it may mean, the innermost first */
function candidates(namespace, name) {
  const parts = namespace.split('::').filter(Boolean);
  return parts.map((_, i) => [...parts.slice(0, parts.length - i), name].join('::')).concat(name);
}

/** @param {(entity: Entity, file: File) => boolean} wanted @returns {Map<string, File[]>} where each name stands */
function index(wanted) {
  /** @type {Map<string, File[]>} */
  const found = new Map();
  for (const file of files)
    for (const entity of file.entities) {
      if (entity.local || !wanted(entity, file)) continue;
      const name = [entity.namespace, entity.name].filter(Boolean).join('::');
      found.set(name, [...(found.get(name) ?? []), file]);
    }
  return found;
}

const classes = index(({ kind, name }) => kind === 'class' && !name.includes('::'));
const functions = index(({ kind, name }, { header }) => kind === 'function' && header && !name.includes('::'));

/** @param {Entity} entity @returns {File[]} where it is declared; none if in no header and no class */
function declarationsOf({ name, namespace }) {
  const parts = name.split('::');
  for (let length = 1; length < parts.length; length++)
    for (const candidate of candidates(namespace, parts.slice(0, length).join('::'))) {
      const owner = classes.get(candidate);
      if (owner) return owner;
    }
  for (const candidate of candidates(namespace, name)) {
    const owner = functions.get(candidate);
    if (owner) return owner;
  }
  return [];
}

/** @param {File} file @param {File} header @returns {boolean} whether what `header` declares may be defined there */
const mayDefine = (file, header) =>
  file === header ||
  (!file.header &&
    file.stem === header.stem &&
    (file.folder === header.folder || folders[file.folder]?.platform === true));

function checkDefinitions() {
  for (const file of files)
    for (const entity of file.entities) {
      if (!entity.defined || entity.local || (entity.kind === 'class' && !entity.name.includes('::'))) continue;
      const declared = declarationsOf(entity);
      if (declared.length === 0 || declared.some((header) => mayDefine(file, header))) continue;
      problems.push(`${file.path}:${entity.line}: ${entity.name} is declared in ${declared[0]?.path}`);
    }
}

function checkCatches() {
  for (const file of files)
    for (const line of catchesInLoops(withoutNoise(file.text)))
      problems.push(`${file.path}:${line}: a catch round a co_await in a loop, which Clang miscompiles`);
}

function printFigures() {
  for (const name of Object.keys(folders)) {
    const own = files.filter(({ folder }) => folder === name);
    const lines = own.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    process.stdout.write(
      `${name.padEnd(14)} ${String(own.length).padStart(3)} files ${String(lines).padStart(5)} lines\n`,
    );
  }
  const installed = files.filter(({ path }) => path.startsWith('include/')).length;
  process.stdout.write(`${installed} headers installed, ${files.length - installed} private files\n`);
}

checkFolders();
checkTable();
checkNames();
checkInstalled();
checkDefinitions();
checkCatches();
if (process.argv.includes('--figures')) printFigures();
for (const problem of problems) process.stderr.write(`core: ${problem}\n`);
process.stdout.write(`structure: ${files.length} files, ${problems.length} problems\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
