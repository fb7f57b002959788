/** The figures in words. */
import type { BenchmarkRow, BenchmarkUnit } from '../../../../wasm/api/types.ts';

/** Three digits, in the unit that keeps them short: "38.4 ns", "1.21 µs", "312 bytes". */
export function cost(value: number, unit: BenchmarkUnit): string {
  if (unit === 'bytes') return `${digits(value)} bytes`;
  if (value < 1e3) return `${digits(value)} ns`;
  return value < 1e6 ? `${digits(value / 1e3)} µs` : `${digits(value / 1e6)} ms`;
}

/** How many times as much JavaScript takes; nothing where it was not asked. */
export function ratio({ asyncio, javascript }: Pick<BenchmarkRow, 'asyncio' | 'javascript'>): number | undefined {
  return javascript === undefined || asyncio === 0 ? undefined : javascript / asyncio;
}

/** "4.2× faster", "2.0× slower", "as fast". */
export function comparison(times: number | undefined): string {
  if (times === undefined) return '–';
  if (times > 0.95 && times < 1.05) return 'as fast';
  return times > 1 ? `${digits(times, 2)}× faster` : `${digits(1 / times, 2)}× slower`;
}

/** So many significant digits, and all those before the point. */
function digits(value: number, significant = 3): string {
  const whole = Math.max(1, Math.ceil(Math.log10(Math.max(value, 1e-9) + 1e-9)));
  return value.toFixed(Math.max(0, significant - whole));
}
