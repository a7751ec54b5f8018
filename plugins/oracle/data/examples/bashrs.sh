batuta convert backup.sh -o backup-rs
