// expect: failed ""
// A type whose name is longer than any line.
template <class A, class B>
struct Pair {};
using T1 = Pair<int, long>;
using T2 = Pair<Pair<T1, T1>, Pair<int, T1>>;
using T3 = Pair<Pair<T2, T1>, Pair<T1, T2>>;
using T4 = Pair<Pair<T3, T2>, Pair<T2, T3>>;
using T5 = Pair<Pair<T4, T3>, Pair<T3, T4>>;
using T6 = Pair<Pair<T5, T4>, Pair<T4, T5>>;
using T7 = Pair<Pair<T6, T5>, Pair<T5, T6>>;
using T8 = Pair<Pair<T7, T6>, Pair<T6, T7>>;

int main() { throw T8(); }
