#pragma once

/// \file
/// Whether an object that is only referred to still lives. Model: folly's DestructorCheck.

#include "asyncio/detail/base/list.hpp"

namespace asyncio::detail {

/// Base of what others may outlive: they hold a Safety, which knows when it has gone.
class DestructorCheck {
 public:
  /// Linked as long as the object lives. Of the object's own thread.
  class Safety : public ListNode {
   public:
    explicit Safety(DestructorCheck& checked) noexcept { checked.safeties_.push_back(*this); }
    /// Takes the place of `other`, which names nothing afterwards.
    Safety(Safety&& other) noexcept { replace(other); }
    Safety& operator=(Safety&& other) noexcept {
      unlink();
      replace(other);
      return *this;
    }

    bool destroyed() const noexcept { return !linked(); }
  };

  DestructorCheck() noexcept = default;
  /// A copy is another object: nobody watches it yet.
  DestructorCheck(const DestructorCheck&) noexcept {}
  DestructorCheck& operator=(const DestructorCheck&) noexcept { return *this; }

 private:
  List<Safety> safeties_;
};

}  // namespace asyncio::detail
