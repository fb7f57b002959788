#include "tls/kept_context.hpp"

#include <new>

#include "tls/openssl_context.hpp"

namespace asyncio::tls {
namespace {

using Kept = std::shared_ptr<OpenSslContext>;

void let_go(void*, void* kept, CRYPTO_EX_DATA*, int, long, void*) { delete static_cast<Kept*>(kept); }

int index_of_kept() {
  static const int index = ::SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, let_go);
  return index;
}

}  // namespace

void keep_context(SSL* connection, std::shared_ptr<OpenSslContext> context) {
  const int index = index_of_kept();
  auto kept = std::make_unique<Kept>(std::move(context));
  delete static_cast<Kept*>(::SSL_get_ex_data(connection, index));
  if (::SSL_set_ex_data(connection, index, kept.get()) != 1) throw std::bad_alloc();
  [[maybe_unused]] const Kept* const given = kept.release();
}

}  // namespace asyncio::tls
