/** From the linked module to the one that is run. */
import { encodeLines, linesSection } from '../module/line-table.ts';
import { concatenate, customSection, takeApart } from '../module/sections.ts';
import { paths } from './arguments.ts';
import { linkersName, readLines } from './dwarf-lines.ts';
import { measured } from './size.ts';

/** The module with its table of lines and its size, and no other custom section. */
export async function finish(linked: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const sections = takeApart(linked);
  const section = sections.custom.get(linkersName);
  const lines = section ? encodeLines(readLines(section, paths.source, sections.code)) : new Uint8Array(0);
  const module = concatenate([sections.bare, customSection(linesSection, lines)]);
  return concatenate([module, await measured(module, sections)]);
}
