"""The plugin as an ordinary module: `python3 -m unittest test_plugin.py`."""

import unittest

from batuta_sdk import MemoryHost
from plugin import Language


class TestLanguage(unittest.TestCase):
    def test_a_line_is_printed(self):
        host = MemoryHost({"a.{{name}}": b"hi\n"})
        lowered = Language().lower(host.file("a.{{name}}"), b"", host.context())
        self.assertIn('println!("{}", "hi");', lowered.files[0].content)

    def test_a_directive_is_refused(self):
        host = MemoryHost({"a.{{name}}": b"@x\n"})
        Language().lower(host.file("a.{{name}}"), b"", host.context())
        self.assertEqual([it.code for it in host.findings], ["{{code}}0002"])


if __name__ == "__main__":
    unittest.main()
