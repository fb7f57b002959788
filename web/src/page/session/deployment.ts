/**
 * Finds out whether the site was updated while the page was open: then its old files are gone, and only a reload helps. With a
 * service worker they are not: see offline.ts.
 */

/** False also where that cannot be told, offline say. */
export async function wasReplaced(pageUrl: string, ownScript: string | null | undefined): Promise<boolean> {
  if (ownScript === null || ownScript === undefined) return false;
  try {
    const response = await fetch(pageUrl, { cache: 'no-store' });
    return response.ok && !(await response.text()).includes(ownScript);
  } catch {
    return false;
  }
}
