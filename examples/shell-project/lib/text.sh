# Helpers that scripts source.

# Prints a line and underlines it.
heading() {
    echo "$1"
    line=
    rest=$1
    while [ -n "$rest" ]; do
        line=$line=
        rest=${rest#?}
    done
    echo "$line"
}
