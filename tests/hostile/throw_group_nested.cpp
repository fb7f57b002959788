// expect: failed "group" within 20s
#include <asyncio/asyncio.hpp>
#include <exception>
#include <stdexcept>
#include <vector>

int main() {
  std::exception_ptr error = std::make_exception_ptr(std::runtime_error("leaf"));
  for (int i = 0; i < 200; ++i)
    error = std::make_exception_ptr(asyncio::ExceptionGroup("group", std::vector{error, error}));
  std::rethrow_exception(error);
}
