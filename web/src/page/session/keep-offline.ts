/** Has the page kept for visits without a network, and offers a newer version when there is one. */
import { canBeKept, Offline } from './offline.ts';
import type { Notices } from './notices.svelte.ts';

/** @param ownScript the page's script element */
export function keepOffline(notices: Notices, ownScript: HTMLScriptElement | null): void {
  if (ownScript === null || !canBeKept()) return;
  const tell = (text: string, actions: { label: string; run(): void }[]): void =>
    notices.show({ topic: 'update', tone: 'info', text, actions });
  const offline = new Offline(navigator.serviceWorker, {
    address: new URL('sw.js', document.baseURI).href,
    script: ownScript.src,
    onUpdate: () =>
      tell('There is a newer version of this page. Your text is kept.', [
        { label: 'Update', run: () => offline.replace() },
      ]),
    onOthers: () =>
      tell('Close the other tabs of this page first, then update.', [
        { label: 'Update', run: () => offline.replace() },
      ]),
    onReplaced: () => location.reload(),
  });
  void offline.start();
}

/** Whether the service worker answers this page's requests. */
export function isServed(): boolean {
  return canBeKept() && navigator.serviceWorker.controller !== null;
}
