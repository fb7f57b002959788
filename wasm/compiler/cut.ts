/**
 * Where a program's text can be cut in two, so that what is above stands by itself: between two declarations of the outermost
 * level. This is no parser: where it is in doubt there is no cut. Above a cut in a wrong place the text does not compile,
 * which is seen when it is tried.
 */

const word = new RegExp(
  [
    String.raw`\s+`,
    String.raw`//(?:[^\n\\]|\\[^])*`,
    String.raw`/\*[^]*?(?:\*/|$)`,
    String.raw`(?:u8|[uUL])?R"([^()\\\s]{0,16})\([^]*?\)\1"`,
    String.raw`(?:u8|[uUL])?"(?:[^"\\\n]|\\[^])*"`,
    String.raw`(?:u8|[uUL])?'(?:[^'\\\n]|\\[^])+'`,
    String.raw`[\p{L}_$][\p{L}\p{N}_$]*`,
    String.raw`\.?\d(?:[eEpP][+-]|'?[\p{L}\p{N}_.])*`,
    // Only where a line begins with it.
    String.raw`(?<=^[^\S\n]*)#(?:[^\n\\]|\\[^])*`,
    String.raw`[^]`,
  ].join('|'),
  'uym',
);
const meansNothing = /^(?:\s|\/[/*])/;
/** What follows one of these depends on a state that a precompiled header does not keep. */
const stop = /^(?:_Pragma|import|module|export|__COUNTER__|#\s*(?:pragma|line|\d|$).*)$/s;
const conditionBegins = /^#\s*if/;
const conditionEnds = /^#\s*endif/;
/** What may stand after the closing brace of a declaration that goes on. */
const goesOn = /^(?:[;,=([{.*&:?<>|+-]|catch)$/;
/** With one of these a declaration needs no semicolon after its brace, though it is no function. */
const blockBegins = /^(?:namespace|extern|inline)$/;

interface Word {
  text: string;
  begin: number;
  end: number;
}

function* wordsOf(source: string): Generator<Word> {
  word.lastIndex = 0;
  for (let begin = 0; begin < source.length; begin = word.lastIndex) {
    const [text = ''] = word.exec(source) ?? [];
    if (!meansNothing.test(text)) yield { text, begin, end: word.lastIndex };
  }
}

/** @returns the last such place that is not behind `limit`, the beginning of a line; 0 if there is none */
export function lastCut(source: string, limit: number): number {
  let cut = 0;
  for (const place of cuts(source)) {
    if (place > limit) break;
    cut = place;
  }
  return cut;
}

function* cuts(source: string): Generator<number> {
  const depth = new Depth();
  const declaration = new Declaration();
  let last: Word | undefined;
  for (const next of wordsOf(source)) {
    if (last && depth.isOutermost && declaration.endsWith(last.text, next.text)) {
      declaration.begin();
      const cut = nextLine(source, last.end, next.begin);
      if (cut !== undefined) yield cut;
    }
    if (stop.test(next.text)) return;
    if (depth.isOutermost) declaration.add(next.text);
    depth.add(next.text);
    last = next.text.startsWith('#') ? undefined : next;
  }
}

/** How many brackets and conditions of the preprocessor are open. */
class Depth {
  #brackets = 0;
  #conditions = 0;

  get isOutermost(): boolean {
    return this.#brackets === 0 && this.#conditions === 0;
  }

  add(text: string): void {
    if ('({['.includes(text)) this.#brackets++;
    else if (')}]'.includes(text)) this.#brackets--;
    else if (conditionBegins.test(text)) this.#conditions++;
    else if (conditionEnds.test(text)) this.#conditions--;
  }
}

/** The one that is being read, by its words outside of brackets. */
class Declaration {
  #first = '';
  #hasParentheses = false;

  begin(): void {
    this.#first = '';
    this.#hasParentheses = false;
  }

  add(text: string): void {
    if (text.startsWith('#')) return;
    this.#first ||= text;
    this.#hasParentheses ||= text === '(';
  }

  endsWith(text: string, next: string): boolean {
    if (text === ';') return true;
    const isBlock = this.#hasParentheses || blockBegins.test(this.#first);
    return text === '}' && isBlock && !goesOn.test(next);
  }
}

/** The beginning of the line after `from`, if nothing but blanks and a comment is left of its own. */
function nextLine(source: string, from: number, next: number): number | undefined {
  const end = source.indexOf('\n', from) + 1;
  return end > 0 && end <= next && !source.slice(from, end).includes('/*') ? end : undefined;
}
