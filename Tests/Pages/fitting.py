"""What a page on a touch screen owes: nothing that looks wrong, nothing too small for a finger, nothing heavy, and every word from the catalogue."""

import functools
import re

from looks import bare_words, looks_right

LANGUAGES = ["fa", "zh", "ru", "en"]
LIGHT = 100_000

SMALL = """
const small = [...document.querySelectorAll("main *, dialog[open] *, .notice *")].filter((one) => {
  if (!one.matches("button, select, textarea, a[href], input:not([type=checkbox])") && !one.matches("label:has(> input[type=checkbox])")) return false;
  const box = one.getBoundingClientRect();
  return one.checkVisibility() && box.width > 0 && (box.height < 44 || box.width < 44);
});
return small.map((one) => one.outerHTML.slice(0, 120));
"""

def fits(browser):
    """It looks right, and nothing to press is smaller than a finger (44 × 44 px)."""
    looks_right(browser, browser.driver.current_url)
    small = browser.driver.execute_script(SMALL)
    assert not small, "too small for a finger: " + "\n".join(small)


def speaks_by_the_book(service, browser, *data):
    """In the pseudo-language nothing stands bare but what is data: the club's name, the devices' models, rules' numbers, and what the test knows of."""
    models = [one["model"] for one in service.get("/v1/devices")["devices"]]
    club = browser.find(".brand span")[0].text
    bare = [text for text in bare_words(browser, [*data, *models, f"– {club}"]) if not re.fullmatch(r"[A-Z]{2}-\d+[a-z]?", text)]
    assert not bare, f"not from the catalogue: {bare}"


def weighs_little(browser):
    """The page with everything it asked for until it could be used."""
    size = browser.driver.execute_script(
        "return performance.getEntries().filter((one) => one.encodedBodySize && (one.entryType === 'navigation' || one.name.includes('/static/')))"
        ".reduce((sum, one) => sum + one.encodedBodySize, 0)")
    assert 0 < size < LIGHT, f"the page weighs {size} bytes"
    print(f"  {size // 1000} KB")


def in_each_language(test):
    def named(language):
        one = functools.partial(test, language=language)
        one.__name__ = f"{test.__name__}, {language}"
        return one

    return [named(language) for language in LANGUAGES]
