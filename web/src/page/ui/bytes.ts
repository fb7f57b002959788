const MEGA = 1_000_000;

/** "812 kB", "12.3 MB" */
export function bytes(count: number): string {
  return count < MEGA ? `${Math.round(count / 1000)} kB` : `${(count / MEGA).toFixed(1)} MB`;
}
