// expect: compile-error "" within 20s
#define O4 {{{{{{{{{{{{{{{{
#define O8 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4 O4
#define O12 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8 O8

int main() { O12 O12 O12 }
