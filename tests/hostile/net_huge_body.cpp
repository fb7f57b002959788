// expect: ended within 30s
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>
#include <string>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  std::string body(300u << 20, 'b');
  web::Response response = co_await web::fetch("nothing", {.method = "POST", .body = body});
  std::printf("%d\n", response.status);
}

int main() { asyncio::run(async_main()); }
