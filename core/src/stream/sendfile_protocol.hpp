#pragma once

#include "asyncio/coro.hpp"
#include "asyncio/transport.hpp"

namespace asyncio::detail {

class SendfileProtocol;

/// While it lives, it is the sender of a file who hears of a transport's flow, and nobody hears of data. Then all is as
/// it was. Source: _SendfileFallbackProtocol in Lib/asyncio/base_events.py.
class SendfileScope {
 public:
  explicit SendfileScope(Ref<Transport> transport);
  SendfileScope(const SendfileScope&) = delete;
  SendfileScope& operator=(const SendfileScope&) = delete;
  ~SendfileScope();

  /// Suspends until the transport has room. \throws ConnectionError if it is closed; what it was lost by
  Coro<void> drain();

 private:
  void resume_protocol() noexcept;

  Ref<Transport> transport_;
  Ref<Protocol> protocol_;
  Ref<SendfileProtocol> ours_;
  bool was_reading_;
  bool was_paused_;
};

}  // namespace asyncio::detail
