// expect: compile-error "" or finished "" or failed "Exit code" within 30s
#define E1 else if (argc == 5) return 1;
#define E4 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1 E1
#define E8 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4 E4
#define E12 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8 E8
#define E16 E12 E12 E12 E12 E12 E12 E12 E12 E12 E12 E12 E12

int main(int argc, char**) {
  if (argc == 3) return 2;
  E16
  return 0;
}
