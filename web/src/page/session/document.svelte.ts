/** The texts of this tab's programs, where the one in the editor came from, and the care that none of them is lost. */
import { losesMuch, type Earlier } from '../drafts/history.ts';
import { newId, type DraftStore } from '../drafts/store.ts';
import {
  activeOf,
  changed,
  freeName,
  longestName,
  withoutProgram,
  withProgram,
  type RunSettings,
  type StoredProgram,
  type Workspace,
} from '../drafts/workspace.ts';
import type { TextPosition } from '../editor/code-editor.ts';
import { exampleNamed, examples, exampleWithSource, type Example } from '../examples/catalog.ts';
import { decodeFragment, type Shared } from '../share/codec.ts';
import { DamagedLink } from '../share/packing.ts';
import { noteOfVersion } from '../share/version.ts';
import { messageOf } from '../../../../wasm/api/errors.ts';
import type { ClockChoice } from '../run/clock-choice.svelte.ts';
import { type Address } from './address.ts';
import { type Notices } from './notices.svelte.ts';

const saveAfterMs = 300;
/** While somebody types, the text goes into the history so often. */
const rememberEveryMs = 120_000;

const freshSource = `#include <asyncio/asyncio.hpp>
#include <print>

asyncio::Coro<void> async_main() {
  std::println("Hello");
  co_return;
}

int main() { asyncio::run(async_main()); }
`;

export interface DocumentOptions {
  store: DraftStore;
  notices: Notices;
  address: Address;
  clock: ClockChoice;
  /** How programs are made and what they are given, at this moment. */
  settings: { current(): RunSettings; set(settings: RunSettings): void };
  /** Where the cursor is; nothing while there is no editor. */
  cursor(): TextPosition | undefined;
  onReplaced(): void;
  /** Whether the address names a schedule for the program's runs, and which. */
  onSchedule(schedule: string | undefined): void;
}

export class ProgramDocument {
  /** The instant of the program's run that the link leads to, as a number of events; nothing once another text is shown. */
  linkedEvent = $state.raw<number>();
  /** The newest first. */
  history = $state.raw<readonly Earlier[]>([]);
  #space: Workspace = $state.raw({ programs: [], active: '', changed: 0 });
  readonly #options: DocumentOptions;
  #saveTimer: ReturnType<typeof setTimeout> | undefined;
  #rememberedAt = Date.now();

  constructor(options: DocumentOptions) {
    this.#options = options;
    const first = programOf(examples[0]?.title ?? 'main', examples[0]?.source ?? freshSource, examples[0]);
    this.#space = options.store.read() ?? { programs: [first], active: first.id, changed: Date.now() };
    this.history = options.store.history;
  }

  get programs(): readonly StoredProgram[] {
    return this.#space.programs;
  }

  /** The one in the editor. */
  get active(): StoredProgram {
    return activeOf(this.#space);
  }

  get source(): string {
    return this.active.source;
  }

  /** The example that the text started from; its Python original is the one to show. */
  get origin(): Example | undefined {
    const { example, source } = this.active;
    return exampleNamed(example ?? '') ?? exampleWithSource(source);
  }

  /** What a link to the text holds. */
  get shared(): Shared {
    const { current } = this.#options.clock;
    const clock = current === 'real' ? {} : { clock: current };
    const example = exampleWithSource(this.source);
    const given = { ...clock, ...this.settings };
    if (example !== undefined) return { kind: 'example', name: example.name, ...given };
    return { kind: 'program', source: this.source, ...given };
  }

  /** How the program is made and what it is given, at this moment. */
  get settings(): RunSettings {
    return this.#options.settings.current();
  }

  edit(source: string): void {
    const before = this.source;
    if (source === before) return;
    if (losesMuch(before, source)) this.remember('Before much was deleted');
    else if (Date.now() - this.#rememberedAt > rememberEveryMs) this.remember('While typing');
    this.#space = changed(this.#space, this.active.id, { source });
    this.arrived();
    // The address must not promise a program that is no longer the one shown.
    this.#options.address.clear();
    this.saveSoon();
  }

  openExample(name: string): boolean {
    const example = exampleNamed(name);
    if (example === undefined) return false;
    this.#options.address.clear();
    this.#open(example.title, example.source, example);
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

  /** Shows another of the programs. */
  activate(id: string): void {
    if (id === this.#space.active || !this.programs.some((each) => each.id === id)) return;
    this.#keepPlace();
    this.#options.address.clear();
    this.#show({ ...this.#space, active: id });
  }

  create(): void {
    this.#keepPlace();
    this.#options.address.clear();
    this.#show(withProgram(this.#space, programOf(freeName(this.#space, 'main'), freshSource)));
  }

  rename(id: string, name: string): void {
    const wanted = name.trim().slice(0, longestName);
    if (wanted === '') return;
    this.#space = changed(this.#space, id, { name: wanted });
    this.save();
  }

  close(id: string): void {
    const before = this.#space;
    const closed = this.programs.find((each) => each.id === id);
    if (closed === undefined || this.programs.length === 1) return;
    this.remember('Closed', closed);
    this.#show(withoutProgram(before, id));
    const undo = (): void => {
      this.#options.notices.dismiss('closed');
      this.#show(withProgram(this.#space, closed));
    };
    const text = `“${closed.name}” was closed.`;
    this.#options.notices.show({ topic: 'closed', tone: 'info', text, actions: [{ label: 'Undo', run: undo }] });
  }

  /** Shows an earlier text in the place of the present one, which is listed in its stead. */
  goBack({ name, source }: Earlier): void {
    this.remember('Before going back');
    if (this.active.name !== name && !this.#isSpare(this.active)) {
      this.#open(name, source, undefined);
      return;
    }
    this.#space = changed(this.#space, this.active.id, { source });
    this.#options.address.clear();
    this.#show(this.#space);
  }

  /** Lists the text as it is now among the earlier ones. */
  remember(what: string, { name, source } = this.active): void {
    this.#rememberedAt = Date.now();
    if (source.trim() === '' || source === freshSource || exampleWithSource(source) !== undefined) return;
    this.#options.store.remember({ when: Date.now(), name, what, source });
    this.history = this.#options.store.history;
  }

  /** What a program is given was changed, or how it is made. */
  saveSoon(): void {
    this.#saveTimer ??= setTimeout(() => this.save(), saveAfterMs);
  }

  save(): void {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = undefined;
    this.#keepPlace();
    this.#space = { ...this.#space, changed: Date.now() };
    if (this.#options.store.write(this.#space)) return this.#options.notices.dismiss('storage');
    this.#options.notices.showOnce({
      topic: 'storage',
      tone: 'warning',
      text: 'This browser does not let the page keep your draft: a reload would lose it. Use Share to save a link.',
      actions: [],
    });
  }

  /** The page goes, perhaps for ever. */
  leave(): void {
    this.remember('Left');
    this.save();
    this.#options.store.leave();
  }

  /** The page is back. */
  back(): void {
    this.#options.store.claim();
  }

  #keepPlace(): void {
    const cursor = this.#options.cursor();
    const { settings } = this;
    this.#space = changed(this.#space, this.active.id, { settings, ...(cursor === undefined ? {} : { cursor }) });
  }

  /** The program's own hold from now on. */
  applySettings(): void {
    this.#options.settings.set(this.active.settings ?? { optimisation: 0, text: '', args: '', env: '' });
  }

  #openShared(shared: Shared): void {
    this.#openProgram(shared);
    const { optimisation = 0, text = '', args = '', env = '' } = shared;
    this.#options.settings.set({ optimisation, text, args, env });
    this.linkedEvent = shared.event;
    this.#noteVersion(shared);
    if (shared.event === undefined) return;
    const said = 'This link leads to an instant of the run: Run goes there.';
    this.#options.notices.show({ topic: 'instant', tone: 'info', text: said, actions: [] });
  }

  #noteVersion(shared: Shared): void {
    const text = noteOfVersion(shared);
    if (text === undefined) this.#options.notices.dismiss('version');
    else this.#options.notices.show({ topic: 'version', tone: 'info', text, actions: [] });
  }

  #openProgram(shared: Shared): void {
    switch (shared.kind) {
      case 'program':
        return this.#open('Linked program', shared.source, undefined);
      case 'example': {
        const example = exampleNamed(shared.name);
        if (example === undefined)
          throw new DamagedLink(`This link names an example “${shared.name}” that there is not.`);
        return this.#open(example.title, example.source, example);
      }
    }
  }

  /** In the place of a text that nobody has typed, if there is one; or in a tab of its own. */
  #open(name: string, source: string, origin: Example | undefined): void {
    this.arrived();
    const before = this.active;
    if (source === before.source && origin?.name === before.example) return;
    this.#keepPlace();
    const known = this.programs.find((each) => each.source === source);
    const spare = [before, ...this.programs].find((each) => this.#isSpare(each));
    const fresh = programOf(name, source, origin);
    if (known !== undefined) this.#show({ ...changed(this.#space, known.id, example(origin)), active: known.id });
    else if (spare !== undefined) {
      const { id, ...rest } = fresh;
      const programs = this.programs.map((each) => (each.id === spare.id ? { ...rest, id } : each));
      this.#show({ ...this.#space, programs, active: id });
    } else this.#show(withProgram(this.#space, { ...fresh, name: freeName(this.#space, name) }));
    if (!this.#isSpare(before)) this.#offerBack(before.id);
  }

  /** Whether nothing is lost with it. */
  #isSpare({ source }: StoredProgram): boolean {
    return source.trim() === '' || source === freshSource || exampleWithSource(source) !== undefined;
  }

  #offerBack(id: string): void {
    const restore = (): void => {
      const left = this.active;
      this.#options.notices.dismiss('draft');
      this.activate(id);
      if (!this.#isSpare(left)) this.#offerBack(left.id);
    };
    this.#options.notices.show({
      topic: 'draft',
      tone: 'info',
      text: 'Your earlier draft was kept.',
      actions: [{ label: 'Restore draft', run: restore }],
    });
  }

  #show(space: Workspace): void {
    this.arrived();
    this.#space = space;
    this.applySettings();
    this.#options.onReplaced();
    this.saveSoon();
  }
}

function programOf(name: string, source: string, origin?: Example): StoredProgram {
  return { id: newId(), name, source, ...example(origin) };
}

function example(origin: Example | undefined): { example?: string } {
  return origin === undefined ? {} : { example: origin.name };
}
