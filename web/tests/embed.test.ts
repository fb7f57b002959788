import { describe, expect, it } from 'vitest';
import { embedOptions } from '../src/page/embed/options.ts';

describe('the embed mode', () => {
  it.each([
    ['', undefined],
    ['?theme=dark', undefined],
    ['?embed', { theme: undefined, panes: ['editor', 'output'] }],
    ['?embed&theme=dark&panes=timeline,output', { theme: 'dark', panes: ['output', 'timeline'] }],
    ['?embed=1&theme="><b>&panes=nothing,else', { theme: undefined, panes: ['editor', 'output'] }],
  ])('is read from the address: %s', (search, options) => expect(embedOptions(search)).toEqual(options));
});
