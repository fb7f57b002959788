/** The text in the editor, where it came from, and the care that none of it is lost. */
import { type DraftStore } from '../drafts/store.ts';
import { exampleNamed, examples, exampleWithSource, type Example } from '../examples/catalog.ts';
import { decodeFragment, type Shared } from '../share/codec.ts';
import { DamagedLink } from '../share/packing.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { ClockChoice } from '../run/clock-choice.svelte.ts';
import { type Address } from './address.ts';
import { type Notices } from './notices.svelte.ts';

const saveAfterMs = 300;

export interface DocumentOptions {
  store: DraftStore;
  notices: Notices;
  address: Address;
  clock: ClockChoice;
  onReplaced(): void;
  /** Whether the address names a schedule for the program's runs, and which. */
  onSchedule(schedule: string | undefined): void;
}

export class ProgramDocument {
  source = $state.raw('');
  /** The example that the text started from; its Python original is the one to show. */
  origin = $state.raw<Example>();
  /** The instant of the program's run that the link leads to, as a number of events; nothing once another text is shown. */
  linkedEvent = $state.raw<number>();
  readonly #options: DocumentOptions;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DocumentOptions) {
    this.#options = options;
    const draft = options.store.readDraft();
    const first = examples[0];
    this.source = draft?.source ?? first?.source ?? '';
    this.origin = draft === undefined ? first : (exampleNamed(draft.example ?? '') ?? exampleWithSource(draft.source));
  }

  get isUneditedExample(): boolean {
    return exampleWithSource(this.source) !== undefined;
  }

  /** What a link to the text holds. */
  get shared(): Shared {
    const { current } = this.#options.clock;
    const clock = current === 'real' ? {} : { clock: current };
    const example = exampleWithSource(this.source);
    if (example !== undefined) return { kind: 'example', name: example.name, ...clock };
    return { kind: 'program', source: this.source, ...clock };
  }

  edit(source: string): void {
    if (source === this.source) return;
    this.source = source;
    this.arrived();
    // The address must not promise a program that is no longer the one shown.
    this.#options.address.clear();
    this.#saveTimer ??= setTimeout(() => this.save(), saveAfterMs);
  }

  openExample(name: string): boolean {
    const example = exampleNamed(name);
    if (example === undefined) return false;
    this.#options.address.clear();
    this.#replace(example.source, example);
    return true;
  }

  /** Opens what the address holds. Never runs it. */
  async openAddress(): Promise<void> {
    const { address, notices } = this.#options;
    try {
      const shared = await decodeFragment(address.fragment);
      notices.dismiss('link');
      if (shared === undefined) return;
      this.#openShared(shared);
      if (shared.clock !== undefined) this.#options.clock.lend(shared.clock);
      this.#options.onSchedule(shared.schedule);
    } catch (error) {
      if (!(error instanceof DamagedLink)) throw error;
      notices.show({ topic: 'link', tone: 'error', text: `${messageOf(error)} Nothing was changed.`, actions: [] });
    }
  }

  /** The instant of the link is shown, or is one of another text. */
  arrived(): void {
    this.linkedEvent = undefined;
    this.#options.notices.dismiss('instant');
  }

  /** Brings back the draft that something else took the place of; the present one is kept in its stead. */
  restoreKept(): void {
    const kept = this.#options.store.readKept();
    this.#options.notices.dismiss('draft');
    if (kept === undefined) return;
    this.#options.store.dropKept();
    this.#options.address.clear();
    this.#replace(kept.source, exampleNamed(kept.example ?? ''));
  }

  save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    if (this.#options.store.writeDraft(this.#draft)) return;
    this.#options.notices.show({
      topic: 'storage',
      tone: 'warning',
      text: 'This browser does not let the page keep your draft: a reload would lose it. Use Share to save a link.',
      actions: [],
    });
  }

  get #draft(): { source: string; example?: string } {
    return { source: this.source, ...(this.origin === undefined ? {} : { example: this.origin.name }) };
  }

  #openShared(shared: Shared): void {
    this.#openProgram(shared);
    this.linkedEvent = shared.event;
    if (shared.event === undefined) return;
    const text = 'This link leads to an instant of the run: Run goes there.';
    this.#options.notices.show({ topic: 'instant', tone: 'info', text, actions: [] });
  }

  #openProgram(shared: Shared): void {
    switch (shared.kind) {
      case 'program':
        return this.#replace(shared.source, undefined);
      case 'example': {
        const example = exampleNamed(shared.name);
        if (example === undefined)
          throw new DamagedLink(`This link names an example “${shared.name}” that there is not.`);
        return this.#replace(example.source, example);
      }
    }
  }

  #replace(source: string, origin: Example | undefined): void {
    this.arrived();
    if (source === this.source && origin === this.origin) return;
    if (source !== this.source) this.#keepDraft();
    this.source = source;
    this.origin = origin;
    this.save();
    this.#options.onReplaced();
  }

  #keepDraft(): void {
    if (this.isUneditedExample || this.source.trim() === '') return;
    this.#options.store.writeKept(this.#draft);
    this.#options.notices.show({
      topic: 'draft',
      tone: 'info',
      text: 'Your earlier draft was kept.',
      actions: [{ label: 'Restore draft', run: () => this.restoreKept() }],
    });
  }
}
