/** A row of buttons with one stop for Tab: arrows move within it. An action of Svelte's. */
export function toolbar(bar: HTMLElement): { destroy(): void } {
  let current: HTMLElement | undefined;

  /** Those of a dialog that a button has opened are the dialog's. */
  const buttons = (): HTMLElement[] =>
    [...bar.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter(
      (each) => each.closest('[role=dialog]') === null,
    );

  function arrange(): void {
    const all = buttons();
    if (current === undefined || !all.includes(current)) current = all[0];
    for (const each of all) each.tabIndex = each === current ? 0 : -1;
  }

  function focused({ target }: FocusEvent): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null || !buttons().includes(button)) return;
    current = button;
    arrange();
  }

  function press(event: KeyboardEvent): void {
    const all = buttons();
    const at = all.findIndex((each) => each === document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (at < 0 || by === undefined) return;
    event.preventDefault();
    all[(at + by + all.length) % all.length]?.focus();
  }

  bar.addEventListener('focusin', focused);
  bar.addEventListener('keydown', press);
  const observer = new MutationObserver(arrange);
  observer.observe(bar, { childList: true, subtree: true });
  arrange();
  return { destroy: () => observer.disconnect() };
}
