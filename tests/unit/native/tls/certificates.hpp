#pragma once

#include <sys/types.h>

#include <asyncio/ssl.hpp>
#include <filesystem>
#include <string>

/// Certificates that the tests make for themselves, with the command `openssl`: an authority and a server of its.
class Certificates {
 public:
  /// Made once, and deleted when the tests end.
  static const Certificates& get();
  ~Certificates();
  Certificates(const Certificates&) = delete;
  Certificates& operator=(const Certificates&) = delete;

  std::string authority() const { return path("authority.pem"); }
  /// For "localhost" and 127.0.0.1.
  std::string chain() const { return path("server.pem"); }
  std::string key() const { return path("server.key"); }
  /// The same key, under the password "secret".
  std::string locked_key() const { return path("locked.key"); }

  asyncio::ssl::SSLContext server() const;
  /// Trusts the authority.
  asyncio::ssl::SSLContext client() const;

 private:
  Certificates();
  std::string path(const char* name) const { return (folder_ / name).string(); }
  pid_t owner_;
  std::filesystem::path folder_;
};
