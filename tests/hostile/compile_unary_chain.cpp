// expect: compile-error "" or finished "" or failed "Exit code" within 20s
// Nesting that no counter of brackets sees.
#define M4 - - - - - - - - - - - - - - - -
#define M8 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4 M4
#define M12 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8 M8
#define M16 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12 M12

int main() { return M16 1; }
