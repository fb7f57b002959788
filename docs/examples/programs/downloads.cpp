// A download manager: chunks come as an async generator, three at a time, with progress bars and checksums.
#include <asyncio/asyncio.hpp>
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <numeric>
#include <print>
#include <ranges>
#include <string>
#include <system_error>
#include <vector>

using namespace std::chrono_literals;

using Bytes = std::vector<std::uint8_t>;

struct Source {
  std::string url;
  std::size_t size;
  std::chrono::milliseconds per_chunk;
  std::size_t breaks_at = SIZE_MAX;
};

constexpr std::size_t chunk_size = 64;

asyncio::AsyncGenerator<Bytes> chunks(Source source) {
  for (std::size_t sent = 0; sent < source.size; sent += chunk_size) {
    co_await asyncio::sleep(source.per_chunk);
    if (sent >= source.breaks_at)
      throw std::system_error(std::make_error_code(std::errc::connection_reset), source.url);
    Bytes chunk(std::min(chunk_size, source.size - sent));
    std::iota(chunk.begin(), chunk.end(), static_cast<std::uint8_t>(sent));
    co_yield chunk;
  }
}

std::uint32_t adler32(std::uint32_t sum, const Bytes& bytes) {
  std::uint32_t a = sum & 0xffff, b = sum >> 16;
  for (auto byte : bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}

struct Download {
  Source source;
  std::size_t received = 0;
  std::uint32_t checksum = 1;

  std::string file() const { return std::filesystem::path(source.url).filename().string(); }
  double share() const { return static_cast<double>(received) / static_cast<double>(source.size); }
};

class Manager {
 public:
  explicit Manager(int at_once) : slots_(at_once) {}

  asyncio::Coro<Download> fetch(Source source) {
    auto slot = co_await slots_.scoped_lock();
    Download& mine = active_[source.url] = Download{.source = source};
    auto stream = chunks(source);
    ASYNCIO_FOR(chunk, stream) {
      mine.received += chunk.size();
      mine.checksum = adler32(mine.checksum, chunk);
    }
    auto node = active_.extract(source.url);
    co_return std::move(node.mapped());
  }

  asyncio::Coro<void> show(std::chrono::milliseconds every) {
    for (int tick = 1;; ++tick) {
      co_await asyncio::sleep(every);
      std::string line;
      for (const auto& download : active_ | std::views::values) {
        const auto filled = static_cast<std::size_t>(10 * download.share());
        line += std::format(" {:.3} [{:-<10}]{:4.0f}%", download.file(), std::string(filled, '#'),
                            100 * download.share());
      }
      std::println("{:4}{}", tick * every, line);
    }
  }

 private:
  asyncio::BoundedSemaphore slots_;
  std::map<std::string, Download> active_;
};

asyncio::Coro<void> async_main() {
  const std::vector<Source> sources{
      {"https://files.test/a/alpha.iso", 1500, 20ms},
      {"https://files.test/b/beta.tar.gz", 640, 35ms},
      {"https://files.test/c/gamma.zip", 300, 10ms},
      {"https://files.test/d/delta.bin", 1000, 25ms, 500},
      {"https://files.test/e/epsilon.txt", 64, 5ms},
  };
  Manager manager(3);
  auto display = asyncio::create_task(manager.show(100ms), {.name = "display"});

  auto downloads = sources | std::views::transform([&](const Source& source) {
                     return asyncio::create_task(manager.fetch(source), {.name = source.url});
                   }) |
                   std::ranges::to<std::vector>();
  std::size_t total = 0;
  auto completed = asyncio::as_completed(downloads);
  while (auto task = co_await completed.next()) {
    try {
      const Download& done = task->result();
      total += done.received;
      std::println("     {:<14} {:>5} bytes, checksum {:08x}", done.file(), done.received, done.checksum);
    } catch (const std::system_error& error) {
      std::println("     {} broke off ({})", task->get_name(), error.code() == std::errc::connection_reset);
    }
  }
  display.cancel();
  std::println("{} of {} bytes", total,
               std::ranges::fold_left(sources | std::views::transform(&Source::size), 0uz, std::plus{}));
}

int main() { asyncio::run(async_main()); }
