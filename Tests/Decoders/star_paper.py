"""What a Star printer makes of a byte stream: python3 star_paper.py starprnt|star-line|star-graphics HEAD_DOTS < bytes > picture.pbm

Written from the manuals, not from the encoder it checks. Knows the commands of a picture job and nothing else: any other byte is an error.
"""

import io
import struct
import sys

from PIL import Image


class Paper:
    def __init__(self, language, head_dots):
        self.language = language
        self.head_dots = head_dots
        self.stride = (head_dots + 7) // 8
        self.rows = bytearray()
        self.cuts = 0
        self.counts = 0

    def row(self, data):
        if len(data) > self.stride:
            raise ValueError(f"{len(data) * 8} dots are wider than the head")
        self.rows += data.ljust(self.stride, b"\0")

    def image(self):
        height = len(self.rows) // self.stride
        picture = Image.frombytes("1", (self.stride * 8, height), bytes(255 - byte for byte in self.rows))
        return picture.crop((0, 0, self.head_dots, height))

    def read(self, stream):
        source = io.BytesIO(stream)

        def take(count):
            data = source.read(count)
            if len(data) != count:
                raise ValueError(f"{count - len(data)} bytes are missing at the end")
            return data

        def fail(what):
            raise ValueError(f"{what} at byte {source.tell() - 1}")

        def number():
            digits = b""
            while (byte := take(1)) != b"\0":
                digits += byte
            return int(digits)

        raster = False
        while lead := source.read(1):
            if lead == b"\x17":
                self.counts += 1
            elif lead == b"b" and raster:
                self.row(take(struct.unpack("<H", take(2))[0]))
            elif lead != b"\x1b":
                fail(f"unknown byte {lead.hex()}")
            elif self.language == "star-graphics":
                command = take(1)
                if command == b"\x0c":
                    if take(1) != b"\0":
                        fail("form feed")
                    self.cuts += 1
                    continue
                if command + take(1) != b"*r":
                    fail("not a raster command")
                kind = take(1)
                if kind in b"AB":
                    raster = kind == b"A"
                elif kind in b"PE" and raster:
                    number()
                elif kind == b"Y" and raster:
                    self.rows += bytes(self.stride * number())
                else:
                    fail(f"raster command {kind}")
            else:
                self.escape(take, fail)
        if raster:
            raise ValueError("still in raster mode at the end")
        return self

    def escape(self, take, fail):
        command = take(1)
        if command == b"@" or (command == b"0" and self.language == "star-line"):
            return
        if command == b"d":
            if take(1) not in b"\x02\x03":
                fail("cut")
            self.cuts += 1
        elif command == b"J":
            # n quarters of a millimetre, at 8 dots per millimetre.
            self.rows += bytes(self.stride * 2 * take(1)[0])
        elif command == b"\x1d" and self.language == "starprnt":
            if take(2) != b"S\x01":
                fail("not a picture")
            row_bytes, rows, tone = struct.unpack("<HHB", take(5))
            if tone or not rows:
                fail("picture header")
            for _ in range(rows):
                self.row(take(row_bytes))
        elif command == b"k" and self.language == "star-line":
            row_bytes = struct.unpack("<H", take(2))[0]
            for _ in range(24):
                self.row(take(row_bytes))
            if take(1) != b"\n":
                fail("a line without its end")
        else:
            fail(f"unknown command {command.hex()}")


if __name__ == "__main__":
    paper = Paper(sys.argv[1], int(sys.argv[2])).read(sys.stdin.buffer.read())
    if (paper.cuts, paper.counts) != (1, 1):
        raise ValueError(f"{paper.cuts} cuts, {paper.counts} counts")
    paper.image().save(sys.stdout.buffer, "PPM")
