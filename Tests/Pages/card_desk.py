"""The card desk's page: from swipe to done, a jam and a power cut in the middle, the wrong cards, in the four languages."""

import functools

from browser import Keys

LANGUAGES = ["fa", "zh", "ru", "en"]
NAMES = {"fa": "زهرا احمدی‌نژاد", "zh": "欧阳 娜", "ru": "Айгерим Қ.", "en": "Ursula V."}


def drawn(browser):
    browser.until("no preview", lambda: browser.driver.execute_script("return document.querySelector('.card-preview')?.naturalWidth > 0"))


def state(service, member):
    return next((job["state"] for job in service.get("/v1/card-jobs")["jobs"] if job["member"] == member), None)


def card(service, member, worth):
    return next(card["card"] for card in service.cards(member) if card["state"] == worth)


def first_card(service, browser, language):
    """Joins by two cars, swipes, and is given a first card by keyboard alone."""
    member = "D-" + language
    service.join(member, NAMES[language])
    browser.open("/card-desk", language)
    browser.see("#job.empty .swipe")
    browser.screenshot(f"desk-{language}-1-waiting")
    service.hands("swipe", member=member, card=card(service, member, "valid"))
    browser.see("#job .row .button-primary")
    browser.keys(Keys.ENTER)
    drawn(browser)
    browser.see("#jobs .job-link[aria-current]", NAMES[language].split()[0])
    browser.screenshot(f"desk-{language}-2-preview")
    browser.keys(Keys.ENTER)
    browser.until("not printed", lambda: state(service, member) == "printed")
    browser.see("#job .steps .now")
    service.hands("scan", member=member, card=card(service, member, "valid"))
    browser.see("#job .advice.good")
    browser.press("#job .step-acts .button-primary")
    browser.gone("#job .step-acts .button-primary")
    browser.press("#job .dialog-foot .button")
    browser.see("#job.empty")


def exchange(service, browser, language):
    """Rises, and the card is exchanged: wrong cards are named, paper ends half-way, the power goes, and the old card works until the new one is read."""
    member, other = "D-" + language, "A"
    service.car(f"{member}-2", member)
    service.car(f"{member}-3", member)
    old = card(service, member, "valid")
    service.hands("swipe", member=member, card=old)
    browser.press("#job .row .button-primary")
    browser.see("#job .advice")
    browser.screenshot(f"desk-{language}-3-old-card")
    service.hands("swipe", member=other, card=card(service, other, "valid"))
    browser.see("#notice.notice-retry")
    browser.press("#job .step-acts .button-quiet")
    browser.screenshot(f"desk-{language}-4-anothers-card")
    service.hands("swipe", member=member, card=old)
    drawn(browser)
    browser.gone("#notice")
    service.hands("printer", condition="printer.recoverable_error", holds=True)
    browser.see("#job .printer-line.device-trouble")
    browser.press("#print")
    browser.see("#notice")
    browser.screenshot(f"desk-{language}-5-jam")
    service.hands("printer", condition="printer.recoverable_error", holds=False)
    service.hands("printer", condition="printer.paper_end", after=2000)
    browser.press("#print")
    browser.until("not spoiled", lambda: state(service, member) == "spoiled")
    browser.see("#job .advice li:nth-child(2)")
    browser.screenshot(f"desk-{language}-6-spoiled")
    service.hands("printer", condition="printer.paper_end", holds=False)
    service.lose_power()
    browser.see("#link.link-good")
    browser.was_cut_off()
    browser.press("#print")
    browser.until("not printed", lambda: state(service, member) == "printed")
    browser.see("#job .steps .now")
    service.hands("swipe", member=member, card=old)
    browser.see("#notice.notice-retry")
    browser.screenshot(f"desk-{language}-7-old-card-read-back")
    service.hands("swipe", member=member, card=next(one["card"] for one in service.cards(member) if one["state"] == "unused"))
    browser.until("the waste is not named", lambda: service.get("/v1/card-jobs") and browser.see("#notice.notice-retry"))
    service.hands("swipe_payment_card")
    browser.see("#notice.notice-refusal")
    assert card(service, member, "valid") == old, "a wrong card changed something"
    service.hands("scan", member=member, card=card(service, member, "pending"))
    browser.see("#job .advice.good")
    browser.screenshot(f"desk-{language}-8-done")
    assert card(service, member, "replaced") == old
    browser.press("#job .step-acts .button-primary")
    browser.gone("#job .step-acts .button-primary")
    browser.press("#job .dialog-foot .button")
    service.hands("swipe", member=member, card=old)
    browser.see("#notice.notice-refusal")
    browser.screenshot(f"desk-{language}-9-replaced")


def an_abandoned_card_is_found_and_given_up(service, browser):
    service.post("/v1/card-jobs", {"member": "D-en", "kind": "reissue", "reason": "damaged"})
    browser.open("/card-desk", "en")
    browser.press("#jobs .job-link", NAMES["en"])
    browser.see("#job .steps .now")
    browser.type("#job .step-acts input", "9001 0000")
    browser.keys(Keys.ENTER)
    browser.see("#notice")
    browser.press("#job .dialog-foot .button-quiet", "Cancel")
    browser.see("#job .advice", "still valid")
    browser.see("#jobs .note")


def a_stripe_is_written_and_read_back(service, browser):
    service.hands("plug_in", device="writer")
    service.join("W", "W. X.")
    job = service.post("/v1/card-jobs", {"member": "W", "kind": "first_issue"})["job"]
    service.post(f"/v1/card-jobs/{job}/print", {})
    browser.until("the writer is not there", lambda: any("605" in device["model"] for device in service.get("/v1/devices")["devices"]))
    browser.open("/card-desk", "en")
    browser.press("#jobs .job-link", "W. X.")
    browser.press("#job .step-acts .button", "Write the stripe")
    browser.see("#job .busy", "Draw the card")
    browser.screenshot("desk-en-stripe")
    browser.until("the stripe is not written", lambda: service.hands("draw") and service.get(f"/v1/card-jobs/{job}").get("stripe"))
    browser.see("#job .done-already")
    service.hands("pull_out", device="writer")


def a_lost_card_is_made_anew(service, browser, language):
    member = "L-" + language
    phone = f"138000000{LANGUAGES.index(language)}0"
    service.post("/v1/members", {"member": member, "name": NAMES[language], "phone": phone})
    service.post("/v1/members/" + member, {"birthday": "1980-01-01"}, method="PATCH")
    service.post("/v1/fees", {"member": member, "fee": "annual"})
    browser.open("/card-desk", language)
    service.hands("swipe", member=member, card=card(service, member, "valid"))
    browser.press("#job .row .button-primary")
    drawn(browser)
    browser.press("#print")
    browser.until("not printed", lambda: state(service, member) == "printed")
    service.hands("scan", member=member, card=card(service, member, "valid"))
    browser.see("#job .advice.good")
    lost = card(service, member, "valid")
    browser.press("#job .dialog-foot .button")
    browser.type("#who", phone)
    browser.keys(Keys.ENTER)
    browser.press("#job .row .button")
    browser.see("#job form select")
    browser.driver.execute_script(
        "const reason = document.querySelector('#job form select'); reason.value = 'lost'; reason.dispatchEvent(new Event('change'))")
    browser.type("#job form label:not([hidden]) input", "N. N.")
    browser.screenshot(f"desk-{language}-reissue")
    browser.keys(Keys.ENTER)
    browser.see("#job .fee")
    drawn(browser)
    browser.screenshot(f"desk-{language}-fee")
    browser.press("#job .dialog-foot .button-quiet:last-child")
    service.hands("swipe", member=member, card=lost)
    browser.see("#notice.notice-refusal")
    browser.screenshot(f"desk-{language}-lost")


def in_each_language(test):
    def named(language):
        one = functools.partial(test, language=language)
        one.__name__ = f"{test.__name__}, {language}"
        return one

    return [named(language) for language in LANGUAGES]


CARD_DESK = [test for pair in zip(in_each_language(first_card), in_each_language(exchange)) for test in pair] + [an_abandoned_card_is_found_and_given_up, a_stripe_is_written_and_read_back]
REISSUE = in_each_language(a_lost_card_is_made_anew)
