"""The members' own screen: swipe, see, and nothing left behind; in the four languages, upright and across, with time under the test's hand."""

import functools

from browser import Keys
from looks import bare_words, looks_right

LANGUAGES = ["fa", "zh", "ru", "en"]
NAMES = {"fa": "زهرا احمدی‌نژاد", "zh": "欧阳 娜", "ru": "Айгерим Қалиева", "en": "Ursula Vandermeer"}
# The page's clock and its ticking are the test's: it stands still, and `pass(20)` lets twenty seconds go by.
CLOCK = """
const start = Date.now();
let shift = 0;
const ticks = [];
Date.now = () => start + shift;
window.setInterval = (tick) => ticks.push(tick);
window.pass = (seconds) => { shift += seconds * 1000; for (const tick of ticks) tick(); };
"""


def size(browser, width, height):
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})


def opened(browser, language):
    """The page with the test's clock in it, and the picture that moves standing still."""
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]})
    browser.kiosk_clock = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": CLOCK})["identifier"]
    with browser.as_role("kiosk"):
        browser.open("/kiosk", language)
    browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": browser.kiosk_clock})
    browser.gone("#reader-state")


def passes(browser, seconds):
    browser.driver.execute_script("pass(arguments[0])", seconds)


def card(service, member):
    return next(card["card"] for card in service.cards(member) if card["state"] == "valid")


def swipe(service, member):
    service.hands("swipe", member=member, card=card(service, member))


def leaves_nothing(browser, member, language):
    """Neither the page nor its address nor the browser's history knows who was here."""
    html = browser.driver.execute_script("return document.documentElement.outerHTML")
    for secret in [member, NAMES[language][0] + "•", "390", "۳۹۰", "presented:"]:
        assert secret not in html, f"{secret} stayed on the page"
    assert browser.driver.execute_script("return location.search + location.hash") == "", "the address knows something"
    assert browser.driver.execute_script("return shown === null && typed === null"), "the script holds something"


def fits(browser, what):
    """Nothing sticks out of the screen sideways, and no word out of its box; and axe finds nothing."""
    looks_right(browser, what)
    wide = browser.driver.execute_script(
        "return [...document.querySelectorAll('.kiosk *')].filter((one) => one.offsetParent && getComputedStyle(one).position !== 'absolute'"
        " && (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).overflowX === 'visible' && getComputedStyle(one).display !== 'inline')).map((one) => one.className || one.tagName)")
    assert not wide, f"{what}: too wide: {wide}"


def a_member_looks_and_goes(service, browser, language):
    member = "K-" + language
    service.join(member, NAMES[language])
    for car in [2, 3]:
        service.car(f"T-{member}-{car}", member)
    size(browser, 1280, 800)
    opened(browser, language)
    fits(browser, "invitation")
    browser.screenshot(f"kiosk-{language}-1-invitation")
    swipe(service, member)
    browser.see("#account h1", NAMES[language][0] + "•••")
    browser.see("#account .balance-points")
    assert NAMES[language].split()[0] not in browser.driver.page_source, "the whole name is on the page"
    fits(browser, "account")
    browser.screenshot(f"kiosk-{language}-2-account")
    size(browser, 800, 1280)
    fits(browser, "upright account")
    browser.screenshot(f"kiosk-{language}-3-upright")
    size(browser, 1024, 768)
    fits(browser, "small account")
    browser.screenshot(f"kiosk-{language}-4-small")
    passes(browser, 15)
    browser.see("#message")
    browser.screenshot(f"kiosk-{language}-5-soon")
    browser.see("#account h1").click()
    passes(browser, 15)
    assert browser.find("#account h1"), "a touch did not keep the account"
    passes(browser, 20)
    browser.see("#attract h1")
    leaves_nothing(browser, member, language)
    size(browser, 800, 1280)
    browser.screenshot(f"kiosk-{language}-6-upright-invitation")
    size(browser, 1024, 768)


def the_next_swipe_shows_the_next_member_only(service, browser):
    opened(browser, "en")
    swipe(service, "K-en")
    browser.see("#account h1", "U•••")
    swipe(service, "K-ru")
    browser.see("#account h1", "А•••")
    assert "U•••" not in browser.driver.page_source, "the member before is still there"
    service.hands("swipe_payment_card")
    browser.see("#message.kiosk-message-bad", "not a member card")
    leaves_nothing(browser, "K-ru", "ru")
    browser.screenshot("kiosk-en-7-bank-card")
    service.hands("swipe_torn")
    browser.see("#message.kiosk-message-bad", "Swipe it again")


def a_reader_that_goes_takes_the_account_with_it(service, browser):
    opened(browser, "en")
    swipe(service, "K-en")
    browser.see("#account h1", "U•••")
    service.hands("pull_out", device="msr")
    browser.see("#message.kiosk-message-bad", "reader is away")
    leaves_nothing(browser, "K-en", "en")
    service.hands("pull_out", device="scanner")
    browser.see("#reader-state")
    browser.screenshot("kiosk-en-8-no-reader")
    service.hands("plug_in", device="msr")
    service.hands("plug_in", device="scanner")
    browser.gone("#reader-state")


def another_language_is_chosen_without_a_new_page(service, browser):
    opened(browser, "fa")
    for code, direction in [("ru", "ltr"), ("zh", "ltr"), ("en", "ltr"), ("fa", "rtl"), ("en", "ltr")]:
        browser.press(f".kiosk-tile[data-language={code}]")
        root = browser.driver.execute_script("return [document.documentElement.lang, document.documentElement.dir]")
        assert root == [code, direction], root
    before = browser.driver.execute_script("return history.length")
    swipe(service, "K-fa")
    browser.see("#account", "Your points")
    browser.press("#done")
    browser.see("#attract h1", "Swipe or scan")
    assert browser.driver.execute_script("return history.length") == before, "the history grew"


def a_number_is_typed_so_often_and_no_more(service, browser):
    opened(browser, "fa")
    browser.press("#open-pad")
    browser.press(".key", "۹")
    browser.press(".key", "۰")
    browser.press(".key", "۰")
    fits(browser, "keys")
    browser.screenshot("kiosk-fa-9-keys")
    browser.press("#send")
    browser.see("#message.kiosk-message-bad")
    browser.keys(Keys.BACK_SPACE)
    browser.until("a digit stayed", lambda: browser.find("#digits")[0].text == "۹۰")
    busy = "۳۰"
    for _ in range(6):
        browser.press("#send")
        browser.see("#message.kiosk-message-bad")
    browser.until("typing never ends", lambda: (browser.press("#send"), browser.see("#message", "ثانیه"))[1])
    assert busy
    passes(browser, 20)
    browser.see("#attract h1")
    assert browser.driver.execute_script("return document.querySelector('#digits') === null"), "the typed digits stayed"


def a_statement_comes_out(service, browser):
    opened(browser, "en")
    swipe(service, "K-en")
    browser.see("#account h1", "U•••")
    sheets = service.get("/virtual/state")["sheets"]
    browser.press("#print")
    browser.see("#message", "coming out")
    browser.until("no statement came out", lambda: service.get("/virtual/state")["sheets"] > sheets)
    service.hands("printer", condition="printer.cover_open", holds=True)
    browser.press("#print")
    browser.see("#message.kiosk-message-bad", "could not be printed")
    browser.screenshot("kiosk-en-10-not-printed")
    service.hands("printer", condition="printer.cover_open", holds=False)
    browser.press("#done")
    browser.see("#attract")


def bare(browser):
    """Words from outside the catalogue, other than the club's own name in the title."""
    return [text for text in bare_words(browser) if text.strip("– ") != "Kerman Motor customer club"]


def every_word_comes_from_the_catalogue(service, browser):
    opened(browser, "en-XA")
    assert not bare(browser), bare(browser)
    swipe(service, "K-en")
    browser.see("#account h1", "U•••")
    assert not bare(browser), bare(browser)


def by_keyboard_alone(service, browser):
    opened(browser, "en")
    swipe(service, "K-en")
    browser.see("#account h1", "U•••")
    browser.keys(Keys.TAB, Keys.TAB, Keys.ENTER)
    browser.see("#attract h1")
    swipe(service, "K-en")
    browser.see("#account h1", "U•••")
    browser.keys(Keys.ESCAPE)
    browser.see("#attract h1")


def in_each_language(test):
    def named(language):
        one = functools.partial(test, language=language)
        one.__name__ = f"{test.__name__}, {language}"
        return one

    return [named(language) for language in LANGUAGES]


KIOSK = in_each_language(a_member_looks_and_goes) + [
    the_next_swipe_shows_the_next_member_only, a_reader_that_goes_takes_the_account_with_it, another_language_is_chosen_without_a_new_page,
    a_number_is_typed_so_often_and_no_more, a_statement_comes_out, every_word_comes_from_the_catalogue,
    by_keyboard_alone,
]
