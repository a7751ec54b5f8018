"""The plugin as an ordinary module: `python3 -m unittest test_plugin.py`."""

import unittest

from batuta_sdk import MemoryHost
from plugin import Config


def lower(path: str, text: str):
    host = MemoryHost({path: text.encode()})
    return Config().lower(host.file(path), b"", host.context()), host.findings


class TestConfig(unittest.TestCase):
    def test_values_get_the_type_that_they_are_written_in(self):
        lowered, findings = lower("a.ini", "[s]\nport = 80\nratio = 0.5\non = true\nversion = 1.10\nhuge = 99999999999999999999\n")
        config = lowered.files[0].content
        for field in ["port: i64", "ratio: f64", "on: bool", "version: &'static str", "huge: &'static str"]:
            self.assertIn(field, config)
        self.assertEqual(findings, [])

    def test_what_has_no_type_is_refused_at_its_line(self):
        lowered, findings = lower("a.toml", "a = 1\nwhen = 2026-01-01\n")
        self.assertEqual((lowered.files, findings[0].code, findings[0].at.start), ([], "CF0002", 6))

    def test_tools_own_files_are_left_out(self):
        host = MemoryHost({"Cargo.toml": b"", "a.toml": b""})
        indexes = [(file.id, Config().index(file, host.context())) for file in map(host.file, sorted(host.files))]
        self.assertEqual(Config().link(indexes, host.context()), [(1, b"")])


if __name__ == "__main__":
    unittest.main()
