/**
 * Makes the sandbox's document: one file that needs no other, as nothing may be fetched from where it runs. It holds its policy,
 * one script named by its hash, and in that script the text of the Worker. `virtual:sandbox` is its address.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const sourceOf = (name: string): string => fileURLToPath(new URL(`src/${name}`, import.meta.url));

/** What stands in the page's policy for the sandbox's script. */
const sandboxHash = "'sha256-sandbox'";

export function sandbox(): Plugin {
  const id = 'virtual:sandbox';
  const resolved = `\0${id}`;
  let hash = '';
  return {
    name: 'sandbox',
    resolveId: (source) => (source === id ? resolved : undefined),
    async load(loaded) {
      if (loaded !== resolved) return undefined;
      const script = scriptOf(await bundled('workers/program/program.worker.ts'), await bundled('sandbox/frame.ts'));
      hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
      const source = documentOf(script, hash);
      const reference = this.emitFile({ type: 'asset', name: 'sandbox.html', source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    // Offline the frame has its document from the page, and with it the page's policy beside its own.
    transformIndexHtml: (html) => html.replace(sandboxHash, hash),
  };
}

/** One classic script: a Worker from a blob can be no module in all browsers, and loads no other file. */
async function bundled(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: sourceOf(name), formats: ['iife'], name: 'sandbox' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [written] = Array.isArray(result) ? result : [];
  if (written === undefined) throw new Error(`${name} gave no script`);
  return written.output[0].code;
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
