// An LRU cache in front of a slow store: many who ask for the same key at the same time cause one load only.
#include <asyncio/asyncio.hpp>
#include <cassert>
#include <functional>
#include <iostream>
#include <iterator>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

template <typename Key, typename Value>
class AsyncLruCache {
 public:
  using Loader = std::function<asyncio::Coro<Value>(Key)>;

  AsyncLruCache(std::size_t capacity, Loader loader) : capacity_(capacity), loader_(std::move(loader)) {
    assert(capacity_ > 0);
  }

  asyncio::Coro<Value> get(Key key) {
    if (auto found = index_.find(key); found != index_.end()) {
      ++hits_;
      entries_.splice(entries_.begin(), entries_, found->second);
      co_return found->second->second;
    }
    // A task that is loading is shared; whoever is cancelled does not cancel the load for the others.
    auto flight = loading_.find(key);
    if (flight == loading_.end()) {
      ++misses_;
      flight = loading_.emplace(key, asyncio::create_task(load(key))).first;
    } else {
      ++joined_;
    }
    asyncio::Task<Value> task = flight->second;
    co_return co_await asyncio::shield(task);
  }

  void print(std::ostream& out) const {
    out << "[";
    const char* separator = "";
    for (const auto& [key, value] : entries_) {
      out << separator << key << "=" << value;
      separator = ", ";
    }
    out << "] hits " << hits_ << ", misses " << misses_ << ", joined " << joined_ << "\n";
  }

 private:
  asyncio::Coro<Value> load(Key key) {
    auto result = co_await asyncio::capture(loader_(key));
    loading_.erase(key);
    Value value = std::move(result).value();
    entries_.emplace_front(key, value);
    index_[key] = entries_.begin();
    if (entries_.size() > capacity_) {
      index_.erase(entries_.back().first);
      entries_.pop_back();
    }
    co_return value;
  }

  using Entries = std::list<std::pair<Key, Value>>;
  std::size_t capacity_;
  Loader loader_;
  Entries entries_;
  std::unordered_map<Key, typename Entries::iterator> index_;
  std::unordered_map<Key, asyncio::Task<Value>> loading_;
  int hits_ = 0, misses_ = 0, joined_ = 0;
};

template <typename Key, typename Value>
std::ostream& operator<<(std::ostream& out, const AsyncLruCache<Key, Value>& cache) {
  cache.print(out);
  return out;
}

asyncio::Coro<std::string> slow_store(int id) {
  std::cout << "  loading " << id << "\n";
  co_await asyncio::sleep(std::chrono::milliseconds(100));
  if (id < 0) throw std::out_of_range("no record " + std::to_string(id));
  co_return std::string(static_cast<std::size_t>(id), '#');
}

asyncio::Coro<void> async_main() {
  using namespace std::chrono_literals;
  AsyncLruCache<int, std::string> cache(3, slow_store);

  std::vector<asyncio::Coro<std::string>> wanted;
  for (int id : {1, 2, 1, 1, 2, 3}) wanted.push_back(cache.get(id));
  for (const auto& text : co_await asyncio::gather(std::move(wanted))) std::cout << text << " ";
  std::cout << "\n" << cache;

  std::cout << "cached: " << co_await cache.get(2) << "\n";
  co_await cache.get(4);
  std::cout << cache;

  // One of two gives up. The load goes on, and the other gets its record.
  auto patient = asyncio::create_task(cache.get(5));
  try {
    co_await asyncio::wait_for(cache.get(5), 30ms);
  } catch (const asyncio::TimeoutError&) {
    std::cout << "gave up\n";
  }
  std::cout << "patient: " << co_await patient << "\n";

  // An error goes to everybody who waits, and is not kept.
  auto [a, b] = co_await asyncio::gather(asyncio::return_exceptions, cache.get(-7), cache.get(-7));
  for (const auto* result : {&a, &b}) {
    try {
      std::cout << result->value() << "\n";
    } catch (const std::out_of_range& error) {
      std::cout << "error: " << error.what() << "\n";
    }
  }
  std::cout << cache;
}

int main() {
  asyncio::run(async_main());
  return 0;
}
