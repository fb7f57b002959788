#pragma once

#include <sys/types.h>

#include <optional>
#include <span>
#include <vector>

#include "asyncio/detail/process/subprocess_setup.hpp"

namespace asyncio::native {

/// Who a child is to be, by numbers. Source: Popen in Lib/subprocess.py.
class Accounts {
 public:
  /// Looks the names up. \throws std::out_of_range for one that is not known
  explicit Accounts(const detail::SubprocessSetup& options);

  std::optional<uid_t> user() const noexcept { return user_; }
  std::optional<gid_t> group() const noexcept { return group_; }
  /// Refers to this.
  std::optional<std::span<const gid_t>> extra_groups() const noexcept { return extra_groups_; }

 private:
  std::optional<uid_t> user_;
  std::optional<gid_t> group_;
  std::optional<std::vector<gid_t>> extra_groups_;
};

}  // namespace asyncio::native
