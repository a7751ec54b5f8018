#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "yyjson.h"

static const char *DOC =
    "{\"name\":\"Orion\",\"stars\":[{\"id\":\"Betelgeuse\",\"mag\":0.42,\"dist\":548},"
    "{\"id\":\"Rigel\",\"mag\":0.13,\"dist\":863},{\"id\":\"Bellatrix\",\"mag\":1.64,\"dist\":252}],"
    "\"visible\":true,\"note\":null,\"big\":18446744073709551615,\"neg\":-9223372036854775808,"
    "\"esc\":\"tab\\tquote\\\" \\u00e9 \\ud83d\\ude00\",\"nested\":{\"a\":{\"b\":[1,2,[3,[4]]]}}}";

static void walk(yyjson_val *v, int depth) {
    size_t i, n;
    yyjson_val *k, *e;
    printf("%*s%s", depth * 2, "", yyjson_get_type_desc(v));
    if (yyjson_is_str(v)) printf(" '%s' len=%zu", yyjson_get_str(v), yyjson_get_len(v));
    else if (yyjson_is_uint(v)) printf(" %llu", (unsigned long long)yyjson_get_uint(v));
    else if (yyjson_is_sint(v)) printf(" %lld", (long long)yyjson_get_sint(v));
    else if (yyjson_is_real(v)) printf(" %.17g", yyjson_get_real(v));
    printf("\n");
    if (yyjson_is_arr(v)) { yyjson_arr_foreach(v, i, n, e) walk(e, depth + 1); }
    if (yyjson_is_obj(v)) {
        yyjson_obj_foreach(v, i, n, k, e) {
            printf("%*s.%s:\n", depth * 2, "", yyjson_get_str(k));
            walk(e, depth + 1);
        }
    }
}

static void bad(const char *s, yyjson_read_flag f) {
    yyjson_read_err err;
    yyjson_doc *d = yyjson_read_opts((char *)s, strlen(s), f, NULL, &err);
    if (d) { printf("ok   %s -> %zu values\n", s, yyjson_doc_get_val_count(d)); yyjson_doc_free(d); }
    else printf("fail %s -> code %u at %zu: %s\n", s, err.code, err.pos, err.msg);
}

static void patch(yyjson_doc *base, const char *ptr, int merge) {
    yyjson_mut_doc *m = yyjson_mut_doc_new(NULL);
    yyjson_doc *pd = yyjson_read(ptr, strlen(ptr), 0);
    yyjson_patch_err pe;
    yyjson_mut_val *r = merge ? yyjson_merge_patch(m, yyjson_doc_get_root(base), yyjson_doc_get_root(pd))
                              : yyjson_patch(m, yyjson_doc_get_root(base), yyjson_doc_get_root(pd), &pe);
    if (r) {
        char *s = yyjson_mut_val_write(r, 0, NULL);
        printf("%s: %s\n", merge ? "merge" : "patch", s);
        free(s);
    } else printf("patch failed: %s (op %zu)\n", pe.msg, pe.idx);
    yyjson_doc_free(pd);
    yyjson_mut_doc_free(m);
}

int main(void) {
    printf("version %u.%u.%u\n", yyjson_version() >> 16, (yyjson_version() >> 8) & 255, yyjson_version() & 255);
    yyjson_doc *doc = yyjson_read(DOC, strlen(DOC), 0);
    walk(yyjson_doc_get_root(doc), 0);
    printf("read %zu bytes, %zu values\n", yyjson_doc_get_read_size(doc), yyjson_doc_get_val_count(doc));
    printf("ptr: %s %d %d\n", yyjson_get_str(yyjson_doc_ptr_get(doc, "/stars/1/id")),
           yyjson_get_int(yyjson_doc_ptr_get(doc, "/nested/a/b/2/1/0")),
           yyjson_doc_ptr_get(doc, "/stars/9") == NULL);
    char *s = yyjson_write(doc, YYJSON_WRITE_PRETTY | YYJSON_WRITE_ESCAPE_UNICODE, NULL);
    puts(s); free(s);

    bad("[1,2,]", 0);
    bad("[1,2,]", YYJSON_READ_ALLOW_TRAILING_COMMAS);
    bad("{\"a\":01}", 0);
    bad("[1] // c", YYJSON_READ_ALLOW_COMMENTS);
    bad("[nan, -inf]", YYJSON_READ_ALLOW_INF_AND_NAN);
    bad("\"\\ud800\"", 0);
    bad("", 0);

    patch(doc, "[{\"op\":\"remove\",\"path\":\"/stars\"},{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"X\"},"
               "{\"op\":\"move\",\"from\":\"/nested/a/b\",\"path\":\"/b\"},{\"op\":\"test\",\"path\":\"/visible\",\"value\":true}]", 0);
    patch(doc, "[{\"op\":\"test\",\"path\":\"/visible\",\"value\":false}]", 0);
    patch(doc, "{\"stars\":null,\"nested\":{\"a\":7},\"new\":[true]}", 1);

    yyjson_mut_doc *m = yyjson_mut_doc_new(NULL);
    yyjson_mut_val *root = yyjson_mut_obj(m), *arr = yyjson_mut_arr(m);
    yyjson_mut_doc_set_root(m, root);
    static const double nums[] = {0.1, 1e300, -2.5e-10, 123456789.125, 5e-324, 1.7976931348623157e308, 100.0, 1.0 / 3.0};
    for (size_t i = 0; i < sizeof nums / sizeof *nums; i++) yyjson_mut_arr_add_real(m, arr, nums[i]);
    yyjson_mut_obj_add_val(m, root, "reals", arr);
    yyjson_mut_obj_add_str(m, root, "s", "a/b\\c\n\x01");
    yyjson_mut_obj_add_int(m, root, "i", -42);
    yyjson_mut_obj_add_bool(m, root, "t", true);
    yyjson_mut_obj_add_null(m, root, "z");
    yyjson_mut_obj_rename_key(m, root, "i", "j");
    yyjson_mut_obj_remove_key(root, "z");
    yyjson_mut_arr_rotate(arr, 2);
    s = yyjson_mut_write(m, YYJSON_WRITE_PRETTY_TWO_SPACES | YYJSON_WRITE_ESCAPE_SLASHES, NULL);
    puts(s);
    yyjson_doc *back = yyjson_read(s, strlen(s), 0);
    yyjson_mut_doc *cp = yyjson_doc_mut_copy(back, NULL);
    printf("equal after round trip: %d\n", yyjson_mut_equals(yyjson_mut_doc_get_root(cp), root));
    free(s);
    yyjson_mut_doc_free(cp); yyjson_doc_free(back); yyjson_mut_doc_free(m); yyjson_doc_free(doc);
    return 0;
}
