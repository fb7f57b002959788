/** Where in the editor's text an event is from: the only place that knows how events tell theirs. */
import type { TraceEvent } from '../../../../wasm/api/types.ts';
import { isSourceFile } from '../editor/markers.ts';

type Placed = Extract<TraceEvent, { kind: 'created' | 'suspended' }>;

/** 0 where it is not from there. */
export function lineOf(event: Placed): number {
  return isSourceFile(event.file) ? event.line : 0;
}

/** Tasks that a runner makes for itself. */
export function isLibrarys(event: Extract<TraceEvent, { kind: 'created' }>): boolean {
  return event.file.startsWith('core/src/');
}
