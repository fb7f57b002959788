#include "asyncio/detail/base/slots.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <deque>
#include <memory>
#include <random>
#include <string>

using asyncio::detail::Items;

TEST_CASE("A row of items is a deque") {
  std::mt19937 random(1);
  Items<std::string> items;
  std::deque<std::string> expected;
  for (int i = 0; i < 20'000; ++i) {
    // Long rises and falls, through many blocks and down to nothing.
    const bool rising = i / 500 % 2 == 0;
    const unsigned choice = random() % 8;
    if (expected.empty() || choice < (rising ? 6u : 2u)) {
      const std::string item = "the item of number " + std::to_string(i);
      items.push_back(item);
      expected.push_back(item);
    } else if (choice % 2 == 0) {
      REQUIRE(items.take_front() == expected.front());
      expected.pop_front();
    } else {
      REQUIRE(items.take_back() == expected.back());
      expected.pop_back();
    }
    REQUIRE(items.size() == expected.size());
  }
}

TEST_CASE("A row of items destroys what is left in it") {
  const auto counted = std::make_shared<int>();
  {
    Items<std::shared_ptr<int>> items;
    for (int i = 0; i < 1'000; ++i) items.push_back(counted);
    for (int i = 0; i < 300; ++i) items.take_front();
    CHECK(counted.use_count() == 701);
  }
  CHECK(counted.use_count() == 1);
}

TEST_CASE("A row of items keeps their alignment and takes any size") {
  struct alignas(64) Wide {
    std::uint64_t value;
  };
  struct Large {
    std::uint64_t value;
    char rest[5'000];
  };
  Items<Wide> wide;
  Items<Large> large;
  for (std::uint64_t i = 0; i < 100; ++i) {
    wide.push_back({i});
    large.push_back({i, {}});
  }
  for (std::uint64_t i = 0; i < 100; ++i) {
    const Wide first = wide.take_front();
    CHECK(first.value == i);
    CHECK(large.take_front().value == i);
  }
}

TEST_CASE("An item whose move throws is neither added nor lost") {
  struct Throwing {
    int value;
    bool* throws;
    Throwing(int number, bool* decides) : value(number), throws(decides) {}
    Throwing(Throwing&& other) : value(other.value), throws(other.throws) {
      if (*throws) throw 1;
    }
  };
  bool throws = false;
  Items<Throwing> items;
  items.push_back({1, &throws});
  throws = true;
  CHECK_THROWS(items.push_back({2, &throws}));
  CHECK_THROWS(items.take_front());
  throws = false;
  REQUIRE(items.size() == 1);
  CHECK(items.take_front().value == 1);
}
