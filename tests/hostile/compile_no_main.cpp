// expect: compile-error "main"
int helper() { return 1; }
