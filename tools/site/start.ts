/** Builds the site and serves it on this machine. */
import { buildDist } from './dist.ts';
import { serve } from './serve.ts';
import { runMain, say } from '../toolchain/run.mjs';

await runMain(async () => {
  const dir = await buildDist('quick');
  const { url } = await serve(dir, Number(process.env['PORT'] ?? 8080));
  say(`the page is at ${url} (Ctrl+C ends it)`);
});
