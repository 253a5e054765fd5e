"""The same card with the usual Python tools: python3 bench_card.py [CARDS] prints milliseconds per card, data to ESC/POS bytes.

Pillow draws (Raqm shapes Persian if it is built in), qrcode and python-barcode make the codes, python-escpos the bytes. One font per text: no fallback.
"""

import statistics
import sys
import time

import barcode
import qrcode
from barcode.writer import ImageWriter
from escpos.printer import Dummy
from PIL import Image, ImageDraw, ImageFont, features

NOTO = "/usr/share/fonts/truetype/noto/"
SIZES = {"203": (685, 432, 8.0), "300": (1011, 638, 300 / 25.4)}
NUMBER = "9001234567890128"


def card(width, height, scale, fonts):
    picture = Image.new("1", (width, height), 1)
    draw = ImageDraw.Draw(picture)
    draw.fontmode = "1"

    def dots(millimetres):
        return round(millimetres * scale)

    def text(x, y, words, font, **options):
        draw.text((dots(x), dots(y)), words, font=font, fill=0, anchor="rs", **options)

    draw.rounded_rectangle((dots(1.5), dots(1.5), width - dots(1.5), height - dots(1.5)), dots(3), outline=0, width=2)
    for stripe in range(2):
        y = dots(14 + 1.5 * stripe)
        draw.rectangle((dots(1.5), y, width - dots(1.5), y + dots(0.9)), fill=0)
    rtl = {"direction": "rtl", "language": "fa"} if features.check("raqm") else {}
    text(80, 9.3, "باشگاه مشتریان", fonts[0], **rtl)
    text(24, 9.3, "سیمین", fonts[1], **rtl)
    text(80, 26.6, "زهرا ک.", fonts[2], **rtl)
    text(80, 34.4, "۹۰۰۱ ۲۳۴۵ ۶۷۸۹ ۰۱۲۸", fonts[1])
    text(80, 39.7, "این کارت قابل انتقال به غیر نیست", fonts[3], **rtl)

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, box_size=dots(0.75), border=0)
    code.add_data(NUMBER)
    picture.paste(code.make_image().get_image().convert("1"), (dots(5.5), dots(21.9)))

    module = dots(0.5)
    bars = barcode.get("code128", NUMBER, writer=ImageWriter()).build()[0]
    for index, bar in enumerate(bars):
        if bar == "1":
            x = (width - len(bars) * module) // 2 + index * module
            draw.rectangle((x, dots(42.2), x + module - 1, dots(50.4)), fill=0)
    return picture


def main():
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    printer = Dummy()
    printer.profile.profile_data["media"]["width"]["pixels"] = 832
    for name, (width, height, scale) in SIZES.items():
        faces = (("Bold", 4.75), ("Regular", 4.25), ("Bold", 5.5), ("Regular", 2.75))
        fonts = [ImageFont.truetype(f"{NOTO}NotoSansArabic-{face}.ttf", round(size * scale)) for face, size in faces]
        times = []
        for _ in range(cards + 1):
            start = time.perf_counter()
            printer.clear()
            printer.image(card(width, height, scale, fonts).transpose(Image.Transpose.ROTATE_270), impl="bitImageRaster")
            assert len(printer.output) > width * height // 8
            times.append((time.perf_counter() - start) * 1000)
        print(f"python {name} dpi: {statistics.median(times[1:]):.2f} ms per card")


if __name__ == "__main__":
    main()
