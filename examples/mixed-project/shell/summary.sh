#!/bin/sh
# Summarises a log: lines per level, slowest request, requests per user.

# The log stands below, so that the script needs nothing beside it.
log() {
    cat <<'END'
info 12 alice /index
warn 250 bob /search
info 31 alice /cart
error 900 carol /pay
info 18 bob /index
warn 120 alice /search
END
}

# Repeats a mark $2 times.
bar() {
    bar_left=$2
    bar_out=
    while [ "$bar_left" -gt 0 ]; do
        bar_out=$bar_out$1
        bar_left=$((bar_left - 1))
    done
    echo "$bar_out"
}

infos=0 warns=0 errors=0 slowest=0 slowest_path=
log > "${TMPDIR:-/tmp}/summary.$$"
while read -r level millis user path; do
    case $level in
        info) infos=$((infos + 1)) ;;
        warn) warns=$((warns + 1)) ;;
        error) errors=$((errors + 1)) ;;
        *) echo "what is $level?" >&2 ;;
    esac
    if [ "$millis" -gt "$slowest" ]; then
        slowest=$millis
        slowest_path=${path#/}
    fi
done < "${TMPDIR:-/tmp}/summary.$$"
rm -f "${TMPDIR:-/tmp}/summary.$$"

printf '%-6s %s\n' info "$(bar '#' "$infos")" warn "$(bar '#' "$warns")" error "$(bar '#' "$errors")"
echo "slowest: $slowest_path ($slowest ms)"

# Requests per user, most first.
log | cut -d' ' -f3 | sort | uniq -c | sort -rn | while read -r count user; do
    echo "$user made $count request(s)"
done
