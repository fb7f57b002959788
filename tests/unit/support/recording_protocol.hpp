#pragma once

#include <asyncio/event_loop.hpp>
#include <asyncio/exceptions.hpp>
#include <asyncio/transport.hpp>
#include <string>
#include <vector>

/// Writes down what it is called for.
class RecordingProtocol : public asyncio::Protocol {
 public:
  void connection_made(asyncio::Transport& made) override {
    log.push_back("made");
    transport = asyncio::Ref<asyncio::Transport>(&made);
  }
  void data_received(std::string_view data) override { log.push_back(std::string(data)); }
  bool eof_received() override {
    log.push_back("end");
    return false;
  }
  void connection_lost(std::exception_ptr error) override {
    log.push_back(error ? asyncio::detail::describe(error) : "lost");
    transport = {};
    lost.set_result();
  }

  std::vector<std::string> log;
  /// Null once it is lost.
  asyncio::Ref<asyncio::Transport> transport;
  asyncio::Future<void> lost = asyncio::get_running_loop().create_future<void>();
};
