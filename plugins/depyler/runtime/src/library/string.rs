//! `string`

use crate::value::Value;

macro_rules! constants {
    ($($name:ident => $value:expr;)*) => {
        $(
            /// The constant of this name in Python's `string`.
            pub fn $name() -> Value {
                Value::str($value)
            }
        )*
    };
}

constants! {
    ascii_lowercase => "abcdefghijklmnopqrstuvwxyz";
    ascii_uppercase => "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    ascii_letters => "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    digits => "0123456789";
    hexdigits => "0123456789abcdefABCDEF";
    octdigits => "01234567";
    punctuation => "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    whitespace => " \t\n\r\x0b\x0c";
    printable => "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c";
}
