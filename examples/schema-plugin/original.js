// The original of a schema: a Python program that reads a document, takes what the schema knows of it, and writes it again. A document that
// does not fit ends it with code 1, as it ends the converted program.

export const ORIGINAL = String.raw`
import json, re, sys
class Bad(Exception):
    pass
def number(text):
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise Bad("out of range")
    return value
def whole(text):
    return -0.0 if text == "-0" else int(text)
def pairs(items):
    if len(dict(items)) != len(items):
        raise Bad("a key stands twice")
    return dict(items)
with open(sys.argv[1], encoding="utf-8") as file:
    ROOT = json.load(file)
def fit(schema, value):
    if "$ref" in schema:
        target = ROOT
        for key in schema["$ref"].split("/")[1:]:
            target = target[key.replace("~1", "/").replace("~0", "~")]
        return fit(target, value)
    kinds = schema.get("type", "string" if "enum" in schema else "object")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if value is None and "null" in kinds:
        return None
    kind = [it for it in kinds if it != "null"][0]
    if "enum" in schema and value not in schema["enum"]:
        raise Bad("none of the choices")
    is_int = isinstance(value, int) and not isinstance(value, bool)
    if kind == "string" and isinstance(value, str) or kind == "boolean" and isinstance(value, bool):
        return value
    if kind == "integer" and is_int and -2**63 <= value < 2**63:
        return value
    if kind == "number" and (is_int or isinstance(value, float)):
        return float(value)
    if kind == "array" and isinstance(value, list):
        return [fit(schema["items"], item) for item in value]
    if kind == "object" and isinstance(value, dict):
        if "properties" not in schema:
            return {key: fit(schema["additionalProperties"], value[key]) for key in sorted(value, key=str.encode)}
        known = schema["properties"]
        if schema.get("additionalProperties") is False and set(value) - set(known):
            raise Bad("an unknown property")
        if set(schema.get("required", [])) - set(value):
            raise Bad("a property is missing")
        return {key: fit(known[key], value[key]) for key in known if key in value}
    raise Bad("another type is wanted")
class Float(float):
    def __repr__(self):
        return re.sub("e([+-])0*", lambda it: "e" + it[1], float.__repr__(self))
def write(value, pad="\n"):
    if isinstance(value, float):
        return repr(Float(value))
    if isinstance(value, (list, dict)) and value:
        more = pad + "  "
        items = [write(it, more) for it in value] if isinstance(value, list) else [write(k) + ": " + write(v, more) for k, v in value.items()]
        a, b = "[]" if isinstance(value, list) else "{}"
        return a + ",".join(more + it for it in items) + pad + b
    return json.dumps(value, ensure_ascii=False)
sys.stdout.reconfigure(encoding="utf-8")
try:
    document = json.loads(sys.stdin.buffer.read().decode("utf-8"), parse_float=number, parse_int=whole, object_pairs_hook=pairs)
    print(write(fit(ROOT, document)))
except (Bad, ValueError, RecursionError) as error:
    sys.exit(f"{error}")
`;
