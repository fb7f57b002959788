import { describe, expect, it } from 'vitest';
import { HistoryBuilder } from '../../src/page/rewind/history-builder.ts';
import { paces } from '../../src/page/rewind/playback.ts';
import { Rewind } from '../../src/page/rewind/rewind.svelte.ts';
import { begin, created, end, lines, suspended, woken } from './events.ts';

function stage(): { builder: HistoryBuilder; rewind: Rewind } {
  const builder = new HistoryBuilder();
  builder.add([...lines, created(1, 0), begin(1, 1), suspended(1, 2, 8), end(1, 3)]);
  return { builder, rewind: new Rewind(() => builder.history) };
}

describe('rewinding', () => {
  it('begins at the end of the run and comes back to it', () => {
    const { rewind } = stage();
    expect(rewind.instant).toBeUndefined();
    rewind.step(-1);
    expect(rewind.instant?.position).toBe(3);
    rewind.step(1);
    rewind.step(1);
    expect(rewind.instant).toBeUndefined();
  });

  it('stays where it is while the run goes on', () => {
    const { builder, rewind } = stage();
    rewind.goTo(2);
    builder.add([woken(1, 9), begin(1, 10)]);
    expect(rewind.present).toEqual({ position: 2, time: 1 });
    rewind.live();
    expect(rewind.present.position).toBe(6);
  });

  it('runs to a line, from the end of the run to the first time, and says where there is none', () => {
    const { rewind } = stage();
    rewind.runTo(8);
    expect(rewind.instant?.position).toBe(3);
    rewind.runTo(8);
    expect(rewind.instant?.position).toBe(3);
    expect(rewind.said).toBe('No task comes to line 8 again.');
    rewind.live();
    rewind.runTo(99);
    expect(rewind.said).toBe('No task comes to line 99.');
  });

  it('plays from the beginning to the end, and stops there', () => {
    const { rewind } = stage();
    rewind.pace = paces.findIndex(([, pace]) => 'steps' in pace && pace.steps === 4);
    rewind.play();
    expect(rewind.instant?.position).toBe(0);
    rewind.passed(250);
    expect(rewind.instant?.position).toBe(1);
    rewind.passed(200);
    rewind.passed(200);
    expect(rewind.instant?.position).toBe(2);
    for (let i = 0; i < 3; i++) rewind.passed(250);
    expect([rewind.instant, rewind.isPlaying]).toEqual([undefined, false]);
  });

  it('a step or a choice ends the play', () => {
    const { rewind } = stage();
    rewind.play();
    rewind.step(1);
    expect(rewind.isPlaying).toBe(false);
    rewind.passed(10_000);
    expect(rewind.instant?.position).toBe(1);
  });

  it('another run begins at its end, with no task selected', () => {
    const { rewind } = stage();
    rewind.task = 1;
    rewind.goTo(1);
    rewind.reset();
    expect([rewind.instant, rewind.task]).toEqual([undefined, undefined]);
  });
});
