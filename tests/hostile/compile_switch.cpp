// expect: compile-error "" or finished "" or failed "Exit code" within 60s
#define C1 case __COUNTER__: return __LINE__ + __COUNTER__;
#define C4 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1 C1
#define C8 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4 C4
#define C12 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8 C8
#define C16 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12 C12

int main(int argc, char**) {
  switch (argc) { C16 }
}
