#pragma once

/// \file
/// Listens for `asyncio-ps`, and asks the loops of the process.

#include <sys/types.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "posix/loop/descriptor.hpp"
#include "posix/loop/waker.hpp"

namespace asyncio::native {

class Inspection;

/// Lives as long as any loop may be asked. All but of_process() may be called by any thread.
class InspectionServer {
 public:
  /// That of this process. \throws OSError where it cannot listen
  static std::shared_ptr<InspectionServer> of_process();
  InspectionServer(const InspectionServer&) = delete;
  InspectionServer& operator=(const InspectionServer&) = delete;
  ~InspectionServer();

  /// \returns its number, from 1
  unsigned add(Inspection& loop);
  void remove(const Inspection& loop) noexcept;
  void answered(Inspection& loop, std::string text) noexcept;

 private:
  InspectionServer();
  void listen();
  void serve() noexcept;
  /// Asks all loops, and waits for them a while.
  std::string ask();

  std::string path_;
  pid_t owner_;
  Descriptor listener_;
  /// Tells the thread to end.
  Waker end_;
  std::mutex mutex_;
  std::condition_variable answered_;
  std::vector<Inspection*> loops_;
  unsigned latest_number_ = 0;
  std::thread thread_;
};

}  // namespace asyncio::native
