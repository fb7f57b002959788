// expect: compile-error "" within 10s
// Errors in files and lines that there are not.
#line 2147483647 "<b>ESCAPED?</b>/../../../x.cpp"
wrong here;
#line 0 ""
and here;

int main() {}
