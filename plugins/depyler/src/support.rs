//! The support crate `py_rt` as files of the output: the tested crate in `runtime/`, embedded.

use batuta_sdk::OutputFile;

const MANIFEST: &str = "[package]\nname = \"py_rt\"\ndescription = \"Run-time support of programs converted from Python\"\nversion = \"0.1.0\"\nedition = \"2024\"\nlicense = \"MIT OR Apache-2.0\"\npublish = false\n\n[dependencies]\n";

macro_rules! sources {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../runtime/src/", $path)))),*]
    };
}

/// Every source file of the runtime; a test compares the list with the folder.
pub(crate) const SOURCES: &[(&str, &str)] = sources! {
    "attr.rs"
    "attrs.rs"
    "bigint.rs"
    "builtins.rs"
    "bytes.rs"
    "call.rs"
    "class.rs"
    "codec.rs"
    "codec_escape.rs"
    "compare.rs"
    "complex.rs"
    "construct.rs"
    "coro.rs"
    "dict.rs"
    "dict_methods.rs"
    "enums.rs"
    "exc.rs"
    "files.rs"
    "flags.rs"
    "format.rs"
    "func.rs"
    "functools.rs"
    "generator.rs"
    "hash.rs"
    "int_methods.rs"
    "io.rs"
    "item.rs"
    "iter.rs"
    "lib.rs"
    "library/abc.rs"
    "library/atexit.rs"
    "library/base64.rs"
    "library/bisect.rs"
    "library/catalog.rs"
    "library/cmath.rs"
    "library/collections.rs"
    "library/copy.rs"
    "library/dataclasses.rs"
    "library/digest.rs"
    "library/digest_more.rs"
    "library/doctest.rs"
    "library/float_bytes.rs"
    "library/heapq.rs"
    "library/itertools.rs"
    "library/json.rs"
    "library/math.rs"
    "library/mod.rs"
    "library/norm.rs"
    "library/operator.rs"
    "library/os.rs"
    "library/os_more.rs"
    "library/random.rs"
    "library/random_more.rs"
    "library/re/mod.rs"
    "library/re/parse.rs"
    "library/re/pattern.rs"
    "library/re/program.rs"
    "library/re/template.rs"
    "library/special.rs"
    "library/string.rs"
    "library/sys.rs"
    "library/time.rs"
    "library/typing.rs"
    "list_methods.rs"
    "lookup.rs"
    "memory.rs"
    "meta.rs"
    "methods.rs"
    "module_dict.rs"
    "names.rs"
    "native.rs"
    "notes.rs"
    "number.rs"
    "numpy/arith.rs"
    "numpy/array.rs"
    "numpy/convert.rs"
    "numpy/create.rs"
    "numpy/dtype.rs"
    "numpy/eigen.rs"
    "numpy/fft.rs"
    "numpy/gemm.rs"
    "numpy/index.rs"
    "numpy/linalg.rs"
    "numpy/loops.rs"
    "numpy/lu.rs"
    "numpy/math.rs"
    "numpy/methods.rs"
    "numpy/mod.rs"
    "numpy/more.rs"
    "numpy/object.rs"
    "numpy/print.rs"
    "numpy/random.rs"
    "numpy/reduce.rs"
    "numpy/shape.rs"
    "numpy/site.rs"
    "numpy/stats.rs"
    "numpy/types.rs"
    "numpy/ufunc.rs"
    "numpy/unary.rs"
    "numpy/ziggurat.rs"
    "objects.rs"
    "ops.rs"
    "patterns.rs"
    "percent.rs"
    "pure/m__groups.rs"
    "pure/m_argparse.rs"
    "pure/m_array.rs"
    "pure/m_ast.rs"
    "pure/m_asyncio.rs"
    "pure/m_base64.rs"
    "pure/m_binascii.rs"
    "pure/m_calendar.rs"
    "pure/m_cmd.rs"
    "pure/m_codecs.rs"
    "pure/m_collections.rs"
    "pure/m_colorsys.rs"
    "pure/m_concurrent_futures.rs"
    "pure/m_configparser.rs"
    "pure/m_contextlib.rs"
    "pure/m_contextvars.rs"
    "pure/m_csv.rs"
    "pure/m_datetime.rs"
    "pure/m_decimal.rs"
    "pure/m_difflib.rs"
    "pure/m_errno.rs"
    "pure/m_fnmatch.rs"
    "pure/m_fractions.rs"
    "pure/m_functools.rs"
    "pure/m_getopt.rs"
    "pure/m_glob.rs"
    "pure/m_graphlib.rs"
    "pure/m_hashlib.rs"
    "pure/m_hmac.rs"
    "pure/m_html.rs"
    "pure/m_importlib_metadata.rs"
    "pure/m_inspect.rs"
    "pure/m_json.rs"
    "pure/m_keyword.rs"
    "pure/m_logging.rs"
    "pure/m_operator.rs"
    "pure/m_os.rs"
    "pure/m_os_path.rs"
    "pure/m_pathlib.rs"
    "pure/m_platform.rs"
    "pure/m_pprint.rs"
    "pure/m_queue.rs"
    "pure/m_sched.rs"
    "pure/m_secrets.rs"
    "pure/m_shlex.rs"
    "pure/m_shutil.rs"
    "pure/m_signal.rs"
    "pure/m_statistics.rs"
    "pure/m_string.rs"
    "pure/m_struct.rs"
    "pure/m_sys.rs"
    "pure/m_tempfile.rs"
    "pure/m_textwrap.rs"
    "pure/m_threading.rs"
    "pure/m_time.rs"
    "pure/m_timeit.rs"
    "pure/m_traceback.rs"
    "pure/m_types.rs"
    "pure/m_unittest.rs"
    "pure/m_urllib_parse.rs"
    "pure/m_uuid.rs"
    "pure/m_warnings.rs"
    "pure/mod.rs"
    "repr.rs"
    "run.rs"
    "set.rs"
    "set_methods.rs"
    "sha512.rs"
    "str_methods.rs"
    "string.rs"
    "typed/class.rs"
    "typed/float.rs"
    "typed/heap.rs"
    "typed/int.rs"
    "typed/list.rs"
    "typed/list_order.rs"
    "typed/map.rs"
    "typed/mod.rs"
    "typed/named.rs"
    "typed/range.rs"
    "typed/real.rs"
    "typed/text.rs"
    "types.rs"
    "value.rs"
};

/// The files of the crate.
pub(crate) fn files() -> Vec<OutputFile> {
    let file = |path: String, text: &str| OutputFile { path, content: text.as_bytes().to_vec(), origins: vec![] };
    let manifest = std::iter::once(file("Cargo.toml".into(), &format!("{MANIFEST}{}", crate::pure::features())));
    manifest.chain(SOURCES.iter().map(|(path, text)| file(format!("src/{path}"), text))).collect()
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    fn collect(folder: &Path, below: &str, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                collect(&entry.path(), &format!("{name}/"), out);
            } else {
                out.push(name);
            }
        }
    }

    #[test]
    fn every_source_of_the_runtime_is_embedded() {
        let mut found = vec![];
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/src"), "", &mut found);
        found.sort();
        let listed: Vec<&str> = super::SOURCES.iter().map(|(path, _)| *path).collect();
        assert_eq!(found, listed);
    }
}
