#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "duktape.h"

static const char *SCRIPTS[] = {
    "var o = {b: 2, a: [1, {x: null}], s: 'q\"\\u00e9\\n', d: new Date(86400000), u: undefined, n: NaN}; JSON.stringify(o, null, 2) + JSON.stringify(JSON.parse('{\"z\":[1,2.5e3,\"\\\\u0041\"]}'))",
    "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } var r = []; for (var i = 0; i < 20; i++) r.push(fib(i)); r.join()",
    "[5, 3, 11, 1].sort().join() + ' ' + [5, 3, 11, 1].sort(function (a, b) { return a - b; }).map(function (x) { return x * x; }).filter(function (x) { return x > 5; }).reduce(function (a, b) { return a + b; }, 0)",
    "'The year 1999 and 2024'.replace(/(\\d)(\\d+)/g, function (m, a, b) { return '<' + b + a + '>'; }) + ' ' + /(?:a|b)+?c{2,3}(?=d)/.exec('xxababcccd') + ' ' + 'a,b;c'.split(/[,;]/).length",
    "var s = ''; for (var k in {x: 1, 10: 2, y: 3, 2: 4}) s += k + ' '; s + [0.1 + 0.2, 1e21, 1 / 3, -0, 123456789012345680000, 5e-324, (255).toString(16), (0.5).toString(2), (1234.5678).toFixed(2), (0.00001).toExponential(3), (1e21).toPrecision(5), parseInt('0x1f'), parseFloat('3.14abc')].join(' ')",
    "function P(n) { this.n = n; } P.prototype.hi = function () { return 'hi ' + this.n; }; function C(n) { P.call(this, n); } C.prototype = Object.create(P.prototype); C.prototype.constructor = C; var c = new C('z'); c.hi() + (c instanceof P) + Object.keys(c) + Object.getOwnPropertyNames(C.prototype)",
    "var t = []; try { null.x; } catch (e) { t.push(e.name, e instanceof TypeError); } try { undefined_var; } catch (e) { t.push(e.message); } try { throw {code: 7}; } catch (e) { t.push(e.code); } finally { t.push('finally'); } t.join('|')",
    "var o = {}; Object.defineProperty(o, 'v', {get: function () { return this._v * 2; }, set: function (x) { this._v = x + 1; }, enumerable: true}); o.v = 20; Object.freeze(o); o.z = 1; [o.v, o.z, Object.isFrozen(o), delete o.v].join()",
    "var u = new Uint8Array([1, 2, 300]), f = new Float32Array(u.buffer.slice(0, 0)), d = new DataView(new ArrayBuffer(8)); d.setFloat64(0, Math.PI); [Array.prototype.join.call(u), f.length, d.getUint16(0).toString(16), new Uint16Array(new Uint8Array([1, 2, 3, 4]).buffer)[1]].join(' ')",
    "var th = new Duktape.Thread(function (x) { for (var i = 0; i < 3; i++) x = Duktape.Thread.yield(x + i); return 'end' + x; }); [Duktape.Thread.resume(th, 10), Duktape.Thread.resume(th, 20), Duktape.Thread.resume(th, 30), Duktape.Thread.resume(th, 40)].join()",
    "var log = []; var p = new Proxy({a: 1}, {get: function (t, k) { log.push('get ' + String(k)); return k in t ? t[k] : 'none'; }, has: function (t, k) { return k === 'magic'; }}); [p.a, p.b, 'magic' in p, 'a' in p, log.join(';')].join(' ')",
    "(function () { 'use strict'; var m = []; label: for (var i = 0; i < 5; i++) { for (var j = 0; j < 5; j++) { if (j == 3) continue label; if (i == 3) break label; m.push(i * j); } } switch (m.length) { case 9: m.push('nine'); case 1: m.push('fall'); break; default: m.push('no'); } return m; })().join()",
    "var q = 'abc'; [q.charAt(1), q.charCodeAt(2), q.slice(-2), q.substr(1, 1), q.toUpperCase(), q.concat('d', 5), ' x '.trim(), 'a-b-c'.lastIndexOf('-'), escape('\\u00e9 &'), encodeURIComponent('\\u20ac/?'), decodeURIComponent('%E2%82%AC'), '\\ud83d\\ude00'.length, String.fromCharCode(72, 105)].join(' ')",
    "[new Date(Date.UTC(2000, 1, 29, 12, 30, 15, 250)).toISOString(), Date.parse('2012-06-15T00:00:00Z'), new Date(0).getUTCDay(), new Date(1e12).getUTCFullYear()].join(' ')",
    "[Math.max(1, 5, 3), Math.min(), Math.round(-2.5), Math.floor(-1.5), Math.pow(2, 0.5).toFixed(6), Math.atan2(1, -1).toFixed(6), Math.sqrt(-1), 7 % -3, -7 % 3, 1 << 31, -1 >>> 28, ~~3.9, 5 ^ 3].join(' ')",
    "var n = 0; function gc() { for (var i = 0; i < 2000; i++) { var a = {self: null, data: [i, 'x' + i]}; a.self = a; n += a.data[1].length; } } gc(); Duktape.gc(); gc(); n", "eval('var ev = 6 * 7; ev + 1') + new Function('a', 'b', 'return a * b')(6, 7)",
    "add(3, 4.5) + ' ' + describe([1, 'two', {three: 3}, null, true]) + ' ' + (function () { try { fail(); } catch (e) { return e.message; } })()", "var )", "throw new RangeError('out')", "(function f() { return f() + 1; })()", "JSON.parse('{bad}')",
};

static duk_ret_t add(duk_context *c) { duk_push_number(c, duk_require_number(c, 0) + duk_require_number(c, 1)); return 1; }
static duk_ret_t fail(duk_context *c) { return duk_error(c, DUK_ERR_TYPE_ERROR, "failed with %d args", (int)duk_get_top(c)); }
static duk_ret_t describe(duk_context *c) {
    duk_size_t n = duk_get_length(c, 0);
    duk_push_string(c, "");
    for (duk_size_t i = 0; i < n; i++) {
        duk_get_prop_index(c, 0, (duk_uarridx_t)i);
        duk_push_sprintf(c, "%d:%s ", (int)duk_get_type(c, -1), duk_safe_to_string(c, -1));
        duk_remove(c, -2); duk_concat(c, 2);
    }
    return 1;
}
static long allocs, frees;
static void *al(void *u, duk_size_t n) { (void)u; allocs++; return malloc(n); }
static void *re(void *u, void *p, duk_size_t n) { (void)u; if (!p) return al(u, n); if (!n) { frees++; free(p); return NULL; } return realloc(p, n); }
static void fr(void *u, void *p) { (void)u; if (p) frees++; free(p); }
static void fatal(void *u, const char *m) { (void)u; printf("fatal %s\n", m); exit(1); }
static duk_ret_t safe(duk_context *c, void *u) { (void)u; duk_push_int(c, 5); duk_push_undefined(c); duk_get_prop_string(c, -1, "x"); return 1; }

int main(void) {
    duk_context *c = duk_create_heap(al, re, fr, NULL, fatal);
    printf("duktape %ld\n", (long)DUK_VERSION);
    duk_push_c_function(c, add, 2); duk_put_global_string(c, "add");
    duk_push_c_function(c, describe, 1); duk_put_global_string(c, "describe");
    duk_push_c_function(c, fail, DUK_VARARGS); duk_put_global_string(c, "fail");
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        int rc = duk_peval_string(c, SCRIPTS[i]);
        printf("%zu %s: %s\n", i, rc ? "error" : "ok", duk_safe_to_string(c, -1));
        duk_pop(c);
    }
    /* values and objects built from C */
    duk_idx_t o = duk_push_object(c), a;
    duk_push_int(c, 42); duk_put_prop_string(c, o, "num");
    a = duk_push_array(c);
    for (int i = 0; i < 5; i++) { duk_push_sprintf(c, "item %d", i); duk_put_prop_index(c, a, (duk_uarridx_t)i); }
    duk_put_prop_string(c, o, "list");
    duk_push_boolean(c, 1); duk_put_prop_string(c, o, "flag");
    duk_dup(c, o); printf("encoded %s\n", duk_json_encode(c, -1)); duk_pop(c);
    duk_enum(c, o, DUK_ENUM_OWN_PROPERTIES_ONLY);
    while (duk_next(c, -1, 1)) { const char *v = duk_safe_to_string(c, -1); printf("  %s = %s\n", duk_get_string(c, -2), v); duk_pop_2(c); }
    duk_pop(c);
    duk_get_prop_string(c, o, "list"); duk_push_string(c, "join"); duk_push_string(c, "/");
    printf("pcall %d", duk_pcall_prop(c, -3, 1)); printf(" -> %s\n", duk_get_string(c, -1)); duk_pop_3(c);
    unsigned char *buf = duk_push_fixed_buffer(c, 6);
    memcpy(buf, "\x01\xfe hex", 6);
    duk_dup(c, -1); printf("hex %s", duk_hex_encode(c, -1)); duk_pop(c); printf(" base64 %s\n", duk_base64_encode(c, -1)); duk_pop(c);
    int rc = duk_safe_call(c, safe, NULL, 0, 1);
    printf("safe %d %s\n", rc, duk_safe_to_string(c, -1)); duk_pop(c);
    /* compile, dump to bytecode, load again */
    duk_push_string(c, "file.js"); rc = duk_pcompile_string_filename(c, DUK_COMPILE_FUNCTION, "function (a, b) { var t = 0; for (var i = a; i <= b; i++) t += i; return t; }");
    duk_dump_function(c); duk_load_function(c); duk_push_int(c, 1); duk_push_int(c, 100); duk_call(c, 2); printf("compiled %d %d\n", rc, duk_get_int(c, -1)); duk_pop(c);
    duk_push_string(c, "12.5"); double num = duk_to_number(c, -1); duk_push_string(c, "7e2"); printf("numbers %g %d less %d equals %d\n", num, duk_to_int(c, -1), duk_strict_equals(c, -1, -2), duk_equals(c, -2, -2)); duk_pop_2(c);
    printf("top %d\n", (int)duk_get_top(c));
    duk_destroy_heap(c);
    printf("balanced %d\n", allocs == frees);
    return 0;
}
