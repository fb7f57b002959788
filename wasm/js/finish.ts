/** From the linked module to the one that is run. */
import { paths } from './arguments.ts';
import { encodeLines, readLines } from './line-table.ts';
import { concatenate, customSection, takeApart } from './sections.ts';
import { measured } from './size.ts';
import { linesSection } from './where.ts';

/**
 * The module without the names of its functions, which are as large as their code and shown to nobody, with its table of
 * lines and its size. @param map what the linker wrote about it
 */
export async function finish(linked: Uint8Array, map: string): Promise<Uint8Array> {
  const { bare, code, custom } = takeApart(linked);
  const debugLines = custom.get('.debug_line');
  const lines = debugLines ? encodeLines(readLines(debugLines, paths.source, code)) : new Uint8Array(0);
  const module = concatenate([bare, customSection(linesSection, lines)]);
  return concatenate([module, await measured(module, map)]);
}
