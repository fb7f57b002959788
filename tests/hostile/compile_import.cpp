// expect: compile-error "" within 20s
import std;
import "/etc/passwd";
import <cstdio>;

int main() {}
