/**
 * What is measured inside the page: how long it did not answer at all, and how long a reader waits between a click on Stop
 * and the word "Stopped". Installed before the page's own scripts.
 */

export interface Readings {
  longestGapMs: number;
  /** From the click, by the clock of the input event, to the frame that shows it. */
  stopMs: number | undefined;
}

declare global {
  interface Window {
    takeReadings(): Readings;
  }
}

/** Runs in the page, so it may use nothing from outside of itself. */
export function installGauges(): void {
  if (window.top !== window) return;
  const beatMs = 4;
  let readings: Readings = { longestGapMs: 0, stopMs: undefined };
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    readings.longestGapMs = Math.max(readings.longestGapMs, now - last - beatMs);
    last = now;
    setTimeout(beat, beatMs);
  };
  setTimeout(beat, beatMs);

  let clickedAt: number | undefined;
  addEventListener(
    'pointerdown',
    (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button?.textContent.trim() === 'Stop') clickedAt = event.timeStamp;
    },
    { capture: true },
  );
  const watcher = new MutationObserver(() => {
    if (clickedAt === undefined || document.querySelector('[role=status]')?.textContent !== 'Stopped') return;
    const since = clickedAt;
    clickedAt = undefined;
    requestAnimationFrame(() => (readings.stopMs = performance.now() - since));
  });
  watcher.observe(document, { subtree: true, childList: true, characterData: true });

  window.takeReadings = () => {
    const taken = readings;
    readings = { longestGapMs: 0, stopMs: undefined };
    last = performance.now();
    return taken;
  };
}
