/** How thoroughly to ask; the address may say otherwise: `?turns=1&ms=5&only=gather`. */
import type { Thoroughness } from '../../protocol/messages.ts';

const defaults = { turns: 5, minMs: 50 } as const;

export function thoroughnessOf(search: string): Thoroughness {
  const query = new URLSearchParams(search);
  const filter = query.get('only');
  return {
    turns: positive(query.get('turns')) ?? defaults.turns,
    minMs: positive(query.get('ms')) ?? defaults.minMs,
    ...(filter === null ? {} : { filter }),
  };
}

function positive(text: string | null): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
