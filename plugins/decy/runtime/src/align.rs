//! Objects that ask for more alignment than their type has.

macro_rules! aligned {
    ($($name:ident $align:literal),+ $(,)?) => {
        $(
            /// A value at an address that is a multiple of the number in the name.
            #[derive(Clone, Copy, Debug)]
            #[repr(C, align($align))]
            pub struct $name<T>(pub T);
        )+
    };
}

aligned!(
    Align2 2, Align4 4, Align8 8, Align16 16, Align32 32, Align64 64, Align128 128, Align256 256, Align512 512,
    Align1024 1024, Align2048 2048, Align4096 4096,
);
