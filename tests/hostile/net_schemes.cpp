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
  for (const char* url :
       {"javascript:document.title=1", "data:text/html,<b>x</b>", "file:///etc/passwd", "blob:null/x", "about:blank",
        "chrome://version", "ftp://thief.invalid/", "view-source:http://thief.invalid/", "ws://thief.invalid/",
        "filesystem:http://thief.invalid/x"})
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
