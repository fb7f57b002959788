#pragma once

/// Watches the line before a lock: it must move strictly forward.
class Turnstile {
 public:
  explicit Turnstile(long visitors) : visitors_(visitors) {}

  void pass(long who) {
    in_order_ &= who == next_;
    next_ = who + 1 == visitors_ ? 0 : who + 1;
  }
  /// Whether nobody was overtaken, and the last one was the last in line.
  bool complete() const { return in_order_ && next_ == 0; }

 private:
  long visitors_;
  long next_ = 0;
  bool in_order_ = true;
};
