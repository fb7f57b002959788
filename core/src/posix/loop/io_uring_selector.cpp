#include "posix/loop/io_uring_selector.hpp"

#ifdef __linux__

#include <linux/io_uring.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <vector>

#include "asyncio/os_error.hpp"
#include "posix/loop/descriptor.hpp"

namespace asyncio::native {
namespace {

/// Requests between two waits; with more, they are handed over early.
constexpr unsigned queue_size = 256;
/// Of a request whose answer nobody waits for.
constexpr std::uint64_t nobody = ~std::uint64_t{0};

/// Memory that is shared with the kernel: its counters are read and written by builtins, as libc++ has std::atomic_ref
/// only from 19 on.
class Mapping {
 public:
  Mapping(int fd, std::size_t size, off_t offset)
      : size_(size), data_(::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, fd, offset)) {
    if (data_ == MAP_FAILED) std::rethrow_exception(detail::os_error(errno));
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() { ::munmap(data_, size_); }
  template <class T>
  T* at(std::size_t offset) const noexcept {
    return reinterpret_cast<T*>(static_cast<char*>(data_) + offset);
  }

 private:
  std::size_t size_;
  void* data_;
};

Descriptor set_up(io_uring_params& params) {
  params.flags = IORING_SETUP_CLAMP;
  Descriptor ring(static_cast<int>(::syscall(SYS_io_uring_setup, queue_size, &params)));
  if (!ring) std::rethrow_exception(detail::os_error(errno));
  if (!(params.features & IORING_FEAT_EXT_ARG) || !(params.features & IORING_FEAT_SINGLE_MMAP))
    throw OSError(ENOSYS, "this kernel's io_uring is too old: Linux 5.11 is needed");
  return ring;
}

/// Readiness by requests that poll one descriptor once: each is made anew after its event, together with the next wait,
/// so that a descriptor which is still ready is told of again.
class IoUringSelector final : public Selector {
 public:
  IoUringSelector()
      : ring_(set_up(params_)),
        rings_(ring_.get(), rings_size(), IORING_OFF_SQ_RING),
        requests_(ring_.get(), params_.sq_entries * sizeof(io_uring_sqe), IORING_OFF_SQES) {}

  void change(int fd, Interest, Interest now) override {
    const auto index = static_cast<std::size_t>(fd);
    if (index >= watches_.size()) make_room(index + index / 2 + 16);
    Watch& watch = watches_[index];
    if (watch.armed) take_back(fd, watch);
    watch.interest = now;
    if (now.any()) arm(fd, watch);
  }

  std::span<const Event> wait(std::optional<Duration> timeout) override {
    events_.clear();
    for (const int fd : to_arm_) {
      Watch& watch = watches_[static_cast<std::size_t>(fd)];
      if (watch.interest.any() && !watch.armed) arm(fd, watch);
    }
    to_arm_.clear();
    // A signal ended it: who waits comes back.
    enter(timeout);
    take_answers();
    return events_;
  }

 private:
  struct Watch {
    Interest interest;
    /// Tells a request from those before it: an answer may be under way when it is taken back.
    std::uint32_t number = 0;
    bool armed = false;
  };

  /// For all that a wait may find, so that it needs no memory.
  void make_room(std::size_t count) {
    to_arm_.reserve(count);
    events_.reserve(count);
    watches_.resize(count);
  }

  std::size_t rings_size() const noexcept {
    const std::size_t requests = params_.sq_off.array + params_.sq_entries * sizeof(unsigned);
    const std::size_t answers = params_.cq_off.cqes + params_.cq_entries * sizeof(io_uring_cqe);
    return std::max(requests, answers);
  }

  static std::uint64_t name_of(int fd, const Watch& watch) noexcept {
    return std::uint64_t{watch.number} << 32 | static_cast<std::uint32_t>(fd);
  }

  void arm(int fd, Watch& watch) {
    ++watch.number;
    watch.armed = true;
    io_uring_sqe& request = next_request();
    request.opcode = IORING_OP_POLL_ADD;
    request.fd = fd;
    request.poll32_events = (watch.interest.read ? POLLIN : 0U) | (watch.interest.write ? POLLOUT : 0U);
    request.user_data = name_of(fd, watch);
  }

  /// At once: the descriptor may be closed next, which a request that is under way would prevent.
  void take_back(int fd, Watch& watch) {
    io_uring_sqe& request = next_request();
    request.opcode = IORING_OP_POLL_REMOVE;
    request.fd = -1;
    request.addr = name_of(fd, watch);
    request.user_data = nobody;
    watch.armed = false;
    submit();
  }

  io_uring_sqe& next_request() {
    if (pending_ == params_.sq_entries) submit();
    unsigned& tail = *rings_.at<unsigned>(params_.sq_off.tail);
    const unsigned place = tail & *rings_.at<unsigned>(params_.sq_off.ring_mask);
    io_uring_sqe& request = requests_.at<io_uring_sqe>(0)[place];
    request = {};
    rings_.at<unsigned>(params_.sq_off.array)[place] = place;
    __atomic_store_n(&tail, tail + 1, __ATOMIC_RELEASE);
    ++pending_;
    return request;
  }

  void submit() {
    while (pending_ > 0) {
      const long taken = ::syscall(SYS_io_uring_enter, ring_.get(), pending_, 0, 0, nullptr, 0);
      if (taken >= 0) {
        pending_ -= static_cast<unsigned>(taken);
      } else if (errno != EINTR && errno != EAGAIN && errno != EBUSY) {
        std::rethrow_exception(detail::os_error(errno));
      }
    }
  }

  void enter(std::optional<Duration> timeout) {
    const bool look_only = (timeout && *timeout <= Duration::zero()) || answer_waits();
    if (look_only && pending_ == 0 && !overflowed()) return;
    __kernel_timespec time{};
    io_uring_getevents_arg argument{};
    argument.sigmask_sz = _NSIG / 8;
    if (timeout && !look_only) {
      time.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(*timeout).count();
      time.tv_nsec = (*timeout - std::chrono::seconds(time.tv_sec)) / std::chrono::nanoseconds(1);
      argument.ts = reinterpret_cast<std::uint64_t>(&time);
    }
    const long taken = ::syscall(SYS_io_uring_enter, ring_.get(), pending_, look_only ? 0 : 1,
                                 IORING_ENTER_GETEVENTS | IORING_ENTER_EXT_ARG, &argument, sizeof argument);
    if (taken > 0) pending_ -= static_cast<unsigned>(taken);
  }

  bool answer_waits() const noexcept {
    return *rings_.at<unsigned>(params_.cq_off.head) !=
           __atomic_load_n(rings_.at<unsigned>(params_.cq_off.tail), __ATOMIC_ACQUIRE);
  }

  bool overflowed() const noexcept {
    return __atomic_load_n(rings_.at<unsigned>(params_.sq_off.flags), __ATOMIC_RELAXED) & IORING_SQ_CQ_OVERFLOW;
  }

  void take_answers() {
    unsigned& head = *rings_.at<unsigned>(params_.cq_off.head);
    const unsigned mask = *rings_.at<unsigned>(params_.cq_off.ring_mask);
    while (answer_waits()) {
      take(rings_.at<io_uring_cqe>(params_.cq_off.cqes)[head & mask]);
      __atomic_store_n(&head, head + 1, __ATOMIC_RELEASE);
    }
  }

  void take(const io_uring_cqe& answer) {
    if (answer.user_data == nobody) return;
    const int fd = static_cast<int>(answer.user_data & 0xffffffff);
    Watch& watch = watches_[static_cast<std::size_t>(fd)];
    if (!watch.armed || name_of(fd, watch) != answer.user_data) return;
    watch.armed = false;
    to_arm_.push_back(fd);
    // An error, too, is for who watches to find.
    const unsigned found = answer.res < 0 ? POLLERR : static_cast<unsigned>(answer.res);
    events_.push_back(
        {fd, (found & ~static_cast<unsigned>(POLLOUT)) != 0, (found & ~static_cast<unsigned>(POLLIN)) != 0});
  }

  io_uring_params params_{};
  Descriptor ring_;
  Mapping rings_;
  Mapping requests_;
  /// Requests that the kernel has not seen.
  unsigned pending_ = 0;
  /// By descriptor.
  std::vector<Watch> watches_;
  std::vector<int> to_arm_;
  std::vector<Event> events_;
};

}  // namespace

std::unique_ptr<Selector> make_io_uring_selector() { return std::make_unique<IoUringSelector>(); }

}  // namespace asyncio::native

#endif
