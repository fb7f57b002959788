#pragma once

/// How many allocations of this program are alive just now.
long live_allocations() noexcept;

/// While it lives, the allocations of all threads are counted, and some of them fail.
class FailingAllocations {
 public:
  /// \param first the number of the first one that fails; 0: none does
  explicit FailingAllocations(long first = 0, long failures = 1) noexcept;
  FailingAllocations(const FailingAllocations&) = delete;
  FailingAllocations& operator=(const FailingAllocations&) = delete;
  ~FailingAllocations();

  /// How many have failed.
  long failed() const noexcept;
};
