// expect: ended
// A page that only the reader's cookies open.
#include <asyncio/asyncio.hpp>
#include <asyncio/web.hpp>
#include <cstdio>

using namespace std::chrono_literals;
namespace web = asyncio::web;

asyncio::Coro<void> async_main() {
  web::Response response = co_await web::fetch("/private.json");
  std::printf("%d %s\n", response.status, (co_await response.text()).c_str());
}

int main() { asyncio::run(async_main()); }
