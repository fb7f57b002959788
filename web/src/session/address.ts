/**
 * The page's address. Its fragment names the program that is shown, or is empty.
 *
 * A reload must bring back the draft, not the link once more; so an opened fragment is marked in the history entry, which
 * outlives a reload but is not part of the link.
 */
export class Address {
  get fragment(): string {
    return location.hash;
  }

  get isOpened(): boolean {
    const state: unknown = history.state;
    return typeof state === 'object' && state !== null && 'opened' in state && state.opened === this.fragment;
  }

  markOpened(): void {
    history.replaceState({ opened: this.fragment }, '');
  }

  /** Puts a link's fragment into the address, as already opened; returns the whole link. */
  show(fragment: string): string {
    history.replaceState({ opened: fragment }, '', fragment);
    return location.href;
  }

  clear(): void {
    if (this.fragment !== '') history.replaceState(null, '', location.pathname + location.search);
  }
}
