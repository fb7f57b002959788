#include <asyncio/ssl.hpp>
#include <iostream>

int main() {
  const auto context = asyncio::ssl::create_default_context(asyncio::ssl::Purpose::server_auth);
  if (context.check_hostname()) std::cout << "hello from asyncio\n";
}
