"""The till's page: nothing is lost when line, store or service fail, nobody pays before it was said, and what each club's cashier does."""

import os
import urllib.error

from browser import Keys
from cut_line import cut_line
from fitting import LANGUAGES, fits, in_each_language, speaks_by_the_book, weighs_little

PRICE = ".line:last-child .field-price input"
NAMES = {"fa": "زهرا احمدی‌نژاد", "zh": "欧阳 娜", "ru": "Айгерим Қ.", "en": "Ursula V."}
OWN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "settings")


def find(browser, number):
    browser.type("#who", number)
    browser.keys(Keys.ENTER)
    browser.see("#member .who")


def priced(browser, price, field=PRICE):
    browser.type(field, price)
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())


def paid(browser):
    """Takes payment; where the page asks for the words to be said first, they are on the screen by then."""
    browser.press("#pay")
    browser.until("neither sold nor asked to say it", lambda: browser.find(".line-sold") or browser.find("#notice.notice-retry"))
    if not browser.find(".line-sold"):
        browser.press("#pay")
    browser.see(".line-sold")


def in_view(browser, css):
    return browser.driver.execute_script(
        "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight", css)


def status(service, path):
    try:
        service.get(path)
        return 200
    except urllib.error.HTTPError as no:
        return no.code


def named(service, name):
    return next(card["member"] for card in service.get("/virtual/state")["cards"] if card["name"] == name)


def points(browser):
    return browser.find("#member .figures dd")[0].text


# When line, service or store fail.


def a_cut_line_loses_nothing(service, browser):
    service.join("L", "Ursula V.", phone="0912 000 0001")
    service.join("O", "Maryam K.", phone="0912 000 0009")
    with cut_line(service, browser) as line:
        browser.open("/", "en")
        find(browser, "09120000001")
        priced(browser, "1850000000")
        line.cut()
        # No event tells of it: only a page that asks again can know.
        service.post("/v1/adjustments", {"member": "L", "points": 7, "reason": "test", "by": "N. N."})
        browser.see("#link.link-bad")
        browser.type(PRICE, "1700000000")
        browser.see("#away", "sell without loyalty")
        browser.screenshot("till-en-away")
        assert not browser.find("#pay")[0].is_enabled(), "payment was free without a price"
        line.mend()
        browser.gone("#away")
        browser.until("the balance stayed old", lambda: points(browser) == "97")
        browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
        assert browser.see(PRICE).get_attribute("value") == "1700000000", "what was typed is gone"
    browser.was_cut_off()


def a_number_is_kept_while_nobody_answers(service, browser, language):
    with cut_line(service, browser) as line:
        browser.open("/", language)
        line.cut()
        browser.see("#link.link-bad")
        browser.type("#who", "09120000009")
        browser.keys(Keys.ENTER)
        browser.see("#away li")
        browser.screenshot(f"till-{language}-kept")
        line.mend()
        browser.see("#link.link-good")
        browser.press("#away li .button:not(.button-quiet)")
        browser.see("#member h2", "Maryam")
        browser.gone("#away")
    browser.was_cut_off()


def a_swipe_during_a_cut_is_not_missed(service, browser):
    with cut_line(service, browser) as line:
        browser.open("/", "en")
        line.cut()
        browser.see("#link.link-bad")
        service.hands("swipe", member="L", card=service.cards("L")[0]["card"])
        line.mend()
        browser.see("#member h2", "Ursula")
    browser.was_cut_off()


def a_payment_without_an_answer_is_found_again(service, browser):
    before = service.get("/v1/members/L")["points"]
    with cut_line(service, browser) as line:
        browser.open("/", "en")
        find(browser, "09120000001")
        priced(browser, "1850000000")
        browser.press(".flag input")
        browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
        line.lose_answer("POST /v1/sales ")
        browser.press("#pay")
        assert line.lost.wait(30), "the sale was never asked for"
        browser.see("#away")
        line.mend()
        browser.see(".line-sold")
        browser.see(".say-after")
        ticket = browser.see("#ticket-number").text
    browser.was_cut_off()
    assert service.get("/v1/sales?ticket_id=" + ticket)["earned"] == service.get("/v1/members/L")["points"] - before, "the sale counted twice, or not at all"


def the_service_is_restarted_in_mid_sale(service, browser):
    browser.open("/", "en")
    find(browser, "09120000001")
    priced(browser, "1850000000")
    service.lose_power()
    browser.see("#link.link-good")
    browser.until("payment is never free again", lambda: browser.find("#pay")[0].is_enabled())
    paid(browser)
    browser.was_cut_off()


def another_till_serves_the_same_member(service, browser):
    browser.open("/", "en")
    find(browser, "09120000001")
    before = points(browser)
    service.car("T-L-elsewhere", "L")
    browser.until("the balance stayed old", lambda: points(browser) != before)


def a_card_read_while_a_form_is_open_waits(service, browser):
    browser.open("/", "en")
    browser.press("#member.empty .button-quiet")
    browser.type("input[name=name]", "Half a na")
    service.hands("swipe", member="L", card=service.cards("L")[0]["card"])
    service.hands("swipe_torn")
    browser.see(".dialog #notice")
    assert browser.see("input[name=name]").get_attribute("value") == "Half a na", "what was typed is gone"
    browser.press(".dialog .dialog-foot .button-quiet")
    browser.see("#member h2", "Ursula")


# What is said, and what is asked for.


def nobody_pays_before_it_was_said(service, browser):
    """On a screen too low for everything, the first press brings the words into view, and only the second pays."""
    size = {"width": 1024, "deviceScaleFactor": 1, "mobile": False}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {**size, "height": 420})
    browser.open("/", "en")
    find(browser, "09120000001")
    priced(browser, "1850000000")
    browser.driver.execute_script("scrollTo(0, 0)")
    assert not in_view(browser, "#say"), "the screen is not low enough for this test"
    ticket = browser.see("#ticket-number").text
    browser.keys(Keys.F8)
    browser.see("#notice.notice-retry")
    browser.until("the words are not in view", lambda: in_view(browser, "#say"))
    browser.screenshot("till-en-say-first")
    assert status(service, "/v1/sales?ticket_id=" + ticket) == 404, "it was paid before it was said"
    browser.keys(Keys.F8)
    browser.see(".line-sold")
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {**size, "height": 768})


def an_approval_given_elsewhere_arrives(service, browser):
    service.join("P", "王 L.", phone="0912 000 0007")
    for car in "23":
        service.car("T-P-" + car, "P")
    browser.open("/", "zh")
    find(browser, "09120000007")
    priced(browser, "1850000000")
    browser.press("#tasks .button", "申请审批")
    browser.see("#tasks .state")
    request = service.get("/v1/benefit-requests?state=open&member=P")["requests"][0]["request"]
    service.post(f"/v1/benefit-requests/{request}/review", {})
    browser.see("#tasks .state", "审核")
    service.post(f"/v1/benefit-requests/{request}/decision", {"approved": True})
    browser.see(".line-why .adjustment")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    paid(browser)


def a_line_comes_back_by_its_ticket(service, browser):
    browser.open("/", "en")
    find(browser, "09120000001")
    browser.type(".line .field-item input", "Car mats")
    browser.type(".line .field-quantity input", "2")
    priced(browser, "1000000")
    browser.press(".line .field-price input")
    browser.keys(Keys.ENTER)
    browser.see(".line:nth-child(2)")
    browser.keys("Wiper")
    priced(browser, "500000")
    paid(browser)
    browser.press("#open-return")
    browser.keys(Keys.ENTER)
    browser.see("#return-body .list", "Car mats")
    browser.keys("1", Keys.ENTER)
    browser.see(".dialog .prompt.good")
    browser.see(".dialog .totals", "1,000,000")
    browser.screenshot("till-en-returned")
    browser.press(".dialog .dialog-foot .button")


def a_day_is_typed_in_the_readers_calendar(service, browser):
    browser.open("/", "fa")
    find(browser, "09120000001")
    browser.press("#member .row .button:nth-child(2)")
    browser.type("input[name=birthday]", "۱۳۶۴/۱۳/۱")
    browser.keys(Keys.ENTER)
    browser.see(".dialog #notice")
    browser.type("input[name=birthday]", "۱۳۶۴/۱۲/۱۱")
    browser.screenshot("till-fa-profile")
    browser.keys(Keys.ENTER)
    browser.gone(".dialog")
    assert service.get("/v1/members/L")["profile_complete"], "the birthday was not taken"


def the_till_fits(service, browser, language):
    browser.open("/", language)
    fits(browser)
    find(browser, "09120000001")
    priced(browser, "1850000000")
    fits(browser)
    weighs_little(browser)
    browser.press("#member .row .button:nth-child(2)")
    browser.see(".dialog form")
    fits(browser)
    browser.press(".dialog .dialog-foot .button-quiet")


def every_word_is_from_the_catalogue(service, browser):
    """In the pseudo-language; the club's own words and the member's are data."""
    browser.open("/", "en-XA")
    find(browser, "09120000001")
    priced(browser, "1850000000")
    browser.press(".flag input")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    club = [one.text for one in browser.find(".benefits .chip")] + [browser.find("#member .tier")[0].text, "Silver:", "Gold:", "Diamond:"]
    speaks_by_the_book(service, browser, *club, "T" + browser.see("#ticket-number").text[1:], "IRR")
    for number, dialog in [(2, "profile"), (3, "history")]:
        browser.press(f"#member .row .button:nth-child({number})")
        browser.see(".dialog .dialog-foot")
        speaks_by_the_book(service, browser, *club, "IRR", "Ursula V.", "owner")
        browser.press(".dialog .dialog-foot .button:" + ("first-child" if dialog == "profile" else "last-child"))
        browser.gone(".dialog")


CAR_CLUB = [
    a_cut_line_loses_nothing, *in_each_language(a_number_is_kept_while_nobody_answers), a_swipe_during_a_cut_is_not_missed,
    a_payment_without_an_answer_is_found_again, the_service_is_restarted_in_mid_sale, another_till_serves_the_same_member,
    a_card_read_while_a_form_is_open_waits, nobody_pays_before_it_was_said, an_approval_given_elsewhere_arrives, a_line_comes_back_by_its_ticket,
    a_day_is_typed_in_the_readers_calendar, every_word_is_from_the_catalogue, *in_each_language(the_till_fits),
]


# The shoe shop: deposits, gifts for points and for recruits.


def shoes(service, ticket, member=None, price=20000):
    line = {"id": "1", "category": "shoes", "quantity": 1, "unit_price": price, "cost": 10000}
    return service.post("/v1/sales", {"ticket": ticket, "member": member, "lines": [line]})


def a_deposit_is_taken_and_spent(service, browser, language):
    member, phone = "S-" + language, f"138000000{LANGUAGES.index(language)}1"
    shoes(service, "T-" + member)
    service.post("/v1/members", {"member": member, "name": NAMES[language], "tickets": ["T-" + member], "phone": phone})
    shoes(service, "T2-" + member, member, 90000)
    browser.open("/", language)
    find(browser, phone)
    browser.press("#member .row .button:nth-child(4)")
    browser.type("input[name=amount]", "500")
    browser.screenshot(f"till-{language}-deposit")
    browser.keys(Keys.ENTER)
    browser.see("#notice.notice-done")
    priced(browser, "200")
    browser.press("#paying .flag input")
    browser.see(".line-why .adjustment")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.screenshot(f"till-{language}-paying")
    paid(browser)
    browser.screenshot(f"till-{language}-sold")
    assert service.get("/v1/members/" + member)["stored_value"] == 32000, "the deposit's own rate is 90 %"
    browser.press("#member .row .button:nth-child(5)")
    browser.press(".gifts li:first-child .button")
    browser.see("#notice.notice-done")
    browser.gone(".dialog")
    assert service.get(f"/v1/members/{member}/account")["entries"][-1]["rule"] == "SH-11", "the gift cost no points"
    browser.press("#member .row .button:nth-child(3)")
    browser.see(".history li")
    fits(browser)
    browser.screenshot(f"till-{language}-history")
    browser.press(".dialog .dialog-foot .button:not(.button-primary)")
    browser.see(".dialog #notice.notice-done")


def nine_recruits_earn_shoes(service, browser):
    for number in range(9):
        shoes(service, f"T-R{number}")
        service.post("/v1/members", {"member": f"R{number}", "name": "N. N.", "tickets": [f"T-R{number}"], "phone": f"1390000000{number}", "recruiter": "S-en"})
    browser.open("/", "en")
    find(browser, "13800000031")
    browser.press("#tasks .button", "Give the gift")
    browser.type("input[name=price]", "201")
    browser.type("input[name=cost]", "80")
    browser.keys(Keys.ENTER)
    browser.see(".dialog #notice.notice-refusal")
    browser.type("input[name=price]", "199")
    browser.screenshot("till-en-gift")
    browser.press(".dialog .button-primary")
    browser.see("#notice.notice-done", "one pair of shoes free")
    browser.until("the gift is still owed", lambda: "shoes" not in browser.find("#tasks")[0].text)


def ten_recruits_make_the_tier_and_the_page_says_so(service, browser):
    shoes(service, "T-R9")
    service.post("/v1/members", {"member": "R9", "name": "N. N.", "tickets": ["T-R9"], "phone": "13900000009", "recruiter": "S-en"})
    assert service.get("/v1/members/S-en")["tier_reason"] == "recruits"
    for language in LANGUAGES:
        browser.open("/", language)
        find(browser, "13800000031")
        browser.see(".who .tier-2")
        browser.see(".who small")
        fits(browser)
        browser.screenshot(f"till-{language}-tier-by-recruits")


SHOE_SHOP = [*in_each_language(a_deposit_is_taken_and_spent), nine_recruits_earn_shoes, ten_recruits_make_the_tier_and_the_page_says_so]


# The clinic: what is said, passes, points as money, and how it was.


def points_pay_for_cosmetics(service, browser, language):
    member, phone = "C-" + language, f"7701000000{LANGUAGES.index(language)}"
    service.post("/v1/members", {"member": member, "name": NAMES[language], "address": NAMES[language].split()[0], "phone": phone})
    browser.open("/", language)
    find(browser, phone)
    browser.see("#member .chip-good")
    browser.screenshot(f"till-{language}-first-visit")
    visit = {"id": "1", "category": "service", "quantity": 1, "unit_price": 60_000_000}
    service.post("/v1/sales", {"ticket": "T-" + member, "member": member, "lines": [visit]})
    service.post("/v1/passes", {"member": member, "kind": "season_ticket", "name": "Massage", "units": 10, "last_day": "2099-03-01"})
    browser.see("#say", "Massage")
    browser.press("#member .row .button:nth-child(4)")
    browser.press(".gifts .button")
    browser.until("no unit was taken", lambda: service.get("/v1/passes?member=" + member)["passes"][0]["left"] == 9)
    browser.screenshot(f"till-{language}-passes")
    browser.press(".dialog .dialog-foot .button")
    articles = browser.driver.execute_script("return [...document.querySelectorAll('#articles option')].map((one) => one.value)")
    browser.type(".line .field-item input", articles[0])
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.type("#redeem", "1000.50")
    browser.until("the points pay nothing", lambda: len(browser.find("#totals div")) >= 3)
    browser.press("#paying .button")
    browser.until("not all of it", lambda: browser.find("#redeem")[0].get_attribute("value") not in ("1000.50", ""))
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.screenshot(f"till-{language}-redeem")
    fits(browser)
    paid(browser)
    assert service.get("/v1/members/" + member)["points"] == 3500, "2,500 of 6,000 points pay 2,500.00"
    browser.screenshot(f"till-{language}-say-after")
    browser.press(".button-star:last-child")
    browser.see("#notice.notice-done")
    assert service.get("/v1/feedback")["feedback"][-1]["rating"] == 5
    browser.press("#after .button:first-child")
    browser.until("no receipt came out", lambda: service.get("/virtual/state")["sheets"] > LANGUAGES.index(language))


def too_many_points_are_refused_by_name(service, browser):
    browser.open("/", "en")
    find(browser, "77010000003")
    browser.type(".line .field-item input", "Hand cream")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.type("#redeem", "2501")
    browser.see("#notice.notice-refusal")
    assert not browser.find("#pay")[0].is_enabled(), "payment was free without a price"
    browser.type("#redeem", "1")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.gone("#notice")


CLINIC = [*in_each_language(points_pay_for_cosmetics), too_many_points_are_refused_by_name]


# The dental club: who qualifies, who does not want to be asked, and what staying away costs.


def a_visitor_is_asked_once(service, browser, language):
    visitor = "file " + language
    browser.open("/", language)
    browser.type("#visitor", visitor)
    priced(browser, "60000000")
    browser.see("#tasks li")
    browser.screenshot(f"till-{language}-offer")
    fits(browser)
    browser.press("#tasks .button:last-child")
    browser.gone("#tasks")
    paid(browser)
    assert not browser.find("#tasks .button-primary"), "who does not want to be asked was asked"
    ticket = browser.see("#ticket-number").text
    assert not service.get("/v1/sales?ticket_id=" + ticket)["tasks"]


def a_visitor_joins_with_all_tickets(service, browser):
    sale = {"lines": [{"id": "1", "category": "service", "quantity": 1, "unit_price": 30_000_000}], "visitor": "file 7"}
    service.post("/v1/sales", {"ticket": "T-V", **sale})
    browser.open("/", "fa")
    browser.type("#visitor", "file 7")
    priced(browser, "30000000")
    paid(browser)
    browser.press("#tasks .button-primary")
    browser.type("input[name=name]", NAMES["fa"])
    browser.type("input[name=phone]", "0912 000 0003")
    browser.screenshot("till-fa-joining")
    browser.press(".dialog .dialog-foot .button-primary")
    browser.see("#member h2", "زهرا")
    service.post("/v1/adjustments", {"member": named(service, NAMES["fa"]), "points": 1200, "reason": "test", "by": "N. N."})
    browser.open("/", "fa")
    find(browser, "09120000003")
    browser.see("#member .loss", "۱۵۰")
    browser.screenshot("till-fa-next-deduction")
    browser.press("#member .row .button:nth-child(3)")
    browser.see(".dialog .short-list li")
    browser.press(".dialog .dialog-foot .button-primary")


def who_has_not_qualified_needs_leave(service, browser):
    browser.open("/", "en")
    browser.press("#member.empty .button-quiet")
    browser.type("input[name=name]", "Early B.")
    browser.keys(Keys.ENTER)
    browser.see(".dialog #notice.notice-refusal")
    browser.type("input[name=allowed_by]", "N. N.")
    browser.type("input[name=reason]", "relative of the doctor")
    browser.keys(Keys.ENTER)
    browser.see("#member h2", "Early")


DENTAL_CLUB = [*in_each_language(a_visitor_is_asked_once), a_visitor_joins_with_all_tickets, who_has_not_qualified_needs_leave]


# The member shops: the fee, the year's task, whose card it is.


def a_fee_is_taken(service, browser, language):
    member, phone = "F-" + language, f"139000000{LANGUAGES.index(language)}1"
    service.post("/v1/members", {"member": member, "name": NAMES[language], "phone": phone})
    browser.open("/", language)
    find(browser, phone)
    priced(browser, "1000")
    browser.see("#ticket-notes li")
    browser.screenshot(f"till-{language}-unpaid")
    fits(browser)
    browser.press("#tasks .button")
    browser.see(".dialog form")
    browser.screenshot(f"till-{language}-fee")
    browser.press(".dialog .dialog-foot .button-primary")
    browser.see("#notice.notice-done")
    browser.until("still unpaid", lambda: service.get("/v1/members/" + member).get("paid_through"))
    browser.until("the remark stayed", lambda: not browser.find("#ticket-notes li"))
    browser.press("#member .row .button:nth-child(5)")
    browser.type("input[name=amount]", "50000")
    browser.type("input[name=addendum]", "B-7")
    browser.keys(Keys.ENTER)
    browser.see("#notice.notice-done")
    browser.until("whose card it is does not show", lambda: NAMES[language].split()[0] in browser.find("#tasks")[0].text)


MEMBER_SHOPS = in_each_language(a_fee_is_taken)


# The cinema's fast lane, and the laboratory, where nobody is a member.


def what_was_booked_is_handed_over(service, browser):
    service.post("/v1/members", {"member": "M", "name": "欧阳 娜", "phone": "13900000001"})
    service.post("/v1/pick-ups", {"member": "M", "what": "7 排 8 座", "quantity": 2})
    browser.open("/", "zh")
    service.hands("swipe", member="M", card=service.cards("M")[0]["card"])
    browser.see("#tasks li", "7 排 8 座")
    browser.screenshot("till-zh-pick-up")
    browser.press("#tasks .button", "交付")
    browser.until("it still waits", lambda: "7 排" not in browser.find("#tasks")[0].text)
    assert service.get("/v1/pick-ups")["pick_ups"] == []


CINEMA = [what_was_booked_is_handed_over]


def a_till_without_members_sells(service, browser):
    browser.open("/", "ru")
    assert not browser.find("#member")[0].is_displayed(), "nobody can be a member here"
    browser.type(".line .field-item input", "Общий анализ крови")
    browser.until("payment is never free", lambda: browser.find("#pay")[0].is_enabled())
    browser.see("#totals .main", "500")
    paid(browser)
    browser.screenshot("till-ru-laboratory")


LABORATORY_TILL = [a_till_without_members_sells]
