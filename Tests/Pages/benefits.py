"""The benefit desk's page: from the wish to the telling, the lists that follow it, and what only the staff may see."""

from browser import Keys
from fitting import LANGUAGES, fits, in_each_language, speaks_by_the_book, weighs_little

NAMES = {"fa": "سپهر رضایی", "zh": "王莉", "ru": "Айгерим К.", "en": "Maryam K."}


def diamond(service, member, name, phone):
    service.join(member, name, phone=phone)
    for car in range(5):
        service.car(f"T-{member}-{car}", member)


def rows(browser):
    return len(browser.find("#requests .request"))


def a_wish_goes_from_asking_to_telling(service, browser, language):
    """By keyboard alone up to the new request; then approved, told, and looked back on."""
    member, phone = "B-" + language, f"0912 000 100{LANGUAGES.index(language)}"
    diamond(service, member, NAMES[language], phone)
    browser.open("/benefits", language)
    browser.see("#requests .note")
    fits(browser)
    browser.screenshot(f"benefits-{language}-empty")
    browser.find("body")[0].send_keys(Keys.F2)
    browser.keys(phone, Keys.ENTER)
    browser.see("#person .tier")
    browser.keys(Keys.TAB, Keys.TAB)
    browser.keys(Keys.ENTER)
    browser.see(".dialog form")
    if language == "fa":
        browser.type("input[name=due_date]", "۱۴۷۸/۰۶/۱۵")
    choose(browser, "invitation", "yes")
    choose(browser, "paid_in_full", "yes")
    fits(browser)
    browser.screenshot(f"benefits-{language}-wish")
    browser.press(".dialog .button-primary")
    browser.see("#requests .request", NAMES[language].split()[0])
    browser.see("#person .small-list li")
    fits(browser)
    browser.screenshot(f"benefits-{language}-open")
    wish = service.get("/v1/benefit-requests?state=open")["requests"][0]
    assert wish["circumstances"]["invitation"] and wish["circumstances"]["paid_in_full"]
    if language == "fa":
        assert wish["circumstances"]["due_date"] == "2099-09-05", "the Iranian day was read wrongly"
    browser.press("#requests .request-acts .button:first-child")
    browser.see("#requests .chip-warning")
    browser.press("#requests .request-acts .button-primary")
    browser.type("textarea", "OK")
    browser.press(".dialog .button-primary")
    browser.see("#requests .note")
    browser.press("#lists .tab:nth-child(2)")
    browser.see("#requests .chip-good")
    browser.screenshot(f"benefits-{language}-to-tell")
    browser.press("#requests .request-acts .button-quiet")
    browser.see("#notice.notice-done")
    browser.press("#requests .request-acts .button-primary")
    browser.see("#requests .note")
    browser.press("#lists .tab:nth-child(3)")
    browser.until("it is not looked back on", lambda: rows(browser) == 1 + LANGUAGES.index(language))
    fits(browser)
    browser.screenshot(f"benefits-{language}-told")


def choose(browser, name, value):
    browser.driver.execute_script(
        "const field = document.querySelector('.dialog select[name=' + arguments[0] + ']'); field.value = arguments[1]", name, value)


def a_refusal_needs_its_reason(service, browser):
    service.post("/v1/benefit-requests", {"request": "W1", "member": "B-en", "benefit": "purchase_discount"})
    browser.open("/benefits", "en")
    browser.press("#requests .request-acts .button:not(.button-primary):not(.button-quiet)")
    browser.press(".dialog .button-primary")
    assert browser.see(".dialog textarea"), "refused without a reason"
    assert service.get("/v1/benefit-requests/W1")["state"] == "requested"
    browser.type("textarea", "No car left")
    browser.screenshot("benefits-en-refusing")
    browser.press(".dialog .button-primary")
    browser.see("#requests .note")
    browser.press("#lists .tab:nth-child(2)")
    browser.see("#requests .request", "No car left")


def a_wish_out_of_its_time_is_refused_by_name(service, browser):
    browser.open("/benefits", "en")
    browser.type("#who", "09120001003")
    browser.keys(Keys.ENTER)
    browser.press("#person .stack .button:first-child")
    browser.driver.execute_script("document.querySelector('input[name=due_date]').value = '2099-06-01'")
    browser.press(".dialog .button-primary")
    browser.see(".dialog #notice.notice-refusal")
    browser.screenshot("benefits-en-too-early")
    browser.press(".dialog .button-quiet")


def another_desk_decides_meanwhile(service, browser):
    service.post("/v1/benefit-requests", {"request": "W2", "member": "B-en", "benefit": "purchase_discount"})
    browser.open("/benefits", "en")
    browser.see("#requests .request", "W2")
    service.post("/v1/benefit-requests/W2/decision", {"approved": True})
    browser.see("#requests .note")
    service.hands("swipe", member="B-en", card=service.cards("B-en")[0]["card"])
    browser.see("#person", "Maryam")


def who_may_not_decide_only_reads_and_tells(service, browser):
    service.post("/v1/benefit-requests", {"request": "W3", "member": "B-en", "benefit": "purchase_discount"})
    browser.open("/benefits", "en")
    browser.see("#requests .request", "W3")
    browser.driver.execute_script("page.mayDecide = false; showRequests()")
    browser.see("#requests .request-acts .note")
    assert len(browser.find("#requests .request-acts .button")) == 1, "more than the slip is left to press"
    browser.screenshot("benefits-en-reading")
    service.post("/v1/benefit-requests/W3/decision", {"approved": True})
    browser.press("#lists .tab:nth-child(2)")
    browser.see("#requests .request", "W3")
    browser.press("#requests .request:last-child .button-primary")
    browser.until("it was not told", lambda: service.get("/v1/benefit-requests/W3").get("told_at"))


def a_long_list_comes_in_portions(service, browser):
    for number in range(25):
        service.post("/v1/benefit-requests", {"request": f"L{number}", "member": "B-en", "benefit": "purchase_discount"})
    browser.open("/benefits", "en")
    browser.until("not a portion", lambda: rows(browser) == 20)
    browser.press("#more")
    browser.until("not all of them", lambda: rows(browser) == 25)
    browser.gone("#more")
    service.post("/v1/benefit-requests/L0/decision", {"approved": True})
    browser.until("a change took others out of sight", lambda: rows(browser) == 24)
    weighs_little(browser)


def every_word_is_from_the_catalogue(service, browser):
    """In the pseudo-language; the benefits' names are the club's."""
    browser.open("/benefits", "en-XA")
    browser.see("#requests .request")
    browser.type("#who", "09120001003")
    browser.keys(Keys.ENTER)
    browser.see("#person .stack .button")
    club = [one.text for one in browser.find("#person .stack .button")] + [browser.find("#person .tier")[0].text]
    speaks_by_the_book(service, browser, *club)
    browser.press("#person .stack .button:nth-child(2)")
    browser.see(".dialog form")
    speaks_by_the_book(service, browser, *club)
    browser.press(".dialog .button-quiet")
    browser.press("#requests .request-acts .button-primary")
    browser.see(".dialog form")
    speaks_by_the_book(service, browser, *club)
    browser.press(".dialog .button-quiet")


BENEFIT_DESK = [
    *in_each_language(a_wish_goes_from_asking_to_telling), a_refusal_needs_its_reason, a_wish_out_of_its_time_is_refused_by_name,
    another_desk_decides_meanwhile, who_may_not_decide_only_reads_and_tells, a_long_list_comes_in_portions, every_word_is_from_the_catalogue,
]
