import { describe, expect, it } from 'vitest';
import { lockDown } from '../src/workers/lockdown.ts';

describe('the lock-down of a Worker', () => {
  it('leaves the language and what the host uses, on no object that the scope inherits from anything else', () => {
    class Base {
      declare importScripts: unknown;
    }
    Base.prototype.importScripts = () => {};
    const scope = Object.assign(new Base(), { fetch: () => {}, WebSocket: () => {}, WebAssembly, Map, setTimeout });
    expect(lockDown(scope)).toEqual([]);
    expect(Object.keys(scope).sort()).toEqual(['Map', 'WebAssembly', 'setTimeout']);
    expect('importScripts' in scope).toBe(false);
    expect(scope.constructor).toBe(Base);
  });

  it('says what it could not take, and leaves what it is told to', () => {
    const scope = Object.create(null) as Record<string, unknown>;
    Object.defineProperty(scope, 'fixed', { value: 1, configurable: false });
    scope.Blob = 1;
    scope.caches = 2;
    expect(lockDown(scope, ['Blob'])).toEqual(['fixed']);
    expect(Object.keys(scope)).toEqual(['Blob']);
  });
});
