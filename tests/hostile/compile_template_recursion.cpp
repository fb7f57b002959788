// expect: compile-error "template instantiation" or compile-error "nested too deeply" within 20s
template <int N>
struct Deeper : Deeper<N + 1> {};

Deeper<0> d;

int main() {}
