import { describe, expect, it } from 'vitest';
import { decodeFragment, encodeFragment } from '../src/page/share/codec.ts';
import { strFromU8, unzipSync } from 'fflate';
import { zipOf } from '../src/page/share/download.ts';
import { DamagedLink, longestTextBytes } from '../src/page/share/packing.ts';
import { projectFiles } from '../src/page/share/project.ts';
import { embedOf, markdownOf } from '../src/page/share/texts.ts';
import { noteOfVersion, version, withVersion } from '../src/page/share/version.ts';

async function roundTrip(source: string): Promise<unknown> {
  return decodeFragment(await encodeFragment({ kind: 'program', source }));
}

describe('share links', () => {
  it.each([
    ['empty', ''],
    ['plain', 'int main() {}\n'],
    ['Unicode', 'int main() { /* häß 漢字 🧵 e\u0301 \ufeff */ }'],
    ['NUL', 'int\0main'],
    ['100 KB', Array.from({ length: 12_500 }, (_, i) => `x${(i * 7919) % 9973};\n`).join('')],
  ])('bring a program back: %s', async (_name, source) => {
    expect(await roundTrip(source)).toEqual({ kind: 'program', source });
  });

  it('use no character that a link must escape', async () => {
    expect(await encodeFragment({ kind: 'program', source: 'ÿþ'.repeat(99) + String(Math.PI) })).toMatch(
      /^#v1\/[\w-]+$/,
    );
  });

  it('name an example', async () => {
    expect(await encodeFragment({ kind: 'example', name: 'gather' })).toBe('#example=gather');
    expect(await decodeFragment('#example=gather')).toEqual({ kind: 'example', name: 'gather' });
  });

  it('lead to an instant of the run', async () => {
    expect(await encodeFragment({ kind: 'example', name: 'a&event=1', event: 12 })).toBe(
      '#example=a%26event%3D1&event=12',
    );
    expect(await decodeFragment('#example=gather&event=0')).toEqual({ kind: 'example', name: 'gather', event: 0 });
    const shared = { kind: 'program', source: 'int main() {}', event: 300_000 } as const;
    expect(await decodeFragment(await encodeFragment(shared))).toEqual(shared);
  });

  it.each(['&event=', '&event=-1', '&event=1.5', '&event=1e3', '&event=1000001', '&event=1&event=2'])(
    'are refused when the instant is none: %s',
    async (extra) => {
      await expect(decodeFragment(`#example=gather${extra}`)).rejects.toThrow(DamagedLink);
    },
  );

  it('hold the clock behind the program, where one was chosen', async () => {
    const source = 'int main() {}';
    const plain = await encodeFragment({ kind: 'program', source });
    const slow = await encodeFragment({ kind: 'program', source, clock: 'slow' });
    expect(slow).toBe(`${plain}&clock=slow`);
    expect(await decodeFragment(slow)).toEqual({ kind: 'program', source, clock: 'slow' });
    expect(await encodeFragment({ kind: 'example', name: 'gather', clock: 'virtual' })).toBe(
      '#example=gather&clock=instant',
    );
    expect(await decodeFragment('#example=gather&clock=instant')).toEqual({
      kind: 'example',
      name: 'gather',
      clock: 'virtual',
    });
  });

  it('may hold what only a newer page knows', async () => {
    expect(await decodeFragment('#example=gather&seed=7')).toEqual({ kind: 'example', name: 'gather' });
  });

  it('of before there was a choice of clocks are read as they were', async () => {
    expect(await decodeFragment('#v1/y8wrUchNzMzT0FSo5lJQKEotKS3KUzCw5qoFAA')).toEqual({
      kind: 'program',
      source: 'int main() {\n  return 0;\n}',
    });
  });

  it('may be absent', async () => {
    expect(await decodeFragment('')).toBeUndefined();
    expect(await decodeFragment('#')).toBeUndefined();
  });

  it('are refused when a part is missing', async () => {
    const whole = await encodeFragment({ kind: 'program', source: 'int main() { return 42; }'.repeat(20) });
    await expect(decodeFragment(whole.slice(0, -7))).rejects.toThrow(DamagedLink);
    await expect(decodeFragment(whole.slice(0, 8))).rejects.toThrow(DamagedLink);
  });

  it.each([
    '#v1/%%%',
    '#v1/AAAA',
    '#v2/abc',
    '#something',
    '#example=%E0%A4%A',
    '#example=gather&clock=odd',
    '#&clock=slow',
  ])('are refused: %s', async (fragment) => {
    await expect(decodeFragment(fragment)).rejects.toThrow(DamagedLink);
  });

  it('are refused when they would unpack to more than any program', async () => {
    const bomb = await encodeFragment({ kind: 'program', source: 'x'.repeat(longestTextBytes + 1) });
    await expect(decodeFragment(bomb)).rejects.toThrow('too large');
  });
});

describe('a link with options', () => {
  const whole = {
    kind: 'program',
    source: 'int main() {}',
    clock: 'virtual',
    event: 7,
    optimisation: 2,
    text: 'Ada\nGröße & 漢字\n',
    args: '--a="b c" &x=y #z',
    env: 'A=1&2 B=%20',
    by: '0.1.0',
  } as const;

  it('brings all of them back', async () => {
    const fragment = await encodeFragment(whole);
    expect(fragment).toMatch(/^#v1\/[\w-]+(&\w+=[\w.%!~*'()-]+)+$/);
    expect(await decodeFragment(fragment)).toEqual(whole);
  });

  it('holds nothing of what is as always', async () => {
    const plain = { kind: 'example', name: 'gather', optimisation: 0, text: '', args: '', env: '' } as const;
    expect(await encodeFragment(plain)).toBe('#example=gather');
  });

  it.each(['&opt=9', '&stdin=AAAA', '&stdin=%%%'])('is refused where they are damaged: %s', async (extra) => {
    await expect(decodeFragment(`#example=gather${extra}`)).rejects.toThrow(DamagedLink);
  });

  it('says which version made it, except of an example as it is', () => {
    expect(withVersion(whole)).toMatchObject({ by: version });
    expect(withVersion({ kind: 'example', name: 'gather' })).toEqual({ kind: 'example', name: 'gather' });
    expect(noteOfVersion({ ...whole, by: version })).toBeUndefined();
    expect(noteOfVersion({ ...whole, by: '99.0' })).toContain('version 99.0');
  });
});

describe('a program elsewhere', () => {
  it('is Markdown that its own text cannot end', () => {
    const text = markdownOf('int x; // ````', 'https://page/#v1/a');
    expect(text.startsWith('`````cpp\nint x; // ````\n`````\n')).toBe(true);
    expect(text).toContain('(https://page/#v1/a)');
  });

  it('is a frame whose address can be no markup', () => {
    expect(embedOf('https://page/x/?a#v1/ab&args="><script>')).toContain(
      'src="https://page/x/?embed#v1/ab&amp;args=%22%3E%3Cscript%3E"',
    );
  });

  it('is a project with what the program is given', () => {
    const settings = { optimisation: 2, text: 'in\n', args: `-n "it's" $HOME`, env: 'A="b c"' } as const;
    const files = projectFiles('int main() {}', settings, { version: '0.1.0', print: '' });
    expect(Object.keys(files)).toEqual(['main.cpp', 'CMakeLists.txt', 'newer/print', 'README.md', 'input.txt']);
    expect(files['README.md']).toContain(`env 'A=b c' build/program -n 'it'\\''s' '$HOME' < input.txt`);
    const unpacked = unzipSync(zipOf(files, 'mine'));
    expect(strFromU8(unpacked['mine/main.cpp'] ?? new Uint8Array())).toBe('int main() {}');
  });
});
