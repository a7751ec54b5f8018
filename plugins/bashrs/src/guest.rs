batuta_sdk::export_transpiler!(crate::Bashrs);
