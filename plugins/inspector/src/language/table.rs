//! The languages that are known, one line each.

use crate::source::syntax::{self, Syntax};

/// A language.
pub(crate) struct Language {
    /// How findings name it.
    pub(crate) name: &'static str,
    /// Extensions without the dot, in lower case.
    pub(crate) extensions: &'static [&'static str],
    /// Whole file names, in lower case.
    pub(crate) names: &'static [&'static str],
    /// Programs in a `#!` line, without version numbers.
    pub(crate) interpreters: &'static [&'static str],
    /// How it marks comments and strings.
    pub(crate) syntax: &'static Syntax,
}

type Words = &'static [&'static str];

const fn language(
    name: &'static str,
    extensions: Words,
    names: Words,
    interpreters: Words,
    syntax: &'static Syntax,
) -> Language {
    Language { name, extensions, names, interpreters, syntax }
}

/// All of them. `h` stands under `c`; content decides.
#[rustfmt::skip]
pub(crate) const LANGUAGES: &[Language] = &[
    language("python", &["py", "pyi", "pyw", "pyx", "pxd"], &["sconstruct", "sconscript", "wscript"], &["python", "pypy", "micropython", "uv"], &syntax::PYTHON),
    language("c", &["c", "h"], &[], &["tcc"], &syntax::C),
    language("cpp", &["cpp", "cc", "cxx", "c++", "hpp", "hh", "hxx", "h++", "ipp", "tpp", "inl"], &[], &[], &syntax::C),
    language("shell", &["sh", "bash", "dash", "ksh", "zsh", "bats", "ebuild"], &[".bashrc", ".bash_profile", ".bash_aliases", ".bash_logout", ".profile", ".zshrc", ".zprofile", "pkgbuild"], &["sh", "bash", "dash", "ksh", "ash", "zsh", "mksh", "busybox"], &syntax::SHELL),
    language("rust", &["rs"], &[], &["rust-script"], &syntax::RUST),
    language("javascript", &["js", "mjs", "cjs", "jsx"], &[], &["node", "nodejs", "bun"], &syntax::SCRIPT),
    language("typescript", &["ts", "mts", "cts", "tsx"], &[], &["deno", "ts-node", "tsx"], &syntax::SCRIPT),
    language("go", &["go"], &[], &[], &syntax::GO),
    language("java", &["java"], &[], &[], &syntax::JAVA),
    language("csharp", &["cs", "csx"], &[], &[], &syntax::JAVA),
    language("kotlin", &["kt", "kts"], &[], &["kotlin"], &syntax::JAVA),
    language("scala", &["scala", "sc"], &[], &["scala"], &syntax::JAVA),
    language("swift", &["swift"], &[], &["swift"], &syntax::JAVA),
    language("dart", &["dart"], &[], &["dart"], &syntax::JAVA),
    language("groovy", &["groovy", "gradle"], &["jenkinsfile"], &["groovy"], &syntax::JAVA),
    language("objective-c", &["mm"], &[], &[], &syntax::C),
    language("cuda", &["cu", "cuh"], &[], &[], &syntax::C),
    language("opencl", &["cl"], &[], &[], &syntax::C),
    language("glsl", &["glsl", "vert", "frag", "comp"], &[], &[], &syntax::C),
    language("d", &["d"], &[], &["rdmd"], &syntax::JAVA),
    language("zig", &["zig"], &[], &[], &syntax::JAVA),
    language("protobuf", &["proto"], &[], &[], &syntax::C),
    language("wit", &["wit"], &[], &[], &syntax::C),
    language("php", &["php", "phtml"], &[], &["php"], &syntax::PHP),
    language("ruby", &["rb", "rake", "gemspec"], &["rakefile", "gemfile", "vagrantfile", "brewfile"], &["ruby", "jruby"], &syntax::PERL),
    language("perl", &["pl", "pm", "t"], &[], &["perl"], &syntax::PERL),
    language("lua", &["lua"], &[], &["lua", "luajit"], &syntax::LUA),
    language("r", &["r"], &[".rprofile"], &["rscript", "r"], &syntax::HASH),
    language("julia", &["jl"], &[], &["julia"], &syntax::JULIA),
    language("fortran", &["f90", "f95", "f03", "f08", "f", "for"], &[], &[], &syntax::FORTRAN),
    language("haskell", &["hs"], &[], &["runhaskell", "runghc", "stack"], &syntax::HASKELL),
    language("ocaml", &["ml", "mli"], &[], &["ocaml"], &syntax::ML),
    language("elixir", &["ex", "exs"], &[], &["elixir"], &syntax::PYTHON),
    language("erlang", &["erl", "hrl"], &["rebar.config"], &["escript"], &syntax::ERLANG),
    language("lisp", &["lisp", "lsp", "el", "scm", "clj", "cljs", "rkt"], &[], &["guile", "racket", "sbcl", "clojure"], &syntax::LISP),
    language("tcl", &["tcl", "tk"], &[], &["tclsh", "wish", "expect"], &syntax::HASH),
    language("awk", &["awk"], &[], &["awk", "gawk", "mawk", "nawk"], &syntax::HASH),
    language("sed", &["sed"], &[], &["sed"], &syntax::YAML),
    language("fish", &["fish"], &[], &["fish"], &syntax::HASH),
    language("powershell", &["ps1", "psm1"], &[], &["pwsh"], &syntax::HASH),
    language("assembly", &["s", "asm"], &[], &[], &syntax::ASSEMBLY),
    language("sql", &["sql"], &[], &[], &syntax::SQL),
    language("make", &["mk", "mak", "make"], &["makefile", "gnumakefile", "bsdmakefile", "makefile.am", "makefile.in", "kbuild"], &["make"], &syntax::MAKE),
    language("cmake", &["cmake"], &["cmakelists.txt"], &["cmake"], &syntax::CMAKE),
    language("meson", &[], &["meson.build", "meson_options.txt"], &[], &syntax::PYTHON),
    language("starlark", &["bzl", "bazel", "star"], &["build", "build.bazel", "workspace", "workspace.bazel"], &[], &syntax::PYTHON),
    language("batch", &["bat", "cmd"], &[], &[], &syntax::BATCH),
    language("nix", &["nix"], &[], &[], &syntax::HASH),
    language("docker", &["dockerfile"], &["dockerfile", "containerfile"], &[], &syntax::YAML),
    language("terraform", &["tf", "tfvars", "hcl"], &[], &[], &syntax::HASH),
    language("toml", &["toml"], &["pipfile", "cargo.lock", "poetry.lock", "uv.lock"], &[], &syntax::TOML),
    language("yaml", &["yaml", "yml"], &[".clang-format", ".clang-tidy"], &[], &syntax::YAML),
    language("json", &["json", "jsonc", "json5", "ipynb", "geojson", "webmanifest"], &["pipfile.lock", ".eslintrc", ".babelrc"], &[], &syntax::CSS),
    language("ini", &["ini", "cfg", "conf", "properties", "desktop", "service"], &[".editorconfig", ".gitconfig", ".npmrc"], &[], &syntax::INI),
    language("xml", &["xml", "xsd", "xsl", "xslt", "svg", "plist", "csproj", "vcxproj", "ui", "qrc"], &[], &[], &syntax::MARKUP),
    language("html", &["html", "htm", "xhtml"], &[], &[], &syntax::MARKUP),
    language("vue", &["vue", "svelte"], &[], &[], &syntax::MARKUP),
    language("css", &["css"], &[], &[], &syntax::CSS),
    language("scss", &["scss", "sass", "less"], &[], &[], &syntax::SCSS),
    language("markdown", &["md", "markdown", "mdx"], &[], &[], &syntax::PROSE),
    language("restructuredtext", &["rst"], &[], &[], &syntax::DATA),
    language("tex", &["tex", "sty", "bib"], &[], &[], &syntax::ERLANG),
    language("csv", &["csv", "tsv"], &[], &[], &syntax::DATA),
];
