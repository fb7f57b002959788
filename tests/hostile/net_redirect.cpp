// expect: ended
// An address of the page's own server that leads elsewhere.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  web::Response response = co_await web::fetch("/redirect");
  std::printf("ESCAPED: %d\n", response.status);
}

int main() { asyncio::run(async_main()); }
