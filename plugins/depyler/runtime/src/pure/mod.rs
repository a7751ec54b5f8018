//! Modules that are written in Python: made by the test `pure` from `runtime/pure`, not by hand.

#[cfg(feature = "textwrap")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_textwrap;
#[cfg(feature = "binascii")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_binascii;
#[cfg(feature = "pathlib")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_pathlib;
#[cfg(feature = "shlex")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_shlex;
#[cfg(feature = "base64")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_base64;
#[cfg(feature = "colorsys")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_colorsys;
#[cfg(feature = "getopt")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_getopt;
#[cfg(feature = "fnmatch")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_fnmatch;
#[cfg(feature = "unittest")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_unittest;
#[cfg(feature = "traceback")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_traceback;
#[cfg(feature = "collections")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_collections;
#[cfg(feature = "functools")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_functools;
#[cfg(feature = "string")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_string;
#[cfg(feature = "time")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_time;
#[cfg(feature = "datetime")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_datetime;
#[cfg(feature = "argparse")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_argparse;
#[cfg(feature = "contextlib")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_contextlib;
#[cfg(feature = "types")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_types;
#[cfg(feature = "fractions")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_fractions;
#[cfg(feature = "statistics")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_statistics;
#[cfg(feature = "csv")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_csv;
#[cfg(feature = "_groups")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m__groups;
#[cfg(feature = "operator")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_operator;
#[cfg(feature = "inspect")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_inspect;
#[cfg(feature = "sys")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_sys;
#[cfg(feature = "concurrent_futures")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_concurrent_futures;
#[cfg(feature = "timeit")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_timeit;
#[cfg(feature = "tempfile")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_tempfile;
#[cfg(feature = "shutil")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_shutil;
#[cfg(feature = "threading")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_threading;
#[cfg(feature = "configparser")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_configparser;
#[cfg(feature = "queue")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_queue;
#[cfg(feature = "secrets")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_secrets;
#[cfg(feature = "uuid")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_uuid;
#[cfg(feature = "glob")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_glob;
#[cfg(feature = "calendar")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_calendar;
#[cfg(feature = "pprint")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_pprint;
#[cfg(feature = "logging")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_logging;
#[cfg(feature = "os_path")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_os_path;
#[cfg(feature = "os")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_os;
#[cfg(feature = "hashlib")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_hashlib;
#[cfg(feature = "struct")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_struct;
#[cfg(feature = "array")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_array;
#[cfg(feature = "ast")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_ast;
#[cfg(feature = "hmac")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_hmac;
#[cfg(feature = "json")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_json;
#[cfg(feature = "decimal")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_decimal;
#[cfg(feature = "asyncio")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_asyncio;
#[cfg(feature = "warnings")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_warnings;
#[cfg(feature = "graphlib")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_graphlib;
#[cfg(feature = "keyword")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_keyword;
#[cfg(feature = "html")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_html;
#[cfg(feature = "sched")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_sched;
#[cfg(feature = "platform")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_platform;
#[cfg(feature = "errno")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_errno;
#[cfg(feature = "urllib_parse")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_urllib_parse;
#[cfg(feature = "difflib")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_difflib;
#[cfg(feature = "importlib_metadata")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_importlib_metadata;
#[cfg(feature = "cmd")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_cmd;
#[cfg(feature = "contextvars")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_contextvars;
#[cfg(feature = "signal")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_signal;
#[cfg(feature = "codecs")]
#[rustfmt::skip]
#[allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)]
mod m_codecs;

use crate::value::R;

/// A name of a module.
///
/// # Errors
/// What the module raises when it is imported.
pub fn load(module: &str, name: &str) -> R {
    match module {
        #[cfg(feature = "textwrap")]
        "textwrap" => m_textwrap::py_get(name),
        #[cfg(feature = "binascii")]
        "binascii" => m_binascii::py_get(name),
        #[cfg(feature = "pathlib")]
        "pathlib" => m_pathlib::py_get(name),
        #[cfg(feature = "shlex")]
        "shlex" => m_shlex::py_get(name),
        #[cfg(feature = "base64")]
        "base64" => m_base64::py_get(name),
        #[cfg(feature = "colorsys")]
        "colorsys" => m_colorsys::py_get(name),
        #[cfg(feature = "getopt")]
        "getopt" => m_getopt::py_get(name),
        #[cfg(feature = "fnmatch")]
        "fnmatch" => m_fnmatch::py_get(name),
        #[cfg(feature = "unittest")]
        "unittest" => m_unittest::py_get(name),
        #[cfg(feature = "traceback")]
        "traceback" => m_traceback::py_get(name),
        #[cfg(feature = "collections")]
        "collections" => m_collections::py_get(name),
        #[cfg(feature = "functools")]
        "functools" => m_functools::py_get(name),
        #[cfg(feature = "string")]
        "string" => m_string::py_get(name),
        #[cfg(feature = "time")]
        "time" => m_time::py_get(name),
        #[cfg(feature = "datetime")]
        "datetime" => m_datetime::py_get(name),
        #[cfg(feature = "argparse")]
        "argparse" => m_argparse::py_get(name),
        #[cfg(feature = "contextlib")]
        "contextlib" => m_contextlib::py_get(name),
        #[cfg(feature = "types")]
        "types" => m_types::py_get(name),
        #[cfg(feature = "fractions")]
        "fractions" => m_fractions::py_get(name),
        #[cfg(feature = "statistics")]
        "statistics" => m_statistics::py_get(name),
        #[cfg(feature = "csv")]
        "csv" => m_csv::py_get(name),
        #[cfg(feature = "_groups")]
        "_groups" => m__groups::py_get(name),
        #[cfg(feature = "operator")]
        "operator" => m_operator::py_get(name),
        #[cfg(feature = "inspect")]
        "inspect" => m_inspect::py_get(name),
        #[cfg(feature = "sys")]
        "sys" => m_sys::py_get(name),
        #[cfg(feature = "concurrent_futures")]
        "concurrent.futures" => m_concurrent_futures::py_get(name),
        #[cfg(feature = "timeit")]
        "timeit" => m_timeit::py_get(name),
        #[cfg(feature = "tempfile")]
        "tempfile" => m_tempfile::py_get(name),
        #[cfg(feature = "shutil")]
        "shutil" => m_shutil::py_get(name),
        #[cfg(feature = "threading")]
        "threading" => m_threading::py_get(name),
        #[cfg(feature = "configparser")]
        "configparser" => m_configparser::py_get(name),
        #[cfg(feature = "queue")]
        "queue" => m_queue::py_get(name),
        #[cfg(feature = "secrets")]
        "secrets" => m_secrets::py_get(name),
        #[cfg(feature = "uuid")]
        "uuid" => m_uuid::py_get(name),
        #[cfg(feature = "glob")]
        "glob" => m_glob::py_get(name),
        #[cfg(feature = "calendar")]
        "calendar" => m_calendar::py_get(name),
        #[cfg(feature = "pprint")]
        "pprint" => m_pprint::py_get(name),
        #[cfg(feature = "logging")]
        "logging" => m_logging::py_get(name),
        #[cfg(feature = "os_path")]
        "os.path" => m_os_path::py_get(name),
        #[cfg(feature = "os")]
        "os" => m_os::py_get(name),
        #[cfg(feature = "hashlib")]
        "hashlib" => m_hashlib::py_get(name),
        #[cfg(feature = "struct")]
        "struct" => m_struct::py_get(name),
        #[cfg(feature = "array")]
        "array" => m_array::py_get(name),
        #[cfg(feature = "ast")]
        "ast" => m_ast::py_get(name),
        #[cfg(feature = "hmac")]
        "hmac" => m_hmac::py_get(name),
        #[cfg(feature = "json")]
        "json" => m_json::py_get(name),
        #[cfg(feature = "decimal")]
        "decimal" => m_decimal::py_get(name),
        #[cfg(feature = "asyncio")]
        "asyncio" => m_asyncio::py_get(name),
        #[cfg(feature = "warnings")]
        "warnings" => m_warnings::py_get(name),
        #[cfg(feature = "graphlib")]
        "graphlib" => m_graphlib::py_get(name),
        #[cfg(feature = "keyword")]
        "keyword" => m_keyword::py_get(name),
        #[cfg(feature = "html")]
        "html" => m_html::py_get(name),
        #[cfg(feature = "sched")]
        "sched" => m_sched::py_get(name),
        #[cfg(feature = "platform")]
        "platform" => m_platform::py_get(name),
        #[cfg(feature = "errno")]
        "errno" => m_errno::py_get(name),
        #[cfg(feature = "urllib_parse")]
        "urllib.parse" => m_urllib_parse::py_get(name),
        #[cfg(feature = "difflib")]
        "difflib" => m_difflib::py_get(name),
        #[cfg(feature = "importlib_metadata")]
        "importlib.metadata" => m_importlib_metadata::py_get(name),
        #[cfg(feature = "cmd")]
        "cmd" => m_cmd::py_get(name),
        #[cfg(feature = "contextvars")]
        "contextvars" => m_contextvars::py_get(name),
        #[cfg(feature = "signal")]
        "signal" => m_signal::py_get(name),
        #[cfg(feature = "codecs")]
        "codecs" => m_codecs::py_get(name),
        _ => crate::exc::err("ImportError", format!("cannot import name '{name}' from '{module}'")),
    }
}
