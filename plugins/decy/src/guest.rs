batuta_sdk::export_transpiler!(crate::Decy);
