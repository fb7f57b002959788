// expect: a SafeCoro owns all that it uses
#include <asyncio/safe_coro.hpp>
#include <memory>
#include <string>
#include <string_view>

#ifdef BAD
asyncio::SafeCoro<void> send(const std::string* text) {
#else
asyncio::SafeCoro<void> send(std::shared_ptr<std::string> text) {
#endif
  (void)text;
  co_return;
}
