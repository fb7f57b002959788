// expect: ended
// A WebSocket carries cookies, if the page opens it.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  web::WebSocket socket = co_await web::WebSocket::connect("/ws");
  std::puts("connected");
}

int main() { asyncio::run(async_main()); }
