// Asks an echo server on this machine, and tells what the answers cost it in time of the processor.
//
//   echo_load PORT PID CONNECTIONS REQUESTS
//
// Each connection sends 64 bytes, waits for all of them to come back, compares them, and sends the next. One tenth of
// the requests more come first and are not counted. Writes {"operations": …, "nanoseconds": …}.
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

[[noreturn]] void fail(const std::string& what) {
  std::fprintf(stderr, "echo_load: %s\n", what.c_str());
  std::exit(1);
}

int require(int result, const char* call) {
  if (result < 0) fail(std::string(call) + ": " + std::strerror(errno));
  return result;
}

/// What all threads of a process have had of the processor so far, as the kernel's scheduler counts it.
long long cpu_nanoseconds(const std::string& pid) {
  long long total = 0;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/" + pid + "/task")) {
    long long of_thread = 0;
    std::ifstream(thread.path() / "schedstat") >> of_thread;
    total += of_thread;
  }
  if (total == 0) fail("/proc/" + pid + "/task/*/schedstat tells nothing: the kernel counts no time there");
  return total;
}

class Connection {
 public:
  explicit Connection(int port) : fd_(require(socket(AF_INET, SOCK_STREAM, 0), "socket")) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    require(connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address), "connect");
    const int on = 1;
    require(setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "setsockopt");
  }
  Connection(Connection&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Connection& operator=(Connection&&) = delete;
  ~Connection() {
    if (fd_ >= 0) close(fd_);
  }

  int fd() const { return fd_; }

  void ask() {
    message_.fill(++serial_);
    received_ = 0;
    if (send(fd_, message_.data(), message_.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(message_.size()))
      fail("the server takes no more");
  }
  /// Takes what has come. \returns whether the answer is complete
  bool take() {
    std::array<char, 64> answer;
    const int n = require(static_cast<int>(recv(fd_, answer.data(), answer.size() - received_, 0)), "recv");
    if (n == 0) fail("the server has closed a connection");
    if (std::memcmp(answer.data(), message_.data() + received_, static_cast<std::size_t>(n)) != 0)
      fail("the answer differs from the request");
    received_ += static_cast<std::size_t>(n);
    return received_ == message_.size();
  }

 private:
  int fd_;
  std::array<char, 64> message_{};
  std::size_t received_ = 0;
  char serial_ = 0;
};

class Load {
 public:
  Load(int port, long connections) : epoll_(require(epoll_create1(0), "epoll_create1")) {
    for (long i = 0; i < connections; ++i) connections_.emplace_back(port);
    for (Connection& connection : connections_) {
      epoll_event event{.events = EPOLLIN, .data = {.ptr = &connection}};
      require(epoll_ctl(epoll_, EPOLL_CTL_ADD, connection.fd(), &event), "epoll_ctl");
    }
  }

  /// Every connection asks until so many answers have come in all; then each waits for its last one.
  void run(long requests) {
    long to_ask = requests;
    long open = 0;
    for (Connection& connection : connections_)
      if (to_ask > 0) {
        --to_ask;
        ++open;
        connection.ask();
      }
    std::array<epoll_event, 512> events;
    while (open > 0) {
      const int n = require(epoll_wait(epoll_, events.data(), events.size(), 10'000), "epoll_wait");
      if (n == 0) fail("the server does not answer for 10 s");
      for (int i = 0; i < n; ++i) {
        auto& connection = *static_cast<Connection*>(events[static_cast<std::size_t>(i)].data.ptr);
        if (!connection.take()) continue;
        --open;
        if (to_ask == 0) continue;
        --to_ask;
        ++open;
        connection.ask();
      }
    }
  }

 private:
  int epoll_;
  std::vector<Connection> connections_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) fail("usage: echo_load PORT PID CONNECTIONS REQUESTS");
  const std::string pid = argv[2];
  const long requests = std::atol(argv[4]);
  Load load(std::atoi(argv[1]), std::atol(argv[3]));
  load.run(requests / 10);
  const long long before = cpu_nanoseconds(pid);
  load.run(requests);
  std::printf("{\"operations\": %ld, \"nanoseconds\": %lld}\n", requests, cpu_nanoseconds(pid) - before);
}
