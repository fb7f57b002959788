#include "asyncio/exceptions.hpp"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <string_view>
#include <typeinfo>

namespace asyncio {
namespace {

std::string incomplete_read_message(std::size_t got, std::optional<std::size_t> expected) {
  return std::to_string(got) + " bytes read on a total of " + (expected ? std::to_string(*expected) : "undefined") +
         " expected bytes";
}

/// Cuts all `part`s out of `name`.
void erase_all(std::string& name, std::string_view part) {
  for (auto at = name.find(part); at != std::string::npos; at = name.find(part, at)) name.erase(at, part.size());
}

/// What standard libraries make of a type, back to what programs write: without the namespaces for versions of their
/// ABI, and without what std::throw_with_nested() wraps round it.
std::string as_written(std::string name) {
  for (const std::string_view version : {"__cxx11::", "__1::", "__2::"}) erase_all(name, version);
  for (const std::string_view nested : {"std::_Nested_exception<", "std::__nested<"})
    if (name.starts_with(nested)) name = name.substr(nested.size(), name.size() - nested.size() - 1);
  return name;
}

/// Calls `f` while `error` is being handled. \returns what it gives, or `otherwise` for no error.
template <class R, class F>
R while_handling(const std::exception_ptr& error, R otherwise, F f) {
  if (!error) return otherwise;
  try {
    std::rethrow_exception(error);
  } catch (...) {
    return f();
  }
}

/// Whether `catch (const E&)` would take it.
template <class E>
bool holds(const std::exception_ptr& error) {
  if (!error) return false;
#ifdef __GLIBCXX__
  // What the unwinder asks: a throw to find the answer would cost a microsecond.
  void* object = nullptr;
  return typeid(E).__do_catch(error.__cxa_exception_type(), &object, 1);
#else
  try {
    std::rethrow_exception(error);
  } catch (const E&) {
    return true;
  } catch (...) {
    return false;
  }
#endif
}

std::string current_what() {
  try {
    throw;
  } catch (const std::exception& e) {
    return e.what();
  } catch (const BaseException& e) {
    return e.what();
  } catch (const std::string& text) {
    return text;
  } catch (const char* text) {
    return text;
  } catch (int number) {
    return std::to_string(number);
  } catch (...) {
    return "";
  }
}

}  // namespace

IncompleteReadError::IncompleteReadError(std::string partial_data, std::optional<std::size_t> expected_bytes)
    : std::runtime_error(incomplete_read_message(partial_data.size(), expected_bytes)),
      partial(std::move(partial_data)),
      expected(expected_bytes) {}

namespace detail {

std::string type_name(const std::type_info& type) {
  int status = 0;
  std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
  return status == 0 ? as_written(name.get()) : type.name();
}

std::string type_name(const std::exception_ptr& error) {
  return while_handling(error, std::string(), [] {
    const std::type_info* type = abi::__cxa_current_exception_type();
    return type ? type_name(*type) : std::string("unknown exception");
  });
}

std::string what(const std::exception_ptr& error) { return while_handling(error, std::string(), current_what); }

std::string describe(const std::exception_ptr& error) {
  const std::string text = what(error);
  return text.empty() ? type_name(error) : type_name(error) + ": " + text;
}

bool is_cancelled_error(const std::exception_ptr& error) { return holds<CancelledError>(error); }

bool ends_the_loop(const std::exception_ptr& error) {
  return holds<KeyboardInterrupt>(error) || holds<SystemExit>(error);
}

bool is_base_exception(const std::exception_ptr& error) { return holds<BaseException>(error); }

}  // namespace detail
}  // namespace asyncio
