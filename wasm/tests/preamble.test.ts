/** Programs compiled in parts must be what they are when compiled as a whole: what they print, and what Clang says of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastCut } from '../compiler/cut.ts';
import { loadBuiltCompiler } from '../node/run.ts';
import { runProgram } from '../run/host.ts';
import type { Compiler, CompileResult } from '../api/types.ts';
import { compile } from './support.ts';

const headers =
  '#include <asyncio/asyncio.hpp>\n#include <map>\n#include <print>\n#include <string>\n#include <vector>\nusing namespace std::chrono_literals;\n';

/** Of so many places one is tried; ASYNCIO_EVERY_CUT=1 tries all, which takes minutes. */
const everyCut = Number(process.env['ASYNCIO_EVERY_CUT'] ?? 3);

/** Places where a text can be cut, from above, but for those so far up that nothing is compiled ahead. */
function cutsOf(source: string): number[] {
  const cuts = new Set<number>();
  for (let limit = 250; limit <= source.length; limit++) cuts.add(lastCut(source, limit));
  return [...cuts].filter((cut) => cut >= 200);
}

async function printed({ module, text }: CompileResult): Promise<string> {
  assert.ok(module, text);
  let output = '';
  const { failure } = await runProgram({ module, clock: 'virtual', onOutput: (_, more) => (output += more) });
  return output + (failure ? `${failure.kind}: ${failure.message}` : '');
}

/** A compiler of its own: what one test prepares is nothing to another. */
const fresh = (): Promise<Compiler> => loadBuiltCompiler();

/** Compiles it whole and cut at many places; all must be alike. */
async function check(body: string): Promise<void> {
  const source = headers + body;
  const whole = await compile(source);
  const expected = whole.ok ? await printed(whole) : '';
  const compiler = await fresh();
  const cuts = cutsOf(source);
  assert.ok(cuts.length > 0);
  // From above, each on top of those before it, the last one always.
  for (const cut of cuts.filter((_, index) => (cuts.length - 1 - index) % everyCut === 0)) {
    const covered = compiler.prepare(source, cut);
    const result = await compiler.compile(source);
    const where = `${covered} of ${source.length} characters ahead`;
    assert.deepEqual(result.diagnostics, whole.diagnostics, where);
    assert.equal(result.text, whole.text, where);
    if (whole.ok) assert.equal(await printed(result), expected, where);
  }
}

test('variables of every linkage exist once, and are set up once and in order', () =>
  check(`
int announce(const char* name, int value) {
  std::println("{} is {}", name, value);
  return value;
}
int global = 1;
static int counter = 10;
const int quiet = 3;
static std::vector<int> numbers{1, 2, 3};
int loud = announce("loud", 5);
static int dependent = announce("dependent", loud + counter);
inline int shared = announce("shared", 7);
const std::map<std::string, int> table{{"one", 1}, {"two", announce("two", 2)}};
namespace {
int hidden = 20;
const int loudly_constant = announce("constant", 9);
int next_hidden() { return ++hidden; }
}
static int next() {
  static int calls = announce("first call", 0);
  return ++calls + ++counter;
}
int bump() {
  static int bumps = 100;
  numbers.push_back(next());
  return ++bumps + next_hidden();
}
thread_local int local = announce("thread's", 4);
struct Noisy {
  const char* name;
  explicit Noisy(const char* name) : name(name) { std::println("+{}", name); }
  ~Noisy() { std::println("-{}", name); }
};
Noisy first("first");
static Noisy second("second");
int main() {
  std::println("main");
  ++global, ++counter, ++hidden, numbers.push_back(quiet);
  std::println("{} {} {} {}", next(), bump(), next(), bump());
  std::println("{} {} {} {} {} {}", global, counter, hidden, shared, dependent, local);
  std::println("{} {} {}", numbers.size(), table.at("two"), loudly_constant);
}
`));

test('types of one file are the same everywhere, and lambdas stay what they are', () =>
  check(`
namespace {
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct Base {
  virtual ~Base() = default;
  virtual std::string name() const { return "base"; }
};
struct Derived : Base {
  std::string name() const override { return "derived"; }
};
}
auto twice = [](int x) { static int calls = 0; return x * 2 + calls++; };
static asyncio::Coro<int> refuse(int n) {
  co_await asyncio::sleep(1ms);
  if (n > 1) throw Refused("no " + std::to_string(n));
  co_return n;
}
std::string kind(Base& base) { return dynamic_cast<Derived*>(&base) ? "is derived" : "is base"; }
int call_twice() { return twice(1) + twice(1); }
auto thrice = [](int x) { static int calls = 5; return x * 3 + calls++; };
asyncio::Coro<void> async_main() {
  for (int n = 0; n < 4; ++n) {
    try {
      std::println("{}", co_await refuse(n));
    } catch (const Refused& error) {
      std::println("refused: {}", error.what());
    }
  }
  Derived derived;
  Base base;
  std::println("{} {} {} {}", kind(derived), kind(base), derived.name(), typeid(derived) == typeid(Derived));
  std::println("{} {} {}", twice(1), call_twice(), thrice(1));
}
int main() { asyncio::run(async_main()); }
`));

test('templates, specialisations and macros go on below a cut', () =>
  check(`
#define SQUARE(x) ((x) * (x))
template <class T>
struct Box {
  T value;
  static inline int made = 0;
  Box(T value) : value(value) { ++made; }
};
template <class T>
T sum(const std::vector<T>& values) {
  T total{};
  for (const T& value : values) total = total + value;
  return total;
}
enum class Colour { red, green };
template <>
struct std::formatter<Colour> : std::formatter<std::string_view> {
  auto format(Colour c, auto& context) const {
    return std::formatter<std::string_view>::format(c == Colour::red ? "red" : "green", context);
  }
};
namespace shapes {
struct Point {
  int x, y;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  auto operator<=>(const Point&) const = default;
};
}
std::string place(std::source_location at = std::source_location::current()) {
  return std::format("{}:{} {}", at.file_name(), at.line(), __FILE__);
}
std::string here() { return place(); }
asyncio::Coro<std::string> coroutine() { co_return place(); }
int above() { return sum<int>({1, 2, SQUARE(3)}) + Box<int>(1).value; }
#undef SQUARE
#define SQUARE(x) "another"
asyncio::AsyncGenerator<int> count(int n) {
  for (int i = 0; i < n; ++i) co_yield i;
}
namespace shapes {
int far(Point p) { return p.x * p.x + p.y * p.y; }
}
asyncio::Coro<void> async_main() {
  std::println("{} {} {} {}", above(), SQUARE(1), Colour::green, Box<int>(2).made);
  auto point = sum<shapes::Point>({{1, 2}, {3, 4}});
  std::println("{} {} at {}, {}", far(point), point > shapes::Point{1, 1}, place(), here());
  auto task = asyncio::create_task(coroutine());
  std::println("{} {}", co_await task, place());
  throw std::runtime_error("with the lines of a traceback");
  auto numbers = count(3);
  while (auto n = co_await numbers.next()) std::println("{}", *n);
}
int main() { asyncio::run(async_main()); }
`));

test('warnings above and below a cut are said once, where they belong', () =>
  check(`
static int never_called() { return 1; }
int signs(unsigned a, int b) { return a < b; }
int falls(int n) {
  int left;
  if (n > 1) return left;
}
asyncio::Coro<void> work() { co_return; }
asyncio::Coro<void> async_main() {
  work();
  int ä = 1, unused;
  std::println("ü {}", ä), signs(1u, 2);
  co_return;
}
int main() { asyncio::run(async_main()); }
`));

test('errors below a cut are the same, notes that point above it too', () =>
  check(`
struct Account {
  int balance = 0;
  void pay(int amount, const std::string& to) { balance -= amount, std::println("{}", to); }
};
template <class T>
void takes(T value) {
  value.missing();
}
int twice(int x) { return 2 * x; }
int main() {
  Account account;
  account.pay("a lot");
  takes(account);
  int twice = ::twice("2");
  undeclared(twice);
}
`));

test('mistakes are found in the part that has its own object, with their line', () =>
  check(`
int at(const std::vector<int>& values, int n) {
  return values[n];
}
int divide(int a, int b) {
  return a / b;
}
int main(int argc, char**) {
  std::vector<int> values{1, 2, 3};
  std::println("{}", at(values, 2));
  std::println("{}", divide(6, argc + 1));
  std::println("{}", at(values, 3));
}
`));

test('what does not compile by itself is not compiled ahead', async () => {
  const compiler = await fresh();
  const source = `${headers}int f() { return oops; }\nint padding[] = {${'1, '.repeat(80)}};\nint main() {}\n`;
  assert.equal(compiler.prepare(source, source.length), 0);
  const mended = source.replace('oops', '1234');
  assert.ok(compiler.prepare(mended, mended.length) > 0);
  assert.equal((await compiler.compile(source)).ok, false);
  assert.equal((await compiler.compile(mended)).ok, true);
});
