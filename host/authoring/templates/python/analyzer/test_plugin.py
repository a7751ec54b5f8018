"""The plugin as an ordinary module: `python3 -m unittest test_plugin.py`."""

import unittest

from batuta_sdk import MemoryHost
from plugin import NAME, Language


class TestLanguage(unittest.TestCase):
    def test_lines_are_counted(self):
        host = MemoryHost({"a.{{name}}": b"# c\n\nneeds x 1\n"})
        found = Language().analyze(host.file("a.{{name}}"), host.context())
        self.assertEqual((found.language, found.lines), (NAME, (1, 1, 1)))
        self.assertEqual(found.dependencies[0].name, "x")


if __name__ == "__main__":
    unittest.main()
