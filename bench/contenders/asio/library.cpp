// Asio itself: it is all headers otherwise, compiled anew in every file.
#include <asio/impl/src.hpp>
