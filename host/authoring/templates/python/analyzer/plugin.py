"""Recognises files of `{{name}}`, counts their lines, and finds what they need.

The language of this template is to be replaced by yours: files end in `.{{name}}`, a line that begins with `#` is a comment, and
`needs NAME VERSION` names a package.
"""

from batuta_sdk import Analyzer, Context, Dependency, Findings, Manifest, SourceFile, Summary

NAME = "{{name}}"


class Language(Analyzer):
    """The plugin."""

    def manifest(self) -> Manifest:
        return Manifest(NAME, "0.1.0", "Recognises {{name}}")

    def analyze(self, file: SourceFile, cx: Context) -> Findings:
        text = file.text() if file.path.endswith("." + NAME) else None
        if text is None:
            return Findings()
        code = comment = blank = 0
        needs = []
        for number, line in enumerate(text.removesuffix("\n").split("\n") if text else []):
            if number % 1000 == 0:
                cx.checkpoint(number)
            words = line.split()
            if not words:
                blank += 1
            elif words[0].startswith("#"):
                comment += 1
            else:
                code += 1
            if len(words) > 1 and words[0] == "needs":
                needs.append(Dependency(NAME, words[1], words[2] if len(words) > 2 else ""))
        return Findings(NAME, True, (code, comment, blank), needs)

    def summarise(self, files, cx: Context) -> Summary:
        ours = [(id, it) for id, it in files if it.language == NAME]
        if not ours:
            return Summary()
        lines = tuple(sum(it.lines[kind] for _, it in ours) for kind in range(3))
        needs = {(one.name, one.requirement) for _, it in ours for one in it.dependencies}
        dependencies = [Dependency(NAME, name, requirement) for name, requirement in sorted(needs)]
        return Summary([(NAME, len(ours), lines)], [id for id, _ in ours], dependencies)
