"""The front desk's page, each area in the club whose table has it: prices, visits, complaints, calls, passes, pick-ups, numbers, the queue."""

from browser import Keys
from fitting import LANGUAGES, fits, in_each_language, speaks_by_the_book, weighs_little

NAMES = {"fa": "زهرا احمدی‌نژاد", "zh": "欧阳 娜", "ru": "Айгерим Қ.", "en": "Ursula V."}


def tab(browser, number):
    browser.press(f"#areas .tab:nth-child({number})")


# The laboratory: prices, complaints, calls to make, telephone numbers.


def a_caller_asks_for_a_price(service, browser, language):
    browser.open("/front-desk", language)
    browser.until("the list does not show", lambda: len(browser.find(".record")) == 4)
    fits(browser)
    browser.screenshot(f"front-{language}-prices")
    names = {"fa": "ادرار", "zh": "尿", "ru": "мочи", "en": "urine"}
    browser.type("#question", names[language])
    browser.until("not the one asked for", lambda: len(browser.find(".record")) == 1)
    browser.see(".record .chip-warning")
    browser.see(".record-figure", "–")
    browser.screenshot(f"front-{language}-paused")
    browser.type("#question", "zzz")
    browser.until("what is not in the list is not said", lambda: "zzz" in browser.find(".records")[0].text)
    browser.screenshot(f"front-{language}-not-listed")


def a_complaint_goes_to_the_manager_and_is_settled(service, browser, language):
    browser.open("/front-desk", language)
    tab(browser, 2)
    browser.press("#area .row .button-primary")
    browser.type("input[name=name]", NAMES[language])
    browser.press(".dialog .button-primary")
    assert browser.see(".dialog form"), "a complaint without anywhere to answer to was taken in"
    browser.type("input[name=contact]", "8 900 000 00 01")
    browser.type("textarea", NAMES[language] + " …")
    fits(browser)
    browser.screenshot(f"front-{language}-complaint")
    browser.press(".dialog .button-primary")
    browser.see("#area .say p")
    browser.see(".record", NAMES[language].split()[0])
    fits(browser)
    browser.screenshot(f"front-{language}-waiting")
    browser.press(".record .button")
    browser.type("textarea", "OK")
    browser.screenshot(f"front-{language}-outcome")
    browser.press(".dialog .button-primary")
    browser.until("it still waits", lambda: not service.get("/v1/feedback")["feedback"])
    browser.gone(".record")


def a_call_is_promised_for_its_time(service, browser, language):
    browser.open("/front-desk", language)
    tab(browser, 2)
    browser.press("#area .row .button:last-child")
    browser.type("input[name=contact]", "8 900 000 00 02")
    if language == "fa":
        browser.type("input[name=due_day]", "۱۴۷۸/۶/۱۵")
    else:
        browser.driver.execute_script("document.querySelector('input[name=due_day]').value = '2099-09-05'")
    browser.driver.execute_script("document.querySelector('input[name=due_time]').value = '15:30'")
    browser.screenshot(f"front-{language}-call")
    browser.press(".dialog .button-primary")
    browser.see("#area .say p:nth-child(2)")
    browser.screenshot(f"front-{language}-promised")
    call = service.get("/v1/feedback")["feedback"][-1]
    assert call["due_at"].startswith("2099-09-05T15:30"), call["due_at"]
    service.post(f"/v1/feedback/{call['feedback']}/outcome", {"text": "called"})
    browser.gone(".record")


def inside_numbers_are_marked(service, browser, language):
    browser.open("/front-desk", language)
    tab(browser, 3)
    browser.until("the numbers do not show", lambda: len(browser.find(".record")) == 2)
    assert len(browser.find(".record-internal")) == 1 and len(browser.find(".record .chip-good")) == 1
    fits(browser)
    browser.screenshot(f"front-{language}-directory")
    weighs_little(browser)


def the_area_stays_when_the_page_comes_again(service, browser):
    browser.open("/front-desk", "en")
    tab(browser, 3)
    browser.see(".record-internal")
    browser.driver.refresh()
    browser.see(".record-internal")


def every_word_is_from_the_catalogue(service, browser):
    """In the pseudo-language; what is in the list and whom to call are the club's words."""
    browser.open("/front-desk", "en-XA")
    browser.until("the list does not show", lambda: len(browser.find(".record")) == 4)
    club = browser.driver.execute_script("return [...document.querySelectorAll('.record strong, .record p')].map((one) => one.textContent)")
    speaks_by_the_book(service, browser, *club, "RUB", "January")
    tab(browser, 2)
    for button in [1, 2]:
        browser.press(f"#area .row .button:nth-child({button})")
        browser.see(".dialog form")
        speaks_by_the_book(service, browser)
        browser.press(".dialog .button-quiet")
    tab(browser, 3)
    browser.see(".record")
    speaks_by_the_book(service, browser, *[one.text for one in browser.find(".record strong")])


def what_a_caller_is_told_stays_when_others_take_something_in(service, browser):
    browser.open("/front-desk", "en")
    tab(browser, 2)
    browser.press("#area .row .button-primary")
    browser.type("input[name=contact]", "8 900 000 00 03")
    browser.type("textarea", "slow")
    browser.press(".dialog .button-primary")
    browser.until("it was not taken in", lambda: len(browser.find(".record")) == 1)
    service.post("/v1/feedback", {"kind": "complaint", "contact": "8 900 000 00 04", "essence": "slow too"})
    browser.until("the list did not come again", lambda: len(browser.find(".record")) == 2)
    assert browser.see("#area .say p"), "what the caller is told went with the list"
    tab(browser, 1)
    tab(browser, 2)
    browser.until("the list did not come again", lambda: len(browser.find(".record")) == 2)
    assert not browser.find("#area .say p"), "another caller is told what was meant for the last one"


LABORATORY = [
    *in_each_language(a_caller_asks_for_a_price), *in_each_language(a_complaint_goes_to_the_manager_and_is_settled),
    *in_each_language(a_call_is_promised_for_its_time), *in_each_language(inside_numbers_are_marked), every_word_is_from_the_catalogue, the_area_stays_when_the_page_comes_again,
    what_a_caller_is_told_stays_when_others_take_something_in,
]


# The gym: visits by swipe, the day's count, the slip to sign.


def a_coach_logs_visits(service, browser, language):
    staff = {"fa": "رضا م.", "zh": "李教练", "ru": "Тренер О.", "en": "Coach T."}[language]
    for number in range(4):
        service.post("/v1/members", {"member": f"V-{language}-{number}", "name": NAMES[language], "phone": f"1380000{LANGUAGES.index(language)}{number}00"})
    browser.open("/front-desk", language)
    browser.see("#area .note")
    browser.screenshot(f"front-{language}-visits-empty")
    browser.type("input[name=staff]", staff)
    for number in range(4):
        member = f"V-{language}-{number}"
        service.hands("swipe", member=member, card=service.cards(member)[0]["card"])
        browser.see("#area .button-primary")
        browser.until("the coach was forgotten", lambda: browser.see("input[name=staff]").get_attribute("value") == staff)
        browser.until("the field has no focus", lambda: browser.driver.execute_script("return document.activeElement.name") == "staff")
        browser.keys(Keys.ENTER)
        browser.see(".paper-slip p:nth-child(5)")
        if number == 0:
            browser.screenshot(f"front-{language}-slip")
            sheets = service.get("/virtual/state")["sheets"]
            browser.press(".dialog .dialog-foot .button:not(.button-primary)")
            browser.until("no slip came out", lambda: service.get("/virtual/state")["sheets"] == sheets + 1)
        browser.press(".dialog .button-primary")
        browser.gone(".dialog")
    browser.until("the count is wrong", lambda: any(staff in one.text and count(4, language) in one.text for one in browser.find(".record")))
    fits(browser)
    browser.screenshot(f"front-{language}-visits")
    day = service.get("/v1/visits")
    assert next(one for one in day["staff"] if one["staff"] == staff)["missing"] == 0


def count(number, language):
    return "۰۱۲۳۴"[number] if language == "fa" else str(number)


GYM = in_each_language(a_coach_logs_visits)


# The clinic: passes.


def a_pass_is_issued_and_used(service, browser, language):
    phone = f"7701000000{LANGUAGES.index(language)}"
    service.post("/v1/members", {"member": "P-" + language, "name": NAMES[language], "phone": phone})
    browser.open("/front-desk", language)
    names = browser.driver.execute_script("return areas.map(([name]) => name)")
    tab(browser, names.index("passes") + 1)
    browser.see("#area .note")
    browser.type("#who", phone)
    browser.keys(Keys.ENTER)
    browser.press("#area .row .button-primary")
    browser.type("input[name=name]", "Massage")
    browser.type("input[name=units]", "10" if language != "fa" else "۱۰")
    browser.screenshot(f"front-{language}-pass")
    browser.press(".dialog .button-primary")
    browser.press(".record .button")
    browser.until("no unit was taken", lambda: service.get("/v1/passes?member=P-" + language)["passes"][0]["left"] == 9)
    browser.see(".record .chip-good")
    fits(browser)
    browser.screenshot(f"front-{language}-passes")


CLINIC_DESK = in_each_language(a_pass_is_issued_and_used)


# The cinema: what is booked, first in the queue.


def a_booking_waits_and_is_handed_over(service, browser, language):
    phone = f"1380000000{LANGUAGES.index(language)}"
    member = "U-" + language
    service.post("/v1/members", {"member": member, "name": NAMES[language], "phone": phone})
    browser.open("/front-desk", language)
    names = browser.driver.execute_script("return areas.map(([name]) => name)")
    tab(browser, names.index("pick-ups") + 1)
    browser.type("#who", phone)
    browser.keys(Keys.ENTER)
    browser.press("#area .row .button")
    browser.type("input[name=what]", "7 / 8")
    browser.type("input[name=quantity]", "2")
    browser.keys(Keys.ENTER)
    browser.see(".record", "7 / 8")
    tab(browser, 1)
    service.hands("swipe", member=member, card=service.cards(member)[0]["card"])
    browser.see("#areas .tab[aria-pressed=true]:not(:first-child)")
    browser.see("#person .prompt")
    fits(browser)
    browser.screenshot(f"front-{language}-pick-ups")
    browser.press(".record .button-primary")
    browser.gone(".record")
    before = service.get("/virtual/state")["sheets"]
    tab(browser, names.index("queue") + 1)
    browser.type("input[name=number]", "17")
    browser.screenshot(f"front-{language}-queue")
    browser.keys(Keys.ENTER)
    browser.until("no place was printed", lambda: service.get("/virtual/state")["sheets"] == before + 1)


CINEMA_DESK = in_each_language(a_booking_waits_and_is_handed_over)


# The shoe shop: a suggestion that is adopted earns a gift.


def an_adopted_suggestion_earns_a_gift(service, browser):
    line = {"id": "1", "category": "shoes", "quantity": 1, "unit_price": 20000}
    service.post("/v1/sales", {"ticket": "T1", "lines": [line]})
    service.post("/v1/members", {"member": "G", "name": "欧阳 娜", "tickets": ["T1"], "phone": "13800000009"})
    browser.open("/front-desk", "zh")
    browser.type("#who", "13800000009")
    browser.keys(Keys.ENTER)
    browser.press("#area .row .button", "建议")
    browser.type("textarea", "鞋带再长一点")
    browser.press(".dialog .button-primary")
    browser.press(".record .button")
    browser.press(".dialog .flag input")
    browser.type("textarea", "已采纳")
    browser.screenshot("front-zh-adopting")
    browser.press(".dialog .button-primary")
    browser.see("#notice.notice-done", "礼品")
    assert service.get("/v1/members/G")["gifts"] == 1


SHOE_DESK = [an_adopted_suggestion_earns_a_gift]
