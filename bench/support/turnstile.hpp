#pragma once

/// Watches the line before a lock, which must move strictly forward.
class Turnstile {
 public:
  explicit Turnstile(long visitors) : visitors_(visitors) {}

  void pass(long who) {
    passes_ += who == next_;
    next_ = who + 1 == visitors_ ? 0 : who + 1;
  }
  /// How many have passed in their turn.
  long passes() const { return passes_; }

 private:
  long visitors_;
  long next_ = 0;
  long passes_ = 0;
};
