// expect: compile-error "" or ended
#include <cstdio>
#include <netinet/in.h>
#include <sys/socket.h>

int main() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  std::printf("%d %d\n", fd, connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address));
}
