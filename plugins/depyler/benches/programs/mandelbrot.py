"""A picture of numbers."""


def escape(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        r2 = zr * zr
        i2 = zi * zi
        if r2 + i2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = r2 - i2 + cr
    return limit


def main(width, height, limit):
    total = 0
    for y in range(height):
        line = ""
        for x in range(width):
            n = escape(3.0 * x / width - 2.0, 2.0 * y / height - 1.0, limit)
            total += n
            if y % 16 == 0 and x % 8 == 0:
                line += " .:-=+*#%@"[n * 9 // limit]
        if line:
            print(line)
    print(total)


main(320, 160, 200)
