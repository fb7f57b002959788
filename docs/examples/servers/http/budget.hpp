#pragma once

#include <cstddef>

#include "http/error.hpp"

namespace http {

/// So many bytes that several connections may hold together. It must outlive its shares.
class Budget {
 public:
  explicit Budget(std::size_t bytes) noexcept : left_(bytes) {}

  /// What one of them holds, until it is destroyed.
  class Share {
   public:
    explicit Share(Budget& budget) noexcept : budget_(budget) {}
    Share(const Share&) = delete;
    Share& operator=(const Share&) = delete;
    ~Share() { budget_.left_ += taken_; }

    /// \throws Error 503 if the others have left less than that
    void take(std::size_t bytes) {
      if (bytes > budget_.left_) throw Error(503, "too many large requests at once");
      budget_.left_ -= bytes;
      taken_ += bytes;
    }

   private:
    Budget& budget_;
    std::size_t taken_ = 0;
  };

 private:
  std::size_t left_;
};

}  // namespace http
