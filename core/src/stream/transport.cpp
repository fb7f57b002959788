#include "asyncio/transport.hpp"

#include "stream/require_protocol.hpp"

namespace asyncio {

void BaseTransport::set_protocol(Ref<BaseProtocol> protocol) { replace_protocol(std::move(protocol)); }
Ref<BaseProtocol> BaseTransport::get_protocol() const { return current_protocol(); }

void Transport::replace_protocol(Ref<BaseProtocol> protocol) {
  set_protocol(detail::require_protocol<Protocol>(protocol, "Protocol"));
}
Ref<BaseProtocol> Transport::current_protocol() const { return get_protocol(); }

}  // namespace asyncio
