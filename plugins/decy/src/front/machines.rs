//! Which machine a unit is read for: this one, or one that has no name, for which projects keep code without its instructions.

use super::{Analysed, Flags, Spliced, understand as read};
use batuta_sdk::{Context, SourceFile};

/// Undefines what names the processor: everything else, such as sizes of types, stays.
const NAMELESS: &str = "#undef __x86_64__\n#undef __x86_64\n#undef __amd64__\n#undef __amd64\n";
/// What projects that want a newer gcc ask for: the version whose behaviour is followed.
const NEWER: &str = "#undef __GNUC__\n#define __GNUC__ 12\n#undef __GNUC_MINOR__\n#define __GNUC_MINOR__ 2\n";

/// Put a unit together and read it. Where it needs assembly, headers of instructions, or ends in `#error`, it is read as for a machine
/// without a name if less is refused then; the words say so.
pub(super) fn understand(
    file: &SourceFile,
    text: &str,
    prefix: &str,
    flags: &Flags,
    cx: &mut Context<'_>,
) -> (Spliced, Analysed, Option<&'static str>) {
    let (mut spliced, mut analysed) = read(file, text, prefix, flags, cx);
    let mut machine = None;
    if !spliced.too_big && analysed.errors.iter().any(|wrong| asks_for_machine(&wrong.finding.message)) {
        for (other, words) in [
            (NAMELESS.to_owned(), "what it has for this processor cannot be converted: its portable code is taken"),
            (
                format!("{NAMELESS}{NEWER}"),
                "what it has for this processor cannot be converted: its portable code for gcc 12 is taken",
            ),
        ] {
            if analysed.errors.is_empty() {
                break;
            }
            let (spliced_again, again) = read(file, text, &format!("{other}{prefix}"), flags, cx);
            if !spliced_again.too_big && again.errors.len() < analysed.errors.len() {
                (spliced, analysed, machine) = (spliced_again, again, Some(words));
            }
        }
    }
    (spliced, analysed, machine)
}

fn asks_for_machine(message: &str) -> bool {
    let header = message.strip_prefix("there is no header `").and_then(|rest| rest.strip_suffix('`'));
    let instructions =
        header.is_some_and(|name| name.ends_with("intrin.h") || name == "cpuid.h" || name == "arm_neon.h");
    instructions || message.starts_with("#error") || message.contains("inline assembly")
}
