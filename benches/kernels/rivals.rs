//! The rivals from PyPI: OpenBLAS and MKL as shared libraries, NumPy in a process of its own.

#![allow(unsafe_code)] // the edge to libraries in C

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What pip installs, pinned.
const PACKAGES: [&str; 3] = ["numpy==2.4.6", "scipy-openblas32==0.3.34.481.3", "mkl==2026.2.0"];

/// The rivals that are there.
pub struct Rivals {
    /// `cblas_?gemm` of OpenBLAS and MKL.
    pub blas: Vec<Blas>,
    folder: Option<PathBuf>,
}

/// One library's products.
pub struct Blas {
    /// Its name.
    pub name: &'static str,
    library: libloading::Library,
    prefix: &'static str,
}

/// Something to be timed.
pub type Call<'a> = Box<dyn FnMut() + 'a>;

/// `cblas_dgemm` with 32-bit integers.
type Gemm<T> = unsafe extern "C" fn(i32, i32, i32, i32, i32, i32, T, *const T, i32, *const T, i32, T, *mut T, i32);

impl Rivals {
    /// Find or install them.
    pub fn find() -> Self {
        let folder = std::env::var_os("BATUTA_RIVALS").map(PathBuf::from).or_else(install);
        // Rivals run on one thread, as we do.
        let blas = folder.as_deref().map(libraries).unwrap_or_default();
        Self { blas, folder }
    }

    /// A line that says which are there.
    pub fn describe(&self) -> String {
        match &self.folder {
            None => "rivals: none; pip could not install them, so nothing is compared".to_string(),
            Some(_) => format!(
                "rivals: NumPy ({}), {}",
                PACKAGES[0],
                self.blas.iter().map(|blas| blas.name).collect::<Vec<_>>().join(", ")
            ),
        }
    }

    /// A NumPy that times statements; none where it is not there.
    pub fn numpy(&self) -> Option<NumPy> {
        NumPy::start(find(self.folder.as_deref()?, "numpy")?.parent()?)
    }
}

fn install() -> Option<PathBuf> {
    let folder = target()?.join("rivals");
    if find(&folder, "numpy").is_none() {
        let done = Command::new("python3")
            .args(["-m", "pip", "install", "--quiet", "--ignore-installed", "--prefix"])
            .arg(&folder)
            .args(PACKAGES)
            .status();
        done.ok().filter(std::process::ExitStatus::success)?;
    }
    Some(folder)
}

/// The first file or folder of that name below a folder: where pip puts things differs among systems.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    let here = entries.iter().find(|path| path.file_name().is_some_and(|file| file == name)).cloned();
    here.or_else(|| entries.iter().filter(|path| path.is_dir() && !path.is_symlink()).find_map(|path| find(path, name)))
}

/// The target folder, from where this program lies in it.
fn target() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.ancestors().nth(3)?.to_path_buf())
}

fn libraries(folder: &Path) -> Vec<Blas> {
    let (openblas, mkl) = (find(folder, "libscipy_openblas.so"), find(folder, "libmkl_rt.so.3"));
    // SAFETY: shared libraries run code when they are loaded; these are the pinned ones that pip verified. Both read the number of
    // threads from the environment when they are first used, and no other thread runs yet.
    unsafe {
        std::env::set_var("OPENBLAS_NUM_THREADS", "1");
        std::env::set_var("MKL_NUM_THREADS", "1");
        std::env::set_var("MKL_THREADING_LAYER", "SEQUENTIAL");
        let load = |name, prefix, path: Option<PathBuf>| {
            libloading::Library::new(path?).ok().map(|library| Blas { name, library, prefix })
        };
        [load("OpenBLAS", "scipy_", openblas), load("MKL", "", mkl)].into_iter().flatten().collect()
    }
}

impl Blas {
    /// The square product in single precision, as a call; none when the library lacks it.
    pub fn sgemm<'a>(&'a self, n: usize, a: &'a [f32], b: &'a [f32], c: &'a mut [f32]) -> Option<Call<'a>> {
        self.gemm::<f32>("cblas_sgemm", n, (1.0, 0.0), a, b, c)
    }

    /// The square product in double precision, as a call; none when the library lacks it.
    pub fn dgemm<'a>(&'a self, n: usize, a: &'a [f64], b: &'a [f64], c: &'a mut [f64]) -> Option<Call<'a>> {
        self.gemm::<f64>("cblas_dgemm", n, (1.0, 0.0), a, b, c)
    }

    fn gemm<'a, T: Copy + 'a>(
        &'a self,
        symbol: &str,
        n: usize,
        scales: (T, T),
        a: &'a [T],
        b: &'a [T],
        c: &'a mut [T],
    ) -> Option<Call<'a>> {
        let name = format!("{}{symbol}\0", self.prefix);
        // SAFETY: the type is that of CBLAS with 32-bit integers, which both libraries export under these names.
        let call: libloading::Symbol<'a, Gemm<T>> = unsafe { self.library.get(name.as_bytes()) }.ok()?;
        assert!(a.len() >= n * n && b.len() >= n * n && c.len() >= n * n);
        let (size, (one, zero)) = (n as i32, scales);
        Some(Box::new(move || {
            const ROW_MAJOR: i32 = 101;
            const PLAIN: i32 = 111;
            // SAFETY: all three matrices hold n x n elements.
            unsafe {
                call(
                    ROW_MAJOR,
                    PLAIN,
                    PLAIN,
                    size,
                    size,
                    size,
                    one,
                    a.as_ptr(),
                    size,
                    b.as_ptr(),
                    size,
                    zero,
                    c.as_mut_ptr(),
                    size,
                )
            }
        }))
    }
}

/// A Python process that times statements on demand.
pub struct NumPy {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

/// Lines `setup<TAB>statement` in, the least and the median seconds per run out.
const SERVER: &str = r"
import sys, timeit, statistics
import numpy as np
for line in sys.stdin:
    setup, statement = line.rstrip('\n').split('\t')
    timer = timeit.Timer(statement, setup, globals={'np': np})
    count = max(1, int(2e-4 / max(min(timer.repeat(3, 1)), 1e-8)))
    runs = [t / count for t in timer.repeat(15, count)]
    print(min(runs), statistics.median(runs), flush=True)
";

impl NumPy {
    fn start(folder: &Path) -> Option<Self> {
        let mut command = Command::new("python3");
        command.args(["-c", SERVER]).env("PYTHONPATH", folder).env("OPENBLAS_NUM_THREADS", "1");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
        let (input, output) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        Some(Self { child, input, output })
    }

    /// The least and the median seconds that a statement takes.
    pub fn time(&mut self, setup: &str, statement: &str) -> Option<(f64, f64)> {
        writeln!(self.input, "{setup}\t{statement}").ok()?;
        let mut line = String::new();
        self.output.read_line(&mut line).ok()?;
        let mut numbers = line.split_whitespace().map(str::parse);
        numbers.next()?.ok().zip(numbers.next()?.ok())
    }
}

impl Drop for NumPy {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait().map(drop)).ok();
    }
}
