/**
 * Null pointers to volatile objects. Clang's own check leaves those out, as a device may live at address 0; there is none
 * here, and people write `volatile` to see a mistake happen. Done in LLVM's text form, on the program's own functions:
 * those that have lines.
 */

const ownFunction = /^define [^\n]* !dbg !\d+ \{\n[^]*?^}/gm;
const local = /^ {2}(%\d+) = alloca /gm;
const access = /^ {2}(?:%\d+ = load|store) (?:atomic )?volatile .*\bptr (%\d+)(?: \w+)*, align .*?(, !dbg !\d+)?$/gm;
/** As an object of that size would be dereferenced at its last byte: p->x of a null pointer p is not at 0. */
const lowest = 1024;
const onNull = 'asyncio_null_access_of_volatile';
/** No call: one in a `catch` block would have to name the block. */
const check = ['local.get $0', `i32.const ${lowest}`, 'i32.lt_u', 'if', `call ${onNull}`, 'end_if'].join('\\0A');

export function withVolatileChecks(ir: string): string {
  const checked = ir.replace(ownFunction, (text) => {
    const locals = new Set([...text.matchAll(local)].map(([, name]) => name));
    return text.replace(access, (line: string, pointer: string, place = '') =>
      locals.has(pointer) ? line : `  call void asm sideeffect "${check}", "r"(ptr ${pointer})${place}\n${line}`,
    );
  });
  return checked === ir ? ir : `${checked}\nmodule asm ".functype ${onNull} () -> ()"\n`;
}
