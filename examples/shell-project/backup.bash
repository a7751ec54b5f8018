#!/bin/bash
# Lists what a backup of some folders would take, newest naming scheme.
folders=("data" "lib" "missing dir")
declare -A sizes

for folder in "${folders[@]}"; do
    if [[ ! -d $folder ]]; then
        echo "skip: ${folder^^}"
        continue
    fi
    count=0
    for file in "$folder"/*; do
        ((count += 1))
        name=${file##*/}
        echo "  ${file} -> ${folder}_${name//./-}.bak"
    done
    sizes[$folder]=$count
done

for folder in "${!sizes[@]}"; do
    printf '%s: %d file(s)\n' "$folder" "${sizes[$folder]}"
done | sort
