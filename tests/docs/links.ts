/** Where the links of a site of HTML lead: to files of it, and to places within them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseHTML } from 'linkedom';

const addresses = new Map([
  ['a', 'href'],
  ['link', 'href'],
  ['img', 'src'],
  ['script', 'src'],
]);

interface Page {
  links: string[];
  places: Set<string>;
}

function readPage(file: string): Page {
  const { document } = parseHTML(readFileSync(file, 'utf8'));
  const links = [...addresses].flatMap(([tag, attribute]) =>
    [...document.querySelectorAll(`${tag}[${attribute}]`)].map((element) => element.getAttribute(attribute) ?? ''),
  );
  const named = [...document.querySelectorAll('[id], a[name]')];
  return { links, places: new Set(named.flatMap((element) => [element.id, element.getAttribute('name') ?? ''])) };
}

/**
 * What the navigation leads to is not HTML, but data of its script: files, as to Doxygen each value of an enumeration is a place,
 * though its page shows those alone that have a description.
 */
const navigated = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/"([^"\s#]+\.html)(?:#[^"]*)?"/g)].map(([, link = '']) => link);

/** Links out of the site: to other hosts, and to the page, which the caller looks at. */
const leavesSite = (link: string): boolean => /^(?:[a-z]+:|\.\.\/)/.test(link);

export interface SiteLinks {
  checked: number;
  dead: string[];
  /** Files that the navigation leads to. */
  navigated: Set<string>;
}

export function checkLinks(site: string): SiteLinks {
  const files = readdirSync(site).map((name) => join(site, name));
  const pages = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, readPage(file)]));
  const menus = files.filter((file) => /navtree(?:data|index\d+)\.js$/.test(file));
  const found: SiteLinks = { checked: 0, dead: [], navigated: new Set() };
  const check = (from: string, link: string): void => {
    if (leavesSite(link)) return;
    found.checked++;
    const [path = '', fragment = ''] = decodeURI(link).split('#');
    const target = path === '' ? from : resolve(dirname(from), path);
    const isThere = existsSync(target) && statSync(target).isFile();
    if (isThere && (fragment === '' || pages.get(target)?.places.has(fragment))) return;
    found.dead.push(`${relative(site, from)}: ${link}`);
  };
  for (const [file, { links }] of pages) for (const link of links) check(file, link);
  for (const menu of menus)
    for (const link of navigated(menu)) {
      found.navigated.add(link);
      check(menu, link);
    }
  return found;
}
