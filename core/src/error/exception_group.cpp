#include "asyncio/exception_group.hpp"

namespace asyncio {
namespace {

std::string with_count(const std::string& message, std::size_t count) {
  return message + " (" + std::to_string(count) + " sub-exception" + (count == 1 ? ")" : "s)");
}

/// The group that `error` is, or none.
std::optional<ExceptionGroup> as_group(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup& group) {
    return group;
  } catch (...) {
    return std::nullopt;
  }
}

std::optional<ExceptionGroup> group_of(const std::string& message, std::vector<std::exception_ptr> errors) {
  if (errors.empty()) return std::nullopt;
  return ExceptionGroup(message, std::move(errors));
}

}  // namespace

ExceptionGroup::ExceptionGroup(std::string message, std::vector<std::exception_ptr> exceptions)
    : std::runtime_error(with_count(message, exceptions.size())),
      message_(std::move(message)),
      exceptions_(std::move(exceptions)) {
  if (exceptions_.empty()) throw std::invalid_argument("second argument (exceptions) must be a non-empty sequence");
}

std::vector<std::exception_ptr> ExceptionGroup::leaves() const {
  std::vector<std::exception_ptr> all;
  for (const std::exception_ptr& error : exceptions_) {
    if (const auto group = as_group(error)) {
      for (std::exception_ptr& leaf : group->leaves()) all.push_back(std::move(leaf));
    } else {
      all.push_back(error);
    }
  }
  return all;
}

std::pair<std::optional<ExceptionGroup>, std::optional<ExceptionGroup>> ExceptionGroup::split_by(
    detail::ExceptionMatcher wanted) const {
  std::vector<std::exception_ptr> matching, others;
  for (const std::exception_ptr& error : exceptions_) {
    if (wanted(error)) {
      matching.push_back(error);
    } else if (const auto group = as_group(error)) {
      auto [match, rest] = group->split_by(wanted);
      if (match) matching.push_back(std::make_exception_ptr(*std::move(match)));
      if (rest) others.push_back(std::make_exception_ptr(*std::move(rest)));
    } else {
      others.push_back(error);
    }
  }
  return {group_of(message_, std::move(matching)), group_of(message_, std::move(others))};
}

}  // namespace asyncio
