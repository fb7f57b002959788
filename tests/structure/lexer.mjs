// @ts-check
/** As much of C++ as it takes to see what a file of core declares and defines, outside of functions and classes. */

/**
 * @typedef {object} Entity a class, or a function
 * @property {'class' | 'function'} kind
 * @property {string} name as it is written, with its qualifiers
 * @property {string} namespace
 * @property {boolean} defined
 * @property {boolean} local whether no other file can name it
 * @property {number} line
 */

const opensNamespace = /^(?:inline )?namespace\b\s*([\w:]*)$/;
const opensType = /^(?:class|struct|union)\s+([\w:]+)/;

/** @param {string} text @returns {string} the same with blanks for comments, literals and directives */
export function withoutNoise(text) {
  const blank = (/** @type {string} */ part) => part.replaceAll(/[^\n]/g, ' ');
  return text
    .replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|(?<!\w)'(?:\\.|[^'\\\n])+'/g, blank)
    .replaceAll(/^[ \t]*#(?:[^\n]*\\\n)*[^\n]*/gm, blank);
}

/** @param {string} text @param {number} open where a bracket stands @returns {number} behind the one that closes it */
function behind(text, open) {
  const [opening, closing] = text[open] === '<' ? '<>' : text[open] === '(' ? '()' : '{}';
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === opening) depth++;
    else if (text[i] === closing && --depth === 0) return i + 1;
  }
  return text.length;
}

/** @param {string} head @returns {string} without template parameters, constraints and attributes */
function bare(head) {
  const concept = String.raw`[\w:]+(?:<[^;{(]*?>)?`;
  let text = head.replaceAll(/\[\[[^\]]*\]\]|\bextern\s+"C"/g, ' ').trim();
  while (/^template\s*</.test(text)) text = text.slice(behind(text, text.indexOf('<'))).trim();
  if (/^requires\s*\(/.test(text)) text = text.slice(behind(text, text.indexOf('('))).trim();
  text = text.replace(new RegExp(String.raw`^requires\s+${concept}(?:\s*(?:&&|\|\|)\s*${concept})*\s+`), '');
  return text.replaceAll(/\s+/g, ' ');
}

/** @param {string} head without its template arguments, which may hold brackets: `std::function<void()> f()` */
function withoutArguments(head) {
  for (let text = head; ;) {
    const shorter = text.replaceAll(/(?<!operator ?)<[^<>]*>/g, '');
    if (shorter === text) return text;
    text = shorter;
  }
}

/** @param {string} head @returns {string | undefined} the name of the function that it declares, with its qualifiers */
function functionName(head) {
  const text = withoutArguments(head);
  const [, name] = /((?:\w+::)*(?:~?\w+|operator ?(?:\(\)|[^\s\w(]+|[\w:*& ]+)))\s*\(/.exec(text) ?? [];
  if (!name || /^(?:friend|using|static_assert|typedef)\b/.test(text)) return undefined;
  const initialised = text.slice(0, text.indexOf('(')).includes('=');
  return initialised && !name.includes('operator') ? undefined : name;
}

/** Reads a file from its beginning to its end, a declaration at a time. */
class Reader {
  /** @param {string} source */
  constructor(source) {
    this.text = withoutNoise(source);
    /** @type {Entity[]} */
    this.entities = [];
    /** The namespaces that are open; the one without a name is ''. @type {string[]} */
    this.namespaces = [];
    this.at = 0;
    this.start = 0;
  }

  /** @returns {Entity[]} */
  read() {
    while (this.at < this.text.length) this.step();
    return this.entities;
  }

  step() {
    const c = this.text[this.at];
    if (c === '(') {
      this.at = behind(this.text, this.at);
    } else if (c === '{') {
      this.open();
    } else if (c === '}') {
      this.namespaces.pop();
      this.goOnAt(this.at + 1);
    } else if (c === ';') {
      const head = this.head();
      const name = functionName(head);
      if (name) this.note('function', name, head, /=\s*default$/.test(head));
      this.goOnAt(this.at + 1);
    } else {
      this.at++;
    }
  }

  open() {
    const head = this.head();
    const [, namespace] = opensNamespace.exec(head) ?? [];
    const name = functionName(head);
    const [, type] = opensType.exec(head) ?? [];
    if (namespace !== undefined) {
      this.namespaces.push(namespace);
      this.goOnAt(this.at + 1);
    } else if (name) {
      this.note('function', name, head, true);
      this.skipBody();
    } else {
      if (type) this.note('class', type, head, true);
      // A class, or a variable's value.
      const end = this.text.indexOf(';', behind(this.text, this.at));
      this.goOnAt(end < 0 ? this.text.length : end + 1);
    }
  }

  /** The body of a function, and the initial values of members in braces before it. */
  skipBody() {
    let end = behind(this.text, this.at);
    for (let next; (next = /^\s*(?:,[^;{}]*)?\{/.exec(this.text.slice(end)));)
      end = behind(this.text, end + next[0].length - 1);
    this.goOnAt(end);
  }

  /** @param {number} at */
  goOnAt(at) {
    this.at = at;
    this.start = at;
  }

  /** @returns {string} what stands before the bracket or semicolon */
  head() {
    return bare(this.text.slice(this.start, this.at));
  }

  /** @param {Entity['kind']} kind @param {string} name @param {string} head @param {boolean} defined */
  note(kind, name, head, defined) {
    const blanks = this.text.slice(this.start).search(/\S/);
    const before = this.text.slice(0, this.start + Math.max(blanks, 0));
    this.entities.push({
      kind,
      name,
      namespace: this.namespaces.filter(Boolean).join('::'),
      defined,
      local: this.namespaces.includes('') || (kind === 'function' && /^static\b/.test(head)),
      line: before.split('\n').length,
    });
  }
}

/** @param {string} source @returns {Entity[]} */
export const entitiesOf = (source) => new Reader(source).read();
