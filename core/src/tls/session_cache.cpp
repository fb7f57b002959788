#include "tls/session_cache.hpp"

namespace asyncio::tls {
namespace {

SessionCache* cache_of(SSL_CTX* context) noexcept {
  return static_cast<SessionCache*>(::SSL_CTX_get_ex_data(context, 0));
}

}  // namespace

void SessionCache::serve(SSL_CTX* context) noexcept {
  ::SSL_CTX_set_ex_data(context, 0, this);
  SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_CLIENT | SSL_SESS_CACHE_NO_INTERNAL);
  ::SSL_CTX_sess_set_new_cb(context, remember);
}

Session SessionCache::take(const std::string& server) {
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(server);
  if (found == sessions_.end()) return {};
  Session session = std::move(found->second);
  sessions_.erase(found);
  return session;
}

int SessionCache::remember(SSL* connection, SSL_SESSION* session) noexcept {
  const auto* server = static_cast<const std::string*>(SSL_get_app_data(connection));
  SessionCache* const cache = cache_of(::SSL_get_SSL_CTX(connection));
  if (!server || !cache) return 0;
  try {
    const std::lock_guard lock(cache->mutex_);
    Session& place = cache->sessions_[*server];
    place.reset(session);
    // It is ours.
    return 1;
  } catch (...) {
    // Without memory for it the next connection begins anew.
    return 0;
  }
}

void set_server_name(SSL* connection, const std::string& name) noexcept {
  SSL_set_app_data(connection, const_cast<std::string*>(&name));
}

}  // namespace asyncio::tls
