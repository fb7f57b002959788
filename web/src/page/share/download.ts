/** Gives files to the reader. */
import { strToU8, zipSync } from 'fflate';

/** @param folder in which they lie in the archive */
export function zipOf(files: Record<string, string>, folder: string): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9 });
}
