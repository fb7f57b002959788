/** What the service worker knows of the site; the build puts it before the script. */
export interface SiteFiles {
  /** Of the whole: another with any file. */
  version: string;
  /** Paths below the site's own, each with the SHA-256 of its content where the name does not hold a hash. */
  files: readonly (readonly [path: string, digest: string | null])[];
}

/** What the page asks of it. */
export type ServiceWorkerRequest =
  /** To serve the page that asks at once, if it is of the same version: that is, has this script. */
  | { kind: 'serve'; script: string }
  /** To take the place of the version before. Answered by `others` where other pages have that open. */
  | { kind: 'replace' };

export const othersAreOpen = 'others';
