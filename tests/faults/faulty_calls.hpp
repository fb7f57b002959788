#pragma once

#include <cstddef>
#include <functional>
#include <random>

/// What a system call is for.
enum class Call : unsigned char { receive, send, accept, connect, wait };

/// What becomes of a system call.
struct Fault {
  /// The errno with which it fails; 0: it is made.
  int error = 0;
  /// It is asked for no more bytes than this.
  std::size_t most = std::size_t(-1);
};

/// Decides on each system call of this thread on sockets and pipes while it lives.
class FaultyCalls {
 public:
  using Plan = std::function<Fault(Call)>;
  explicit FaultyCalls(Plan plan);
  FaultyCalls(const FaultyCalls&) = delete;
  FaultyCalls& operator=(const FaultyCalls&) = delete;
  ~FaultyCalls();

 private:
  Plan plan_;
};

/// Every second call is made short, or is interrupted, or finds nothing to do. The same for the same seed.
class Harmless {
 public:
  explicit Harmless(unsigned seed) : random_(seed) {}
  Fault operator()(Call call);

 private:
  std::minstd_rand random_;
};
