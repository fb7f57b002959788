/** What the page warns of, each with a way out. */
import type { Notices } from './notices.svelte.ts';

export function warnOfSilence(notices: Notices, jspi: boolean, stop: () => void): void {
  const never = 'it never yields to the event loop (nothing was awaited that takes time)';
  notices.show({
    topic: 'silent-program',
    tone: 'warning',
    text: `Still running: ${jspi ? never : 'no end after ten seconds'}. Stop ends it.`,
    actions: [{ label: 'Stop program', run: stop }],
  });
}

export function warnOfUpdate(notices: Notices, reload: () => void): void {
  notices.show({
    topic: 'page',
    tone: 'warning',
    text: 'This site was updated since you opened the page. Reload it to go on; your text is kept.',
    actions: [{ label: 'Reload', run: reload }],
  });
}
