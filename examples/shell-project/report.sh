#!/bin/sh
# Sales by region from a small table, with a configurable threshold.
set -u

. ./lib/text.sh

threshold=${1:-100}

usage() {
    echo "usage: report.sh [threshold]" >&2
    exit 2
}

case $threshold in
    *[!0-9]*) usage ;;
esac

# Adds up one region of the table.
total_of() {
    local region=$1 sum=0
    while IFS=, read -r name amount; do
        [ "$name" = "$region" ] && sum=$((sum + amount))
    done < data/sales.csv
    echo "$sum"
}

heading "Sales over $threshold"
for region in north south east west; do
    total=$(total_of "$region")
    if [ "$total" -ge "$threshold" ]; then
        mark='*'
    else
        mark=' '
    fi
    printf '%s %-6s %5d\n' "$mark" "$region" "$total"
done

count=$(sort data/sales.csv | uniq | wc -l)
echo "$((count)) different lines, file $(basename data/sales.csv .csv)"

cat <<END
largest: $(sort -t, -k2 -n -r data/sales.csv | head -n 1)
END
