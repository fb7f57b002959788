/** What the session takes from the page around it. */
import type { Clock } from '../../../../wasm/api/types.ts';
import type { InputSource } from '../input/program-input.svelte.ts';
import type { WorkerLike } from '../workers/worker-like.ts';
import type { Notices } from './notices.svelte.ts';

export interface SessionOptions {
  spawnCompiler(): WorkerLike;
  spawnRun(): WorkerLike;
  /** Takes away all in which programs run: the next one runs in a new place. */
  replaceSandbox(): void;
  /** The page's address. */
  baseUrl: string;
  compilerUrl: string;
  /** How many the machine has. */
  cores: number;
  examplesUrl: string;
  /** Where the connection is slow or costs: tells how many bytes the compiler has to load; it waits until it is needed. */
  bytesToSpare?: () => Promise<number>;
  /** Whether programs may use JSPI; without it they run in the fallback, which cannot answer while it waits. */
  jspi: boolean;
  notices: Notices;
  /** Whether the site was updated since the page was opened. */
  wasReplaced(): Promise<boolean>;
  /** Loads the page anew. */
  reload(): void;
  /** The text that the editor shows at this moment. */
  source(): string;
  /** The one that is chosen at this moment. */
  clock(): Clock;
  /** The same; absent: first in, first out. With one, time is virtual. */
  schedule?(): string | undefined;
  /** What programs are given; absent: nothing. */
  input?: InputSource;
}
