#include "certificates.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

const Certificates& Certificates::get() {
  static const Certificates certificates;
  return certificates;
}

Certificates::Certificates()
    : owner_(::getpid()), folder_(std::filesystem::temp_directory_path() / ("asyncio-tls-" + std::to_string(owner_))) {
  std::filesystem::create_directory(folder_);
  std::ofstream(path("extensions")) << "subjectAltName=DNS:localhost,IP:127.0.0.1\n";
  const std::string script = "cd '" + folder_.string() +
                             "' && exec >/dev/null 2>&1 && key='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes' && "
                             "openssl req -x509 $key -keyout authority.key -out authority.pem -days 2 "
                             "-subj '/CN=Authority' && "
                             "openssl req $key -keyout server.key -out server.csr -subj '/CN=Server' && "
                             "openssl x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial "
                             "-days 2 -extfile extensions -out server.pem && "
                             "openssl pkey -in server.key -aes128 -passout pass:secret -out locked.key";
  if (std::system(script.c_str()) != 0) throw std::runtime_error("cannot make certificates: is `openssl` installed?");
}

Certificates::~Certificates() {
  // Not in a child, which may well exit() too.
  if (::getpid() == owner_) std::filesystem::remove_all(folder_);
}

asyncio::ssl::SSLContext Certificates::server() const {
  auto context = asyncio::ssl::create_default_context(asyncio::ssl::Purpose::client_auth);
  context.load_cert_chain(chain(), key());
  return context;
}

asyncio::ssl::SSLContext Certificates::client() const {
  return asyncio::ssl::create_default_context(asyncio::ssl::Purpose::server_auth, authority());
}
