#include "trace_observer.hpp"

#include <cstring>

#include "browser_host.hpp"
#include "imports.hpp"

namespace asyncio::wasm {

TraceObserver& trace_observer() {
  static TraceObserver observer;
  return observer;
}

double TraceObserver::now_ms() { return time_ms(); }

void TraceObserver::flush() {
  if (used_ == 0) return;
  imports::trace(buffer_.data(), used_);
  used_ = 0;
}

void TraceObserver::write(const detail::Record& record, std::string_view text) {
  // A record and its text go in one batch.
  if (used_ + sizeof(record) + padded(text.size()) > buffer_.size()) flush();
  append(&record, sizeof(record));
  append(text.data(), text.size());
  used_ += padded(text.size()) - text.size();
}

void TraceObserver::append(const void* bytes, std::size_t size) {
  if (size > 0) std::memcpy(buffer_.data() + used_, bytes, size);
  used_ += size;
}

}  // namespace asyncio::wasm
