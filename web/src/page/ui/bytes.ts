const mega = 1_000_000;

/** "812 kB", "12.3 MB" */
export function bytes(count: number): string {
  return count < mega ? `${Math.round(count / 1000)} kB` : `${(count / mega).toFixed(1)} MB`;
}
