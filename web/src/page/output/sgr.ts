/** A terminal's colours and styles (SGR) as spans of text. Every other escape sequence is left out; nothing becomes markup. */

/** 0 to 15: of the terminal's own palette; a text: a colour of CSS, made of checked numbers. */
export type Colour = number | string;

export interface Style {
  colour?: Colour;
  background?: Colour;
  bold?: true;
  dim?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  inverse?: true;
}

export interface Span {
  text: string;
  style: Style;
}

export const plain: Style = {};

// CSI with its parameters and end; OSC to its end; any other escape of two characters. Bounded: a text is at most a line.
const escapes = /\x1b\[([0-?]*)[ -/]*([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-Z\\-~]?/g;

/** @param begin the style that the text before has left */
export function spansOf(text: string, begin: Style = plain): { spans: Span[]; end: Style } {
  if (!text.includes('\x1b')) return { spans: text === '' ? [] : [{ text, style: begin }], end: begin };
  const spans: Span[] = [];
  let style = begin;
  let from = 0;
  const add = (to: number): void => {
    if (to > from) spans.push({ text: text.slice(from, to), style });
  };
  for (const match of text.matchAll(escapes)) {
    add(match.index);
    from = match.index + match[0].length;
    if (match[2] === 'm') style = styled(style, match[1] ?? '');
  }
  add(text.length);
  return { spans, end: style };
}

/** The text without what only a terminal understands. */
export function withoutEscapes(text: string): string {
  return text.includes('\x1b') ? text.replace(escapes, '') : text;
}

const flags: Record<number, keyof Style> = {
  1: 'bold',
  2: 'dim',
  3: 'italic',
  4: 'underline',
  7: 'inverse',
  9: 'strike',
};
const unflags: Record<number, readonly (keyof Style)[]> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
  39: ['colour'],
  49: ['background'],
};

function styled(before: Style, parameters: string): Style {
  const codes = parameters.split(/[;:]/).map((code) => (/^\d{0,3}$/.test(code) ? Number(code) : NaN));
  let style = before;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? NaN;
    const flag = flags[code];
    if (code === 0) style = {};
    else if (flag !== undefined) style = { ...style, [flag]: true };
    else if (unflags[code] !== undefined) style = without(style, unflags[code]);
    else if (code === 38 || code === 48) {
      const { colour, used } = extended(codes.slice(at + 1));
      if (colour !== undefined) style = { ...style, [code === 38 ? 'colour' : 'background']: colour };
      at += used;
    } else style = { ...style, ...paletteColour(code) };
  }
  return style;
}

function without(style: Style, gone: readonly (keyof Style)[]): Style {
  const isLeft = (name: string): boolean => !gone.some((each) => each === name);
  return Object.fromEntries(Object.entries(style).filter(([name]) => isLeft(name)));
}

function paletteColour(code: number): Style {
  if (code >= 30 && code <= 37) return { colour: code - 30 };
  if (code >= 90 && code <= 97) return { colour: code - 82 };
  if (code >= 40 && code <= 47) return { background: code - 40 };
  if (code >= 100 && code <= 107) return { background: code - 92 };
  return {};
}

/** What follows 38 or 48: one of 256 colours, or red, green and blue. */
function extended([kind, ...values]: readonly number[]): { colour?: Colour; used: number } {
  const isByte = (value: number | undefined): value is number => value !== undefined && value >= 0 && value <= 255;
  const [first, second, third] = values;
  if (kind === 5) return isByte(first) ? { colour: of256(first), used: 2 } : { used: 2 };
  if (kind !== 2) return { used: 1 };
  if (!isByte(first) || !isByte(second) || !isByte(third)) return { used: 4 };
  return { colour: `rgb(${first} ${second} ${third})`, used: 4 };
}

/** The palette's own sixteen, a cube of 6 × 6 × 6, and 24 greys. */
function of256(index: number): Colour {
  if (index < 16) return index;
  if (index >= 232) {
    const grey = 8 + 10 * (index - 232);
    return `rgb(${grey} ${grey} ${grey})`;
  }
  const level = (step: number): number => (step === 0 ? 0 : 55 + 40 * step);
  const cube = index - 16;
  return `rgb(${level(Math.floor(cube / 36))} ${level(Math.floor(cube / 6) % 6)} ${level(cube % 6)})`;
}
