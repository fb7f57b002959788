// expect: finished "none"
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <exception>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  int connected = 0;
  for (const char* url :
       {"ws://thief.invalid/", "wss://thief.invalid/", "http://thief.invalid/", "//thief.invalid/", "ws:thief.invalid"})
    try {
      web::WebSocket socket = co_await web::WebSocket::connect(url);
      ++connected;
    } catch (const std::exception& error) {
      std::printf("%s\n", error.what());
    }
  std::puts(connected == 0 ? "none" : "some");
}

int main() { asyncio::run(async_main()); }
