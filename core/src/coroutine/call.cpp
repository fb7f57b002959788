#include "asyncio/detail/coroutine/call.hpp"

#include <stdexcept>
#include <string_view>

#include "asyncio/log.hpp"
#include "coroutine/traceback.hpp"
#include "error/best_effort.hpp"

namespace asyncio::detail {

std::exception_ptr awaited_twice_error() noexcept {
  try {
    return std::make_exception_ptr(std::runtime_error("cannot reuse already awaited coroutine"));
  } catch (...) {
    return std::current_exception();
  }
}

void PromiseBase::unhandled_exception(std::string_view&) noexcept {
  std::exception_ptr error = std::current_exception();
  trace(error, where);
  call->set_error(std::move(error));
}

void CallBase::require_error() noexcept {
  if (error_ || !callee_) return;
  const std::source_location where = callee_->where;
  try {
    error_ = std::make_exception_ptr(std::logic_error("coroutine '" + std::string(function_name(where)) +
                                                      "' ended without a value: it lacks a co_return"));
  } catch (...) {
    error_ = std::current_exception();
  }
  trace(error_, where);
}

std::exception_ptr CallBase::end_without_value() noexcept {
  require_error();
  destroy_callee();
  return take_error();
}

void throw_awaited_twice() { std::rethrow_exception(awaited_twice_error()); }

void warn_never_awaited(std::string_view place, std::string_view name) noexcept {
  log(LogLevel::warning, best_effort_text([&] {
        return std::string(place) + "RuntimeWarning: coroutine '" + std::string(name) + "' was never awaited";
      }));
}

namespace {

/// Where the parameter list that ends `signature` begins; npos if there is none.
std::size_t parameter_list(std::string_view signature) {
  std::size_t end = signature.rfind(')');
  if (end == std::string_view::npos) return end;
  int depth = 0;
  for (std::size_t i = end + 1; i-- > 0;) {
    if (signature[i] == ')') ++depth;
    if (signature[i] == '(' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

/// Where the name that ends `text` begins: after the last space outside of brackets.
std::size_t name_begin(std::string_view text) {
  int depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    const char c = text[i];
    if (c == ')' || c == '>') ++depth;
    if (c == '(' || c == '<') --depth;
    if ((c == ' ' || c == '*' || c == '&') && depth == 0) return i + 1;
  }
  return 0;
}

}  // namespace

std::string_view function_name(const std::source_location& where) noexcept {
  std::string_view text = where.function_name();
  // g++ adds "[with T = int]", clang "[T = int]", after the parameters.
  if (const auto bracket = text.find(" ["); bracket != std::string_view::npos) text = text.substr(0, bracket);
  if (text.find("<lambda(") != std::string_view::npos || text.find("(anonymous class)") != std::string_view::npos ||
      text.find("(lambda at ") != std::string_view::npos)
    return "<lambda>";
  if (const auto open = parameter_list(text); open != std::string_view::npos) text = text.substr(0, open);
  text = text.substr(name_begin(text));
  // Each compiler has its own words for what has no name.
  for (const std::string_view anonymous : {"{anonymous}::", "(anonymous namespace)::"})
    if (const auto at = text.rfind(anonymous); at != std::string_view::npos) text = text.substr(at + anonymous.size());
  return text;
}

std::string_view file_name(const std::source_location& where) noexcept {
  std::string_view path = where.file_name();
  return path.substr(path.find_last_of('/') + 1);
}

const PromiseBase& programs_frame(const PromiseBase& innermost) noexcept {
  const PromiseBase* frame = &innermost;
  while (frame->caller && is_library_file(frame->where)) frame = frame->caller;
  return *frame;
}

namespace {

/// The part of `path` that ends with the last `folder` in it.
constexpr std::string_view up_to(std::string_view path, std::string_view folder) noexcept {
  const auto at = path.rfind(folder);
  return at == std::string_view::npos ? path : path.substr(0, at + folder.size());
}

}  // namespace

bool is_library_file(const std::source_location& where) noexcept {
  constexpr std::string_view this_source = std::source_location::current().file_name();
  const std::string_view path = where.file_name();
  return path.starts_with(up_to(call_header_of_program, "/asyncio/")) ||
         path.starts_with(up_to(call_header, "/asyncio/")) || path.starts_with(up_to(this_source, "/src/"));
}

}  // namespace asyncio::detail
