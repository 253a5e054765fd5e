"""What an ESC/POS printer makes of a byte stream: python3 escpos_paper.py HEAD_DOTS < bytes > picture.pbm

Written from the manuals, not from the encoder it checks. Knows the commands of a picture job and nothing else: any other byte is an error.
"""

import io
import struct
import sys

from PIL import Image


class Paper:
    def __init__(self, head_dots):
        self.stride = (head_dots + 7) // 8
        self.head_dots = head_dots
        self.rows = bytearray()
        self.stored = None
        self.cuts = []
        self.completions = 0

    def raster(self, row_bytes, rows, data):
        if row_bytes > self.stride:
            raise ValueError(f"{row_bytes * 8} dots are wider than the head")
        for y in range(rows):
            self.rows += data[y * row_bytes : (y + 1) * row_bytes].ljust(self.stride, b"\0")

    def feed(self, rows):
        self.rows += bytes(self.stride * rows)

    def image(self):
        height = len(self.rows) // self.stride
        picture = Image.frombytes("1", (self.stride * 8, height), bytes(255 - byte for byte in self.rows))
        return picture.crop((0, 0, self.head_dots, height))

    def read(self, stream):
        """Obeys every command; raises ValueError at the first byte that is not part of one."""
        source = io.BytesIO(stream)

        def take(count):
            data = source.read(count)
            if len(data) != count:
                raise ValueError(f"{count - len(data)} bytes are missing at the end")
            return data

        while lead := source.read(1):
            command = lead + take(1)
            if command in (b"\x1b@", b"\x1c."):
                continue
            elif command == b"\x1dP":
                horizontal, vertical = take(2)
                if horizontal != vertical:
                    raise ValueError("motion units differ")
            elif command == b"\x1da":
                take(1)
            elif command == b"\x1bJ":
                self.feed(take(1)[0])
            elif command == b"\x1dV":
                kind, units = take(2)
                if kind not in (65, 66):
                    raise ValueError(f"cut {kind}")
                self.feed(units)
                self.cuts.append(len(self.rows) // self.stride)
            elif command == b"\x1dr":
                if take(1) != b"\x01":
                    raise ValueError("unknown sensor")
                self.completions += 1
            elif command == b"\x1dv":
                kind, mode, row_bytes, rows = struct.unpack("<BBHH", take(6))
                if (kind, mode) != (0x30, 0) or not 1 <= rows <= 2303:
                    raise ValueError("raster mode or height")
                self.raster(row_bytes, rows, take(row_bytes * rows))
            elif command in (b"\x1d(", b"\x1d8"):
                if take(1) != b"L":
                    raise ValueError("not a graphics command")
                self.graphics(take(struct.unpack("<H", take(2))[0] if command == b"\x1d(" else struct.unpack("<I", take(4))[0]))
            else:
                raise ValueError(f"unknown command {command.hex(' ')} at byte {source.tell() - 2}")
        return self

    def graphics(self, data):
        if data == b"02":
            if self.stored is None:
                raise ValueError("nothing stored to print")
            self.raster(*self.stored)
            self.stored = None
            return
        head, width, rows = data[:6], *struct.unpack("<HH", data[6:10])
        row_bytes = (width + 7) // 8
        if head != b"0p0\x01\x01\x31" or len(data) != 10 + row_bytes * rows:
            raise ValueError("graphics header or length")
        self.stored = (row_bytes, rows, data[10:])


if __name__ == "__main__":
    paper = Paper(int(sys.argv[1])).read(sys.stdin.buffer.read())
    paper.image().save(sys.stdout.buffer, "PPM")
