// expect: ended
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <exception>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  for (const char* method : {"CONNECT", "TRACE", "TRACK", "DELETE", "GET /private.json HTTP/1.1\r\n\r\n", "", "\xff"})
    try {
      web::Response response = co_await web::fetch("examples/examples.json", {.method = method});
      std::printf("%s: %d\n", method, response.status);
    } catch (const std::exception& error) {
      std::printf("%s\n", error.what());
    }
}

int main() { asyncio::run(async_main()); }
