"""What a PDF of a card holds: python3 read_pdf.py < PDF prints each page's size, then each page's codes, as Poppler draws it at 300 dpi."""

import subprocess
import sys
import tempfile
from pathlib import Path

import zxingcpp
from PIL import Image, ImageOps

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "card.pdf"
    file.write_bytes(sys.stdin.buffer.read())
    facts = subprocess.run(["pdfinfo", "-f", "1", "-l", "9", file], check=True, capture_output=True, text=True).stdout
    for line in facts.splitlines():
        if line.startswith("Page ") and "size:" in line:
            width, _, height = line.split("size:")[1].split()[:3]
            print(f"{float(width) / 72 * 25.4:.2f} x {float(height) / 72 * 25.4:.2f} mm")
    subprocess.run(["pdftoppm", "-r", "300", "-gray", file, Path(folder) / "page"], check=True)
    for page in sorted(Path(folder).glob("page*.pgm")):
        picture = ImageOps.expand(Image.open(page), border=20, fill=255)
        codes = sorted(zxingcpp.read_barcodes(picture), key=lambda code: str(code.format))
        print(*(f"{str(code.format).split('.')[-1].replace(' ', '')} {code.text}" for code in codes))
