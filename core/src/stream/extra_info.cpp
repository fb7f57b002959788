#include "asyncio/extra_info.hpp"

namespace asyncio {

std::string ExtraInfo::repr() const {
  if (address_) return address_->repr();
  if (socket_) return socket_->repr();
  if (descriptor_) return "<pipe fd=" + std::to_string(*descriptor_) + '>';
  if (text_) return '\'' + *text_ + '\'';
  return "None";
}

}  // namespace asyncio
