#pragma once

/// \file
/// What a loop answers to `asyncio-ps`, in a program that was started with `ASYNCIO_PS=1`.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace asyncio::native {

class InspectionServer;

/// One loop that may be asked. It answers between two callbacks, on its own thread; a thread of the process's asks all
/// of them for whoever connects, and says of those that do not answer that they are blocked.
class Inspection {
 public:
  /// Null unless the environment allows it; what stands in the way is logged. \param wake called by any thread: lets
  /// the loop come to answer() soon
  static std::unique_ptr<Inspection> from_environment(std::function<void()> wake) noexcept;

  Inspection(const Inspection&) = delete;
  Inspection& operator=(const Inspection&) = delete;
  ~Inspection();

  bool asked() const noexcept { return asked_.load(std::memory_order_relaxed); }
  /// On the loop's thread, while it runs.
  void answer() noexcept;

 private:
  friend class InspectionServer;
  Inspection(std::shared_ptr<InspectionServer> server, std::function<void()> wake);

  std::shared_ptr<InspectionServer> server_;
  std::function<void()> wake_;
  unsigned number_ = 0;
  std::atomic<bool> asked_{false};
  /// The server's to lock.
  std::optional<std::string> answer_;
};

}  // namespace asyncio::native
