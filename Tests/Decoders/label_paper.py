"""What a TSPL2 or EPL2 printer makes of a byte stream: python3 label_paper.py tspl|epl DOTS_PER_MM < bytes > picture.pbm

Written from the manuals, not from the encoder it checks. Knows the commands of a picture job and nothing else: any other byte is an error.
In both languages a 0 prints, so a picture's padding has to be 1.
"""

import re
import sys

from PIL import Image

# Command, its pattern, and whether dots follow it.
TSPL = [
    ("size", rb"SIZE (\d+\.\d\d) mm,(\d+\.\d\d) mm\r\n", False),
    ("skip", rb"DIRECTION 0\r\n|REFERENCE 0,0\r\n", False),
    ("clear", rb"CLS\r\n", False),
    ("dots", rb"BITMAP (\d+),(\d+),(\d+),(\d+),0,", True),
    ("print", rb"PRINT 1,1\r\n", False),
    ("skip", rb"\r\n", False),
]
EPL = [
    ("clear", rb"N\n", False),
    ("width", rb"q(\d+)\n", False),
    ("dots", rb"GW(\d+),(\d+),(\d+),(\d+),", True),
    ("print", rb"P1\n", False),
    ("skip", rb"\n", False),
]


def read(stream, commands, dots_per_mm):
    """The labels that come out; ValueError at the first byte that is not part of a command."""
    fields, labels, width, height, at = [], [], None, None, 0
    end = b"\r\n" if commands is TSPL else b"\n"
    while at < len(stream):
        for name, pattern, has_dots in commands:
            if found := re.compile(pattern).match(stream, at):
                break
        else:
            raise ValueError(f"unknown command {stream[at : at + 12]!r} at byte {at}")
        at = found.end()
        if name == "size":
            width, height = (int(float(side) * dots_per_mm) for side in found.groups())
        elif name == "width":
            width = int(found[1])
        elif name == "clear":
            fields = []
        elif has_dots:
            x, y, row_bytes, rows = map(int, found.groups())
            data = stream[at : at + row_bytes * rows]
            at += len(data)
            if len(data) != row_bytes * rows or stream[at : at + len(end)] != end:
                raise ValueError(f"dots end wrongly at byte {at}")
            at += len(end)
            fields.append((x, y, Image.frombytes("1", (row_bytes * 8, rows), data)))
        elif name == "print":
            picture = Image.new("1", (width, height or max(y + part.height for _, y, part in fields)), 1)
            for x, y, part in fields:
                picture.paste(part, (x, y))
            labels.append(picture)
    return labels


if __name__ == "__main__":
    (label,) = read(sys.stdin.buffer.read(), {"tspl": TSPL, "epl": EPL}[sys.argv[1]], float(sys.argv[2]))
    label.save(sys.stdout.buffer, "PPM")
