/** What a run wrote, in little memory: its beginning, its end, and a number by which it is told from others. */
import { excerptText } from '../api/shapes.ts';
import type { Stream } from './output.ts';

export class Digest {
  head = '';
  tail = '';
  characters = 0;
  #latest: Stream = 'stdout';
  // Two of 32 bits: cyrb53, of bryc.
  #low = 0x41c6ce57;
  #high = 0xdeadbeef;

  add(stream: Stream, text: string): void {
    if (stream !== this.#latest) this.#mix(0x10000);
    this.#latest = stream;
    for (let at = 0; at < text.length; at++) this.#mix(text.charCodeAt(at));
    const begin = text.slice(0, excerptText - this.head.length);
    this.head += begin;
    this.characters += text.length;
    if (begin.length < text.length) this.tail = (this.tail + text.slice(begin.length)).slice(-excerptText);
  }

  get key(): string {
    return `${this.#low >>> 0}.${this.#high >>> 0}.${this.characters}`;
  }

  #mix(code: number): void {
    this.#low = Math.imul(this.#low ^ code, 2654435761);
    this.#high = Math.imul(this.#high ^ code ^ (this.#low >>> 15), 1597334677);
  }
}
