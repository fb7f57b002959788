// expect: compile-error "" within 20s
const unsigned char zeros[] = {
#embed "/dev/zero"
};

int main() {}
