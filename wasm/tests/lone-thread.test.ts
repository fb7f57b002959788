/** There is one thread: what starts another fails as the standard says, what would wait for one is ended and told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProgramModule } from '../run/program-module.ts';
import { runProgram } from '../run/host.ts';
import { compile } from './support.ts';

const waits: readonly (readonly [code: string, message: RegExp])[] = [
  ['std::promise<int> p; p.get_future().get();', /waits for another thread/],
  ['std::mutex m; std::condition_variable c; std::unique_lock l(m); c.wait(l);', /waits for another thread/],
  [
    'std::mutex m; std::unique_lock l(m); std::condition_variable_any c; c.wait(l, [] { return false; });',
    /another thread/,
  ],
  ['std::mutex m; m.lock(); m.lock();', /locks a mutex that is locked already/],
  ['std::timed_mutex m; m.lock(); m.lock();', /waits for another thread/],
  ['std::shared_mutex m; m.lock(); m.lock_shared();', /waits for another thread/],
  ['std::atomic<int> a = 0; a.wait(0);', /to change an atomic object/],
  ['std::counting_semaphore<4> s(0); s.acquire();', /to change an atomic object/],
  ['std::latch l(1); l.wait();', /to change an atomic object/],
];

const works = `
  auto deferred = std::async([] { return 1; });
  std::printf("%d\\n", deferred.get());
  try { std::async(std::launch::async, [] { return 1; }).get(); } catch (const std::system_error& e) { std::puts(e.what()); }
  try { std::thread([] {}).join(); } catch (const std::system_error&) { std::puts("no thread"); }
  std::promise<int> promise; promise.set_value(2);
  std::printf("%d\\n", promise.get_future().get());
  std::mutex mutex; { std::lock_guard lock(mutex); std::printf("%d\\n", mutex.try_lock()); }
  { std::scoped_lock lock(mutex); }
  std::recursive_mutex again; again.lock(); again.lock(); again.unlock(); again.unlock();
  std::shared_mutex shared; { std::shared_lock a(shared), b(shared); } { std::unique_lock c(shared); }
  std::timed_mutex timed; timed.lock(); std::printf("%d\\n", timed.try_lock_for(5ms)); timed.unlock();
  std::condition_variable never; std::unique_lock lock(mutex);
  std::printf("%d\\n", never.wait_for(lock, 5ms) == std::cv_status::timeout);
  std::counting_semaphore<4> semaphore(1); semaphore.acquire(); std::printf("%d\\n", semaphore.try_acquire());
  std::latch latch(1); latch.count_down(); latch.wait();
  std::atomic<int> atomic = 1; atomic.wait(0); atomic.notify_all();
  std::once_flag once; std::call_once(once, [] { std::puts("once"); });
  auto begin = std::chrono::steady_clock::now(); std::this_thread::sleep_for(5ms);
  std::printf("%d\\n", std::chrono::steady_clock::now() - begin >= 5ms);`;

const source = `
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <latch>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <system_error>
#include <thread>
using namespace std::chrono_literals;
void works() {${works}
}
${waits.map(([code], number) => `void wait${number}() { ${code} }`).join('\n')}
void (*all[])() = {${waits.map((_, number) => `wait${number}`).join(', ')}, works};
int main(int, char** arguments) { all[std::atoi(arguments[1])](); std::puts("end"); }`;

test('with one thread', async (t) => {
  const { module, text } = await compile(source);
  assert.ok(module, text);
  const compiled = await ProgramModule.compile(module);
  const call = async (number: number) => {
    let stdout = '';
    const result = await runProgram({
      module: compiled,
      args: [String(number)],
      onOutput: (_stream, output) => (stdout += output),
    });
    return { ...result, stdout };
  };
  await t.test('what needs no other works, and what starts one throws', async () => {
    const { stdout, failure } = await call(waits.length);
    assert.equal(failure, undefined);
    assert.match(stdout, /^1\nthread constructor failed: .*\nno thread\n2\n0\n0\n1\n0\nonce\n1\nend\n$/);
  });
  for (const [number, [code, message]] of waits.entries()) {
    await t.test(code, async () => {
      const { stdout, failure } = await call(number);
      assert.deepEqual([stdout, failure?.kind], ['', 'trap']);
      assert.match(failure?.message ?? '', message);
      const line = source.slice(0, source.indexOf(`void wait${number}()`)).split('\n').length;
      assert.match(failure?.message ?? '', new RegExp(` at main\\.cpp:${line}$`));
    });
  }
});
