/** The server of `npm start`, and that what it sends is what the page's loader expects. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCompiler } from '../compiler/compiler.ts';
import { siteDir } from '../../tools/site/parts.ts';
import { unpack } from '../node/unpack.ts';
import { serve } from '../../tools/site/serve.ts';
import { compiler } from './support.ts';

test('the compiler loads from the server, file by file of the sizes that its manifest tells', async () => {
  await compiler();
  const { url, close } = await serve(siteDir, 0);
  let last = { loaded: 0, total: 0 };
  try {
    const loaded = await loadCompiler({
      baseUrl: `${url}compiler/`,
      unpack,
      onProgress: (progress) => (last = progress),
    });
    const { ok, text } = await loaded.compile('int main() {}\n');
    assert.ok(ok, text);
    assert.equal(last.loaded, last.total);
  } finally {
    close();
  }
});

test('what is not there is not found', async () => {
  const { url, close } = await serve(siteDir, 0);
  try {
    assert.equal((await fetch(`${url}nothing.html`)).status, 404);
  } finally {
    close();
  }
});
