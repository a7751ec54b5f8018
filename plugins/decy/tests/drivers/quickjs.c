#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "quickjs.h"

static const char *SCRIPTS[] = {
    "class Shape { #id = 7; static made = 0; constructor(n) { this.n = n; Shape.made++; } get id() { return this.#id; } area() { return 0; } toString() { return `${this.n}#${this.id}:${this.area().toFixed(2)}`; } }"
    "class Circle extends Shape { constructor(r) { super('circle'); this.r = r; } area() { return Math.PI * this.r ** 2; } } [String(new Circle(2)), String(new Shape('s')), Shape.made, new Circle(1) instanceof Shape].join(' ')",
    "let {a, b: [c, ...d], ...rest} = {a: 1, b: [2, 3, 4], x: 5, y: 6}; const f = (p, q = p * 2, ...r) => [p, q, r.length]; JSON.stringify([a, c, d, rest, f(3), f(1, 2, 3, 4), [...'h\\u{1F600}i'], a?.b?.c ?? 'dflt'])",
    "function* gen(n) { let i = 0; try { while (i < n) { const got = yield i++; if (got) i += got; } } finally { log.push('cleanup'); } return 'ret'; } var log = []; const g = gen(10); log.push(g.next().value, g.next(3).value, [...gen(4)].join(), g.return('x').value, g.next().done); log.join('|')",
    "const m = new Map([[NaN, 1], ['k', {z: 1}], [m0 = {}, 'obj']]); const s = new Set([3, 1, 3, 2]); const w = new WeakMap([[m0, 9]]); [m.get(NaN), m.get(m0), m.size, [...s], w.get(m0), [...m.keys()].length, s.has(2)].join(' ')",
    "const tag = (st, ...v) => st.raw.join('_') + v.join('+'); const sym = Symbol('desc'); const o = {[sym]: 1, ['k' + 1]: 2, get x() { return 5; }, async am() {}, *gm() {}}; [tag`a${1}\\n${2}z`, sym.toString(), Object.keys(o), Object.getOwnPropertySymbols(o).length, Reflect.ownKeys(o).length].join(' ')",
    "'2024-05-06 and 1999-12-31'.replace(/(?<y>\\d{4})-(?<m>\\d\\d)-(?<d>\\d\\d)/g, '$<d>.$<m>.$<y>') + [...'aBc1dE'.matchAll(/[A-Z](?=.)/g)].map(x => x.index) + /(?<!x)y+?z/u.exec('xyyyz') + /\\p{Lu}\\p{Script=Greek}/u.test('A\\u03b1') + 'x'.padStart(4, 'ab') + 'abcabc'.replaceAll('b', '-')",
    "(2n ** 200n).toString() + ' ' + (-7n / 2n) + ' ' + (12345678901234567890n % 97n) + ' ' + BigInt.asIntN(8, 255n) + ' ' + (1n << 70n) + ' ' + (0xffn & 0x0fn) + ' ' + BigInt('0b101') + ' ' + (10n > 9) + ' ' + typeof 1n",
    "const p = new Proxy(function () {}, {get: (t, k) => k === Symbol.toPrimitive ? () => 'prim' : k.toString() + '!', apply: (t, th, a) => a.reduce((x, y) => x + y), has: () => true, deleteProperty: () => true, construct: (t, a) => ({made: a[0]})}); [p.foo, p(1, 2, 3), 'zz' in p, new p(8).made, `${p}`].join(' ')",
    "[[3, 1, 2].sort(), [1, [2, [3, [4]]]].flat(Infinity), [1, 2, 3, 4].findIndex(x => x > 2), Array.from({length: 3}, (_, i) => i * i), [1, 2, 3].includes(2), Object.entries({q: 1}), Object.fromEntries([['a', 1]]).a, [5, 1, 10].sort((x, y) => x - y), new Array(3).fill(0), [1, 2, 3, 4, 5].copyWithin(0, 3)].map(x => JSON.stringify(x)).join(' ')",
    "[0.1 + 0.2, 1e21, 123456789012345680000, 5e-324, 1.7976931348623157e308, -0, (25).toString(36), (0.1).toString(3), 1.005.toFixed(2), 123.456.toPrecision(4), 0.00001234.toExponential(), Number.MAX_SAFE_INTEGER, 2 ** 53 + 1, Number('0o17'), parseInt('z', 36), Math.hypot(3, 4), Math.clz32(1), Math.fround(5.5), Math.trunc(-4.7), Math.sign(-3), Math.cbrt(0), Math.imul(0xffffffff, 5), Math.log2(8)].join(' ')",
    "const buf = new ArrayBuffer(16), dv = new DataView(buf), f64 = new Float64Array(buf); dv.setFloat64(0, -1.5, true); dv.setInt16(8, -2); dv.setBigUint64(8, 0x0102030405060708n); [f64[0], dv.getUint8(15), new Uint8ClampedArray([300, -5, 1.5]).join(), Int8Array.of(200)[0], new Uint16Array([1, 2, 3]).subarray(1).map(x => x * 2).join(), new Float32Array([0.1])[0]].join(' ')",
    "const out = []; try { null.foo; } catch (e) { out.push(e.name + ': ' + e.message); } try { x1; let x1 = 1; } catch (e) { out.push(e.name); } try { (() => { 'use strict'; undefined_x = 1; })(); } catch ({message}) { out.push(message); } try { throw new Error('m', {}); } catch (e) { out.push(String(e)); } finally { out.push('f'); } const rec = n => rec(n + 1) + 1; try { rec(0); } catch (e) { out.push(e.message); } out.join(' | ')",
    "[new Date(Date.UTC(2020, 1, 29, 1, 2, 3, 4)).toISOString(), Date.parse('2000-01-01T00:00:00.000Z'), new Date(NaN).getTime(), new Date(864e13).toISOString(), JSON.stringify({d: new Date(0), f() {}, u: undefined, n: [NaN, , 1]}), JSON.stringify({b: {c: [1, 2]}}, null, '--'), JSON.parse('[1,{\"a\":null}]', (k, v) => k === 'a' ? 'rev' : v)[1].a].join(' ')",
    "var primes = []; outer: for (let i = 2; primes.length < 500; i++) { for (const q of primes) { if (q * q > i) break; if (i % q === 0) continue outer; } primes.push(i); } let h = 0; for (let i = 0; i < 100000; i++) h = (h * 31 + i ^ h >>> 7) | 0; primes[499] + ' ' + h + ' ' + (function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); })(20)",
    "with ({w: 3}) { var wv = w * 2; } eval('var ev = wv + 1'); [wv, ev, new Function('a', 'return a * 2')(21), typeof globalThis, void 0, (1, 2), [] + {}, [] == false, null == undefined, '3' * '4', +true, ~~'7.9', 5 % -3, -5 >>> 28].join(' ')",
    "var order = []; const wait = async (n) => { order.push('start' + n); await null; order.push('mid' + n); for await (const v of (async function* () { yield n; yield n * 10; })()) order.push(v); return n; }; Promise.all([wait(1), wait(2)]).then(v => order.push('all ' + v)); Promise.reject(new Error('r')).catch(e => order.push(e.message)).finally(() => order.push('fin')); queue.join()",
    "native(2, 'x', [1, 2]) + ' ' + new Point(3, 4).norm() + ' ' + Object.prototype.toString.call(new Point(1, 1)) + ' ' + new Point(1.5, 2).x", "let = ", "throw new RangeError('thrown')", "JSON.parse('{\"a\":}')", "new Point()",
};

static JSClassID point_id;
typedef struct { double x, y; } Point;
static int finalized;
static void point_fin(JSRuntime *rt, JSValue v) { Point *p = JS_GetOpaque(v, point_id); finalized++; js_free_rt(rt, p); }
static JSClassDef point_class = {"Point", .finalizer = point_fin};
static JSValue point_new(JSContext *c, JSValueConst nt, int argc, JSValueConst *argv) {
    Point *p = js_mallocz(c, sizeof *p);
    JSValue proto = JS_GetPropertyStr(c, nt, "prototype"), o = JS_NewObjectProtoClass(c, proto, point_id);
    JS_FreeValue(c, proto);
    JS_SetOpaque(o, p);
    if (argc < 2) { JS_FreeValue(c, o); return JS_ThrowTypeError(c, "Point needs 2 arguments, got %d", argc); }
    JS_ToFloat64(c, &p->x, argv[0]); JS_ToFloat64(c, &p->y, argv[1]);
    return o;
}
static JSValue point_x(JSContext *c, JSValueConst t) { Point *p = JS_GetOpaque2(c, t, point_id); return p ? JS_NewFloat64(c, p->x) : JS_EXCEPTION; }
static JSValue point_norm(JSContext *c, JSValueConst t, int argc, JSValueConst *argv) { Point *p = JS_GetOpaque2(c, t, point_id); (void)argc; (void)argv; return p ? JS_NewFloat64(c, p->x * p->x + p->y * p->y) : JS_EXCEPTION; }
static const JSCFunctionListEntry point_funcs[] = {JS_CGETSET_DEF("x", point_x, NULL), JS_CFUNC_DEF("norm", 0, point_norm), JS_PROP_STRING_DEF("[Symbol.toStringTag]", "Point", JS_PROP_CONFIGURABLE)};
static JSValue native(JSContext *c, JSValueConst t, int argc, JSValueConst *argv) {
    char buf[100]; int n = 0; int32_t i = 0; int64_t len = 0; (void)t;
    const char *s = JS_ToCString(c, argv[1]);
    JS_ToInt32(c, &i, argv[0]);
    JSValue l = JS_GetPropertyStr(c, argv[2], "length"); JS_ToInt64(c, &len, l); JS_FreeValue(c, l);
    n = snprintf(buf, sizeof buf, "native(%d,%s,%lld of %d)", i, s, (long long)len, argc);
    JS_FreeCString(c, s);
    return JS_NewStringLen(c, buf, (size_t)n);
}
static void show(JSContext *c, const char *tag, JSValue v) {
    int ex = JS_IsException(v);
    if (ex) { v = JS_GetException(c); }
    const char *s = JS_ToCString(c, v);
    printf("%s %s: %s\n", tag, ex ? "exception" : "ok", s ? s : "?");
    JS_FreeCString(c, s); JS_FreeValue(c, v);
}

int main(void) {
    JSRuntime *rt = JS_NewRuntime();
    JS_SetMaxStackSize(rt, 1 << 20); JS_SetGCThreshold(rt, 100000); JS_SetMemoryLimit(rt, 64 << 20);
    JS_NewClassID(&point_id); JS_NewClass(rt, point_id, &point_class);
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++) {
        char tag[20];
        JSContext *c = JS_NewContext(rt), *c1;
        JSValue g = JS_GetGlobalObject(c), proto = JS_NewObject(c), ctor = JS_NewCFunction2(c, point_new, "Point", 2, JS_CFUNC_constructor, 0);
        JS_SetPropertyFunctionList(c, proto, point_funcs, 3); JS_SetConstructor(c, ctor, proto); JS_SetClassProto(c, point_id, proto);
        JS_SetPropertyStr(c, g, "Point", ctor); JS_SetPropertyStr(c, g, "native", JS_NewCFunction(c, native, "native", 3)); JS_SetPropertyStr(c, g, "queue", JS_NewArray(c));
        sprintf(tag, "%zu", i);
        show(c, tag, JS_Eval(c, SCRIPTS[i], strlen(SCRIPTS[i]), "<script>", JS_EVAL_TYPE_GLOBAL));
        int jobs = 0;
        while (JS_ExecutePendingJob(rt, &c1) > 0) jobs++;
        if (jobs) { printf("jobs %d\n", jobs); show(c, "order", JS_Eval(c, "order.join()", 12, "<o>", 0)); }
        JS_FreeValue(c, g);
        if (i == 0) {   /* bytecode and JSON through the C interface */
            size_t n; const char *src = "(function(){ let t = 0; for (let i = 0; i < 1000; i++) t += i % 7; return t; })()";
            JSValue f = JS_Eval(c, src, strlen(src), "<bc>", JS_EVAL_FLAG_COMPILE_ONLY);
            uint8_t *bc = JS_WriteObject(c, &n, f, JS_WRITE_OBJ_BYTECODE);
            JS_FreeValue(c, f); f = JS_ReadObject(c, bc, n, JS_READ_OBJ_BYTECODE); js_free(c, bc);
            show(c, "bytecode", JS_EvalFunction(c, f));
            JSValue o = JS_ParseJSON(c, "{\"k\":[1,2,{\"z\":\"\\u00e9\"}]}", 25, "<j>"), arr = JS_GetPropertyStr(c, o, "k");
            JS_SetPropertyUint32(c, arr, 5, JS_NewString(c, "six")); JS_DefinePropertyValueStr(c, o, "fixed", JS_NewInt32(c, -1), 0);
            show(c, "json", JS_JSONStringify(c, o, JS_UNDEFINED, JS_UNDEFINED)); printf("array %d object %d\n", JS_IsArray(c, arr), JS_IsObject(o));
            JS_FreeValue(c, arr); JS_FreeValue(c, o);
        }
        JS_FreeContext(c);
    }
    JS_RunGC(rt); JS_FreeRuntime(rt);
    printf("finalized %d\n", finalized);
    return 0;
}
