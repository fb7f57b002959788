#include "footprint.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

Footprint footprint() {
  std::size_t all = 0;
  std::size_t resident = 0;
  if (!(std::ifstream("/proc/self/statm") >> all >> resident))
    throw std::runtime_error("this system does not tell how much memory a process has");
  const std::filesystem::directory_iterator descriptors("/proc/self/fd");
  return {resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)),
          static_cast<std::size_t>(std::distance(begin(descriptors), end(descriptors)))};
}
