/**
 * Makes a sandbox's document: one file that needs no other, as nothing may be fetched from where it runs. It holds its policy,
 * one script named by its hash, and in that script the text of the Worker. The module of its `id` has its address.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const sourceOf = (name: string): string => fileURLToPath(new URL(`src/${name}`, import.meta.url));

interface SandboxOptions {
  /** `virtual:…` */
  id: string;
  /** Its Worker's script, in `src`. */
  worker: string;
  /** What stands in the page's policy for the document's script. */
  placeholder: string;
}

export function sandbox({ id, worker, placeholder }: SandboxOptions): Plugin {
  const resolved = `\0${id}`;
  const name = id.replace('virtual:', '');
  let hash = '';
  return {
    name,
    resolveId: (source) => (source === id ? resolved : undefined),
    async load(loaded) {
      if (loaded !== resolved) return undefined;
      const script = scriptOf(await bundled(worker), await bundled('sandbox/frame.ts'));
      hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
      const source = documentOf(script, hash);
      const reference = this.emitFile({ type: 'asset', name: `${name}.html`, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    // Offline the frame has its document from the page, and with it the page's policy beside its own.
    transformIndexHtml: (html) => html.replace(placeholder, hash),
  };
}

/** One classic script: a Worker from a blob can be no module in all browsers, and loads no other file. */
async function bundled(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutAddress()],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: sourceOf(name), formats: ['iife'], name: 'sandbox' },
      rolldownOptions: {
        output: { codeSplitting: false },
        // Emscripten's glue has an eval for what the interpreter never asks for, and code for Node; the policy refuses both.
        checks: { eval: false, commonJsVariableInEsm: false },
      },
    },
  });
  const [written] = Array.isArray(result) ? result : [];
  if (written === undefined) throw new Error(`${name} gave no script`);
  return written.output[0].code;
}

/** A script without an address of its own finds no files beside it; without this, Vite would put pyodide's 10 MB into the text. */
function withoutAddress(): Plugin {
  return {
    name: 'without-address',
    enforce: 'pre',
    transform: (code) => (code.includes('import.meta.url') ? code.replaceAll('import.meta.url', '""') : undefined),
  };
}

function scriptOf(worker: string, frame: string): string {
  // Within a script element nothing may look like its end, or like the begin of a comment.
  const text = JSON.stringify(worker).replaceAll('<', '\\u003c');
  return `const workerText = ${text};\n${frame.replaceAll('</script', '<\\/script')}`;
}

function documentOf(script: string, hash: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hash} blob: 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Where programs run</title>
<script>${script}</script>
`;
}
