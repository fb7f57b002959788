import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NetworkRequest } from '../../wasm/api/types.ts';
import type { NetworkReply } from '../src/protocol/messages.ts';
import { ProgramNetwork, type Asked } from '../src/page/run/network.ts';

const request = (url: string): NetworkRequest => ({
  url,
  method: 'GET',
  headers: [],
  body: new Uint8Array(),
  place: 'main.cpp:7',
});

class Stage {
  readonly replies: NetworkReply[] = [];
  asked: Asked = { origin: '', requests: [], total: 0 };
  readonly network = new ProgramNetwork({
    baseUrl: 'https://page.example/some/prefix/',
    answer: (reply) => this.replies.push(reply),
    onChange: (asked) => (this.asked = asked),
  });
}

const fetched = vi.fn<typeof fetch>();
beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

describe('what programs ask of the network', () => {
  it('is refused until the reader allows it, and listed with the line that asked', async () => {
    const stage = new Stage();
    await stage.network.fetch(1, 1, request('https://page.example/a'));
    expect(stage.replies).toMatchObject([{ kind: 'fetchFailed', refused: true }]);
    expect(stage.asked.requests).toMatchObject([
      { url: 'https://page.example/a', place: 'main.cpp:7', outcome: 'refused' },
    ]);
    expect(fetched).not.toHaveBeenCalled();
    expect(stage.network.granted).toBe(false);
  });

  it('goes to the page’s own origin alone, without cookies', async () => {
    const stage = new Stage();
    stage.network.granted = true;
    fetched.mockImplementation(() => Promise.resolve(new Response('hello')));
    await stage.network.fetch(1, 1, request('https://page.example/other'));
    expect(fetched.mock.lastCall?.[1]).toMatchObject({ credentials: 'omit', mode: 'same-origin' });
    expect(stage.replies).toMatchObject([{ kind: 'fetched', status: 200 }]);
    expect(stage.asked.requests).toMatchObject([{ outcome: '200' }]);
    for (const url of [
      'https://page.example:8443/',
      'http://page.example/',
      'https://page.example.org/',
      'data:text/plain,hello',
      'blob:https://other.example/1',
      'nonsense',
    ]) {
      await stage.network.fetch(1, 2, request(url));
      expect(stage.replies.at(-1)).toMatchObject({ kind: 'fetchFailed', refused: true });
    }
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('is ended with the run, and few at a time', () => {
    const stage = new Stage();
    stage.network.granted = true;
    const signals: AbortSignal[] = [];
    fetched.mockImplementation((_url, init) => {
      if (init?.signal) signals.push(init.signal);
      return new Promise(() => {});
    });
    for (let id = 1; id <= 20; id++) void stage.network.fetch(1, id, request('https://page.example/slow'));
    expect(signals).toHaveLength(8);
    expect(stage.replies).toHaveLength(12);
    stage.network.dispose();
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });

  it('is listed up to a number', async () => {
    const stage = new Stage();
    for (let id = 1; id <= 1_000; id++) await stage.network.fetch(1, id, request('https://elsewhere.example/'));
    expect([stage.asked.requests.length, stage.asked.total]).toEqual([100, 1_000]);
  });
});
