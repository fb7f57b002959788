/** Messages above the editor that stay until they are dismissed or no longer true. */

export interface NoticeAction {
  label: string;
  run(): void;
}

export interface Notice {
  /** What it is about; a newer notice about the same takes its place. */
  topic:
    | 'link'
    | 'instant'
    | 'draft'
    | 'closed'
    | 'version'
    | 'storage'
    | 'compiler'
    | 'silent-program'
    | 'recording'
    | 'page'
    | 'update';
  tone: 'info' | 'warning' | 'error';
  text: string;
  actions: NoticeAction[];
}

export class Notices {
  #list = $state.raw<readonly Notice[]>([]);

  /** What is said once a visit. */
  #said: readonly Notice['topic'][] = [];

  get list(): readonly Notice[] {
    return this.#list;
  }

  show(notice: Notice): void {
    this.#list = [...this.#list.filter((other) => other.topic !== notice.topic), notice];
  }

  /** The same, unless it was said before. */
  showOnce(notice: Notice): void {
    if (this.#said.includes(notice.topic)) return;
    this.#said = [...this.#said, notice.topic];
    this.show(notice);
  }

  dismiss(topic: Notice['topic']): void {
    this.#list = this.#list.filter((notice) => notice.topic !== topic);
  }
}
