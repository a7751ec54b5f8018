//! What the runtime has of Python's library. The converter reads this list, too: a name that is not here is refused.

/// What a name of a module is in Rust.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A function `fn(&Args) -> R`
    Function,
    /// A function without arguments that gives the value
    Constant,
    /// A built-in class
    Class,
    /// Has no effect at run time; stands for itself in annotations
    Annotation,
    /// Written in Python, in `runtime/pure`, and converted
    Pure,
}

/// A module: its name, its Rust path below the crate, functions, constants, classes, names for annotations only.
pub struct Module {
    /// As imported.
    pub name: &'static str,
    /// Below `py_rt`.
    pub path: &'static str,
    /// Separated by blanks.
    pub functions: &'static str,
    /// Separated by blanks.
    pub constants: &'static str,
    /// Separated by blanks.
    pub classes: &'static str,
    /// Separated by blanks.
    pub annotations: &'static str,
    /// Names of the part that is written in Python, separated by blanks.
    pub pure: &'static str,
}

const fn module(
    name: &'static str,
    path: &'static str,
    functions: &'static str,
    constants: &'static str,
    classes: &'static str,
) -> Module {
    Module { name, path, functions, constants, classes, annotations: "", pure: "" }
}

/// A module that is written in Python; a feature of the crate switches it on.
const fn pure(name: &'static str, pure: &'static str) -> Module {
    Module { name, path: "pure", functions: "", constants: "", classes: "", annotations: "", pure }
}

/// Built-in functions; `len` and classes have their own places.
pub const BUILTINS: Module = module(
    "builtins",
    "builtins",
    "print input abs min max sum sorted any all iter next repr ascii hash id isinstance issubclass callable getattr setattr hasattr delattr vars dir chr ord bin oct hex divmod pow round format exit len_",
    "",
    "int float complex str bool list dict set frozenset tuple bytes bytearray memoryview object type range slice property staticmethod classmethod enumerate zip map filter reversed",
);

/// The modules of the library.
pub const MODULES: &[Module] = &[
    module(
        "math",
        "library::math",
        "sqrt cbrt sin cos tan asin acos atan sinh cosh tanh asinh acosh exp exp2 expm1 erf erfc gamma lgamma fabs degrees radians log log2 log10 log1p atan2 pow fmod copysign hypot dist nextafter ulp remainder floor ceil trunc isnan isinf isfinite isclose gcd lcm factorial comb perm isqrt prod fsum modf frexp ldexp",
        "pi e tau inf nan",
        "",
    ),
    module(
        "cmath",
        "library::cmath",
        "sqrt exp log log10 sin cos tan sinh cosh tanh phase polar rect isnan isinf isfinite isclose",
        "pi e tau inf nan infj nanj",
        "",
    ),
    Module {
        name: "sys",
        path: "library::sys",
        functions: "exit setrecursionlimit getrecursionlimit intern exc_info getsizeof _stop _thread _int_text _int_digits _digits_limit",
        constants: "argv stdin stdout stderr __stdin__ __stdout__ __stderr__ maxsize version_info platform byteorder maxunicode",
        classes: "",
        annotations: "",
        pure: "float_info int_info hash_info hexversion getdefaultencoding getfilesystemencoding set_int_max_str_digits get_int_max_str_digits setswitchinterval settrace implementation dont_write_bytecode getrefcount is_finalizing getswitchinterval",
    },
    Module {
        name: "os",
        path: "library::os",
        functions: "getcwd listdir remove makedirs mkdir rmdir rename chdir getpid cpu_count urandom _environment _stat islink _resolved",
        constants: "linesep sep",
        classes: "",
        annotations: "",
        pure: "curdir pardir pathsep extsep altsep devnull name defpath F_OK R_OK W_OK X_OK EX_OK EX_USAGE EX_DATAERR EX_NOINPUT EX_NOUSER EX_NOHOST EX_UNAVAILABLE EX_SOFTWARE EX_OSERR EX_OSFILE EX_CANTCREAT EX_IOERR EX_TEMPFAIL EX_PROTOCOL EX_NOPERM EX_CONFIG SEEK_SET SEEK_CUR SEEK_END unlink replace error environ getenv putenv fspath fsencode fsdecode PathLike stat_result stat lstat access DirEntry scandir walk removedirs get_terminal_size terminal_size strerror",
    },
    Module {
        name: "os.path",
        path: "library::os",
        functions: "exists isfile isdir join basename dirname splitext split islink",
        constants: "sep",
        classes: "",
        annotations: "",
        pure: "curdir pardir extsep pathsep altsep devnull isabs normpath abspath realpath relpath expanduser expandvars normcase lexists getsize getmtime getatime getctime samefile splitdrive commonprefix commonpath",
    },
    Module {
        name: "hashlib",
        path: "library::hashing",
        functions: "_md5 _sha1 _sha224 _sha256 _sha384 _sha512 _sha3 _shake _blake2",
        constants: "",
        classes: "",
        annotations: "",
        pure: "algorithms_guaranteed algorithms_available md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 shake_128 shake_256 blake2b blake2s file_digest new pbkdf2_hmac",
    },
    module("zlib", "library::digest", "crc32 adler32", "", ""),
    Module {
        name: "struct",
        path: "library::float_bytes",
        functions: "_float_bytes _float_from",
        constants: "",
        classes: "error",
        annotations: "",
        pure: "calcsize pack unpack unpack_from pack_into iter_unpack Struct",
    },
    Module {
        name: "time",
        path: "library::time",
        functions: "time perf_counter monotonic process_time thread_time perf_counter_ns monotonic_ns process_time_ns thread_time_ns sleep",
        constants: "",
        classes: "",
        annotations: "",
        pure: "struct_time gmtime localtime mktime asctime ctime time_ns strftime strptime timezone tzname",
    },
    Module {
        name: "random",
        path: "library::random",
        functions: "seed random uniform randint randrange choice choices shuffle sample gauss normalvariate expovariate getrandbits triangular getstate setstate lognormvariate gammavariate betavariate paretovariate weibullvariate vonmisesvariate randbytes SystemRandom",
        constants: "",
        classes: "Random",
        annotations: "",
        pure: "",
    },
    module(
        "itertools",
        "library::itertools",
        "count cycle repeat islice takewhile dropwhile filterfalse starmap compress pairwise accumulate zip_longest product combinations combinations_with_replacement permutations groupby tee",
        "chain",
        "",
    ),
    Module {
        name: "functools",
        path: "functools",
        functions: "reduce partial cache lru_cache wraps update_wrapper cmp_to_key total_ordering",
        constants: "",
        classes: "cached_property",
        annotations: "",
        pure: "singledispatch singledispatchmethod partialmethod",
    },
    Module {
        name: "collections",
        path: "library::collections",
        functions: "namedtuple",
        constants: "",
        classes: "deque Counter defaultdict OrderedDict",
        annotations: "",
        pure: "ChainMap UserDict UserList UserString",
    },
    Module {
        name: "collections.abc",
        path: "library",
        functions: "",
        constants: "",
        classes: "Iterable Iterator Generator Callable Hashable Sized Container Collection Sequence MutableSequence Mapping MutableMapping Set MutableSet Awaitable Coroutine AsyncIterator AsyncIterable AsyncGenerator Reversible MappingView KeysView ValuesView ItemsView ByteString",
        annotations: "",
        pure: "",
    },
    Module {
        name: "dataclasses",
        path: "library::dataclasses",
        functions: "dataclass make_dataclass field asdict astuple replace fields is_dataclass",
        constants: "MISSING",
        classes: "FrozenInstanceError",
        annotations: "KW_ONLY InitVar",
        pure: "",
    },
    module("enum", "enums", "auto unique", "", "Enum IntEnum StrEnum Flag IntFlag"),
    module("copy", "library::copy", "copy deepcopy", "", "Error error"),
    Module {
        name: "string",
        path: "library::string",
        functions: "",
        constants: "ascii_lowercase ascii_uppercase ascii_letters digits hexdigits octdigits punctuation whitespace printable",
        classes: "",
        annotations: "",
        pure: "capwords Template Formatter",
    },
    module("atexit", "library::atexit", "register unregister", "", ""),
    Module {
        name: "operator",
        path: "library::operator",
        functions: "add sub mul truediv floordiv mod pow and_ or_ xor lshift rshift eq ne lt le gt ge concat contains getitem is_ is_not neg not_ truth itemgetter attrgetter methodcaller",
        constants: "",
        classes: "",
        annotations: "",
        pure: "index pos inv invert abs matmul setitem delitem countOf indexOf length_hint call iadd iconcat isub imul itruediv ifloordiv imod ipow iand ior ixor ilshift irshift",
    },
    module(
        "heapq",
        "library::heapq",
        "heappush heappop heapify heapreplace heappushpop nlargest nsmallest merge",
        "",
        "",
    ),
    module("bisect", "library::bisect", "bisect bisect_left bisect_right insort insort_left insort_right", "", ""),
    Module {
        name: "json",
        path: "library::json",
        functions: "dumps dump loads load",
        constants: "",
        classes: "JSONDecodeError",
        annotations: "",
        pure: "JSONEncoder JSONDecoder",
    },
    module(
        "doctest",
        "library::doctest",
        "_start _begin _show _raised _end _results",
        "DONT_ACCEPT_TRUE_FOR_1 DONT_ACCEPT_BLANKLINE NORMALIZE_WHITESPACE ELLIPSIS SKIP IGNORE_EXCEPTION_DETAIL",
        "",
    ),
    module("io", "io", "open", "", "StringIO BytesIO UnsupportedOperation IOBase TextIOBase RawIOBase BufferedIOBase"),
    Module {
        name: "typing",
        path: "library::typing",
        functions: "get_origin get_args get_type_hints",
        constants: "",
        classes: "Generic NamedTuple Protocol TypedDict",
        annotations: "Any Union Optional List Dict Set FrozenSet Tuple Type Callable Iterable Iterator Generator Sequence Mapping MutableMapping MutableSequence Deque DefaultDict Counter OrderedDict ClassVar Final Literal TypeVar NoReturn Self Text Hashable Sized Collection Container Awaitable Coroutine AsyncIterator SupportsInt SupportsFloat SupportsIndex SupportsAbs TypeAlias Annotated Never ParamSpec Concatenate NewType IO TextIO Pattern Match TYPE_CHECKING overload cast no_type_check runtime_checkable AnyStr Reversible AsyncGenerator AsyncIterable AbstractSet ByteString BinaryIO ChainMap ContextManager AsyncContextManager ItemsView KeysView ValuesView MappingView MutableSet LiteralString NotRequired Required TypeGuard TypeVarTuple Unpack SupportsBytes SupportsComplex SupportsRound final assert_type",
        pure: "",
    },
    Module {
        name: "typing_extensions",
        path: "library::typing",
        functions: "get_origin get_args get_type_hints",
        constants: "",
        classes: "Generic NamedTuple Protocol TypedDict",
        annotations: "Any Union Optional List Dict Set FrozenSet Tuple Type Callable Iterable Iterator Generator Sequence Mapping MutableMapping MutableSequence Deque DefaultDict Counter OrderedDict ClassVar Final Literal TypeVar NoReturn Self Text Hashable Sized Collection Container Awaitable Coroutine AsyncIterator SupportsInt SupportsFloat SupportsIndex SupportsAbs TypeAlias Annotated Never ParamSpec Concatenate NewType IO TextIO Pattern Match TYPE_CHECKING overload cast no_type_check runtime_checkable AnyStr Reversible AsyncGenerator AsyncIterable AbstractSet ByteString BinaryIO ChainMap ContextManager AsyncContextManager ItemsView KeysView ValuesView MappingView MutableSet LiteralString NotRequired Required TypeGuard TypeVarTuple Unpack SupportsBytes SupportsComplex SupportsRound final assert_type override ReadOnly",
        pure: "",
    },
    module(
        "abc",
        "objects",
        "abstractmethod abstractproperty abstractclassmethod abstractstaticmethod",
        "",
        "ABC ABCMeta",
    ),
    module(
        "re",
        "library::re",
        "compile match search fullmatch findall finditer split sub subn purge escape",
        "A ASCII I IGNORECASE M MULTILINE S DOTALL X VERBOSE U UNICODE",
        "error Pattern Match",
    ),
    pure(
        "contextlib",
        "AbstractContextManager ContextDecorator contextmanager closing suppress redirect_stdout redirect_stderr nullcontext ExitStack AbstractAsyncContextManager aclosing asynccontextmanager chdir",
    ),
    pure(
        "types",
        "FunctionType LambdaType GeneratorType MethodType BuiltinFunctionType BuiltinMethodType NoneType NotImplementedType EllipsisType SimpleNamespace MappingProxyType GenericAlias UnionType",
    ),
    pure(
        "asyncio",
        "FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED CancelledError InvalidStateError QueueEmpty QueueFull Future Task AbstractEventLoop EventLoop Handle TimerHandle new_event_loop set_event_loop get_running_loop get_event_loop iscoroutine iscoroutinefunction isfuture current_task all_tasks ensure_future create_task run Runner sleep gather wait_for wait as_completed shield to_thread Timeout timeout timeout_at TaskGroup Lock Event Condition Semaphore BoundedSemaphore Queue PriorityQueue LifoQueue TimeoutError",
    ),
    pure("_groups", "BaseExceptionGroup ExceptionGroup Handling"),
    pure(
        "decimal",
        "ROUND_UP ROUND_DOWN ROUND_HALF_UP ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_CEILING ROUND_FLOOR ROUND_05UP MAX_PREC MAX_EMAX MIN_EMIN DecimalException Clamped InvalidOperation ConversionSyntax DivisionByZero DivisionUndefined Inexact Rounded Subnormal Overflow Underflow FloatOperation DecimalTuple Context DefaultContext BasicContext ExtendedContext getcontext setcontext localcontext Decimal",
    ),
    pure("ast", "literal_eval"),
    pure("hmac", "HMAC new digest compare_digest"),
    pure("array", "typecodes array ArrayType"),
    pure(
        "logging",
        "CRITICAL FATAL ERROR WARNING WARN INFO DEBUG NOTSET BASIC_FORMAT getLevelName getLevelNamesMapping addLevelName LogRecord Formatter Filter Filterer Handler StreamHandler FileHandler NullHandler Logger RootLogger LoggerAdapter root getLogger basicConfig disable debug info warning warn error exception critical fatal log shutdown captureWarnings",
    ),
    pure("pprint", "PrettyPrinter pprint pp pformat saferepr"),
    pure(
        "calendar",
        "MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY January February day_name day_abbr month_name month_abbr mdays IllegalMonthError IllegalWeekdayError isleap leapdays weekday monthrange Calendar TextCalendar setfirstweekday firstweekday monthcalendar month prmonth calendar prcal timegm",
    ),
    pure("glob", "has_magic escape iglob glob"),
    pure(
        "uuid",
        "RESERVED_NCS RFC_4122 UUID NAMESPACE_DNS NAMESPACE_URL NAMESPACE_OID NAMESPACE_X500 uuid4 uuid1 uuid3 uuid5",
    ),
    pure("secrets", "DEFAULT_ENTROPY randbits randbelow choice token_bytes token_hex token_urlsafe compare_digest"),
    pure("queue", "Empty Full Queue PriorityQueue LifoQueue SimpleQueue"),
    pure(
        "configparser",
        "DEFAULTSECT Error NoSectionError DuplicateSectionError DuplicateOptionError NoOptionError InterpolationError InterpolationMissingOptionError InterpolationSyntaxError ParsingError MissingSectionHeaderError BasicInterpolation ExtendedInterpolation SectionProxy RawConfigParser ConfigParser SafeConfigParser",
    ),
    pure(
        "threading",
        "Thread Timer current_thread currentThread main_thread get_ident get_native_id active_count enumerate Lock RLock Semaphore BoundedSemaphore Event Condition local",
    ),
    pure(
        "shutil",
        "Error SameFileError copyfileobj copyfile copy copy2 copytree rmtree move get_terminal_size which ignore_patterns",
    ),
    pure(
        "tempfile",
        "tempdir gettempdir mkdtemp mktemp TemporaryDirectory NamedTemporaryFile TemporaryFile SpooledTemporaryFile",
    ),
    pure("timeit", "default_timer default_number default_repeat Timer timeit repeat"),
    pure(
        "concurrent.futures",
        "FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED CancelledError TimeoutError Future Executor ThreadPoolExecutor ProcessPoolExecutor as_completed wait DoneAndNotDone",
    ),
    Module {
        name: "inspect",
        path: "func",
        functions: "_parameters",
        constants: "",
        classes: "",
        annotations: "",
        pure: "isclass isfunction ismethod isbuiltin isroutine isgenerator iscoroutine isawaitable isabstract getmembers cleandoc getdoc getmro signature Signature Parameter BoundArguments get_annotations",
    },
    pure("fractions", "Fraction"),
    pure(
        "statistics",
        "StatisticsError mean fmean geometric_mean harmonic_mean median median_low median_high median_grouped mode multimode quantiles variance pvariance stdev pstdev covariance correlation linear_regression NormalDist",
    ),
    pure(
        "csv",
        "QUOTE_MINIMAL QUOTE_ALL QUOTE_NONNUMERIC QUOTE_NONE Error Dialect excel excel_tab unix_dialect register_dialect unregister_dialect get_dialect list_dialects field_size_limit reader writer DictReader DictWriter",
    ),
    pure(
        "argparse",
        "SUPPRESS OPTIONAL ZERO_OR_MORE ONE_OR_MORE REMAINDER ArgumentError ArgumentTypeError Namespace HelpFormatter RawDescriptionHelpFormatter RawTextHelpFormatter ArgumentDefaultsHelpFormatter MetavarTypeHelpFormatter Action BooleanOptionalAction FileType ArgumentParser",
    ),
    pure("datetime", "MINYEAR MAXYEAR timedelta tzinfo timezone UTC date time datetime"),
    pure("traceback", "format_exception_only print_exception print_exc"),
    pure(
        "unittest",
        "SkipTest TestResult TestCase skip skipIf skipUnless expectedFailure TestSuite TestLoader defaultTestLoader makeSuite TextTestRunner TestProgram main",
    ),
    pure("fnmatch", "translate fnmatchcase fnmatch filter"),
    pure("getopt", "GetoptError error getopt gnu_getopt"),
    pure("colorsys", "ONE_THIRD ONE_SIXTH TWO_THIRD rgb_to_yiq yiq_to_rgb rgb_to_hls hls_to_rgb rgb_to_hsv hsv_to_rgb"),
    Module {
        name: "base64",
        path: "library::base64",
        functions: "_encode64 _decode64 _encode32 _decode32 _encode85 _decode85 _decode_ascii85",
        constants: "",
        classes: "",
        annotations: "",
        pure: "b64encode b64decode standard_b64encode standard_b64decode urlsafe_b64encode urlsafe_b64decode b16encode b16decode b32encode b32decode b32hexencode b32hexdecode b85encode b85decode a85encode a85decode encodebytes decodebytes encode decode",
    },
    pure("shlex", "split quote join"),
    pure("pathlib", "PurePath Path PosixPath PurePosixPath"),
    Module {
        name: "binascii",
        path: "library::digest",
        functions: "crc32",
        constants: "",
        classes: "Error",
        annotations: "",
        pure: "hexlify unhexlify crc_hqx b2a_hex a2b_hex b2a_base64 a2b_base64 b2a_uu",
    },
    pure("warnings", "WarningMessage filters warn simplefilter filterwarnings resetwarnings catch_warnings"),
    pure("graphlib", "CycleError TopologicalSorter"),
    pure("keyword", "kwlist softkwlist iskeyword issoftkeyword"),
    pure("html", "escape unescape"),
    pure("sched", "Event scheduler"),
    pure("platform", "system python_implementation"),
    pure(
        "errno",
        "EPERM ENOENT ESRCH EINTR EIO EBADF EAGAIN ENOMEM EACCES EEXIST EXDEV ENOTDIR EISDIR EINVAL ENOSPC EPIPE EDOM ERANGE ENOTEMPTY errorcode",
    ),
    pure(
        "urllib.parse",
        "quote_from_bytes quote quote_plus unquote_to_bytes unquote unquote_plus urlencode SplitResult ParseResult urlsplit urlparse urlunsplit urlunparse urldefrag urljoin parse_qsl parse_qs",
    ),
    pure(
        "difflib",
        "Match SequenceMatcher get_close_matches unified_diff context_diff IS_LINE_JUNK IS_CHARACTER_JUNK Differ ndiff restore",
    ),
    pure("importlib.metadata", "PackageNotFoundError version metadata distribution"),
    module("importlib", "library", "", "", ""),
    pure("cmd", "Cmd"),
    pure("contextvars", "Token ContextVar"),
    pure(
        "signal",
        "SIGHUP SIGINT SIGQUIT SIGABRT SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGCHLD SIG_DFL SIG_IGN default_int_handler signal getsignal raise_signal",
    ),
    pure("codecs", "BOM_UTF8 encode decode open"),
    pure("textwrap", "TextWrapper wrap fill shorten dedent indent"),
    module("numbers", "library", "", "", "Number Real Integral Rational Complex"),
    module(
        "numpy",
        "numpy",
        "zeros ones empty zeros_like ones_like empty_like full full_like array asarray asanyarray ascontiguousarray copy arange linspace logspace eye identity fromfunction indices fromiter meshgrid diag vander tri triu tril reshape ravel transpose swapaxes moveaxis expand_dims squeeze atleast_1d atleast_2d atleast_3d concatenate stack vstack hstack dstack column_stack append split array_split hsplit vsplit flip flipud fliplr rot90 roll tile repeat broadcast_to pad insert delete broadcast_arrays diagonal fill_diagonal size ndim shape copyto sum prod any all max min amax amin argmax argmin cumsum cumprod std var mean average median percentile quantile ptp count_nonzero nansum nanprod nanmean nanmax nanmin nanmedian diff ediff1d sort argsort lexsort unique searchsorted digitize nonzero flatnonzero argwhere take isin union1d intersect1d setdiff1d setxor1d cov corrcoef histogram gradient trapezoid cross isclose allclose array_equal clip round around real imag angle iscomplexobj isscalar sinc heaviside nan_to_num divmod modf interp polyval bincount convolve negative positive absolute abs fabs invert bitwise_not square sign reciprocal conj conjugate logical_not sqrt exp exp2 expm1 log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arccosh arctanh cbrt floor ceil trunc fix rint deg2rad radians rad2deg degrees isnan isinf isfinite signbit add subtract multiply divide true_divide floor_divide remainder mod fmod power maximum minimum fmax fmin arctan2 hypot copysign logaddexp equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift gcd lcm dot inner vdot outer kron matmul trace where set_printoptions finfo iinfo result_type errstate seterr unravel_index ix_ apply_along_axis select triu_indices tril_indices",
        "pi e inf nan newaxis euler_gamma __version__ True_ False_",
        "bool bool_ uint8 ubyte int32 intc int64 int_ intp longlong float32 single float64 double complex128 cdouble ndarray dtype generic number integer signedinteger unsignedinteger inexact floating complexfloating",
    ),
    module(
        "numpy.linalg",
        "numpy::linalg",
        "solve inv det slogdet cholesky qr eigh eigvalsh svdvals svd matrix_rank cond matrix_power lstsq pinv norm trace matmul outer",
        "",
        "LinAlgError",
    ),
    module(
        "numpy.random",
        "numpy::random",
        "default_rng RandomState seed random random_sample sample ranf rand randn randint standard_normal normal uniform exponential shuffle permutation choice",
        "",
        "",
    ),
    module("numpy.fft", "numpy::fft", "fft ifft fft2 ifft2 rfft irfft fftfreq rfftfreq fftshift ifftshift", "", ""),
    module("numpy.exceptions", "numpy", "", "", "AxisError"),
    Module {
        name: "__future__",
        path: "library",
        functions: "",
        constants: "",
        classes: "",
        annotations: "annotations division print_function absolute_import generator_stop unicode_literals",
        pure: "",
    },
];

impl Module {
    /// What `name` is here.
    pub fn kind(&self, name: &str) -> Option<Kind> {
        let has = |list: &str| !name.is_empty() && list.split(' ').any(|word| word == name);
        if has(self.functions) {
            Some(Kind::Function)
        } else if has(self.constants) {
            Some(Kind::Constant)
        } else if has(self.classes) {
            Some(Kind::Class)
        } else if has(self.annotations) {
            Some(Kind::Annotation)
        } else if has(self.pure) {
            Some(Kind::Pure)
        } else {
            None
        }
    }
}

/// Modules of `runtime/pure`, each with those that it imports itself. Each is a feature of the crate.
pub const PURE: &[(&str, &[&str])] = &[
    ("textwrap", &[]),
    ("binascii", &[]),
    ("pathlib", &["fnmatch", "os"]),
    ("shlex", &[]),
    ("base64", &["binascii"]),
    ("colorsys", &[]),
    ("getopt", &[]),
    ("fnmatch", &[]),
    ("unittest", &[]),
    ("traceback", &[]),
    ("collections", &[]),
    ("functools", &[]),
    ("string", &[]),
    ("time", &[]),
    ("datetime", &["time"]),
    ("argparse", &["textwrap", "os"]),
    ("contextlib", &[]),
    ("types", &[]),
    ("fractions", &[]),
    ("statistics", &["fractions"]),
    ("csv", &[]),
    ("_groups", &[]),
    ("operator", &[]),
    ("inspect", &["types", "functools"]),
    ("sys", &[]),
    ("concurrent.futures", &[]),
    ("timeit", &["time"]),
    ("tempfile", &["os", "os.path", "shutil"]),
    ("shutil", &["os", "os.path", "fnmatch"]),
    ("threading", &["time"]),
    ("configparser", &[]),
    ("queue", &[]),
    ("secrets", &["os", "base64"]),
    ("uuid", &["os", "hashlib"]),
    ("glob", &["os", "os.path", "fnmatch"]),
    ("calendar", &["datetime"]),
    ("pprint", &["collections"]),
    ("logging", &["time", "string"]),
    ("os.path", &["os"]),
    ("os", &[]),
    ("hashlib", &[]),
    ("struct", &[]),
    ("array", &["struct"]),
    ("ast", &[]),
    ("hmac", &["hashlib"]),
    ("json", &[]),
    ("decimal", &[]),
    ("asyncio", &["_groups"]),
    ("warnings", &[]),
    ("graphlib", &[]),
    ("keyword", &[]),
    ("html", &[]),
    ("sched", &["time"]),
    ("platform", &[]),
    ("errno", &[]),
    ("urllib.parse", &[]),
    ("difflib", &[]),
    ("importlib.metadata", &[]),
    ("cmd", &["string"]),
    ("contextvars", &[]),
    ("signal", &[]),
    ("codecs", &["base64"]),
];

/// Features of the crate besides those of [`PURE`]: modules that few programs use and that take long to compile.
pub const FEATURES: &[&str] = &["numpy"];

/// The module of this name.
pub fn find(name: &str) -> Option<&'static Module> {
    if name == BUILTINS.name {
        return Some(&BUILTINS);
    }
    let name = if name == "_thread" { "threading" } else { name };
    MODULES.iter().find(|module| module.name == name)
}

/// Names of the library that other versions of Python have and 3.11 has not.
const ABSENT: &[(&str, &str)] = &[
    ("math", "sumprod fma"),
    ("itertools", "batched imap izip ifilter ifilterfalse izip_longest"),
    ("heapq", "heappush_max heappop_max heapify_max heapreplace_max heappushpop_max"),
    (
        "typing",
        "override ReadOnly TypeAliasType TypeIs NoDefault get_protocol_members is_protocol evaluate_forward_ref",
    ),
    (
        "collections",
        "Mapping MutableMapping Sequence MutableSequence Iterable Iterator Callable Hashable Set MutableSet KeysView ValuesView ItemsView MappingView Sized Container Generator Awaitable Coroutine",
    ),
    ("collections.abc", "Buffer"),
    ("inspect", "getargspec markcoroutinefunction"),
    ("string", "letters lowercase uppercase maketrans join split"),
    ("functools", "Placeholder"),
    ("os", "getcwdu"),
    ("time", "clock"),
    ("copy", "replace"),
    ("types", "get_original_bases CapsuleType StringType ListType DictType"),
    ("warnings", "deprecated"),
    ("queue", "ShutDown"),
    ("sys", "maxint setdefaultencoding pypy_version_info getwindowsversion exc_clear"),
    ("random", "binomialvariate"),
    ("operator", "div isCallable sequenceIncludes is_none is_not_none"),
];

/// Whether Python 3.11 has no such name in its module.
pub fn is_absent(module: &str, name: &str) -> bool {
    ABSENT.iter().any(|(of, names)| *of == module && names.split(' ').any(|known| known == name))
}
