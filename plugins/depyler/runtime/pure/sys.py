"""What `sys` tells about numbers and names."""


class _FloatInfo:
    max = 1.7976931348623157e308
    max_exp = 1024
    max_10_exp = 308
    min = 2.2250738585072014e-308
    min_exp = -1021
    min_10_exp = -307
    dig = 15
    mant_dig = 53
    epsilon = 2.220446049250313e-16
    radix = 2
    rounds = 1

    def __repr__(self):
        return ("sys.float_info(max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, "
                "min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)")


class _HashInfo:
    width = 64
    modulus = 2305843009213693951
    inf = 314159
    nan = 0
    imag = 1000003


class _IntInfo:
    bits_per_digit = 30
    sizeof_digit = 4
    default_max_str_digits = 4300
    str_digits_check_threshold = 640

    def __repr__(self):
        return "sys.int_info(bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640)"


float_info = _FloatInfo()
int_info = _IntInfo()
hash_info = _HashInfo()
hexversion = 51053296
copyright = ""
flags = None


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def set_int_max_str_digits(maxdigits):
    if maxdigits != 0 and maxdigits < 640:
        raise ValueError("maxdigits must be 0 or larger than 640")
    from sys import _digits_limit
    _digits_limit(maxdigits)


def get_int_max_str_digits():
    from sys import _digits_limit
    return _digits_limit()


def setswitchinterval(interval):
    pass


def settrace(function):
    pass


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-311"
    hexversion = 51053296


implementation = _Implementation()
dont_write_bytecode = False


def getrefcount(object):
    from sys import _stop
    _stop("batuta: PY0102 sys.getrefcount: references are counted otherwise in a converted program")


def is_finalizing():
    return False


def getswitchinterval():
    return 0.005
