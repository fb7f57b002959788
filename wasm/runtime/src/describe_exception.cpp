#include "describe_exception.hpp"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <string_view>
#include <typeinfo>

#include "asyncio/exceptions.hpp"

namespace asyncio::wasm {
namespace {

/// libc++ puts its names into a namespace for its ABI version, which no program writes.
std::string without_abi_namespace(std::string name) {
  constexpr std::string_view inline_namespace = "std::__2::";
  for (auto at = name.find(inline_namespace); at != std::string::npos; at = name.find(inline_namespace, at)) {
    name.replace(at, inline_namespace.size(), "std::");
  }
  return name;
}

std::string demangle(const std::type_info& type) {
  const std::unique_ptr<char, decltype(&std::free)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr),
                                                         &std::free);
  return without_abi_namespace(name ? name.get() : type.name());
}

}  // namespace

ExceptionText describe_exception(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& e) {
    return {demangle(typeid(e)), e.what()};
  } catch (const BaseException& e) {
    return {demangle(typeid(e)), e.what()};
  } catch (...) {
    const std::type_info* type = abi::__cxa_current_exception_type();
    return {type ? demangle(*type) : "an exception of unknown type", ""};
  }
}

}  // namespace asyncio::wasm
