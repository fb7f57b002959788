// Deadlines of many kinds: a search over mirrors with hedged requests, nested time limits, and a payment that is shielded.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace std;
using namespace std::chrono_literals;
namespace aio = asyncio;

struct Mirror {
  string name;
  chrono::milliseconds latency;
  bool broken = false;
};

aio::Coro<string> query(Mirror mirror, string what) {
  try {
    co_await aio::sleep(mirror.latency);
  } catch (const aio::CancelledError&) {
    cout << "    " << mirror.name << " is not needed any more" << endl;
    throw;
  }
  if (mirror.broken) throw runtime_error(mirror.name + " is broken");
  co_return what + " from " + mirror.name;
}

// Asks one mirror after the other until one has answered; the first good answer wins.
aio::Coro<optional<string>> hedged(vector<Mirror> mirrors, string what, chrono::milliseconds patience) {
  vector<aio::Task<string>> pending;
  auto next = mirrors.begin();
  while (next != mirrors.end() || !pending.empty()) {
    aio::WaitOptions options;
    options.return_when = aio::FIRST_COMPLETED;
    if (next != mirrors.end()) {
      cout << "  asks " << next->name << endl;
      pending.push_back(aio::create_task(query(*next, what)));
      ++next;
      options.timeout = patience;
    }
    auto result = co_await aio::wait(pending, options);
    pending = result.pending;
    for (auto& task : result.done) {
      if (task.exception()) {
        cout << "    one has failed" << endl;
        continue;
      }
      for (auto& late : pending) late.cancel();
      if (!pending.empty()) co_await aio::wait(pending);
      co_return task.result();
    }
  }
  co_return nullopt;
}

aio::Coro<void> search() {
  cout << "search" << endl;
  const vector<vector<Mirror>> situations = {
      {{"fast", 20ms}, {"slow", 400ms}},
      {{"slow", 400ms}, {"fast", 20ms}, {"spare", 10ms}},
      {{"broken", 30ms, true}, {"weak", 80ms, true}, {"slow", 200ms}},
      {{"broken", 30ms, true}},
  };
  for (auto& mirrors : situations) {
    auto answer = co_await hedged(mirrors, "page", 100ms);
    cout << "  = " << answer.value_or("no answer") << endl;
  }
}

aio::Coro<string> step(string name, chrono::milliseconds takes, chrono::milliseconds limit) {
  string how = "in time";
  try {
    co_await aio::with(aio::timeout(limit), [&]() -> aio::Coro<void> { co_await aio::sleep(takes); });
  } catch (const aio::TimeoutError&) {
    how = "too late";
  }
  co_return name + " " + how;
}

aio::Coro<void> nested() {
  cout << "nested limits" << endl;
  for (auto total : {1000ms, 130ms, 50ms}) {
    vector<string> steps;
    auto limit = aio::timeout(total);
    try {
      co_await aio::with(limit, [&]() -> aio::Coro<void> {
        steps.push_back(co_await step("connect", 40ms, 60ms));
        steps.push_back(co_await step("read", 200ms, 60ms));
        limit.reschedule(aio::get_running_loop().time() + 500ms);
        steps.push_back(co_await step("parse", 10ms, 60ms));
      });
    } catch (const aio::TimeoutError&) {
      steps.push_back("- all of it too late");
    }
    cout << "  " << total.count() << " ms:";
    for (auto& s : steps) cout << " " << s << ",";
    cout << (limit.expired() ? " expired" : " fine") << endl;
  }
}

class Payments {
 public:
  aio::Coro<int> pay(string who, int amount) {
    auto booking = aio::create_task(book(who, amount), {.name = "book " + who});
    try {
      co_return co_await aio::shield(booking);
    } catch (const aio::CancelledError&) {
      cout << "  " << who << " hangs up, the booking goes on" << endl;
      unfinished_.push_back(booking);
      throw;
    }
  }

  aio::Coro<void> close() {
    if (!unfinished_.empty()) co_await aio::gather(aio::return_exceptions, exchange(unfinished_, {}));
    for (auto& [who, amount] : booked_) cout << "  booked " << who << " " << amount << endl;
  }

 private:
  aio::Coro<int> book(string who, int amount) {
    co_await aio::sleep(100ms);
    co_return booked_[who] += amount;
  }
  map<string, int> booked_;
  vector<aio::Task<int>> unfinished_;
};

aio::Coro<void> checkout() {
  cout << "payments" << endl;
  Payments payments;
  auto customer = [&payments](string who, int amount, chrono::milliseconds patience) -> aio::Coro<void> {
    // The lambda has a name and outlives its coroutines.
    auto result = co_await aio::capture(aio::wait_for(payments.pay(who, amount), patience));
    cout << "  " << who << (result ? " has paid" : " does not know") << endl;
  };
  co_await aio::gather(customer("ann", 10, 1s), customer("bob", 20, 50ms), customer("cyd", 30, 99ms));
  co_await payments.close();
}

aio::Coro<void> async_main() {
  co_await search();
  co_await nested();
  co_await checkout();
}

int main() { aio::run(async_main()); }
