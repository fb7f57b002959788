import { describe, expect, it } from 'vitest';
import { InputChoice } from '../src/page/input/program-input.svelte.ts';
import { readsInput } from '../src/page/input/reads.ts';
import { splitVariables, splitWords } from '../src/page/input/words.ts';
import { InputQueue } from '../../wasm/run/input-queue.ts';

describe('arguments', () => {
  it.each([
    ['', []],
    ['  one  two ', ['one', 'two']],
    [`"two words" 'a "b"' plain"and more"`, ['two words', 'a "b"', 'plainand more']],
    [String.raw`a\ b \"c\" 'd\'`, ['a b', '"c"', 'd\\']],
    [`"" ''`, ['', '']],
    ['"never closed', ['never closed']],
    ['--name=größer 漢字', ['--name=größer', '漢字']],
  ])('are split as a shell does: %s', (line, words) => {
    expect(splitWords(line)).toEqual(words);
  });

  it('are told from variables', () => {
    expect(splitVariables('A=1 B="x y=z" =no plain C=')).toEqual({
      variables: ['A=1', 'B=x y=z', 'C='],
      others: ['=no', 'plain'],
    });
  });
});

describe('whether a program reads', () => {
  it.each([
    'std::cin >> x;',
    'while (std::getline(std::cin, line)) {}',
    'std::scanf("%d", &x);',
    'std::fgets(line, 80, stdin);',
    'int c = getchar();',
    'read(STDIN_FILENO, buffer, 1);',
  ])('is seen: %s', (source) => expect(readsInput(source)).toBe(true));

  it.each(['std::println("x");', '// std::cin >> x', '/* scanf( */ int main() {}', 'int incline = 1; begin(x);'])(
    'is not imagined: %s',
    (source) => expect(readsInput(source)).toBe(false),
  );
});

describe('the box of standard input', () => {
  function run(input: InputChoice): { given: (string | undefined)[]; start: ReturnType<InputChoice['begin']> } {
    const given: (string | undefined)[] = [];
    return { given, start: input.begin((text) => given.push(text)) };
  }

  it('gives what stands there at Run, to its end', () => {
    const input = new InputChoice(true);
    input.set({ text: 'Ada\n', args: 'a "b c"', env: 'N=1 odd' });
    expect(run(input).start).toEqual({ args: ['a', 'b c'], env: ['N=1'], text: 'Ada\n', waits: false });
    input.over();
    expect(input.text).toBe('Ada\n');
  });

  it('gives each line as it is typed where it was empty, and the rest with the end', () => {
    const input = new InputChoice(true);
    const { given, start } = run(input);
    expect(start.waits).toBe(true);
    input.awaited();
    input.typed('Ad');
    input.typed('Ada');
    expect(given).toEqual([]);
    input.typed('Ada\nGr');
    expect([given, input.text, input.isAwaited]).toEqual([['Ada\n'], 'Gr', false]);
    input.typed('Grace');
    input.end();
    expect(given).toEqual(['Ada\n', 'Grace', undefined]);
    expect(input.text).toBe('');
    input.typed('for the next run');
    expect(given).toHaveLength(3);
  });

  it('keeps nothing that was typed for a run that is over', () => {
    const input = new InputChoice(true);
    run(input);
    input.typed('half');
    expect(input.settings.text).toBe('');
    input.over();
    expect(input.text).toBe('');
  });

  it('waits for nothing where a program cannot', () => {
    expect(run(new InputChoice(false)).start.waits).toBe(false);
  });
});

describe('what a program reads from', () => {
  const text = async (given: Uint8Array | Promise<Uint8Array>): Promise<string> =>
    new TextDecoder().decode(await given);

  it('gives pieces no longer than asked for, then the end', async () => {
    const queue = new InputQueue();
    queue.give('hello');
    queue.end();
    queue.give('too late');
    expect([await text(queue.read(3)), await text(queue.read(9)), await text(queue.read(9))]).toEqual([
      'hel',
      'lo',
      '',
    ]);
  });

  it('waits for what is still to come, and says so', async () => {
    const queue = new InputQueue();
    let awaited = 0;
    queue.onAwaited = () => (awaited += 1);
    const first = queue.read(9);
    expect(first).toBeInstanceOf(Promise);
    queue.give('line\n');
    expect(await text(first)).toBe('line\n');
    const last = queue.read(9);
    queue.end();
    expect([await text(last), awaited]).toEqual(['', 2]);
  });
});
