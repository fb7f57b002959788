import { describe, expect, it } from 'vitest';
import { ownOrigin } from '../src/run/network.ts';

describe('what the page grants programs', () => {
  const network = ownOrigin('https://page.example/some/prefix/');
  const refusal = (url: string): string | undefined => network.refusal(new URL(url));

  it('is its own origin, by HTTP and by WebSocket', () => {
    expect(refusal('https://page.example/other')).toBeUndefined();
    expect(refusal('wss://page.example/socket')).toBeUndefined();
  });

  it('is nothing else', () => {
    for (const url of [
      'https://page.example:8443/',
      'http://page.example/',
      'ws://page.example/',
      'https://page.example.org/',
      'https://wss.example/',
      'data:text/plain,hello',
      'blob:https://other.example/1',
    ]) {
      expect(refusal(url)).toBe('this page lets programs reach nothing but its own origin, https://page.example');
    }
  });
});
