#include "posix/loop/event_log_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

#include "asyncio/log.hpp"
#include "error/best_effort.hpp"

namespace asyncio::native {
namespace {

/// A multiple of every page's size.
constexpr std::size_t window_size = std::size_t{4} << 20;

/// How many loops of which process have a log.
std::atomic<unsigned> loops{0};
std::atomic<pid_t> first_process{0};

std::string next_path(const char* named) {
  std::string path = named;
  const pid_t self = ::getpid();
  pid_t first = 0;
  if (!first_process.compare_exchange_strong(first, self) && first != self) path += '.' + std::to_string(self);
  const unsigned number = ++loops;
  if (number > 1 && (first == 0 || first == self)) path += '.' + std::to_string(number);
  return path;
}

void warn(const std::string& path, const char* what, int error) noexcept {
  detail::log(LogLevel::warning, detail::best_effort_text([&] {
                return "ASYNCIO_TRACE: cannot " + std::string(what) + " '" + path +
                       "': " + std::generic_category().message(error);
              }));
}

}  // namespace

std::unique_ptr<EventLogFile> EventLogFile::from_environment() noexcept {
  const char* named = std::getenv("ASYNCIO_TRACE");
  if (!named || !*named) return nullptr;
  try {
    std::unique_ptr<EventLogFile> file(new EventLogFile(next_path(named)));
    if (file->descriptor_ >= 0) return file;
  } catch (...) {
    warn(std::string(), "remember the name of", ENOMEM);
  }
  return nullptr;
}

EventLogFile::EventLogFile(std::string path) : path_(std::move(path)), owner_(::getpid()) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg,hicpp-vararg): open() is.
  descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) give_up("make");
  if (!make_room(sizeof(detail::LogHeader))) return;
  const detail::LogHeader header;
  append(&header, sizeof(header));
}

EventLogFile::~EventLogFile() {
  unmap();
  if (descriptor_ < 0) return;
  // In a forked child the file is its parent's.
  if (::getpid() == owner_ && ::ftruncate(descriptor_, begin_ + static_cast<off_t>(used_)) != 0)
    warn(path_, "cut", errno);
  ::close(descriptor_);
}

void EventLogFile::write(const detail::Record& record, std::string_view text) {
  const std::size_t room = padded(text.size());
  if (!make_room(sizeof(record) + room)) return;
  append(&record, sizeof(record));
  append(text.data(), text.size());
  used_ += room - text.size();
}

void EventLogFile::append(const void* bytes, std::size_t size) noexcept {
  if (size > 0) std::memcpy(window_ + used_, bytes, size);
  used_ += size;
}

bool EventLogFile::make_room(std::size_t size) {
  if (window_ && used_ + size <= window_size) return true;
  if (descriptor_ >= 0) map_next();
  return window_ != nullptr;
}

void EventLogFile::map_next() {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t kept = used_ % page;
  begin_ += static_cast<off_t>(used_ - kept);
  used_ = kept;
  unmap();
  // A file with holes would end the process where the disk is full.
  if (const int error = ::posix_fallocate(descriptor_, begin_, window_size)) {
    errno = error;
    return give_up("write");
  }
  void* const window = ::mmap(nullptr, window_size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, begin_);
  if (window == MAP_FAILED) return give_up("map");
  window_ = static_cast<std::byte*>(window);
}

void EventLogFile::unmap() noexcept {
  if (std::byte* const window = std::exchange(window_, nullptr)) ::munmap(window, window_size);
}

void EventLogFile::give_up(const char* what) {
  warn(path_, what, errno);
  unmap();
  if (const int descriptor = std::exchange(descriptor_, -1); descriptor >= 0) ::close(descriptor);
}

}  // namespace asyncio::native
