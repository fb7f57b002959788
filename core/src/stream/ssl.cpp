#include "asyncio/ssl.hpp"

#include <stdexcept>

#include "asyncio/detail/stream/tls_context.hpp"

namespace asyncio::ssl {

SSLContext::SSLContext(Side side) : core_(detail::make_tls_context(side == Side::server)) {}

void SSLContext::load_cert_chain(const std::string& certfile, const std::string& keyfile, const std::string& password) {
  core_->load_cert_chain(certfile, keyfile.empty() ? certfile : keyfile, password);
}
void SSLContext::load_verify_locations(const std::string& cafile, const std::string& capath,
                                       const std::string& cadata) {
  if (cafile.empty() && capath.empty() && cadata.empty())
    throw std::invalid_argument("cafile, capath and cadata cannot be all omitted");
  core_->load_verify_locations(cafile, capath, cadata);
}
void SSLContext::load_default_certs() { core_->load_default_certs(); }
void SSLContext::set_ciphers(const std::string& ciphers) { core_->set_ciphers(ciphers); }
void SSLContext::set_alpn_protocols(const std::vector<std::string>& protocols) { core_->set_alpn_protocols(protocols); }
void SSLContext::set_verify_mode(VerifyMode mode) { core_->set_verify_mode(mode); }
VerifyMode SSLContext::verify_mode() const { return core_->verify_mode(); }
void SSLContext::set_check_hostname(bool check) { core_->set_check_hostname(check); }
bool SSLContext::check_hostname() const { return core_->check_hostname(); }
void SSLContext::set_minimum_version(TLSVersion version) { core_->set_minimum_version(version); }

void SSLContext::set_maximum_version(TLSVersion version) { core_->set_maximum_version(version); }
TLSVersion SSLContext::minimum_version() const { return core_->minimum_version(); }
TLSVersion SSLContext::maximum_version() const { return core_->maximum_version(); }
void SSLContext::set_num_tickets(std::size_t count) { core_->set_num_tickets(count); }
std::size_t SSLContext::num_tickets() const { return core_->num_tickets(); }
void SSLContext::set_session_resumption(bool resume) { core_->set_session_resumption(resume); }
SessionStats SSLContext::session_stats() const { return core_->session_stats(); }

void SSLContext::set_sni_callback(SniCallback callback) {
  if (!callback) return core_->set_sni_choice({});
  core_->set_sni_choice([callback = std::move(callback)](const std::string& name) {
    const std::optional<SSLContext> chosen = callback(name);
    return chosen ? chosen->core() : nullptr;
  });
}

SSLContext create_default_context(Purpose purpose, const std::string& cafile, const std::string& capath,
                                  const std::string& cadata) {
  const bool client = purpose == Purpose::server_auth;
  SSLContext context(client ? Side::client : Side::server);
  if (!cafile.empty() || !capath.empty() || !cadata.empty()) {
    context.load_verify_locations(cafile, capath, cadata);
  } else if (client) {
    context.load_default_certs();
  }
  return context;
}

}  // namespace asyncio::ssl
