/** Makes packs of files, as `mountPack` reads them. */
import { joinBitstream } from '../compiler/bitstream/join.ts';
import { encodeRows, type PackRow } from '../compiler/pack-format.ts';
import { ToolchainError } from '../../tools/toolchain/run.mjs';
import { splitBitstream } from './bitstream/split.ts';

/** @param columns the paths of bitstreams, which are kept by their columns */
export function encodePack(files: ReadonlyMap<string, Uint8Array>, columns: readonly string[] = []): Uint8Array {
  return encodeRows(
    [...files].map(([path, data]) => {
      const part = columns.includes(path) ? columnsOf(path, data) : data;
      const row: PackRow = { path, size: part.length, columns: part !== data };
      return [row, part] as const;
    }),
  );
}

/** Nothing of it may be lost, whatever a later Clang writes: that is tried for each. */
function columnsOf(path: string, bitstream: Uint8Array): Uint8Array {
  const columns = splitBitstream(bitstream);
  if (Buffer.compare(joinBitstream(columns), bitstream) !== 0)
    throw new ToolchainError(`${path} is another one after it was split into columns`);
  return columns;
}
