// @ts-check
/** Which folder may import from which. What is not listed here, the tests and scripts of a room, may import from everywhere. */
import { dirname, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/**
 * A folder, and where the files in it may import from, beside their own folder. `node:` stands for Node's modules, `npm` for
 * packages. The longest folder that holds a file counts.
 * @type {ReadonlyMap<string, readonly string[]>}
 */
const borders = new Map([
  // The bytes of a module and the calls of a system know of nobody.
  ['wasm/module', ['wasm/api']],
  ['wasm/wasi', []],
  // Compiler and host are strangers to each other.
  ['wasm/api', ['wasm/run/program-module.ts', 'wasm/run/scheduler.ts', 'npm']],
  ['wasm/compiler', ['wasm/api', 'wasm/module', 'wasm/wasi']],
  ['wasm/run', ['wasm/api', 'wasm/module', 'wasm/run', 'wasm/wasi']],
  ['wasm/run/web', ['wasm/api', 'wasm/wasi']],
  ['wasm/node', ['wasm/api', 'wasm/compiler', 'wasm/run', 'node:']],
  ['wasm/packs', ['wasm/compiler', 'wasm/module', 'tools', 'node:', 'npm']],
  // Page, Workers and frame share only what they say to each other.
  ['web/src/protocol', ['wasm/api', 'npm']],
  ['web/src/page', ['web/src/protocol', 'web/examples', 'docs/examples', 'wasm/api', 'package.json', 'npm']],
  [
    'web/src/workers',
    [
      'web/src/protocol',
      'wasm/api',
      'wasm/compiler/compiler.ts',
      'wasm/run/benchmarks.ts',
      'wasm/run/event-log.ts',
      'wasm/run/explore.ts',
      'wasm/run/host.ts',
      'wasm/run/input-queue.ts',
      'wasm/run/program-module.ts',
      'wasm/run/scheduler.ts',
      'wasm/run/told.ts',
      'wasm/run/trace.ts',
      'bench/contenders/javascript/benchmark.mjs',
      'bench/questions',
      'npm',
    ],
  ],
  ['web/src/sandbox', ['web/src/protocol']],
  ['web/src/service-worker', ['web/src/protocol']],
  // In a browser there is no Node.
  ['bench/contenders/javascript', []],
  ['bench/contenders/javascript/node', ['bench/contenders/javascript', 'bench/questions', 'node:']],
  ['bench/questions', ['bench/contenders/javascript']],
  ['bench/questions/echo', ['node:']],
  // Runs before anything is installed.
  ['tools/toolchain', ['node:']],
  ['tools/site', ['tools', 'wasm', 'web/src/protocol', 'docs', 'node:', 'npm']],
]);

/** @param {string} path @param {string} folder */
const isWithin = (path, folder) => path === folder || path.startsWith(`${folder}/`);

/** The folder of the table that a file lies in. @param {string} path */
function folderOf(path) {
  const holding = [...borders.keys()].filter((folder) => isWithin(path, folder));
  return holding.sort((a, b) => b.length - a.length)[0];
}

/** @param {string} file */
const inProject = (file) => relative(root, file).split(sep).join('/');

/** What an import names, in the words of the table. @param {string} from @param {string} specifier */
function targetOf(from, specifier) {
  if (specifier.startsWith('.')) return inProject(resolve(dirname(from), specifier.replace(/\?.*/, '')));
  return specifier.startsWith('node:') ? 'node:' : 'npm';
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: { type: 'problem', schema: [], messages: { crossed: '{{folder}} may not import from {{target}}' } },
  create(context) {
    const folder = folderOf(inProject(context.filename));
    if (folder === undefined) return {};
    /** @param {any} node whose source is a string, if it is known */
    const check = ({ source }) => {
      const specifier = source?.value ?? source?.literal?.value;
      if (typeof specifier !== 'string' || specifier.startsWith('virtual:')) return;
      const target = targetOf(context.filename, specifier);
      if (folderOf(target) === folder || borders.get(folder)?.some((allowed) => isWithin(target, allowed))) return;
      context.report({ node: source, messageId: 'crossed', data: { folder, target } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      // Vite's import of all files that a pattern names.
      'CallExpression[callee.object.type="MetaProperty"][callee.property.name="glob"]': (/** @type {any} */ node) =>
        check({ source: node.arguments[0] }),
      TSImportType: check,
    };
  },
};
