// expect: compile-error "" within 90s
#define A(x) x x x x x x x x
#define B(x) A(A(x))
#define C(x) B(B(x))
#define D(x) C(C(x))
int sum = 0;

int main() {
  D(C(++sum;))
}
