// expect: failed ""
#include <cstdio>

int main() { throw; }
