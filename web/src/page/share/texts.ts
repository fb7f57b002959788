/** A program as a text to put elsewhere. */

/** A fenced block, and a link to run it. */
export function markdownOf(source: string, link: string): string {
  const longest = Math.max(0, ...Array.from(source.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}cpp\n${source.replace(/\n*$/, '\n')}${fence}\n\n[Run it in the playground](${link})\n`;
}

/** The address of the same link in the embed mode. */
export function embedAddress(link: string): string {
  const url = new URL(link);
  url.search = '?embed';
  return url.href;
}

/** An `<iframe>` to put into a page. */
export function embedOf(link: string): string {
  const address = embedAddress(link).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${address}" width="700" height="400" style="border: 0" loading="lazy" title="A C++ program to edit and run" allow="clipboard-write"></iframe>\n`;
}
