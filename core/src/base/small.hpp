#pragma once

/// \file
/// Marks functions that run seldom, in files of those that run often: the compiler is to make them small. Programs of
/// the page carry them all.

#ifdef __clang__
#define ASYNCIO_SMALL [[clang::minsize]]
#else
#define ASYNCIO_SMALL [[gnu::cold]]
#endif
