// expect: compile-error "" or finished "" within 60s
// A mangled name that doubles with each line.
template <class A, class B>
struct P {};
template <class T>
struct Q {};
using T1 = P<Q<int>, Q<long>>;
using T2 = P<Q<T1>, P<T1, int>>;
using T3 = P<Q<T2>, P<T2, T1>>;
using T4 = P<P<T3, T2>, P<T2, T3>>;
using T5 = P<P<T4, T3>, P<T3, T4>>;
using T6 = P<P<T5, T4>, P<T4, T5>>;
using T7 = P<P<T6, T5>, P<T5, T6>>;
using T8 = P<P<T7, T6>, P<T6, T7>>;
using T9 = P<P<T8, T7>, P<T7, T8>>;
using T10 = P<P<T9, T8>, P<T8, T9>>;
using T11 = P<P<T10, T9>, P<T9, T10>>;
using T12 = P<P<T11, T10>, P<T10, T11>>;
template <class T>
void f(T) {}

int main() { f(T12()); }
