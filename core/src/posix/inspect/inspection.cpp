#include "posix/inspect/inspection.hpp"

#include <cstdlib>
#include <exception>
#include <string_view>
#include <utility>

#include "asyncio/detail/loop/loop_core.hpp"
#include "asyncio/log.hpp"
#include "error/best_effort.hpp"
#include "posix/inspect/inspection_server.hpp"
#include "task/task_tree.hpp"

namespace asyncio::native {

std::unique_ptr<Inspection> Inspection::from_environment(std::function<void()> wake) noexcept {
  const char* allowed = std::getenv("ASYNCIO_PS");
  if (!allowed || !*allowed || std::string_view(allowed) == "0") return nullptr;
  try {
    return std::unique_ptr<Inspection>(new Inspection(InspectionServer::of_process(), std::move(wake)));
  } catch (const std::exception& error) {
    detail::log(LogLevel::warning, detail::best_effort_text([&] {
                  return std::string("ASYNCIO_PS: asyncio-ps cannot ask this program: ") + error.what();
                }));
    return nullptr;
  }
}

Inspection::Inspection(std::shared_ptr<InspectionServer> server, std::function<void()> wake)
    : server_(std::move(server)), wake_(std::move(wake)) {
  number_ = server_->add(*this);
}

Inspection::~Inspection() { server_->remove(*this); }

void Inspection::answer() noexcept {
  std::string text = detail::best_effort_text([] {
    const detail::LoopCore* loop = detail::running_here();
    return loop ? detail::describe_tasks(*loop) : std::string();
  });
  asked_ = false;
  server_->answered(*this, std::move(text));
}

}  // namespace asyncio::native
