"""From a tree of tables to Rust: a struct per table, one constant with all values, and lines that print them."""

from batuta_sdk import rust_name, rust_string
from model import I64, is_plain


class Unsupported(Exception):
    """A value without a Rust type; `path` are the keys that lead to it."""

    def __init__(self, path, message: str):
        super().__init__(message)
        self.path = path
        self.message = message


def snake(key: str) -> str:
    """A key as the name of a field."""
    text = "".join("_" + c.lower() if c.isupper() and i and key[i - 1].islower() else c.lower() for i, c in enumerate(key))
    return rust_name(text)


def camel(keys) -> str:
    """Keys as the name of a struct."""
    words = [word for key in keys for word in rust_name(key).split("_") if word]
    return "".join(word[0].upper() + word[1:] for word in words) or "Table"


def fresh(name: str, taken: set) -> str:
    """`name`, or the first of `name_2`, `name_3` … that is not taken."""
    number, wanted = 2, name
    while wanted in taken:
        wanted, number = f"{name}_{number}" if name[:1].islower() or name[:1] == "_" else f"{name}{number}", number + 1
    taken.add(wanted)
    return wanted


class Emit:
    """The parts of a module, while a tree is walked."""

    def __init__(self):
        self.structs = []
        self.prints = []
        self.names = {"Config"}
        self.joins = False

    def table(self, table: dict, path, name: str, place: str, depth: int, checkpoint):
        """The struct of a table; gives its value as Rust."""
        fields, values, taken = [], [], set()
        pad = "    " * (depth + 1)
        for key, value in table.items():
            checkpoint()
            here = path + (key,)
            if value == {} and isinstance(value, dict):
                continue  # A table without values has nothing to say.
            field = fresh(snake(key), taken)
            if isinstance(value, dict):
                ty = fresh(camel(here), self.names)
                text = self.table(value, here, ty, f"{place}.{field}", depth + 1, checkpoint)
            else:
                ty, text = self.value(value, here)
                self.print(here, f"{place}.{field}", ty)
            fields.append((key, field, ty))
            values.append(f"{pad}{field}: {text},\n")
        title = f"Table `{'.'.join(path)}`." if path else "All values."
        self.structs.append((title, name, fields))
        return f"{name} {{\n{''.join(values)}{'    ' * depth}}}"

    def value(self, value, path):
        """Type and text of what is no table."""
        if isinstance(value, bool):
            return "bool", str(value).lower()
        if isinstance(value, int):
            if value not in I64:
                raise Unsupported(path, "this number does not fit into 64 bits")
            return "i64", str(value)
        if isinstance(value, float):
            if not is_plain(value):
                raise Unsupported(path, "numbers with an exponent, `inf` and `nan` are not converted")
            return "f64", repr(value)
        if isinstance(value, str):
            return "&'static str", rust_string(value)
        if isinstance(value, list):
            items = [self.value(item, path) if not isinstance(item, (dict, list)) else (None, "") for item in value]
            types = sorted({str(ty) for ty, _ in items}) or ["&'static str"]
            if len(types) > 1 or types == ["None"]:
                raise Unsupported(path, "lists are converted where their items are values of one type")
            return f"&'static [{types[0]}]", "&[" + ", ".join(text for _, text in items) + "]"
        raise Unsupported(path, "dates and times are not converted")

    def print(self, path, place: str, ty: str):
        key = rust_string(".".join(path).replace("{", "{{").replace("}", "}}"))[1:-1]
        if ty.startswith("&'static ["):
            self.joins = True
            text = '|item| format!("{item:?}")' if "f64" in ty else "ToString::to_string"
            self.prints.append(f'println!("{key} = {{}}", join({place}, {text}));')
        else:
            form = "{:?}" if ty == "f64" else "{}"
            self.prints.append(f'println!("{key} = {form}", {place});')


JOIN = """
fn join<T>(items: &[T], text: fn(&T) -> String) -> String {
    items.iter().map(text).collect::<Vec<_>>().join(", ")
}
"""


def package(tree: dict, source: str, checkpoint):
    """`src/config.rs` and `src/main.rs`."""
    emit = Emit()
    root = emit.table(tree, (), "Config", "CONFIG", 0, checkpoint)
    text = [f"//! The values of `{''.join(c if c.isprintable() else '?' for c in source)}`.\n"]
    for title, name, fields in reversed(emit.structs):
        title = "".join(c if c.isprintable() else "?" for c in title)
        text.append(f"\n/// {title}\n#[derive(Clone, Debug, PartialEq)]\npub struct {name} {{\n")
        text += [f"    pub {field}: {ty},\n" for _, field, ty in fields]
        text.append("}\n")
    text.append(f"\n/// What the file says.\npub const CONFIG: Config = {root};\n")
    lines = "".join(f"    {line}\n" for line in emit.prints)
    uses = "use config::CONFIG;\n\n" if lines else ""
    main = f"//! Prints the configuration.\n\nmod config;\n\n{uses}fn main() {{\n{lines}}}\n" if lines else "//! Nothing to print.\n\nfn main() {}\n"
    return "".join(text), main + (JOIN if emit.joins else "")
