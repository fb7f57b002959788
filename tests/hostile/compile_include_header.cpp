// expect: compile-error "" within 30s
// The precompiled header as text.
#include "/usr/lib/asyncio.pch"

int main() {}
