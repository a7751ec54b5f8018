#undef assert
#ifndef BATUTA_ASSERT_H
#define BATUTA_ASSERT_H
void __assert_fail(const char *assertion, const char *file, unsigned int line, const char *function) __attribute__((noreturn));
#endif
#undef static_assert
#define static_assert _Static_assert
#ifdef NDEBUG
#define assert(ignore) ((void)0)
#else
#define assert(e) ((e) ? (void)0 : __assert_fail(#e, __FILE__, __LINE__, __func__))
#endif
