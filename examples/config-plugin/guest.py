"""The component: the only file of this plugin that knows WebAssembly."""

import batuta_guest
from plugin import Config

WitWorld, Transpiler = batuta_guest.transpiler(Config())
