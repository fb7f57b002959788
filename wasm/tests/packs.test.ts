import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileNode, FileSystem, normalise } from '../compiler/filesystem.ts';
import { mountPack, parseManifest } from '../compiler/pack-format.ts';
import { encodePack } from '../packs/encode-pack.ts';
import { cached, hashOf, writeWhole } from '../../tools/content.ts';
import { makeOnce } from '../../tools/toolchain/stamp.mjs';

test('a pack gives back the files that went into it', () => {
  const files = new FileSystem();
  const pack = encodePack(
    new Map([
      ['/a/b', Buffer.from('one')],
      ['/ü', new Uint8Array(0)],
    ]),
  );
  mountPack(pack, files);
  assert.equal(Buffer.from(files.read('/a/b') ?? []).toString(), 'one');
  assert.equal(files.read('/ü')?.length, 0);
  assert.ok(files.directory('/a') !== undefined);
});

test('a manifest of another format is refused', () => {
  assert.throws(() => parseManifest('{"format": 1}'), /reload the page/);
});

test('a run writes to its own layer', () => {
  const base = new FileSystem();
  base.add('/lib/x', 'base');
  const layer = new FileSystem(base);
  layer.add('/lib/../lib/x', 'layer');
  const grown = layer.set('/out', new FileNode());
  grown.write(Buffer.from('abc'), 2);
  assert.equal(Buffer.from(base.read('lib/x') ?? []).toString(), 'base');
  assert.equal(Buffer.from(layer.read('/lib/x') ?? []).toString(), 'layer');
  assert.deepEqual([...(layer.read('/out') ?? [])], [0, 0, 97, 98, 99]);
  assert.equal(layer.remove('/lib/x'), true);
  assert.equal(Buffer.from(layer.read('/lib/x') ?? []).toString(), 'base');
});

test('folders have inodes of their own, the same in every layer', () => {
  const base = new FileSystem();
  base.add('/a/b/c', '');
  const layer = new FileSystem(base);
  layer.add('/a/d/e', '');
  const inodes = ['/', '/a', '/a/b'].map((path) => layer.directory(path));
  assert.equal(new Set(inodes).size, 3);
  assert.deepEqual(
    inodes,
    ['/', '/a', '/a/b'].map((path) => base.directory(path)),
  );
  assert.equal(normalise('/a/./b/../c//d'), 'a/c/d');
});

test('the hash sees where one part ends and the next begins', () => {
  assert.notEqual(hashOf('ab', 'c'), hashOf('a', 'bc'));
  assert.equal(hashOf(new Map([['a', Buffer.from('b')]])), hashOf(new Map([['a', Buffer.from('b')]])));
});

test('an interrupted step leaves nothing, a finished one is not done again', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'asyncio-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const target = join(dir, 'made');
  await assert.rejects(
    makeOnce(target, 'key', () => Promise.reject(new Error('interrupted'))),
    /interrupted/,
  );
  let runs = 0;
  const fill = (tmp: string): void => (runs++, writeWhole(join(tmp, 'x'), 'x'));
  await makeOnce(target, 'key', fill);
  await makeOnce(target, 'key', fill);
  assert.equal(runs, 1);
  await makeOnce(target, 'other key', fill);
  assert.equal(runs, 2);
  assert.equal(readFileSync(join(target, 'x'), 'utf8'), 'x');
  assert.equal(cached(join(target, 'y'), () => Buffer.from('y')).length, 1);
});
