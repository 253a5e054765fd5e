"""The owner's page: figures, charts, spreadsheets, and a table tried out, in the four languages."""

import csv
import functools
import io
import os
import re
import urllib.request

from looks import bare_words, looks_right

LANGUAGES = ["fa", "zh", "ru", "en"]
TABLES = os.path.join(os.path.dirname(__file__), "..", "..", "Sources", "ProgramTables", "Tables")


def table(name):
    with open(os.path.join(TABLES, name + ".yaml"), encoding="utf-8") as file:
        return file.read()


def ready(browser):
    browser.until("a report never came", lambda: not browser.find("[aria-busy]"))
    browser.until("a picture never came", lambda: browser.driver.execute_script("return [...document.images].every((one) => one.complete && one.naturalWidth > 0)"))


def whole_page(browser, name):
    """A screenshot of all of it, and nothing wider than the screen."""
    wide = browser.driver.execute_script("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{name} is {wide} too wide"
    height = browser.driver.execute_script("return document.documentElement.scrollHeight")
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 1280, "height": height, "deviceScaleFactor": 1, "mobile": False})
    browser.screenshot(name)
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 1024, "height": 768, "deviceScaleFactor": 1, "mobile": False})


def business(service, _):
    """A few members and tickets: one card too often, one cashier who types, something that came back."""
    for number in range(1, 7):
        service.join(f"O{number}", f"Member {number}")
    for number in range(1, 6):
        service.car(f"T-O{number}-2", f"O{number}")
    line = {"id": "1", "sku": "mat", "category": "accessory", "quantity": 1, "unit_price": 2_000_000}
    for number in range(12):
        entry, cashier = ("keyed", "Nima") if number % 2 else ("swiped", "Sara")
        service.post("/v1/sales", {"ticket": f"T-A-{number}", "member": "O1", "cashier": cashier, "register": "1", "entry": entry, "lines": [line]})
    service.post("/v1/sales/T-O2-2/returns", {"lines": [{"id": "1", "quantity": 1}]})


def the_owner_sees_the_figures(service, browser, language):
    browser.open("/owner", language)
    ready(browser)
    points = service.get("/v1/reports/points")["rows"][-1]
    shown = browser.driver.execute_script("return numbers.digits")
    owed = "".join(shown[int(digit)] for digit in str(points[4]))
    tiles = re.sub(r"[^\w]", "", browser.find("[data-report=liability] .tiles-row")[0].text)
    assert owed in tiles, f"{owed} is not in {tiles}"
    whole_page(browser, f"office-{language}-1-figures")
    looks_right(browser, "figures")
    browser.press("[data-report=members] summary")
    browser.see("[data-report=members] table")
    service_text = browser.find("[data-report=busy-cards] table")[0].text
    assert "O1" in service_text, "the card used too often is not named"
    browser.press(".wall-box summary")
    browser.see(".wall")
    browser.screenshot(f"office-{language}-2-rules")


def figures_go_to_a_spreadsheet(service, browser):
    browser.open("/owner", "en")
    ready(browser)
    link = browser.find("[data-report=card-entries] a[download]")[0].get_attribute("href")
    answer = urllib.request.urlopen(urllib.request.Request(link, headers=service.bearer()))
    assert answer.headers["Content-Type"].startswith("text/csv"), answer.headers["Content-Type"]
    rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert rows[0][0] == "Cashier" and ["Nima", "0", "0", "6", "0", "0", "0", "100.0"] in rows, rows


def a_table_with_a_fault_is_named_by_its_place(service, browser, language):
    browser.open("/owner", language)
    ready(browser)
    faulty = table("km").replace("language:", "langauge:", 1)
    fill(browser, faulty)
    browser.press("#rehearse")
    browser.see("#rehearsed .faults-title")
    line = next(number for number, text in enumerate(faulty.split("\n"), 1) if text.startswith("langauge"))
    digits = browser.driver.execute_script("return localDigits(arguments[0])", str(line))
    assert digits in browser.find("#rehearsed table")[0].text, "the line is not named"
    browser.driver.execute_script("document.querySelector('#rehearsal-title').scrollIntoView()")
    browser.screenshot(f"office-{language}-3-faults")
    looks_right(browser, "faults")


def a_table_is_rehearsed(service, browser, language):
    # Silver from 150 points on: those with two cars and no more would rise.
    changed, count = re.subn(r"211", "150", table("km"), count=1)
    changed = changed.replace("30-210", "30-149", 1)
    assert count
    fill(browser, changed)
    browser.press("#rehearse")
    browser.see("#rehearsed svg, #rehearsed .faults-title")
    assert not browser.find("#rehearsed .faults-title"), browser.find("#rehearsed")[0].text
    before = service.get("/v1/reports/liability")["rows"]
    browser.driver.execute_script("document.querySelector('#rehearsed').scrollIntoView()")
    whole_page(browser, f"office-{language}-4-rehearsed")
    looks_right(browser, "rehearsal")
    assert service.get("/v1/reports/liability")["rows"] == before, "a rehearsal changed something"


def every_word_comes_from_the_catalogue(service, browser):
    browser.open("/owner", "en-XA")
    ready(browser)
    fill(browser, table("km"))
    browser.press("#rehearse")
    browser.see("#rehearsed svg")
    # The table's own words, in the picture and the title.
    words = ["km", "no group", "Bronze", "Silver", "Gold", "Diamond", "– Kerman Motor customer club"]
    bare = bare_words(browser, words)
    assert not bare, bare


def fill(browser, text):
    browser.driver.execute_script("document.getElementById('table').value = arguments[0]", text)


def in_each_language(*tests):
    def named(test, language):
        one = functools.partial(test, language=language)
        one.__name__ = f"{test.__name__}, {language}"
        return one

    return [named(test, language) for language in LANGUAGES for test in tests]


OWNER = [business] + in_each_language(the_owner_sees_the_figures, a_table_with_a_fault_is_named_by_its_place, a_table_is_rehearsed) + [
    figures_go_to_a_spreadsheet, every_word_comes_from_the_catalogue,
]
