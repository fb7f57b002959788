/** From the linked module to the one that is run. */
import { encodeLines, linesSection } from '../module/line-table.ts';
import { concatenate, customSection, takeApart } from '../module/sections.ts';
import { paths } from './arguments.ts';
import { linkersName, readLines } from './dwarf-lines.ts';
import { measured } from './size.ts';

/** The module with its table of lines and its size, and no other custom section. @param map what the linker wrote about it */
export async function finish(linked: Uint8Array, map: string): Promise<Uint8Array<ArrayBuffer>> {
  const { bare, code, custom } = takeApart(linked);
  const section = custom.get(linkersName);
  const lines = section ? encodeLines(readLines(section, paths.source, code)) : new Uint8Array(0);
  const module = concatenate([bare, customSection(linesSection, lines)]);
  return concatenate([module, await measured(module, map)]);
}
