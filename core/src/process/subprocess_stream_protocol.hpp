#pragma once

/// \file
/// Between a child process and the streams. Source: SubprocessStreamProtocol in Lib/asyncio/subprocess.py.

#include <array>

#include "asyncio/stream_reader.hpp"
#include "asyncio/stream_writer.hpp"
#include "asyncio/subprocess_transport.hpp"
#include "stream/stream_flow.hpp"

namespace asyncio::detail {

class SubprocessStreamProtocol final : public SubprocessProtocol {
 public:
  SubprocessStreamProtocol(LoopCore& loop, std::size_t limit);

  void connection_made(SubprocessTransport& transport) override;
  void pipe_data_received(int fd, std::string_view data) override;
  void pipe_connection_lost(int fd, std::exception_ptr error) override;
  void process_exited() override;
  void connection_lost(std::exception_ptr error) override { flow_->connection_lost(error); }
  void pause_writing() override { flow_->pause(); }
  void resume_writing() override { flow_->resume(); }

  /// What kept the streams from being made, or null. The child is ended then.
  const std::exception_ptr& error() const noexcept { return error_; }
  std::optional<StreamWriter>& input() noexcept { return input_; }
  /// \param fd 1 or 2
  std::optional<StreamReader>& output(int fd) noexcept { return outputs_[fd == 1 ? 0 : 1].reader; }

 private:
  struct Output {
    std::optional<StreamReader> reader;
    bool open = false;
  };
  void make_streams(SubprocessTransport& transport);
  Output* find(int fd) noexcept;
  void input_lost(const std::exception_ptr& error);
  void close_transport_at_the_end();

  Ref<StreamFlow> flow_;
  Ref<SubprocessTransport> transport_;
  std::optional<StreamWriter> input_;
  /// Of descriptors 1 and 2.
  std::array<Output, 2> outputs_;
  std::size_t limit_;
  std::exception_ptr error_;
  bool exited_ = false;
};

}  // namespace asyncio::detail
