/** The precompiled header comes in columns, and is put together again bit by bit. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { paths } from '../compiler/arguments.ts';
import { Damaged } from '../compiler/bitstream/damaged.ts';
import { joinBitstream } from '../compiler/bitstream/join.ts';
import { loadFiles } from '../compiler/load.ts';
import { fetchFile } from '../node/fetch-file.ts';
import { unpack } from '../node/unpack.ts';
import { splitBitstream } from '../packs/bitstream/split.ts';
import { BuildClang } from '../packs/clang.ts';
import { siteDir } from '../../tools/site/parts.ts';
import { compiler } from './support.ts';

const header = `template <class T> struct List { T* begin; unsigned long long size = 0xfedcba9876543210ull; };
inline double first(const List<double>& list) { return list.size > 0 ? *list.begin : 1.5e300; }
namespace n { enum class Colour { red = -1, green }; }
`;

let small: Uint8Array;
let columns: Uint8Array;
before(() => {
  const args = [
    'clang',
    '-cc1',
    '-triple',
    'wasm32',
    '-std=c++23',
    '-emit-pch',
    '-o',
    '/out',
    '-x',
    'c++-header',
    '/in.hpp',
  ];
  small = new BuildClang().run(args, new Map([['/in.hpp', Buffer.from(header)]]), '/out');
  columns = splitBitstream(small);
});

test('a small precompiled header comes back as it was', () => {
  assert.equal(Buffer.compare(joinBitstream(columns), small), 0);
});

test('so does the whole one', async () => {
  await compiler();
  const { base } = await loadFiles({ baseUrl: pathToFileURL(`${siteDir}/compiler/`), fetch: fetchFile, unpack });
  const whole = base.read(paths.pch);
  assert.ok(whole !== undefined && whole.length > 10_000_000);
  assert.equal(Buffer.compare(joinBitstream(splitBitstream(whole)), whole), 0);
});

/** Whether damage shows: some gives other numbers, but a bitstream all the same. */
function isRefused(damaged: Uint8Array): boolean {
  try {
    joinBitstream(damaged);
    return false;
  } catch (error) {
    assert.ok(error instanceof Damaged, String(error));
    assert.match(error.message, /damaged/);
    return true;
  }
}

test('what is cut is refused', () => {
  for (let length = 0; length < columns.length; length += 1 + (length >> 3)) {
    assert.ok(isRefused(columns.subarray(0, length)), `${length} bytes of ${columns.length}`);
  }
});

test('damaged bytes end with a clear error, or with other bytes, and never hang', () => {
  let refused = 0;
  for (let at = 0; at < columns.length; at += 97) {
    const damaged = columns.slice();
    damaged[at] = (damaged[at] ?? 0) ^ (1 + (at % 255));
    if (isRefused(damaged)) refused++;
  }
  assert.ok(refused > 0);
});
