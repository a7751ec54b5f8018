"""The component: the only file of this plugin that knows WebAssembly."""

import batuta_guest
from plugin import Language

WitWorld, Transpiler = batuta_guest.transpiler(Language())
