//! Write random scripts: `generate FOLDER FIRST COUNT [bash]`.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // a development tool over real files

#[path = "../tests/common/generate.rs"]
mod generate;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (first, count): (u64, u64) = (args[2].parse().unwrap(), args[3].parse().unwrap());
    std::fs::create_dir_all(&args[1]).unwrap();
    for seed in first..first + count {
        let path = format!("{}/{seed}.sh", args[1]);
        let mut generator = generate::Generator::new(seed);
        let script = if args.len() > 4 { generator.bash_script() } else { generator.script() };
        std::fs::write(path, script).unwrap();
    }
}
