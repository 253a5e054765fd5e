"""Takes the pictures of the tour from the page tests' screenshots: python tour.py ARTEFACTS FOLDER"""

import pathlib
import sys

from PIL import Image

# What the tour shows of each page, by the tests' names for their screenshots.
PICTURES = {
    "sign-in": "access-{}-8-pad", "till": "till-{}-unpaid", "card-desk": "desk-{}-2-preview", "benefits": "benefits-{}-open",
    "front-desk": "front-{}-prices", "kiosk": "kiosk-{}-2-account", "owner": "office-{}-1-figures", "staff": "access-{}-4-staff", "devices": "{}-devices",
}
LANGUAGES = ["fa", "zh", "ru", "en"]


def main(artefacts, folder):
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for page, name in PICTURES.items():
        for language in LANGUAGES:
            picture = Image.open(pathlib.Path(artefacts, name.format(language) + ".png")).convert("RGB")
            # A long page is shown as far as a screen goes.
            picture = picture.crop((0, 0, picture.width, min(picture.height, picture.width * 3 // 4)))
            picture.thumbnail((1024, 768))
            picture.quantize(96, dither=Image.Dither.NONE).save(pathlib.Path(folder, f"tour-{page}-{language}.png"), optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
