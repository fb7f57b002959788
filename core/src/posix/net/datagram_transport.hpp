#pragma once

/// \file
/// Source: _SelectorDatagramTransport in Lib/asyncio/selector_events.py.

#include <list>
#include <string>

#include "asyncio/datagrams.hpp"
#include "loop/member_callback.hpp"
#include "loop/reactor.hpp"
#include "posix/net/address.hpp"
#include "stream/flow_control.hpp"
#include "stream/transport_life.hpp"

namespace asyncio::native {

class DatagramSocketTransport final : public DatagramTransport, private detail::TransportLife {
 public:
  DatagramSocketTransport(detail::LoopCore& loop, detail::Reactor& reactor, detail::DatagramEndpoint endpoint,
                          Ref<DatagramProtocol> protocol);
  ~DatagramSocketTransport() override;
  /// Schedules connection_made(), then the reading, then `made`'s result.
  void start(const Future<void>& made);

  void sendto(std::string_view data, const std::optional<Endpoint>& to) override;
  void close() override;
  void abort() override { force_close(nullptr); }
  bool is_closing() const override { return closing_; }
  void set_write_buffer_limits(std::optional<std::size_t> high, std::optional<std::size_t> low) override;
  WriteTransport::WriteBufferLimits get_write_buffer_limits() const override { return flow_.limits(); }
  std::size_t get_write_buffer_size() const override { return unsent_size_; }
  ExtraInfo get_extra_info(std::string_view name) const override;
  void abandon() noexcept override;

 protected:
  void replace_protocol(Ref<BaseProtocol> protocol) override;
  Ref<BaseProtocol> current_protocol() const override { return protocol_; }

 private:
  struct Datagram {
    std::string data;
    std::optional<Address> to;
  };
  /// None: the socket is connected.
  std::optional<Address> address_for(const std::optional<Endpoint>& to) const;
  /// \returns false if there is no room just now
  bool send(std::string_view data, const std::optional<Address>& to);
  void keep(std::string_view data, const std::optional<Address>& to);
  void begin_reading();
  void read_ready();
  void write_ready();
  void check_high_water();
  void unwatch(detail::Direction direction) noexcept;
  void force_close(std::exception_ptr error);
  void lose(std::exception_ptr error) override;
  void connection_lost(std::exception_ptr error) override;
  void close_socket() noexcept;
  template <class F>
  void call_protocol(F call);

  detail::Reactor& reactor_;
  Socket socket_;
  std::optional<Endpoint> remote_;
  Endpoint self_;
  /// None if the socket is not connected.
  std::optional<Endpoint> peer_;
  Ref<DatagramProtocol> protocol_;
  detail::MemberCallback<DatagramSocketTransport> readable_{*this, &DatagramSocketTransport::read_ready,
                                                            &DatagramSocketTransport::lose};
  detail::MemberCallback<DatagramSocketTransport> writable_{*this, &DatagramSocketTransport::write_ready,
                                                            &DatagramSocketTransport::lose};
  std::list<Datagram> unsent_;
  std::size_t unsent_size_ = 0;
  detail::FlowControl flow_;
  /// Writes since the end, plus one; 0 before.
  int lost_ = 0;
  bool closing_ = false;
};

}  // namespace asyncio::native
