// expect: refused "toString" or finished "main"
// What JavaScript calls by itself when it turns an object into a text or a number.
#include <cstdio>

#define SHADOW(name, function) \
  __attribute__((export_name(name))) int function() { return std::puts("ESCAPED: " name " was called"); }
SHADOW("toString", to_string)
SHADOW("valueOf", value_of)
SHADOW("toJSON", to_json)
SHADOW("constructor", constructor)
SHADOW("__proto__", proto)
SHADOW("hasOwnProperty", has_own_property)
SHADOW("Symbol.toPrimitive", to_primitive)

int main() { std::puts("main"); }
