/** At which instant of the run the panes are, and which task they are about. */
import { instantAt, instantOfTime, nextReached, step, type Direction, type Instant, type StepBy } from './instant.ts';
import type { History } from './history.ts';
import { paces, play } from './playback.ts';

/** A page that was hidden does not make up for it. */
const longestFrameMs = 250;

export class Rewind {
  /** Nothing: the end of the run, wherever that goes. */
  instant = $state.raw<Instant>();
  stepBy = $state<StepBy>('event');
  /** Which of the paces it plays at. */
  pace = $state(1);
  /** The selected task, in all panes. */
  task = $state.raw<number>();
  /** What the latest command came to, where it came to nothing that can be seen. */
  said = $state('');
  #playing = $state(false);
  #restMs = 0;
  readonly #history: () => History;

  constructor(history: () => History) {
    this.#history = history;
  }

  get isPlaying(): boolean {
    return this.#playing;
  }

  /** At the end of the run it is the end. */
  get present(): Instant {
    const history = this.#history();
    return this.instant ?? instantAt(history, history.length);
  }

  /** Another run begins. */
  reset(): void {
    this.live();
    this.task = undefined;
  }

  live(): void {
    this.#playing = false;
    this.instant = undefined;
    this.said = '';
  }

  goTo(position: number): void {
    this.#show(instantAt(this.#history(), position));
  }

  goToTime(time: number): void {
    this.#show(instantOfTime(this.#history(), time));
  }

  step(direction: Direction): void {
    const next = step(this.#history(), this.present, this.stepBy, direction, this.task);
    if (next !== undefined) this.#show(next);
    else if (direction === 1) this.live();
  }

  /** To the next time that a task comes to a line; from the end of the run: to the first. */
  runTo(line: number): void {
    const next = nextReached(this.#history(), line, this.instant?.position ?? 0);
    if (next !== undefined) return this.#show(next);
    const again = this.instant === undefined ? '' : ' again';
    this.said = `No task comes to line ${line}${again}.`;
  }

  play(): void {
    if (this.instant === undefined) this.goTo(0);
    this.#restMs = 0;
    this.#playing = true;
  }

  pause(): void {
    this.#playing = false;
  }

  /** A frame of the play has passed. */
  passed(elapsedMs: number): void {
    const [, pace] = paces[this.pace] ?? [];
    if (!this.#playing || this.instant === undefined || pace === undefined) return;
    const elapsed = this.#restMs + Math.min(elapsedMs, longestFrameMs);
    const played = play(this.#history(), this.instant, elapsed, pace, this.stepBy, this.task);
    this.#restMs = played.restMs;
    if (played.instant === undefined) this.live();
    else this.instant = played.instant;
  }

  #show(instant: Instant): void {
    this.pause();
    this.said = '';
    this.instant = instant;
  }
}
