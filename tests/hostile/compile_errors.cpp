// expect: compile-error "" within 20s
// A million errors.
#define E4 x y z; x y z; x y z; x y z; x y z; x y z; x y z; x y z;
#define E8 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4
#define E12 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8

E12 E12 E12

int main() {}
