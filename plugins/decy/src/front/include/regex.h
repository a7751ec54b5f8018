#ifndef BATUTA_REGEX_H
#define BATUTA_REGEX_H
#include <stddef.h>
typedef int regoff_t;
typedef struct { void *__buffer; unsigned long __allocated, __used, __syntax; char *__fastmap; unsigned char *__translate; size_t re_nsub; unsigned __bits; } regex_t;
typedef struct { regoff_t rm_so; regoff_t rm_eo; } regmatch_t;
#define REG_EXTENDED 1
#define REG_ICASE 2
#define REG_NEWLINE 4
#define REG_NOSUB 8
#define REG_NOTBOL 1
#define REG_NOTEOL 2
#define REG_NOERROR 0
#define REG_NOMATCH 1
#define REG_BADPAT 2
#define REG_ECOLLATE 3
#define REG_ECTYPE 4
#define REG_EESCAPE 5
#define REG_ESUBREG 6
#define REG_EBRACK 7
#define REG_EPAREN 8
#define REG_EBRACE 9
#define REG_BADBR 10
#define REG_ERANGE 11
#define REG_ESPACE 12
#define REG_BADRPT 13
int regcomp(regex_t *regex, const char *pattern, int flags);
int regexec(const regex_t *regex, const char *text, size_t count, regmatch_t matches[], int flags);
size_t regerror(int code, const regex_t *regex, char *buffer, size_t size);
void regfree(regex_t *regex);
#define REG_STARTEND 4
#ifdef _GNU_SOURCE
#define RE_BACKSLASH_ESCAPE_IN_LISTS 1UL
#define RE_BK_PLUS_QM 2UL
#define RE_CHAR_CLASSES 4UL
#define RE_CONTEXT_INDEP_ANCHORS 8UL
#define RE_CONTEXT_INDEP_OPS 16UL
#define RE_CONTEXT_INVALID_OPS 32UL
#define RE_DOT_NEWLINE 64UL
#define RE_DOT_NOT_NULL 128UL
#define RE_HAT_LISTS_NOT_NEWLINE 256UL
#define RE_INTERVALS 512UL
#define RE_LIMITED_OPS 1024UL
#define RE_NEWLINE_ALT 2048UL
#define RE_NO_BK_BRACES 4096UL
#define RE_NO_BK_PARENS 8192UL
#define RE_NO_BK_REFS 16384UL
#define RE_NO_BK_VBAR 32768UL
#define RE_NO_EMPTY_RANGES 65536UL
#define RE_UNMATCHED_RIGHT_PAREN_ORD 131072UL
#define RE_NO_POSIX_BACKTRACKING 262144UL
#define RE_NO_GNU_OPS 524288UL
#define RE_DEBUG 1048576UL
#define RE_INVALID_INTERVAL_ORD 2097152UL
#define RE_ICASE 4194304UL
#define RE_CARET_ANCHORS_HERE 8388608UL
#define RE_CONTEXT_INVALID_DUP 16777216UL
#define RE_NO_SUB 33554432UL
#define RE_SYNTAX_EMACS 0
#define RE_SYNTAX_AWK 778445UL
#define RE_SYNTAX_GNU_AWK 2339405UL
#define RE_SYNTAX_POSIX_AWK 2863869UL
#define RE_SYNTAX_GREP 68166UL
#define RE_SYNTAX_EGREP 2341468UL
#define RE_SYNTAX_POSIX_EGREP 2341468UL
#define RE_SYNTAX_ED 16843462UL
#define RE_SYNTAX_SED 16843462UL
#define RE_SYNTAX_POSIX_BASIC 16843462UL
#define RE_SYNTAX_POSIX_MINIMAL_BASIC 67268UL
#define RE_SYNTAX_POSIX_EXTENDED 242428UL
#define RE_SYNTAX_POSIX_MINIMAL_EXTENDED 258796UL
#define REGS_UNALLOCATED 0
#define REGS_REALLOCATE 1
#define REGS_FIXED 2
#define RE_NREGS 30
#endif
#endif
