"""What a ZPL printer makes of a byte stream: python3 zpl_paper.py < bytes > picture.pbm

zebrafy reads the pictures; the few commands around them are read here, and any other is an error.
"""

import re
import sys

from PIL import Image
from zebrafy import ZebrafyZPL

FORMAT = re.compile(r"\^XA\^PON\^PW(\d+)\^LL(\d+)\^LH0,0\n((?:\^FO\d+,\d+\^GFA,[^^~]*\^FS\n)+)\^PQ1\^XZ\n")
FIELD = re.compile(r"\^FO(\d+),(\d+)(\^GFA,[^^~]*\^FS)\n")


def label(stream):
    """The label; ValueError at the first byte that is not part of one."""
    whole = FORMAT.fullmatch(stream.decode("ascii"))
    if not whole:
        raise ValueError("not one format with pictures only")
    picture = Image.new("1", (int(whole[1]), int(whole[2])), 1)
    for x, y, field in FIELD.findall(whole[3]):
        count, total, row_bytes = map(int, field[5:].split(",")[:3])
        if count != total or total % row_bytes:
            raise ValueError("byte counts")
        (part,) = ZebrafyZPL(f"^XA{field}^XZ").to_images()
        if part.size != (row_bytes * 8, total // row_bytes):
            raise ValueError(f"{part.size} dots instead of {row_bytes * 8} x {total // row_bytes}")
        beyond = part.crop((picture.width - int(x), 0, part.width, part.height))
        if beyond.width > 0 and beyond.convert("L").getextrema() != (255, 255):
            raise ValueError("black dots right of the picture")
        picture.paste(part, (int(x), int(y)))
    return picture


if __name__ == "__main__":
    label(sys.stdin.buffer.read()).save(sys.stdout.buffer, "PPM")
