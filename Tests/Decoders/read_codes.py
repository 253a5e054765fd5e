"""The barcodes in pictures: python3 read_codes.py PICTURE... prints one line a picture, "FORMAT TEXT FORMAT TEXT"."""

import sys

import zxingcpp
from PIL import Image, ImageOps

for path in sys.argv[1:]:
    picture = ImageOps.expand(Image.open(path).convert("L"), border=20, fill=255)
    codes = sorted(zxingcpp.read_barcodes(picture), key=lambda code: str(code.format))
    print(*(f"{str(code.format).split('.')[-1].replace(' ', '')} {code.text}" for code in codes))
