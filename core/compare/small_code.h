// For functions that are called for few hunks or none: SMALL_CODE before a definition makes the
// compiler keep it short instead of fast, which the module's size is worth there (GCC takes no
// notice).
#pragma once

#if defined(__clang__)
#define SMALL_CODE [[clang::minsize]] [[gnu::noinline]]
#else
#define SMALL_CODE
#endif
