batuta convert my-project -o my-project-rs
