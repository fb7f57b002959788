/** Each way in which a program can end early is told apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trapped } from '../run/failures.ts';
import { run } from './support.ts';
import { runProgram } from '../run/host.ts';

test('an exception out of main has a type and a message, and what was printed is kept', async () => {
  const { failure, exitCode, stdout } = await run(
    'int main() { std::print("before"); throw std::out_of_range("too far"); }',
  );
  assert.deepEqual(failure, { kind: 'exception', type: 'std::out_of_range', message: 'too far' });
  assert.deepEqual([exitCode, stdout], [1, 'before']);
});

test('an exception of any type is named', async () => {
  const own = await run('namespace app { struct Error {}; } int main() { throw app::Error(); }');
  assert.deepEqual(own.failure, { kind: 'exception', type: 'app::Error', message: '' });
  const number = await run('int main() { throw 42; }');
  assert.deepEqual(number.failure, { kind: 'exception', type: 'int', message: '42' });
  const cancelled = await run(`
    asyncio::Coro<void> f() { asyncio::current_task().cancel("enough"); co_await asyncio::sleep(1s); }
    int main() { asyncio::run(f()); }`);
  assert.equal(cancelled.failure?.type, 'asyncio::CancelledError');
});

test('an exception that has left coroutines is told with them, the errors of a group one by one', async () => {
  const { failure, stderr } = await run(`
    asyncio::Coro<void> child() { co_await asyncio::sleep(1ms); throw std::runtime_error("no"); }
    asyncio::Coro<void> all() {
      co_await asyncio::with(asyncio::TaskGroup(), [](asyncio::TaskGroup& group) -> asyncio::Coro<void> {
        group.create_task(child(), {.name = "first"});
        co_return;
      });
    }
    int main() { asyncio::run(all()); }`);
  assert.equal(failure?.message, 'unhandled errors in a TaskGroup (1 sub-exception): std::runtime_error: no');
  assert.match(stderr, /^ {2}\+ Exception Group Traceback \(most recent call last\):\n/);
  assert.match(stderr, /in all \(task 'Task-1'\)\n/);
  assert.match(stderr, /\n {4}\| {3}File ".*", line \d+, in child \(task 'first'\) \(thrown here or later\)\n/);
});

test('an exception that no one may catch is named as well', async () => {
  const { failure, exitCode } = await run(
    'void f() noexcept { throw std::runtime_error("stuck"); } int main() { f(); }',
  );
  assert.deepEqual(failure, { kind: 'exception', type: 'std::runtime_error', message: 'stuck' });
  assert.equal(exitCode, 134);
});

test('a deadlock names the tasks that wait', async () => {
  const { failure, exitCode } = await run(`
    asyncio::Coro<void> forever() { co_await asyncio::get_running_loop().create_future<int>(); }
    asyncio::Coro<void> waits() { auto t = asyncio::create_task(forever(), {.name = "never-comes"}); co_await t; }
    int main() { asyncio::run(waits()); }`);
  assert.equal(failure?.kind, 'deadlock');
  assert.match(failure?.message ?? '', /^every task waits .*never-comes/s);
  assert.equal(exitCode, 1);
});

test('exit ends the program at once, from anywhere, and is no failure', async () => {
  const { failure, exitCode, stdout } = await run(`
    struct Local { ~Local() { std::println("not destroyed by exit"); } };
    asyncio::Coro<void> deep() { Local l; co_await asyncio::sleep(1ms); std::print("bye"); std::exit(3); }
    int main() { asyncio::run(deep()); std::println("never"); }`);
  assert.deepEqual([failure, exitCode, stdout], [undefined, 3, 'bye']);
});

test('abort is told from a trap', async () => {
  const { failure, exitCode } = await run('#include <cstdlib>\nint main() { std::abort(); }');
  assert.equal(failure?.kind, 'abort');
  assert.equal(exitCode, 134);
});

test('traps say what went wrong', async () => {
  const divided = await run('int main(int argc, char**) { volatile int zero = argc - 1; return 1 / zero; }');
  assert.deepEqual([divided.failure?.kind, divided.exitCode], ['trap', 139]);
  assert.match(divided.failure?.message ?? '', /division by zero/);
  const wild = await run('int main() { volatile int* wild = reinterpret_cast<int*>(0xfffffff0); return *wild; }');
  assert.match(wild.failure?.message ?? '', /memory access out of bounds/);
  const call = await run('int main() { auto f = reinterpret_cast<void (*)()>(0x7fffffff); f(); }');
  assert.match(call.failure?.message ?? '', /function pointer/);
});

test('endless recursion is a stack overflow, with small frames and with large ones', async () => {
  const small = await run('int f(int n) { return n ? f(n + 1) + 1 : 0; } int main() { return f(1); }');
  const large = await run(
    'int f(int n) { volatile char a[65536]; a[0] = n; return n ? f(n + 1) + a[0] : 0; } int main() { return f(1); }',
  );
  for (const { failure } of [small, large]) {
    assert.equal(failure?.kind, 'trap');
    assert.match(failure?.message ?? '', /stack overflow/);
  }
});

test('memory that ends is told', async () => {
  const { failure } = await run(`
    int main() { for (;;) new char[64 << 20]; }`);
  assert.deepEqual(failure, { kind: 'memory', type: '', message: 'the program ran out of memory (1 GiB)' });
});

test('coroutines that await each other without end run out of memory', async () => {
  const { failure } = await run(`
#pragma clang diagnostic ignored "-Winfinite-recursion"
asyncio::Coro<int> endless(int n) { co_return 1 + co_await endless(n + 1); }
int main() { try { return asyncio::run(endless(0)); } catch (...) { return 0; } }`);
  assert.equal(failure?.kind, 'memory');
  assert.match(failure.message, /\(1 GiB\) for one more coroutine: .* at main\.cpp:8$/);
});

test('what goes wrong before main is told', async () => {
  const thrown = await run('int f() { throw std::runtime_error("early"); } int global = f(); int main() {}');
  assert.deepEqual(thrown.failure, { kind: 'exception', type: 'std::runtime_error', message: 'early' });
  assert.equal(thrown.exitCode, 1);
  const looped = await run(`
asyncio::Coro<void> nothing() { co_await asyncio::sleep(1ms); }
struct Early {
  Early() { asyncio::run(nothing()); }
} early;
int main() {}`);
  assert.equal(looped.exitCode, 139);
  assert.match(looped.failure?.message ?? '', /an event loop was run before main\(\).* at main\.cpp:9$/);
});

test('an error of the host is not taken for one of the program', () => {
  const stackExhausted = false;
  assert.equal(trapped(new RangeError('Maximum call stack size exceeded'), stackExhausted).kind, 'trap');
  assert.match(trapped(new RangeError('Maximum call stack size exceeded.'), stackExhausted).message, /stack overflow/);
  assert.match(trapped(new Error('too much recursion'), stackExhausted).message, /stack overflow/);
  for (const text of [
    'Invalid array length',
    'Array buffer allocation failed',
    'Out of memory',
    'Invalid string length',
  ])
    assert.equal(trapped(new RangeError(text), stackExhausted).kind, 'memory', text);
  assert.equal(trapped(new RangeError('Invalid count value: -1'), stackExhausted).message, 'Invalid count value: -1');
});

test('standard error is apart from standard output', async () => {
  const { stdout, stderr } = await run('int main() { std::println("out"); std::println(stderr, "err"); }');
  assert.deepEqual([stdout, stderr], ['out\n', 'err\n']);
});

test('a pointer that leads out of the memory ends the program, and no catch can stop that', async () => {
  const { failure, exitCode } = await run(
    `
    __attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(const void*, unsigned);
    int main() { try { trace(reinterpret_cast<void*>(0xfffffff0), 4096); } catch (...) {} for (;;); }`,
    { onTrace: () => {} },
  );
  assert.deepEqual([failure?.kind, exitCode], ['trap', 139]);
  assert.match(failure?.message ?? '', /memory access out of bounds/);
});

test('a trace that the runtime did not send ends the program', async () => {
  const { failure } = await run(
    `
    __attribute__((import_module("asyncio_host"), import_name("trace"))) void trace(const void*, unsigned);
    int main() { char record[32] = {99}; try { trace(record, 32); } catch (...) {} for (;;); }`,
    { onTrace: () => {} },
  );
  assert.match(failure?.message ?? '', /damaged trace/);
});

test('what an exception says is cut where it is too long', async () => {
  const { failure } = await run('int main() { throw std::runtime_error(std::string(10 << 20, 119)); }');
  assert.equal(failure?.type, 'std::runtime_error');
  assert.match(failure?.message ?? '', /^w{65536}… \(10485760 bytes in all\)$/);
});

test('a module that is none of ours is refused', async () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  for (const module of [empty, Uint8Array.of(1, 2, 3)]) {
    const { exitCode, failure } = await runProgram({ module, onOutput: () => {} });
    assert.deepEqual([exitCode, failure?.kind], [126, 'refused']);
  }
});
