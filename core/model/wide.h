// Functions marked WIDE are compiled for the widest registers of the machine at hand as well. All
// of them give the same numbers: whole numbers do anyway, and of others a product and a sum stay
// two steps (-ffp-contract=off).
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define WIDE __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDE
#endif
