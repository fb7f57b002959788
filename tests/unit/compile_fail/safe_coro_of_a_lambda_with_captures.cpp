// expect: a SafeCoro owns all that it uses
#include <asyncio/safe_coro.hpp>
#include <asyncio/task.hpp>
#include <string>

void f(std::string name) {
#ifdef BAD
  auto greet = [name]() -> asyncio::SafeCoro<std::size_t> { co_return name.size(); };
  asyncio::create_task(greet());
#else
  auto greet = [](std::string who) -> asyncio::SafeCoro<std::size_t> { co_return who.size(); };
  asyncio::create_task(greet(name));
#endif
}
