/** Which of the documents' programs open in the playground, and by which link. */
import { encodeFragment } from '../../web/src/page/share/codec.ts';
import { namesNotInBrowser } from './not-in-browser.ts';

/** The page, as seen from the site's folder `docs`. */
export const pageUrl = '../';

/** What a browser has not, whatever the library offers: threads, and the system's own calls. */
const foreign = /^(?:thread|future|csignal|.*\.h|(?!asyncio\/).*\/.*)$/;

const absent = namesNotInBrowser();

/** What a reader can copy and compile. */
export const isWhole = (program: string): boolean =>
  /^#include <asyncio\//m.test(program) && /^int main\(/m.test(program);

/**
 * The one rule: a program opens in the page if it is whole, that is, includes the library, has a main() and no file of its own
 * beside it, and names nothing that a browser has not. What of the library that is, docs/api-coverage.md says.
 */
export function runsInPage(program: string): boolean {
  if (!isWhole(program)) return false;
  const includes = [...program.matchAll(/^#include ([<"])(.*)[>"]/gm)];
  if (includes.some(([, bracket, header = '']) => bracket === '"' || foreign.test(header))) return false;
  return !(program.match(/\w+/g) ?? []).some((word) => absent.has(word));
}

/** @returns the link that the page's Share button would make */
export async function linkTo(program: string): Promise<string> {
  return pageUrl + (await encodeFragment({ kind: 'program', source: program }));
}
