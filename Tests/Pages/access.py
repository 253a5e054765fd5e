"""The door: the first manager, signing in by PIN and by staff card, wrong PINs, the lock, pages that are not one's own, staff and machines."""

import functools
import re

from browser import Keys
from looks import looks_right
from service import PIN, STAFF

LANGUAGES = ["fa", "zh", "ru", "en"]


def path(browser):
    return browser.driver.execute_script("return location.pathname")


def arrives(browser, wanted):
    browser.until(f"{wanted} was never reached", lambda: path(browser) == wanted)


def fits(browser):
    """Nothing is cut off or pushed out, axe finds no violation, and the bar stays on one line."""
    looks_right(browser, browser.driver.current_url)
    bar = browser.find(".bar")
    if bar:
        assert bar[0].size["height"] < 80, f"the bar wraps: {bar[0].size['height']} px"


def the_first_manager_comes_by_the_printed_address(service, browser):
    browser.role = None
    browser.visit("/")
    arrives(browser, "/set-up")
    assert not browser.find("input[name=pin]"), "anybody could set up"
    address = re.search(r"/set-up\?code=[0-9a-z]+", service.said()).group(0)
    for language in LANGUAGES:
        browser.visit(f"{address}&language={language}")
        browser.see("h1")
        fits(browser)
        browser.screenshot(f"access-{language}-1-set-up")
    browser.type("input[name=name]", "Olga")
    browser.type("input[name=pin]", "1234")
    browser.type("input[name=again]", "1234")
    browser.keys(Keys.ENTER)
    browser.see("#trouble", "first that anybody would try")
    browser.screenshot("access-en-2-easy-pin")
    browser.type("input[name=pin]", PIN)
    browser.type("input[name=again]", PIN)
    browser.keys(Keys.ENTER)
    arrives(browser, "/staff")
    browser.see("#link.link-good")
    browser.see(".access-who", "Olga")
    browser.visit(address)
    arrives(browser, "/")
    browser.open("/staff", "en")


def staff_and_machines_are_let_in(service, browser):
    browser.type("#add-person input[name=name]", "Karim")
    browser.type("#add-person input[name=pin]", "7082")
    browser.press("#add-person button")
    browser.see(".access-who", "Karim")
    browser.type("#add-machine input[name=name]", "Till 1")
    browser.press("#add-machine button")
    token = browser.see("#token").text
    assert re.fullmatch(r"ml_[0-9a-z]{8}_[0-9a-z]{60}", token), token
    browser.screenshot("access-en-3-token")
    service.token = token
    assert service.get("/v1/devices")["devices"], "the new token does not work"
    for language in LANGUAGES:
        browser.visit(f"/staff?language={language}")
        browser.see("#link.link-good")
        browser.press(".access-acts summary")
        browser.see(".card-form button")
        fits(browser)
        browser.screenshot(f"access-{language}-4-staff")
        browser.press("#menu summary")
        browser.see(".menu-sheet form")
        browser.screenshot(f"access-{language}-5-menu")
    assert "ml_" not in browser.driver.page_source, "a token is shown twice"


FIRST = [the_first_manager_comes_by_the_printed_address, staff_and_machines_are_let_in]


def signing_in(service, browser, language):
    """By name and the pad of digits, after a slip; and back to the page that was asked for."""
    browser.forget()
    browser.visit(f"/card-desk?language={language}")
    arrives(browser, "/sign-in")
    browser.see(".tile", STAFF["card_desk"])
    fits(browser)
    browser.screenshot(f"access-{language}-6-who")
    browser.press(".tile", STAFF["card_desk"])
    browser.see("#pad .pad-key")
    browser.type("#pin", "0001")
    browser.keys(Keys.ENTER)
    browser.see("#trouble")
    fits(browser)
    browser.screenshot(f"access-{language}-7-wrong-pin")
    keys = browser.find("#pad .pad-key")
    for digit in PIN:
        keys[{"0": 10}.get(digit, int(digit) - 1)].click()
    browser.screenshot(f"access-{language}-8-pad")
    browser.press("#pin-form .button-primary")
    arrives(browser, "/card-desk")
    browser.see("#link.link-good")
    fits(browser)
    assert browser.driver.execute_script("return document.documentElement.lang") == language


def a_page_of_others_says_so(service, browser, language):
    browser.visit(f"/staff?language={language}")
    browser.see("#trouble")
    fits(browser)
    browser.screenshot(f"access-{language}-9-not-allowed")
    browser.press(".door-sheet .button")
    arrives(browser, "/card-desk")
    browser.press("#menu summary")
    links = [link.get_attribute("href").removeprefix(browser.root) for link in browser.find(".menu-sheet nav a")]
    assert "/card-desk" in links and "/staff" not in links and "/" not in links, links


def a_staff_card_opens_the_door(service, browser):
    with browser.as_role("manager"):
        browser.open("/staff", "en")
        row = f".access[data-access='{service.access['cashier']}']"
        browser.press(row + " summary")
        browser.press(row + " .card-form button")
        browser.see(row + " .prompt")
        service.hands("scan", code="STAFF-7")
        browser.see(row + " .chip-good")
    browser.forget()
    browser.visit("/?language=en")
    arrives(browser, "/sign-in")
    browser.until("the door does not listen", lambda: browser.driver.execute_script("return document.documentElement.dataset.listening") == "true")
    browser.screenshot("access-en-10-swipe")
    service.hands("scan", code="STAFF-7")
    arrives(browser, "/")
    browser.see("#link.link-good")
    browser.see(".menu-name", STAFF["cashier"])
    browser.signed_in = "cashier"


def who_signs_out_is_out(service, browser):
    with browser.as_role("cashier"):
        browser.open("/", "en")
        browser.press("#menu summary")
        browser.press(".menu-acts button:last-child")
        arrives(browser, "/sign-in")
        browser.signed_in = None
        browser.visit("/devices")
        arrives(browser, "/sign-in")


def in_each_language(test):
    def named(language):
        one = functools.partial(test, language=language)
        one.__name__ = f"{test.__name__}, {language}"
        return one

    return [named(language) for language in LANGUAGES]


ACCESS = [test for pair in zip(in_each_language(signing_in), in_each_language(a_page_of_others_says_so)) for test in pair]
ACCESS += [a_staff_card_opens_the_door, who_signs_out_is_out]


def an_idle_page_locks_and_comes_back(service, browser):
    """The lock is five seconds: the page goes by itself, though it listens and reads all the while."""
    browser.visit(f"/sign-in?language=en&next=/card-desk&who={service.access['manager']}")
    browser.type("#pin", PIN)
    browser.keys(Keys.ENTER)
    browser.see(".note", "The screen is locked")
    browser.see(".door-sheet h1", STAFF["manager"])
    browser.screenshot("access-en-11-locked")
    browser.type("#pin", PIN)
    browser.keys(Keys.ENTER)
    arrives(browser, "/card-desk")


LOCKING = [an_idle_page_locks_and_comes_back]
