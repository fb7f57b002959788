// What the page's precompiled header holds: the headers that programs use, and the code that they would otherwise each
// compile anew. Functions in `warm_up` are never called: their templates are instantiated here once and for all.

// No line in them is of interest, so none is kept: a program's table of lines is to hold its own.
#pragma clang attribute push(__attribute__((nodebug)), apply_to = hasType(functionType))

#include <algorithm>
#include <any>
#include <array>
#include <asyncio/asyncio.hpp>
#include <cassert>
#include <cctype>
#include <charconv>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <exception>
#include <expected>
#include <format>
#include <fstream>
#include <functional>
#include <iomanip>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <print>
#include <queue>
#include <random>
#include <ranges>
#include <set>
#include <span>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace asyncio::warm_up {

template <class T>
void print_one(T value) {
  std::println("{}", value);
}

template <class A, class B>
void print_two(A a, B b) {
  std::println("{} {}", a, b);
}

inline void print(int i, long l, long long ll, unsigned u, unsigned long ul, unsigned long long ull, double d, char c,
                  bool b, const char* p, const std::string& s, std::string_view v, float f) {
  std::print("");
  std::println("");
  print_one(i), print_one(l), print_one(ll), print_one(u), print_one(ul), print_one(ull);
  print_one(d), print_one(f), print_one(c), print_one(b), print_one(p), print_one(s), print_one(v);
  std::print("{}", i), std::print("{}", s), std::println("{}", s);
  std::println("{} {}", s, s), std::println("{} {}", s, i), std::println("{} {}", i, s);
  print_two(i, i), print_two(i, d), print_two(i, p), print_two(p, i), print_two(p, p), print_two(i, s), print_two(s, i),
      print_two(s, s);
  std::println("{} {} {}", i, i, i), std::println("{} {} {}", s, i, i);
  std::string text = std::format("{}", i) + std::format("{}", s) + std::format("{}", d) + std::format("{} {}", i, i);
  std::cout << i << l << u << d << c << b << p << s << v << ull << text << std::endl;
}

template <class Key, class Value>
void use_maps(const Key& key, const Value& value) {
  std::map<Key, Value> ordered{{key, value}};
  std::unordered_map<Key, Value> hashed{{key, value}};
  ordered[key] = value, hashed[key] = value;
  for (auto& [k, v] : ordered) hashed.emplace(k, v);
  ordered.erase(key), hashed.erase(key);
  if (auto found = ordered.find(key); found != ordered.end()) ordered.insert({key, value});
  if (hashed.contains(key) && ordered.contains(key)) hashed.at(key) = ordered.at(key);
}

template <class T>
void use_sets(const T& value) {
  std::set<T> set{value};
  set.insert(value), set.erase(value), set.contains(value);
  for (auto& element : set) set.count(element);
}

inline void use_texts(const std::string& text, std::string_view view) {
  std::println("{}: {}", text, view), std::println("{} {}", view, view);
  std::ostringstream out;
  out << text << view << 1;
  std::string joined = out.str() + text + "; " + std::to_string(1);
  std::istringstream in(joined);
  while (std::getline(in, joined, ',')) joined += view;
}

inline void use_times(std::chrono::milliseconds milli, std::chrono::seconds seconds) {
  std::println("{} {}", milli, seconds);
  std::println("{:.3f}", std::chrono::duration<double>(milli).count());
  print_one(milli), print_one(seconds);
}

template <class T>
void use_sequences(T value) {
  std::vector<T> vector{value, value};
  vector.push_back(value), vector.emplace_back(value), vector.resize(3), vector.reserve(8);
  for (const T& element : vector) value = element;
  std::deque<T> deque{value};
  deque.push_back(value), deque.pop_front();
  std::optional<T> optional = value;
  std::function<void()> function = [optional] {};
  function();
  std::ranges::sort(vector);
  std::sort(vector.begin(), vector.end());
  vector.erase(vector.begin()), vector.insert(vector.end(), value), vector.pop_back();
  if (std::ranges::find(vector, value) != vector.end()) std::ranges::reverse(vector);
}

template <class T>
Coro<T> returns(T value) {
  co_return value;
}

template <class T>
Coro<void> use_result(T value) {
  T awaited = co_await returns(value);
  auto task = create_task(returns(value), {.name = "task"});
  const T& result = co_await task;
  awaited = co_await create_task(returns(result));
  co_await sleep(std::chrono::milliseconds(1));
  auto [first, second] = co_await gather(returns(value), returns(value));
  std::vector<Task<T>> tasks;
  tasks.push_back(create_task(returns(value)));
  tasks.push_back(task);
  std::vector<T> results = co_await gather(std::move(tasks));
  std::vector<Coro<T>> coroutines;
  coroutines.push_back(returns(value));
  results = co_await gather(std::move(coroutines));
  for (const Result<T>& outcome : co_await gather(return_exceptions, tasks))
    if (outcome) awaited = *outcome;
  auto future = get_running_loop().create_future<T>();
  future.set_result(value);
  awaited = co_await future;
}

template <class T>
AsyncGenerator<T> yields(T value) {
  co_await sleep(std::chrono::seconds(1));
  co_yield value;
}

template <class T>
Coro<void> use_more(T value) {
  using namespace std::chrono_literals;
  auto task = create_task(returns(value));
  std::vector tasks{task, create_task(returns(value))};
  std::vector<T> results = co_await gather(tasks);
  T awaited = co_await wait_for(task, 1s);
  awaited = co_await wait_for(returns(value), 1s);
  auto generator = yields(value);
  while (auto item = co_await generator.next()) awaited = *item;
  Queue<T> queue;
  co_await queue.put(value);
  awaited = co_await queue.get();
  queue.put_nowait(value), queue.task_done();
  auto [done, pending] = co_await wait(tasks, {.return_when = FIRST_COMPLETED});
  for (auto& finished : done) awaited = finished.result();
}

inline Coro<void> returns_nothing() { co_return; }

inline Coro<void> use_nothing() {
  using namespace std::chrono_literals;
  co_await returns_nothing();
  auto task = create_task(returns_nothing());
  co_await task;
  co_await create_task(returns_nothing(), {.name = "task"});
  co_await sleep(1s), co_await sleep(1ms), co_await sleep(0s);
  co_await gather(returns_nothing(), returns_nothing());
  co_await gather(returns_nothing(), returns_nothing(), returns_nothing());
  co_await gather(task, task);
  std::vector tasks{task, create_task(returns_nothing())};
  tasks.push_back(create_task(returns_nothing()));
  co_await gather(tasks);
  std::vector<Coro<>> coroutines;
  coroutines.push_back(returns_nothing());
  co_await gather(std::move(coroutines));
  for (const Result<void>& outcome : co_await gather(return_exceptions, tasks)) outcome.has_value();
  co_await gather(return_exceptions, std::move(coroutines));
  auto [done, pending] = co_await wait(tasks);
  task.cancel(), task.done();
  co_await wait_for(returns_nothing(), 1s);
  co_await shield(task);
}

inline Coro<void> use_primitives() {
  Lock lock;
  {
    auto guard = co_await lock.scoped_lock();
  }
  co_await lock.acquire();
  Semaphore semaphore(2);
  auto permit = co_await semaphore.scoped_lock();
  Event event;
  event.set();
  co_await event.wait();
  co_await with(TaskGroup(), [](TaskGroup& group) -> Coro<void> {
    auto task = group.create_task(returns_nothing());
    co_await task;
  });
}

inline void everything() {
  const std::string text;
  use_maps(text, 1), use_maps(text, text), use_maps(1, text), use_maps(1, 1), use_maps(text, std::vector<std::string>());
  use_sets(1), use_sets(text);
  use_sequences(1), use_sequences(std::string()), use_sequences(1.0);
  use_texts(text, text);
  use_times(std::chrono::milliseconds(1), std::chrono::seconds(1));
  run(use_nothing()), run(use_primitives());
  run(use_result(1)), run(use_result(std::string()));
  run(use_more(1)), run(use_more(std::string()));
  run(returns(1)), run(returns(std::string()));
}

}  // namespace asyncio::warm_up

#pragma clang attribute pop
