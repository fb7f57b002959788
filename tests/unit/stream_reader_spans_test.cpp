#include <array>
#include <asyncio/asyncio.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using asyncio::Coro;
using asyncio::StreamReader;

namespace {

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

template <class Main>
void run(Main main) {
  asyncio::run(main(), {.clock = asyncio::virtual_clock});
}

}  // namespace

TEST_CASE("A read into memory takes what is there, waits if there is nothing, and gives 0 at the end") {
  run([]() -> Coro<void> {
    StreamReader reader;
    std::array<std::byte, 4> into{};
    reader.feed_data("abcdef");
    const std::size_t four = co_await reader.read(into);
    CHECK(four == 4);
    CHECK(text_of(into) == "abcd");
    const std::size_t two = co_await reader.read(into);
    CHECK(text_of(std::span(into).first(two)) == "ef");
    const std::size_t none_asked = co_await reader.read(std::span<std::byte>());
    CHECK(none_asked == 0);

    auto feed = asyncio::get_running_loop().call_soon([&reader] { reader.feed_data("g"); });
    const std::size_t one = co_await reader.read(into);
    CHECK(text_of(std::span(into).first(one)) == "g");
    reader.feed_eof();
    const std::size_t end = co_await reader.read(into);
    CHECK(end == 0);
  });
}

TEST_CASE("A read of exactly so many bytes into memory waits for all of them") {
  run([]() -> Coro<void> {
    StreamReader reader;
    std::array<std::byte, 4> into{};
    reader.feed_data("abcde");
    co_await reader.readexactly(std::span(into));
    CHECK(text_of(into) == "abcd");

    auto feed = asyncio::get_running_loop().call_soon([&reader] { reader.feed_data("fgh"); });
    co_await reader.readexactly(std::span(into));
    CHECK(text_of(into) == "efgh");

    reader.feed_data("ij");
    reader.feed_eof();
    auto cut = co_await asyncio::capture(reader.readexactly(std::span(into)));
    try {
      cut.value();
      FAIL("it was cut");
    } catch (const asyncio::IncompleteReadError& error) {
      CHECK(error.partial == "ij");
      CHECK(error.expected == 4);
    }
  });
}

TEST_CASE("A read is cut short by whichever separator of a list ends first") {
  run([]() -> Coro<void> {
    StreamReader reader;
    reader.feed_data("a;b\r\nc");
    // g++ 12 does not take a list in the awaited expression.
    const std::vector<std::string> separators{"\r\n", ";"};
    const std::string first = co_await reader.readuntil(separators);
    const std::string second = co_await reader.readuntil(separators);
    CHECK(first == "a;");
    CHECK(second == "b\r\n");
  });
}
