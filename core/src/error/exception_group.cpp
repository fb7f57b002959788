#include "asyncio/exception_group.hpp"

#include <algorithm>

#include "asyncio/exceptions.hpp"

namespace asyncio {
namespace {

std::string with_count(const std::string& message, std::size_t count) {
  return message + " (" + std::to_string(count) + " sub-exception" + (count == 1 ? ")" : "s)");
}

/// How many errors what() names.
constexpr std::size_t most_named = 3;

/// Groups in it without their own errors: else their number would grow by the power of the depth.
std::string first_line(const std::exception_ptr& error) {
  const auto group = detail::as_group(error);
  return group ? detail::type_name(error) + ": " + group->summary() : detail::describe(error);
}

std::string with_first_errors(const std::string& message, const std::vector<std::exception_ptr>& errors) {
  std::string text = with_count(message, errors.size());
  const std::size_t named = std::min(errors.size(), most_named);
  for (std::size_t i = 0; i < named; ++i) text += (i == 0 ? ": " : "; ") + first_line(errors[i]);
  if (named < errors.size()) text += "; and " + std::to_string(errors.size() - named) + " more";
  return text;
}

/// The errors of a group that go into one half of it.
struct Half {
  void add(const std::exception_ptr& error, std::shared_ptr<const detail::Traceback> traceback) {
    errors.push_back(error);
    tracebacks.push_back(std::move(traceback));
  }
  std::optional<ExceptionGroup> group(const std::string& message) {
    if (errors.empty()) return std::nullopt;
    return detail::make_traced_group(message, std::move(errors), std::move(tracebacks));
  }

  std::vector<std::exception_ptr> errors;
  detail::Tracebacks tracebacks;
};

}  // namespace

ExceptionGroup::ExceptionGroup(std::string message, std::vector<std::exception_ptr> exceptions)
    : std::runtime_error(with_first_errors(message, exceptions)),
      message_(std::move(message)),
      exceptions_(std::move(exceptions)) {
  if (exceptions_.empty()) throw std::invalid_argument("second argument (exceptions) must be a non-empty sequence");
}

std::vector<std::exception_ptr> ExceptionGroup::leaves() const {
  std::vector<std::exception_ptr> all;
  for (const std::exception_ptr& error : exceptions_) {
    if (const auto group = detail::as_group(error)) {
      for (std::exception_ptr& leaf : group->leaves()) all.push_back(std::move(leaf));
    } else {
      all.push_back(error);
    }
  }
  return all;
}

std::string ExceptionGroup::summary() const { return with_count(message_, exceptions_.size()); }

std::pair<std::optional<ExceptionGroup>, std::optional<ExceptionGroup>> ExceptionGroup::split_by(
    detail::ExceptionMatcher wanted) const {
  Half matching, others;
  for (std::size_t i = 0; i < exceptions_.size(); ++i) {
    const std::exception_ptr& error = exceptions_[i];
    const auto traceback = detail::traceback_of_member(*this, i);
    if (wanted(error)) {
      matching.add(error, traceback);
    } else if (const auto group = detail::as_group(error)) {
      auto [match, rest] = group->split_by(wanted);
      if (match) matching.add(std::make_exception_ptr(*std::move(match)), traceback);
      if (rest) others.add(std::make_exception_ptr(*std::move(rest)), traceback);
    } else {
      others.add(error, traceback);
    }
  }
  return {matching.group(message_), others.group(message_)};
}

std::optional<ExceptionGroup> detail::as_group(const std::exception_ptr& error) {
  if (!error) return std::nullopt;
  try {
    std::rethrow_exception(error);
  } catch (const ExceptionGroup& group) {
    return group;
  } catch (...) {
    return std::nullopt;
  }
}

ExceptionGroup detail::make_traced_group(std::string message, std::vector<std::exception_ptr> exceptions,
                                         Tracebacks tracebacks) {
  ExceptionGroup group(std::move(message), std::move(exceptions));
  group.tracebacks_ = std::move(tracebacks);
  return group;
}

std::shared_ptr<const detail::Traceback> detail::traceback_of_member(const ExceptionGroup& group, std::size_t index) {
  return index < group.tracebacks_.size() ? group.tracebacks_[index] : nullptr;
}

}  // namespace asyncio
