#pragma once

/// Counts the objects of its kind that are alive: put into parameters and locals, it says whether a frame is.
class Live {
 public:
  Live() noexcept { ++count_; }
  Live(const Live&) noexcept { ++count_; }
  Live& operator=(const Live&) noexcept = default;
  ~Live() { --count_; }

  static int count() noexcept { return count_; }

 private:
  inline static int count_ = 0;
};
