/**
 * The embed mode, by what stands before the fragment: `?embed`, `&theme=dark` or `light` (else the reader's), and
 * `&panes=editor,output` (else these two). The address is the host page's to write: what it does not know is left out.
 */
const known = ['editor', 'output', 'timeline'] as const;
export type EmbedPane = (typeof known)[number];

export interface EmbedOptions {
  theme: 'dark' | 'light' | undefined;
  panes: readonly EmbedPane[];
}

/** Nothing where the page is not embedded. */
export function embedOptions(search: string): EmbedOptions | undefined {
  const named = new URLSearchParams(search);
  if (!named.has('embed')) return undefined;
  const theme = named.get('theme');
  const asked = (named.get('panes') ?? '').split(',');
  const panes = known.filter((pane) => asked.includes(pane));
  return {
    theme: theme === 'dark' || theme === 'light' ? theme : undefined,
    panes: panes.length > 0 ? panes : ['editor', 'output'],
  };
}
