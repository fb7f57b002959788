#pragma once

namespace asyncio::detail {

/// What the library's own connections tell each other of their flow.
class WritingState {
 public:
  /// Whether the protocol was told to pause.
  virtual bool writing_paused() const noexcept = 0;

 protected:
  ~WritingState() = default;
};

}  // namespace asyncio::detail
