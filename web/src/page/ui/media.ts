/** Media queries, also in a browser that has none: there each is false. */

export function matchesMedia(query: string, onChange?: (matches: boolean) => void): boolean {
  if (typeof matchMedia !== 'function') return false;
  const list = matchMedia(query);
  if (onChange) list.addEventListener('change', () => onChange(list.matches));
  return list.matches;
}
