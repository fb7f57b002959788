// expect: finished "" or failed "Exit code" or compile-error "" within 30s
#define J(a, b) J_(a, b)
#define J_(a, b) a##b
#define I1 J(J(iiiiiiiiiiiiiiii, iiiiiiiiiiiiiiii), J(iiiiiiiiiiiiiiii, iiiiiiiiiiiiiiii))
#define I2 J(J(iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii, iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii), x)
int I1 = 0, I2 = 0;

int main() { return I1 + I2 + unknown_; }
