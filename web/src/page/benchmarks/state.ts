/** What the view shows of a suite of benchmarks, and how each event changes it. */
import type { BenchmarkRow } from '../../../../wasm/api/types.ts';
import type { BenchReply } from '../../protocol/messages.ts';
import { inOrder } from './questions.ts';

export type Phase =
  | { kind: 'idle' }
  | { kind: 'loading' }
  | { kind: 'running'; question: string; turn: number }
  | { kind: 'finished' }
  | { kind: 'stopped' }
  | { kind: 'failed'; message: string };

export interface SuiteState {
  phase: Phase;
  /** How often each question is asked. */
  turns: number;
  questions: readonly string[];
  /** Questions asked so far, over all turns. */
  asked: number;
  /** In the order of the questions; those that have figures. */
  rows: readonly BenchmarkRow[];
}

export type SuiteEvent = { kind: 'start'; turns: number } | { kind: 'stop' } | BenchReply;

export const notRun: SuiteState = { phase: { kind: 'idle' }, turns: 0, questions: [], asked: 0, rows: [] };

export function reduce(state: SuiteState, event: SuiteEvent): SuiteState {
  switch (event.kind) {
    case 'start':
      return { ...notRun, phase: { kind: 'loading' }, turns: event.turns };
    case 'stop':
      return isBusy(state) ? { ...state, phase: { kind: 'stopped' } } : state;
    case 'questions':
      return { ...state, questions: inOrder(event.questions) };
    case 'asking': {
      const { question, turn } = event;
      return { ...state, asked: state.asked + 1, phase: { kind: 'running', question, turn } };
    }
    case 'row':
      return { ...state, rows: withRow(state, event.row) };
    case 'finished':
      return { ...state, phase: { kind: 'finished' } };
    case 'broken':
      return { ...state, phase: { kind: 'failed', message: event.message } };
  }
}

function withRow({ questions, rows }: SuiteState, row: BenchmarkRow): BenchmarkRow[] {
  const known = new Map([...rows, row].map((one) => [one.question, one]));
  return questions.flatMap((question) => known.get(question) ?? []);
}

export function isBusy({ phase }: SuiteState): boolean {
  return phase.kind === 'loading' || phase.kind === 'running';
}

/** From 0 to 1; nothing while it is not known how much there is to do. */
export function progress({ phase, turns, questions, asked }: SuiteState): number | undefined {
  if (phase.kind !== 'running' || questions.length === 0) return undefined;
  return (asked - 1) / (questions.length * turns);
}

/** For a live region: changes once a turn, so that it can be listened to. */
export function announcement({ phase, turns, rows }: SuiteState): string {
  switch (phase.kind) {
    case 'idle':
      return '';
    case 'loading':
      return 'Loading the benchmarks…';
    case 'running':
      return `Turn ${phase.turn} of ${turns}`;
    case 'finished':
      return `Finished: ${rows.length} questions answered.`;
    case 'stopped':
      return rows.length > 0 ? 'Stopped. The figures so far are shown.' : 'Stopped.';
    case 'failed':
      return 'Failed.';
  }
}
