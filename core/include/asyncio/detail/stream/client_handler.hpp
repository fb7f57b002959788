#pragma once

/// \file
/// The function that a program gives to start_server(), whatever its type.

#include <string>
#include <type_traits>

#include "asyncio/server.hpp"
#include "asyncio/stream_options.hpp"
#include "asyncio/stream_reader.hpp"
#include "asyncio/stream_writer.hpp"

namespace asyncio::detail {

class ClientHandler : public RefCounted {
 public:
  /// Begins to serve a connection. \returns the coroutine to run as a task; an empty one if all is done
  virtual Coro<void> connected(StreamReader reader, StreamWriter writer) = 0;
};

template <class F>
class ClientHandlerOf final : public ClientHandler {
 public:
  explicit ClientHandlerOf(F f) : f_(std::move(f)) {}

  Coro<void> connected(StreamReader reader, StreamWriter writer) override {
    using Returned = std::invoke_result_t<F&, StreamReader&, StreamWriter&>;
    if constexpr (std::is_void_v<Returned>) {
      f_(reader, writer);
      return {};
    } else {
      static_assert(std::is_same_v<Returned, Coro<void>>,
                    "asyncio: the handler of start_server() returns Coro<void> or void");
      return serve(Ref<ClientHandlerOf>(this), std::move(reader), std::move(writer));
    }
  }

 private:
  /// What the handler refers to lives in this frame: the function with its captures, reader and writer.
  static Coro<void> serve(Ref<ClientHandlerOf> self, StreamReader reader, StreamWriter writer) {
    co_await self->f_(reader, writer);
  }
  F f_;
};

template <class F>
Ref<ClientHandler> make_client_handler(F f) {
  return Ref<ClientHandler>(new ClientHandlerOf<F>(std::move(f)));
}

}  // namespace asyncio::detail
