#include "describe_exception.hpp"

#include "asyncio/exceptions.hpp"

namespace asyncio::wasm {

ExceptionText describe_exception(const std::exception_ptr& error) {
  return {detail::type_name(error), detail::what(error)};
}

}  // namespace asyncio::wasm
