#pragma once

#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/io_context.hpp>
#include <exception>
#include <optional>
#include <utility>

/// Runs a coroutine and all that it starts, on a loop that needs no locks.
template <class T>
T run(asio::awaitable<T> main) {
  asio::io_context loop(ASIO_CONCURRENCY_HINT_UNSAFE);
  std::optional<T> result;
  asio::co_spawn(loop, std::move(main), [&result](const std::exception_ptr& error, T value) {
    if (error) std::rethrow_exception(error);
    result.emplace(std::move(value));
  });
  loop.run();
  return std::move(*result);
}
