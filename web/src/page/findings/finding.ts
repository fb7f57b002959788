/** What the page says about a run beyond what it printed: each with its place, a sentence and a way to mend it. */

export type FindingKind =
  | 'deadlock'
  | 'neverRetrieved'
  | 'neverAwaited'
  | 'destroyedPending'
  | 'neverYields'
  | 'blocked'
  | 'swallowed'
  | 'pendingAtExit'
  | 'sequential'
  | 'lockHeld'
  | 'queueGrows';

/** A line that is a part of it. */
export interface FindingStep {
  /** 0 where it is not known. */
  line: number;
  text: string;
}

export interface Finding {
  kind: FindingKind;
  /** Of the editor's text; 0 where that is not known. */
  line: number;
  /** Whom it is about, or 0. */
  task: number;
  /** One sentence in plain words. */
  text: string;
  /** A way to mend it. */
  advice: string;
  /** Who waits for whom, one after the other; of a circle the last for the first. */
  steps?: readonly FindingStep[];
}

export const titles: Record<FindingKind, string> = {
  deadlock: 'A wait that nothing can end',
  neverRetrieved: 'Exception never retrieved',
  neverAwaited: 'Coroutine never awaited',
  destroyedPending: 'Task destroyed while it waited',
  neverYields: 'Task that does not yield',
  blocked: 'Loop blocked',
  swallowed: 'Cancellation swallowed',
  pendingAtExit: 'Task still pending at exit',
  sequential: 'Awaited one after another',
  lockHeld: 'Lock held across a long wait',
  queueGrows: 'A queue that only grows',
};

/** One for each kind and line: the first of them, and how many more there are. */
export function grouped(findings: readonly Finding[]): { finding: Finding; more: number }[] {
  const groups = new Map<string, { finding: Finding; more: number }>();
  for (const finding of findings) {
    const key = `${finding.kind} ${finding.line === 0 ? finding.text : finding.line}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { finding, more: 0 });
    else group.more += 1;
  }
  return [...groups.values()];
}
