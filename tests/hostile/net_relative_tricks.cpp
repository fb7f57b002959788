// expect: finished "none"
// Every one of them refused, and none sent.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <exception>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  int answered = 0;
  for (const char* url : {"//thief.invalid/x", "\\\\thief.invalid\\x", "/\\thief.invalid/x", "http:\\\\thief.invalid",
                          "http:///thief.invalid", "ht\ntp://thief.invalid",
                          " http://thief.invalid", "http://thief.invalid\u3002", "http://thief\u2024invalid"})
    try {
      web::Response response = co_await web::fetch(url);
      ++answered;
      std::printf("%s: answered\n", url);
    } catch (const std::exception& error) {
      std::printf("%s\n", error.what());
    }
  std::puts(answered == 0 ? "none" : "some");
}

int main() { asyncio::run(async_main()); }
