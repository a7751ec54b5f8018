//! What a project declares to need, by the file that declares it.

mod cargo;
mod cmake;
mod go;
mod make;
mod npm;
mod pip;
mod pyproject;
mod setup_cfg;
mod setup_py;

use batuta_sdk::ProjectDependency;

/// Manifests longer than this many bytes are not read: no person wrote them.
const LONGEST: usize = 4 << 20;

/// The dependencies that this file declares, sorted, without repetition; none when it is no manifest or cannot be read.
pub(crate) fn dependencies(path: &str, language: Option<&str>, bytes: &[u8]) -> Vec<ProjectDependency> {
    if bytes.len() > LONGEST {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut found = match name {
        "pyproject.toml" => pyproject::read(text),
        "Pipfile" => pyproject::pipfile(text),
        "setup.cfg" => setup_cfg::read(text),
        "setup.py" => setup_py::read(text),
        "package.json" => npm::read(text),
        "Cargo.toml" => cargo::read(text),
        "go.mod" => go::read(text),
        _ if is_requirements(path, name) => pip::requirements(text),
        _ if language == Some("make") => make::read(bytes),
        _ if language == Some("cmake") => cmake::read(bytes),
        _ => Vec::new(),
    };
    found.sort();
    found.dedup();
    found
}

/// `requirements.txt`, `requirements-dev.in`, `dev-requirements.txt`, `requirements/base.txt`.
fn is_requirements(path: &str, name: &str) -> bool {
    let listed = name.ends_with(".txt") || name.ends_with(".in");
    listed && (name.contains("requirements") || path.rsplit('/').nth(1) == Some("requirements"))
}

fn dependency(ecosystem: &str, name: &str, requirement: &str) -> ProjectDependency {
    ProjectDependency { ecosystem: ecosystem.into(), name: name.trim().into(), requirement: requirement.trim().into() }
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    /// `ecosystem name requirement` of each.
    fn read(path: &str, text: &str) -> Vec<String> {
        let language =
            crate::language::detect(path.rsplit('/').next().unwrap(), text.as_bytes()).map(|found| found.name);
        let found = dependencies(path, language, text.as_bytes());
        found.iter().map(|d| format!("{} {} {}", d.ecosystem, d.name, d.requirement).trim_end().to_string()).collect()
    }

    #[test]
    fn requirements() {
        let text = "# c\nnumpy\nrequests[socks] >=2,<3 ; python_version < '3.12' # c\n-r base.txt\n--index-url https://x\nfoo==1.0 \\\n    --hash=sha256:aa\nbar @ https://x/y.zip\n-e git+https://h/p#egg=baz\ngit+https://h/q@v1#egg=qux&subdirectory=s\n./local\n\n???\n";
        let expected = [
            "pip bar @ https://x/y.zip",
            "pip baz git+https://h/p",
            "pip foo ==1.0",
            "pip numpy",
            "pip qux git+https://h/q@v1",
            "pip requests [socks] >=2,<3 ; python_version < '3.12'",
        ];
        assert_eq!(read("requirements/dev.txt", text), expected);
        assert_eq!(read("dev-requirements.txt", "a~=1\n"), ["pip a ~=1"]);
        assert!(read("notes.txt", "numpy\n").is_empty());
    }

    #[test]
    fn pyproject() {
        let text = r#"
[build-system]
requires = ["hatchling>=1"]
[project]
dependencies = ["numpy>=1.20", "rich"]
[project.optional-dependencies]
plot = ["matplotlib (>=3)"]
[dependency-groups]
dev = ["pytest", {include-group = "x"}]
[tool.uv]
dev-dependencies = ["ruff==0.5"]
[tool.poetry.dependencies]
python = "^3.9"
requests = "^2.28"
torch = {version = ">=2", optional = true}
mine = {git = "https://h/m"}
[tool.poetry.group.test.dependencies]
tox = "*"
"#;
        let expected = [
            "pip hatchling >=1",
            "pip matplotlib (>=3)",
            "pip mine git+https://h/m",
            "pip numpy >=1.20",
            "pip pytest",
            "pip requests ^2.28",
            "pip rich",
            "pip ruff ==0.5",
            "pip torch >=2",
            "pip tox *",
        ];
        assert_eq!(read("pyproject.toml", text), expected);
        assert!(read("pyproject.toml", "[project\n").is_empty() && read("pyproject.toml", "project = 1\n").is_empty());
        assert_eq!(
            read("Pipfile", "[packages]\nflask = \"*\"\n[dev-packages]\nx = {version = \"==1\"}\n"),
            ["pip flask *", "pip x ==1"]
        );
    }

    #[test]
    fn setuptools() {
        let text = "[metadata]\nname = x\n[options]\ninstall_requires =\n    numpy>=1\n    # c\n    scipy; python_version<'3'\npython_requires = >=3\n[options.extras_require]\ntest = pytest; tox\n";
        assert_eq!(
            read("setup.cfg", text),
            ["pip numpy >=1", "pip pytest", "pip scipy ; python_version<'3'", "pip tox"]
        );
        let text = "from setuptools import setup\nREQ = ['a>=1', # 'no'\n  \"b\"]\nsetup(name='x', install_requires=REQ,\n  extras_require={'t': ['c[d]==2'], 'u': ['e'] + f()}, tests_require = [\n'g'])\n# install_requires=['h']\n";
        assert_eq!(read("setup.py", text), ["pip a >=1", "pip b", "pip c [d]==2", "pip e", "pip g"]);
    }

    #[test]
    fn make_and_cmake() {
        let text = "LDLIBS = -lm -lpthread # -lno\nCFLAGS += $(shell pkg-config --cflags gtk+-3.0 'zlib >= 1.2')\nprog: a.o\n\t$(CC) -o $@ $^ -lz -L. -lm\n\tls -la && wc -l x\nlist:\n\tls -lh\n";
        assert_eq!(
            read("Makefile", text),
            ["system gtk+-3.0", "system m", "system pthread", "system z", "system zlib >= 1.2"]
        );
        let text = "project(x)\nadd_library(own own.c)\nfind_package(OpenSSL 1.1 REQUIRED) # find_package(No)\nfind_package(Threads)\nPKG_CHECK_MODULES(GLIB REQUIRED glib-2.0>=2.50 IMPORTED_TARGET)\ntarget_link_libraries(app PRIVATE own Threads::Threads ${X} m -lz\n  debug dbg $<$<CONFIG:x>:y>)\n";
        let expected =
            ["system OpenSSL 1.1", "system Threads", "system dbg", "system glib-2.0 >=2.50", "system m", "system z"];
        assert_eq!(read("CMakeLists.txt", text), expected);
    }

    #[test]
    fn npm_cargo_and_go() {
        let text = r#"{"name": "x", "dependencies": {"react": "^18"}, "devDependencies": {"jest": "*"}, "peerDependencies": 3}"#;
        assert_eq!(read("web/package.json", text), ["npm jest *", "npm react ^18"]);
        assert!(read("package.json", "{").is_empty());
        let text = "[dependencies]\nserde = \"1\"\nmine = {path = \"../mine\"}\nold = {package = \"new\", version = \"2\"}\nw = {workspace = true}\n[target.'cfg(unix)'.dev-dependencies]\nlibc = {version = \"0.2\"}\n[workspace.dependencies]\nz = {git = \"https://h/z\"}\n";
        let expected = [
            "cargo libc 0.2",
            "cargo mine path:../mine",
            "cargo new 2",
            "cargo serde 1",
            "cargo w workspace",
            "cargo z git+https://h/z",
        ];
        assert_eq!(read("Cargo.toml", text), expected);
        let text = "module m\n\nrequire a.b/c v1.2.3 // indirect\nrequire (\n\td.e/f v0.1.0\n)\nreplace x => y\n";
        assert_eq!(read("go.mod", text), ["go a.b/c v1.2.3", "go d.e/f v0.1.0"]);
    }
}
