/**
 * The page's address. Its fragment names the program that is shown, or is empty: an edit clears it. So whatever the address
 * names, after Back or Reload too, is what is to be shown.
 */
export class Address {
  get fragment(): string {
    return location.hash;
  }

  /** Puts a link's fragment into the address; returns the whole link. */
  show(fragment: string): string {
    history.replaceState(null, '', fragment);
    return location.href;
  }

  clear(): void {
    if (this.fragment !== '') history.replaceState(null, '', location.pathname + location.search);
  }
}
