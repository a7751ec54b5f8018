//! The host interfaces of 0.1.0, each function handed on to that of the newest version.

use super::imports::batuta::plugin as old;
use crate::abi::latest::granted::Tensor;
use crate::abi::latest::imports::batuta::plugin as new;
use crate::abi::latest::imports::batuta::plugin::types::{Diagnostic, Digest, Dtype, Error, Severity};
use crate::state::{Blob, File, Sink, State};
use wasmtime::Result;
use wasmtime::component::{HasSelf, Linker, Resource};

type Answer<T> = std::result::Result<T, Error>;

pub(crate) fn add_to_linker(linker: &mut Linker<State>) -> Result<()> {
    old::host::add_to_linker::<_, HasSelf<State>>(linker, |state| state)?;
    old::project::add_to_linker::<_, HasSelf<State>>(linker, |state| state)?;
    old::store::add_to_linker::<_, HasSelf<State>>(linker, |state| state)?;
    old::storage::add_to_linker::<_, HasSelf<State>>(linker, |state| state)?;
    old::compute::add_to_linker::<_, HasSelf<State>>(linker, |state| state)?;
    old::retrieval::add_to_linker::<_, HasSelf<State>>(linker, |state| state)?;
    old::tools::add_to_linker::<_, HasSelf<State>>(linker, |state| state)
}

/// Functions whose types are the same in both versions.
macro_rules! as_ever {
    ($interface:ident::$it:ident { $(fn $name:ident($($argument:ident: $kind:ty),*) -> $out:ty;)* }) => {
        impl old::$interface::$it for State {
            $(fn $name(&mut self, $($argument: $kind),*) -> Result<$out> {
                <State as new::$interface::$it>::$name(self, $($argument),*)
            })*
        }
    };
}

as_ever!(host::Host {
    fn log(level: Severity, target: String, message: String) -> ();
    fn emit(finding: Diagnostic) -> ();
    fn checkpoint(done: u32, total: u32) -> bool;
});

as_ever!(project::Host {
    fn open(path: String) -> Option<Resource<File>>;
});

as_ever!(project::HostFile {
    fn id(file: Resource<File>) -> u32;
    fn path(file: Resource<File>) -> String;
    fn size(file: Resource<File>) -> u64;
    fn digest(file: Resource<File>) -> Digest;
    fn read(file: Resource<File>, offset: u64, len: u32) -> Answer<Vec<u8>>;
    fn drop(file: Resource<File>) -> ();
});

as_ever!(store::Host {
    fn create(media_type: String) -> Answer<Resource<Sink>>;
});

as_ever!(store::HostBlob {
    fn size(blob: Resource<Blob>) -> u64;
    fn digest(blob: Resource<Blob>) -> Digest;
    fn read(blob: Resource<Blob>, offset: u64, len: u32) -> Answer<Vec<u8>>;
    fn drop(blob: Resource<Blob>) -> ();
});

as_ever!(store::HostSink {
    fn write(sink: Resource<Sink>, bytes: Vec<u8>) -> Answer<()>;
    fn finish(sink: Resource<Sink>) -> Answer<Resource<Blob>>;
    fn drop(sink: Resource<Sink>) -> ();
});

as_ever!(storage::Host {
    fn get(key: String) -> Answer<Option<Resource<Blob>>>;
    fn put(key: String, value: Resource<Blob>) -> Answer<()>;
    fn remove(key: String) -> Answer<()>;
});

as_ever!(compute::HostTensor {
    fn new(kind: Dtype, shape: Vec<u32>) -> Answer<Resource<Tensor>>;
    fn shape(tensor: Resource<Tensor>) -> Vec<u32>;
    fn write(tensor: Resource<Tensor>, offset: u64, bytes: Vec<u8>) -> Answer<()>;
    fn read(tensor: Resource<Tensor>, offset: u64, len: u32) -> Answer<Vec<u8>>;
    fn drop(tensor: Resource<Tensor>) -> ();
});

impl old::compute::Host for State {
    fn matmul(&mut self, a: Resource<Tensor>, b: Resource<Tensor>) -> Result<Answer<Resource<Tensor>>> {
        <State as new::compute::Host>::matmul(self, a, b)
    }

    fn top_k(
        &mut self,
        rows: Resource<Tensor>,
        query: Resource<Tensor>,
        k: u32,
    ) -> Result<Answer<Vec<old::compute::Scored>>> {
        let scored = <State as new::compute::Host>::top_k(self, rows, query, k)?;
        let same = |it: new::compute::Scored| old::compute::Scored { index: it.index, score: it.score };
        Ok(scored.map(|all| all.into_iter().map(same).collect()))
    }
}

impl old::retrieval::Host for State {
    fn search(&mut self, query: String, limit: u32) -> Result<Answer<Vec<old::retrieval::Hit>>> {
        let hits = <State as new::retrieval::Host>::search(self, query, limit)?;
        let same = |it: new::retrieval::Hit| old::retrieval::Hit {
            chunk: it.chunk,
            path: it.path,
            first_line: it.first_line,
            last_line: it.last_line,
            digest: it.digest,
            lexical: it.lexical,
            dense: it.dense,
            text: it.text,
        };
        Ok(hits.map(|all| all.into_iter().map(same).collect()))
    }
}

impl old::tools::Host for State {
    fn run(
        &mut self,
        name: String,
        arguments: Vec<String>,
        stdin: Option<Resource<Blob>>,
    ) -> Result<Answer<old::tools::Outcome>> {
        let outcome = <State as new::tools::Host>::run(self, name, arguments, stdin)?;
        let same = |it: new::tools::Outcome| old::tools::Outcome {
            exit_code: it.exit_code,
            stdout: it.stdout,
            stderr: it.stderr,
        };
        Ok(outcome.map(same))
    }
}
