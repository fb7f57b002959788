/** Makes the HTML reference from the headers' comments and the documents, with the guide as its main page, in build/docs. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDir, root } from '../../tools/toolchain/paths.mjs';
import { run, runMain, say } from '../../tools/toolchain/run.mjs';
import { makeOnce } from '../../tools/toolchain/stamp.mjs';
import { readDocuments } from './documents.ts';
import { forDoxygen } from './markdown.ts';
import { ensureTheme, scripts, stylesheets, writeHeader } from './theme.ts';

const here = import.meta.dirname;
const output = join(buildDir, 'docs');
/** The documents as Doxygen reads them, and its configuration. */
const work = join(buildDir, 'doxygen');

/** Where the public headers are. */
const includes = [join(root, 'core', 'include'), join(root, 'wasm', 'runtime', 'include')];

/** What else the site is made of. */
const others = [here, join(root, 'web', 'src', 'page', 'share')];

function version(): string {
  const [, number] = /project\(asyncio VERSION ([\d.]+)/.exec(readFileSync(join(root, 'CMakeLists.txt'), 'utf8')) ?? [];
  return number ?? '';
}

function filesBelow(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Changes when anything does that the reference is made of. */
function inputKey(): string {
  const hash = createHash('sha256');
  for (const { text } of readDocuments()) hash.update(text);
  for (const file of [...includes, ...others].flatMap(filesBelow).sort()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** Makes the reference unless it is there already. @returns its folder */
export async function buildReference(): Promise<string> {
  await makeOnce(output, inputKey(), makeReference);
  return output;
}

async function makeReference(target: string): Promise<void> {
  ensureTheme();
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const documents = readDocuments();
  for (const document of documents) writeFileSync(join(work, document.file), await forDoxygen(document, documents));
  const values = new Map([
    ['VERSION', version()],
    ['OUTPUT', target],
    ['ROOT', root],
    ['INPUT', [...documents.map(({ file }) => join(work, file)), ...includes].join(' ')],
    ['MAINPAGE', join(work, 'guide.md')],
    ['HEADER', writeHeader(work)],
    ['STYLESHEETS', [...stylesheets, join(here, 'reference.css')].join(' ')],
    ['SCRIPTS', scripts.join(' ')],
  ]);
  const template = readFileSync(join(here, 'Doxyfile.in'), 'utf8');
  writeFileSync(
    join(work, 'Doxyfile'),
    template.replaceAll(/@([A-Z]+)@/g, (_, name: string) => values.get(name) ?? ''),
  );
  say('making the reference');
  run('doxygen', [join(work, 'Doxyfile')], { cwd: work });
}

if (process.argv[1] === import.meta.filename) {
  await runMain(async () => say(`the reference is in ${await buildReference()}`));
}
