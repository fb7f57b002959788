import type { Diagnostic } from '../../../../wasm/api/types.ts';
import type { Problems } from '../session/session.svelte.ts';

/** "2 errors, 1 warning"; empty when there are none. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => [diagnostics.filter((one) => one.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** The linker's errors, and a compiler that gave up, name no place: then its own words are all there is. */
export function hasUnplacedError(problems: Problems): boolean {
  return !problems.ok && !problems.diagnostics.some((one) => one.severity === 'error');
}
