// expect: ended
// Headers that are the browser's to set, and line ends within them.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <exception>
#include <utility>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  for (auto [name, value] : {std::pair{"Cookie", "session=forged"},
                             {"Host", "thief.invalid"},
                             {"X-A", "b\r\nCookie: session=forged"},
                             {"A\r\nB", "c"},
                             {"Origin", "http://thief.invalid"},
                             {"", ""},
                             {"Authorization", "Basic eA=="}})
    try {
      web::Response response = co_await web::fetch("examples/examples.json", {.headers = {{name, value}}});
      std::printf("%s: %d\n", name, response.status);
    } catch (const std::exception& error) {
      std::printf("%s\n", error.what());
    }
}

int main() { asyncio::run(async_main()); }
