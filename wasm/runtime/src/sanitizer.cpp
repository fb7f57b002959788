/// \file
/// Where the checks end that Clang puts into the user's program (-fsanitize in wasm/compiler/arguments.ts): each
/// handler is given the line and what was tried there. The layouts are those of Clang's CGExpr.cpp and compiler-rt's
/// ubsan_handlers.h.

#include <cstdint>
#include <string>

#include "ending.hpp"

namespace {

struct SourcePlace {
  const char* file;
  std::uint32_t line;
  std::uint32_t column;
};

/// A type as the program writes it, in quotes.
struct Type {
  std::uint16_t kind;
  std::uint16_t info;
  char name[1];  // NOLINT: as long as it is

  bool is_signed() const { return kind == 0 && (info & 1) != 0; }
  unsigned bits() const { return 1U << (info >> 1); }
};

struct PointerUse {
  SourcePlace place;
  const Type* type;
  std::uint8_t log_alignment;
  std::uint8_t use;
};

struct ArrayIndex {
  SourcePlace place;
  const Type* array;
  const Type* index;
};

struct Arithmetic {
  SourcePlace place;
  const Type* type;
};

struct Shift {
  SourcePlace place;
  const Type* left;
  const Type* right;
};

/// An operand as Clang passes it: itself if it fits into a word, else where it lies.
using Operand = std::uintptr_t;

std::int64_t value_of(const Type& type, Operand operand) {
  if (type.bits() > 64) return 0;
  if (type.bits() == 64) return *reinterpret_cast<const std::int64_t*>(operand);
  const unsigned unused = 64 - type.bits();
  const std::uint64_t high = static_cast<std::uint64_t>(operand) << unused;
  return type.is_signed() ? static_cast<std::int64_t>(high) >> unused : static_cast<std::int64_t>(high >> unused);
}

std::string text_of(const Type& type, Operand operand) {
  if (type.bits() > 64) return "a large number";
  const std::int64_t value = value_of(type, operand);
  return type.is_signed() ? std::to_string(value) : std::to_string(static_cast<std::uint64_t>(value));
}

[[noreturn]] void end(const SourcePlace& place, const std::string& what) {
  asyncio::wasm::end_by_misuse(what + " at " + place.file + ':' + std::to_string(place.line) + ':' +
                               std::to_string(place.column));
}

/// By Clang's `TypeCheckKind`.
constexpr const char* pointer_uses[] = {"a read of",
                                        "a write to",
                                        "a reference to",
                                        "an access to a member of",
                                        "a member call on",
                                        "a constructor of",
                                        "a cast of",
                                        "a cast of",
                                        "a cast to a base of",
                                        "a cast to a virtual base of",
                                        "a use as not null of",
                                        "a dynamic operation on"};

}  // namespace

extern "C" {

[[noreturn]] void __ubsan_handle_type_mismatch_v1_abort(const PointerUse* data, std::uintptr_t) {
  end(data->place, std::string("null pointer: ") + pointer_uses[data->use] + ' ' + data->type->name);
}

[[noreturn]] void __ubsan_handle_out_of_bounds_abort(const ArrayIndex* data, Operand index) {
  end(data->place, "index " + text_of(*data->index, index) + " is out of bounds of the array " + data->array->name);
}

[[noreturn]] void __ubsan_handle_divrem_overflow_abort(const Arithmetic* data, Operand, Operand) {
  end(data->place, "integer division by zero");
}

[[noreturn]] void __ubsan_handle_shift_out_of_bounds_abort(const Shift* data, Operand left, Operand right) {
  end(data->place, "shift of " + text_of(*data->left, left) + " by " + text_of(*data->right, right) +
                       " is out of the range of " + data->left->name);
}

[[noreturn]] void __ubsan_handle_vla_bound_not_positive_abort(const Arithmetic* data, Operand size) {
  end(data->place, "an array of " + text_of(*data->type, size) + " elements");
}

[[noreturn]] void __ubsan_handle_builtin_unreachable(const SourcePlace* place) {
  end(*place, "came to a point that the code says is never reached");
}

[[noreturn]] void __ubsan_handle_missing_return(const SourcePlace* place) {
  end(*place, "the end of a function that returns a value, without a return");
}

/// From wasm/compiler/volatile-checks.ts, which does not know the type.
[[noreturn]] void asyncio_null_access_of_volatile() {
  asyncio::wasm::end_by_misuse("null pointer: an access to a volatile object");
}
}
