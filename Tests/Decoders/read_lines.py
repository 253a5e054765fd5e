"""What tesseract reads in pictures of one line each: python3 read_lines.py LANGUAGE PICTURE... prints one line a picture.

At three quarters and a little blurred, as an office scanner sees a name on a card: about the height of letters that tesseract was taught. Page segmentation
7 takes a picture for one line.
"""

import subprocess
import sys
import tempfile

from PIL import Image, ImageFilter, ImageOps

for path in sys.argv[2:]:
    picture = ImageOps.expand(Image.open(path).convert("L"), border=24, fill=255)
    picture = picture.resize((picture.width * 3 // 4, picture.height * 3 // 4), Image.Resampling.LANCZOS).filter(ImageFilter.GaussianBlur(0.5))
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        picture.save(file.name)
        read = subprocess.run(["tesseract", file.name, "-", "-l", sys.argv[1], "--psm", "7"], check=True, capture_output=True, text=True).stdout
    print(" ".join(read.split()))
