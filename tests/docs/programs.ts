/** The programs of the documents, and the links of the site that open them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Document } from '../../docs/reference/documents.ts';
import { isWhole, pageUrl, runsInPage } from '../../docs/reference/playground.ts';
import { decodeFragment } from '../../web/src/page/share/codec.ts';

export interface ProgramCount {
  opened: string[];
  /** Documents whose whole programs need what a browser has not. */
  without: string[];
}

const programsOf = ({ text }: Document): string[] =>
  [...text.matchAll(/^```cpp\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

async function linkedPrograms(html: string): Promise<string[]> {
  const { document } = parseHTML(readFileSync(html, 'utf8'));
  const links = [...document.querySelectorAll('a.playground')].map((link) => link.getAttribute('href') ?? '');
  const decoded = links.map(async (link) => {
    if (!link.startsWith(`${pageUrl}#`)) throw new Error(`${link} does not lead to the page`);
    const shared = await decodeFragment(link.slice(pageUrl.length));
    return shared?.kind === 'program' ? shared.source : '';
  });
  return Promise.all(decoded);
}

/** @throws Error if a link is missing, or opens anything but the program above it. */
export async function checkPrograms(site: string, documents: readonly Document[]): Promise<ProgramCount> {
  const found: ProgramCount = { opened: [], without: [] };
  for (const document of documents) {
    const page = document.file === 'guide.md' ? 'index.html' : document.file.replace(/md$/, 'html');
    const programs = programsOf(document);
    const wanted = programs.filter(runsInPage);
    const linked = await linkedPrograms(join(site, page));
    if (linked.length !== wanted.length || linked.some((program, i) => program !== wanted[i]))
      throw new Error(
        `${page}: its links do not open the ${wanted.length} programs of ${document.file}, in their order`,
      );
    found.opened.push(...wanted);
    const others = programs.filter((program) => isWhole(program) && !runsInPage(program));
    found.without.push(...others.map(() => document.file));
  }
  return found;
}
