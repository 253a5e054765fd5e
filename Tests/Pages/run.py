"""The pages in a real browser, against the running service: python run.py MEMBERLANE [ARTEFACTS]"""

import contextlib
import io
import multiprocessing
import os
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

from access import ACCESS, FIRST, LOCKING
from benefits import BENEFIT_DESK
from browser import Browser, Keys
from card_desk import CARD_DESK, REISSUE
from front_desk import CINEMA_DESK, CLINIC_DESK, GYM, LABORATORY, SHOE_DESK
from kiosk import KIOSK
from owner import OWNER
from service import Service
from till import CAR_CLUB, CINEMA, CLINIC, DENTAL_CLUB, LABORATORY_TILL, MEMBER_SHOPS, OWN, SHOE_SHOP

PRICE = ".line:last-child .field-price input"


def a_swiped_member_appears_without_reload(service, browser):
    service.join("A", "سپهر ر.")
    browser.open("/", "fa")
    browser.see("#devices .device-ready")
    browser.screenshot("fa-1-waiting")
    card = service.cards("A")[0]
    begun = time.monotonic()
    service.hands("swipe", member="A", card=card["card"])
    browser.see("#member h2", "سپهر")
    print(f"  shown {1000 * (time.monotonic() - begun):.0f} ms after the swipe began")
    browser.see("#say p", "خوش")
    browser.screenshot("fa-2-member")


def a_sale_by_keyboard_alone(service, browser):
    browser.press(".line .field-item input")
    browser.keys("ایگل", Keys.TAB, Keys.TAB, Keys.TAB, "۱۸۵۰۰۰۰۰۰۰", Keys.TAB)
    browser.press(".flag input")
    browser.see("#say")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.screenshot("fa-3-quote")
    browser.keys(Keys.F8)
    browser.see(".say-after")
    browser.see("#tasks")
    browser.screenshot("fa-4-sold")
    assert service.get("/v1/members/A")["points"] == 210, "the sale did not earn the second car's points"
    entries = service.get("/v1/reports/card-entries")
    swiped = [column["key"] for column in entries["columns"]].index("swiped")
    assert sum(row[swiped] for row in entries["rows"]) == 1, f"the sale does not know that the card was swiped: {entries['rows']}"


def payment_waits_for_a_fresh_quote(service, browser):
    browser.open("/", "en")
    browser.type(PRICE, "100")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    assert browser.find("#say")[0].is_displayed(), "payment was free before the cashier had anything to say"
    browser.type(PRICE, "1x")
    assert not browser.find("#pay")[0].is_enabled(), "payment stayed free after the price changed"


def a_visitor_joins_by_the_last_ticket(service, browser):
    browser.type(PRICE, "1850000000")
    browser.press(".flag input")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.press("#pay")
    browser.see(".line-sold")
    browser.press("#next-ticket")
    browser.press("#member.empty .button-quiet")
    assert browser.see("input[name=tickets]").get_attribute("value").startswith("T"), "the last ticket is not named"
    browser.type("input[name=name]", "Maryam K.")
    browser.type("input[name=phone]", "0912 000 0002")
    browser.screenshot("en-1-joining")
    browser.press(".dialog .button-primary")
    browser.see("#member h2", "Maryam")
    browser.screenshot("en-2-joined")


def a_first_card_is_printed_and_read_back(service, browser):
    member = next(card["member"] for card in service.get("/virtual/state")["cards"] if card["name"] == "Maryam K.")
    browser.press("#tasks .button")
    browser.until("no preview", lambda: browser.driver.execute_script("return document.querySelector('.card-preview')?.naturalWidth > 0"))
    service.hands("printer", condition="printer.paper_end", holds=True)
    browser.see(".dialog .device-trouble")
    browser.screenshot("en-3-no-paper")
    service.hands("printer", condition="printer.paper_end", holds=False)
    browser.see(".dialog .device-ready")
    browser.press("#print")
    browser.see(".dialog .steps .now", "Read back")
    browser.screenshot("en-4-read-back")
    service.hands("swipe_torn")
    browser.see("#notice.notice-retry")
    service.hands("scan", member=member, card=service.cards(member)[0]["card"])
    hand_over(browser)
    browser.gone(".dialog")


def hand_over(browser):
    browser.see(".dialog .advice.good")
    browser.press(".dialog .step-acts .button-primary")
    browser.gone(".dialog .step-acts .button-primary")
    browser.press(".dialog .dialog-foot .button-primary")


def a_discount_is_approved_and_explained(service, browser):
    service.join("B", "王 L.", phone="0912 000 0003")
    service.car("T-B-2", "B")
    service.car("T-B-3", "B")
    browser.open("/", "zh")
    browser.type("#who", "09120000003")
    browser.keys(Keys.ENTER)
    browser.see("#member h2", "王")
    browser.type(PRICE, "1850000000")
    browser.press(".flag input")
    browser.press("#tasks .button", "申请审批")
    browser.press("#tasks .button", "批准")
    browser.see(".line-why .adjustment")
    browser.screenshot("zh-1-approved")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.press("#pay")
    browser.see(".line-sold s")
    browser.screenshot("zh-2-sold")


def an_old_card_is_exchanged(service, browser):
    """B's first card is printed over the API, then B rises, and the card is exchanged on the page."""
    job = service.post("/v1/card-jobs", {"member": "B", "kind": "first_issue"})["job"]
    service.post(f"/v1/card-jobs/{job}/print", {})
    browser.open("/", "fa")
    service.hands("swipe", member="B", card=service.cards("B")[0]["card"])
    browser.see("#member h2", "王")
    browser.press("#tasks .button")
    browser.see(".dialog .steps")
    service.hands("swipe", member="B", card=service.cards("B")[0]["card"])
    hand_over(browser)
    service.car("T-B-5", "B")
    service.car("T-B-6", "B")
    old = service.cards("B")[0]["card"]
    service.hands("swipe", member="B", card=old)
    browser.see("#member .tier")
    browser.press("#tasks .button")
    browser.see(".dialog .steps .now")
    browser.screenshot("fa-5-old-card")
    service.hands("swipe_payment_card")
    browser.see("#notice.notice-refusal")
    service.hands("swipe", member="B", card=old)
    browser.until("no preview", lambda: browser.driver.execute_script("return document.querySelector('.card-preview')?.naturalWidth > 0"))
    browser.gone("#notice")
    browser.screenshot("fa-6-preview")
    browser.press("#print")
    browser.until("not printed", lambda: service.get("/v1/card-jobs")["jobs"][0]["state"] == "printed")
    browser.see(".dialog .steps .now", "خواندن")
    new = [card for card in service.cards("B") if card["state"] == "pending"][0]["card"]
    service.hands("scan", member="B", card=new)
    browser.see(".dialog .advice.good")
    browser.screenshot("fa-7-exchanged")
    assert [card["state"] for card in service.cards("B")] == ["replaced", "valid"]
    hand_over(browser)
    service.hands("swipe", member="B", card=old)
    browser.see("#notice.notice-refusal")
    browser.screenshot("fa-8-replaced-card")


def goods_come_back(service, browser):
    browser.open("/", "ru")
    browser.press("#open-return")
    browser.type("input[name=ticket]", "T-B-6")
    browser.keys(Keys.ENTER)
    browser.type(".list input", "1")
    browser.screenshot("ru-1-return")
    browser.press("#return-body .button-primary")
    browser.see(".dialog .prompt.good")
    browser.screenshot("ru-2-returned")


def the_virtual_counter(service, browser):
    browser.open("/virtual", "en")
    browser.see("#cards li")
    browser.until("no sheet came out", lambda: browser.driver.execute_script("return document.querySelector('.paper img')?.naturalWidth > 0"))
    browser.screenshot("en-5-virtual")
    browser.press(".plugs li:first-child .button")
    browser.see(".plugs .button-on", "Plug in")
    browser.press(".plugs .button-on")
    browser.gone(".plugs .button-on")


def the_installer_sees_every_device(service, browser):
    for language in ["en", "ru", "zh", "fa"]:
        browser.open("/devices", language)
        browser.until("a device is missing", lambda: len(browser.find(".plugged-ready")) == 3)
        service.hands("printer", condition="printer.cover_open", holds=True)
        browser.see(".plugged-trouble")
        browser.screenshot(f"{language}-devices")
        service.hands("printer", condition="printer.cover_open", holds=False)
        browser.gone(".plugged-trouble")
    service.hands("pull_out", device="msr")
    browser.until("the reader stayed", lambda: len(browser.find(".plugged")) == 2)
    service.hands("plug_in", device="msr")
    browser.until("the reader did not come back", lambda: len(browser.find(".plugged-ready")) == 3)


TESTS = [
    a_swiped_member_appears_without_reload, a_sale_by_keyboard_alone, payment_waits_for_a_fresh_quote, a_visitor_joins_by_the_last_ticket,
    a_first_card_is_printed_and_read_back, a_discount_is_approved_and_explained, an_old_card_is_exchanged, goods_come_back, the_virtual_counter,
    the_installer_sees_every_device,
]


# The tests that share a service, in their order, and what that service is started with.
SUITES = [
    (TESTS + CARD_DESK, ()),
    (CAR_CLUB, ()),
    (SHOE_SHOP + SHOE_DESK, ("sh", f"{OWN}/sh.deposits.yaml")),
    (CLINIC_DESK, ("cl", "cl.example")),
    (LABORATORY_TILL + LABORATORY, ("lb", "lb.example")),
    (CLINIC, ("cl", "cl.example")),
    (ACCESS, ()),
    (BENEFIT_DESK, ()),
    (KIOSK, ()),
    (OWNER, ()),
    (DENTAL_CLUB, ("ti", "ti.example")),
    (MEMBER_SHOPS, ("sa", "sa.example")),
    (CINEMA + CINEMA_DESK, ("ci",)),
    (REISSUE, ("sa", "sa.example")),
    (GYM, ("gy",)),
    (LOCKING, ("km", None, "--lock-after", "5s")),
    (FIRST, None),
]


def main(binary, artefacts="artefacts/pages"):
    """Every suite has a service and a browser to itself; as many run at once as there are cores."""
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        failed = 0
        for text, error in pool.map(told, range(len(SUITES)), repeat(binary), repeat(artefacts)):
            print(text, end="", flush=True)
            if error:
                failed += 1
                print(error, file=sys.stderr)
    if failed:
        sys.exit(f"error: {failed} of {len(SUITES)} page suites failed")


def told(number, binary, artefacts):
    """What a suite had to say, and what went wrong in it."""
    tests, options = SUITES[number]
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            run(tests, Service(binary, staffed=False) if options is None else Service(binary, *options), artefacts)
        except BaseException:
            return said.getvalue(), traceback.format_exc()
    return said.getvalue(), None


def run(tests, opened, artefacts):
    with opened as service, Browser(service, artefacts) as browser:
        for test in tests:
            name = test.__name__.replace("_", " ")
            print(name, flush=True)
            try:
                test(service, browser)
            except Exception:
                browser.screenshot(f"failed {name}")
                print("\n".join(browser.complaints()))
                raise
            assert not browser.complaints(), "the page's scripts complained"
    print(f"{len(tests)} page tests passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
