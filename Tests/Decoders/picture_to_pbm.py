"""A picture as PBM, the plainest file there is: python3 picture_to_pbm.py < PICTURE > picture.pbm"""

import sys

from PIL import Image

Image.open(sys.stdin.buffer).convert("1").save(sys.stdout.buffer, "PPM")
