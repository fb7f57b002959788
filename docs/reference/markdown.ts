/** The documents as Doxygen reads them: it joins them to one site, but knows neither GitHub's fragments nor its fences. */
import { basename } from 'node:path';
import { fragmentOf } from '../fragment.mjs';
import { linkTo, runsInPage } from './playground.ts';
import type { Document } from './documents.ts';

const languages = new Map([
  ['py', '.py'],
  ['cpp', '.cpp'],
]);
const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

/** @param documents all of the site: links to other files are words alone */
export async function forDoxygen(document: Document, documents: readonly Document[]): Promise<string> {
  const { file, text } = document;
  const seen = new Map<string, number>();
  const prose = (part: string): string => withLinks(labelHeadings(part, file, seen), file, documents);
  const parts: string[] = [];
  let end = 0;
  const source = text.replaceAll(/<!-- \S+ -->\n\n?/g, '');
  for (const match of source.matchAll(fence)) {
    const [block, language = '', content = ''] = match;
    parts.push(prose(source.slice(end, match.index)));
    parts.push(`\`\`\`{${languages.get(language) ?? '.unparsed'}}\n${content}\`\`\``);
    if (language === 'cpp' && runsInPage(content)) parts.push(await playgroundLink(content));
    end = match.index + block.length;
  }
  parts.push(prose(source.slice(end)));
  return parts.join('');
}

async function playgroundLink(program: string): Promise<string> {
  return `\n\n<a href="${await linkTo(program)}" class="playground">Open in the playground</a>\n`;
}

/** Doxygen's labels are those of the whole site, and in Latin letters. */
const labelOf = (file: string, fragment: string): string =>
  `${basename(file, '.md')}-${fragment}`.replaceAll(/[^\w-]/g, '_');

/** The title gives the page its address, other headings get the fragments that links name. */
function labelHeadings(text: string, file: string, seen: Map<string, number>): string {
  return text.replaceAll(/^(#+) (.*)$/gm, (_, level: string, heading: string) => {
    if (level === '#') return `# ${heading} {#${basename(file, '.md')}}`;
    const fragment = fragmentOf(heading);
    const before = seen.get(fragment) ?? 0;
    seen.set(fragment, before + 1);
    return `${level} ${heading} {#${labelOf(file, before === 0 ? fragment : `${fragment}-${before}`)}}`;
  });
}

const headers = /^\.\.\/(?:core|wasm\/runtime)\/include\/(asyncio\/(?!detail\/).*\.hpp)$/;

function withLinks(text: string, from: string, documents: readonly Document[]): string {
  return text.replaceAll(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, (link, words: string, target: string) => {
    if (/^https?:/.test(target)) return link;
    const [path = '', fragment] = target.split('#');
    const [, header] = headers.exec(path) ?? [];
    if (header !== undefined) return `[${words}](@ref ${header})`;
    const file = path === '' ? from : basename(path);
    if (/^\.\.\/\w+\//.test(path) || !documents.some((document) => document.file === file)) return words;
    return `[${words}](${fragment === undefined ? file : `@ref ${labelOf(file, fragment)}`})`;
  });
}
