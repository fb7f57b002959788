// expect: compile-error "" or finished "" or failed "Exit code" within 60s
// An initialiser of four million numbers.
#define N4 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,
#define N8 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4 N4
#define N12 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8 N8
#define N16 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12 N12
#define N20 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16 N16

int numbers[] = {N20 N20 N20 N20};

int main() {}
