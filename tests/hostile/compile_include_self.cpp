// expect: compile-error "nested too deeply" within 20s
#include __FILE__

int main() {}
