"""Square's own program for Square's API, pointed at us: every call, and every write with connections cut and 503s in between."""

import json
import os
import subprocess
import tempfile
import urllib.request
import uuid

import httpx
from cutting_proxy import CuttingProxy
from service import Service
from square import Square
from square.core import http_client
from square.core.api_error import ApiError

# What can happen to a write on its way. The service must have had it once, however often it came.
FATES = [["cut_before"], ["cut_after"], ["503_before"], ["503_after"], ["503_after", "503_before"], ["503_before", "cut_after", "503_after", "cut_before"]]

# The shoe shop's example figures, with deposits.
SETTINGS = "Sources/ProgramTables/Tables/sh.example.yaml"
DEPOSITS = {"stored.rate": "9折", "stored.max_balance": "9000.00"}

# The program waits a second and more before it repeats; how long is not what is tested.
http_client.INITIAL_RETRY_DELAY_SECONDS = 0.001


class Till:
    def __init__(self, service):
        self.service = service
        self.proxy = CuttingProxy(service.root)
        self.square = self.client(service.let_in("--role", "till", "--name", "Till 1")["token"])
        self.manager = self.client(service.token)

    def client(self, token):
        return Square(base_url=self.proxy.root, token=token, timeout=20)

    def write(self, call):
        """A call with a new key, under every fate and once more; its answers are the same."""
        answers = []
        for fates in FATES:
            key = str(uuid.uuid4())
            self.proxy.fates, self.proxy.met = list(fates), []
            answer = self.persist(call, key)
            assert not self.proxy.fates, f"{self.proxy.fates} was not met"
            again = call(key)
            assert again == answer, f"{again} is not {answer}"
            answers.append(answer)
        return answers

    @staticmethod
    def persist(call, key):
        """What a till does: the same call under the same key until there is an answer. 503 is repeated by Square's program itself, twice at most."""
        while True:
            try:
                return call(key)
            except httpx.TransportError:
                continue
            except ApiError as error:
                if error.status_code != 503:
                    raise

    def refused(self, status, code, call):
        """A no: its status, its code, and that Square's program did not repeat it."""
        self.proxy.met = []
        try:
            answer = call()
        except ApiError as error:
            assert error.status_code == status, error
            problem = error.body["errors"][0]
            assert problem["code"] == code and problem["category"] and problem["detail"], problem
            assert self.proxy.met == ["pass"], f"{problem} was repeated: {self.proxy.met}"
            return problem
        raise AssertionError(f"{answer} was answered")

    def account(self, member):
        return self.service.get(f"/v1/members/{member}/account")


def money(amount):
    return {"amount": amount, "currency": "CNY"}


def order(*prices, **more):
    lines = [{"uid": str(index + 1), "name": "shoes", "quantity": "1", "base_price_money": money(price), "catalog_object_id": "shoes"}
             for index, price in enumerate(prices)]
    return {"location_id": "main", "line_items": lines, **more}


def key():
    return str(uuid.uuid4())


def the_program(till):
    program = till.square.loyalty.programs.get("main").program
    assert program.id == "sh" and program.status == "ACTIVE"
    assert [(tier.id, tier.points) for tier in program.reward_tiers] == [("polish", 300), ("umbrella", 800)]
    assert program.accrual_rules[0].points == 1 and program.accrual_rules[0].spend_data.amount_money.amount == 1000
    assert till.square.loyalty.programs.get("sh").program == program
    till.refused(404, "NOT_FOUND", lambda: till.square.loyalty.programs.get("other"))


def accounts(till):
    loyalty = till.square.loyalty.accounts
    found = loyalty.search(query={"mappings": [{"phone_number": "13800000001"}]}).loyalty_accounts
    assert [account.id for account in found] == ["A"] and found[0].mapping.phone_number == "13800000001"
    assert found[0].balance == 0 and found[0].customer_id == "A" and found[0].program_id == "sh"
    assert loyalty.get("A").loyalty_account.mapping is None, "the telephone number was told to somebody who did not name it"
    assert [account.id for account in loyalty.search(query={"customer_ids": ["A", "nobody"]}).loyalty_accounts] == ["A"]
    till.refused(400, "INVALID_VALUE", lambda: loyalty.search())
    till.refused(404, "NOT_FOUND", lambda: loyalty.get("nobody"))
    joining = {"program_id": "sh", "mapping": {"phone_number": "13800000009"}}
    till.refused(400, "BAD_REQUEST", lambda: loyalty.create(loyalty_account=joining, idempotency_key=key()))


def a_price(till):
    orders = till.square.orders
    priced = orders.calculate(order=order(19_900, 1_005, customer_id="A")).order
    # 95 % is paid, half-up by line (SH-08, A-X-1).
    assert [line.total_money.amount for line in priced.line_items] == [18_905, 955]
    assert priced.total_money.amount == 19_860 and priced.total_discount_money.amount == 1_045 and priced.total_money.currency == "CNY"
    discounts = {discount.uid: discount for discount in priced.discounts}
    for line in priced.line_items:
        [applied] = line.applied_discounts
        assert discounts[applied.discount_uid].pricing_rule_id == "SH-08" and discounts[applied.discount_uid].name
        assert applied.applied_money.amount == line.gross_sales_money.amount - line.total_money.amount
    again = orders.calculate(order=json.loads(priced.json())).order
    assert again.total_money == priced.total_money, "our own discounts came back in the order and counted"
    special = order(10_000, customer_id="A")
    special["line_items"][0]["metadata"] = {"flags": "special"}
    assert orders.calculate(order=special).order.total_money.amount == 10_000, "specials are excluded (A-SH-6)"
    for part, value in [("taxes", [{"uid": "t", "percentage": "8"}]), ("discounts", [{"uid": "d", "percentage": "8"}]),
                        ("service_charges", [{"name": "s"}]), ("rewards", [{"id": "r", "reward_tier_id": "polish"}])]:
        problem = till.refused(400, "INVALID_VALUE", lambda: orders.calculate(order=order(100, **{part: value})))
        assert problem["field"] == f"order.{part}"
    half = order(100)
    half["line_items"][0]["quantity"] = "0.5"
    assert till.refused(400, "INVALID_VALUE", lambda: orders.calculate(order=half))["field"] == "order.line_items[0].quantity"
    foreign = order(100)
    foreign["line_items"][0]["base_price_money"]["currency"] = "USD"
    till.refused(400, "INVALID_VALUE", lambda: orders.calculate(order=foreign))
    till.refused(400, "BAD_REQUEST", lambda: orders.calculate(order=order()))


def a_sale(till):
    orders, loyalty = till.square.orders, till.square.loyalty
    made = till.write(lambda key: orders.create(order=order(19_900, 1_005, customer_id="A"), idempotency_key=key).order)
    assert len({one.id for one in made}) == len(FATES) and {one.state for one in made} == {"OPEN"}
    first = made[0]
    assert loyalty.programs.calculate("main", order_id=first.id, loyalty_account_id="A").points == 18
    assert loyalty.programs.calculate("main", transaction_amount_money=money(10_000), loyalty_account_id="A").points == 9
    assert till.account("A")["points"] == 0, "an order moved the account before it was sold"

    used = key()
    orders.create(order=order(100), idempotency_key=used)
    till.refused(400, "IDEMPOTENCY_KEY_REUSED", lambda: orders.create(order=order(200), idempotency_key=used))

    waiting = iter(made)
    chosen = {}

    def accumulate(key):
        one = chosen.setdefault(key, None) or next(waiting)
        chosen[key] = one
        return loyalty.accounts.accumulate_points("A", accumulate_points={"order_id": one.id}, idempotency_key=key, location_id="main").events[0]

    events = till.write(accumulate)
    assert [event.accumulate_points.points for event in events] == [18] * len(FATES)
    assert till.account("A")["points"] == 18 * len(FATES)
    sold = orders.get(order_id=first.id).order
    assert sold.state == "COMPLETED" and sold.closed_at and sold.net_amount_due_money.amount == 0 and sold.total_money == first.total_money
    outcome = till.service.get(f"/v1/sales?ticket_id={first.id}")
    assert outcome["total"] == first.total_money.amount, "the order is no ticket of our own API"

    both = next(iter(chosen))
    till.refused(400, "BAD_REQUEST", lambda: loyalty.accounts.accumulate_points(
        "B", accumulate_points={"order_id": first.id}, idempotency_key=key(), location_id="main"))
    other = orders.create(order=order(500), idempotency_key=key()).order
    till.refused(400, "IDEMPOTENCY_KEY_REUSED", lambda: loyalty.accounts.accumulate_points(
        "A", accumulate_points={"order_id": other.id}, idempotency_key=both, location_id="main"))
    # Priced for nobody, so paid in full: sold to a member it would come to less than the customer has paid.
    problem = till.refused(400, "BAD_REQUEST", lambda: loyalty.accounts.accumulate_points(
        "A", accumulate_points={"order_id": other.id}, idempotency_key=key(), location_id="main"))
    assert "4.75" in problem["detail"], problem
    till.refused(400, "INVALID_VALUE", lambda: loyalty.accounts.accumulate_points(
        "A", accumulate_points={"points": 5}, idempotency_key=key(), location_id="main"))
    till.refused(404, "NOT_FOUND", lambda: orders.get(order_id="nothing"))
    assert till.account("A")["points"] == 18 * len(FATES)


def an_adjustment(till):
    before = till.account("A")["points"]
    adjust = till.manager.loyalty.accounts.adjust
    by_till = till.square.loyalty.accounts.adjust
    till.refused(403, "FORBIDDEN", lambda: by_till("A", idempotency_key=key(), adjust_points={"points": 1, "reason": "x"}))
    nobody = till.client("ml_nobody_x").loyalty.accounts.adjust
    till.refused(401, "UNAUTHORIZED", lambda: nobody("A", idempotency_key=key(), adjust_points={"points": 1, "reason": "x"}))
    events = till.write(lambda key: adjust("A", idempotency_key=key, adjust_points={"points": 500, "reason": "a lost receipt"}).event)
    assert {event.type for event in events} == {"ADJUST_POINTS"} and len({event.id for event in events}) == len(FATES)
    assert till.account("A")["points"] == before + 500 * len(FATES)
    till.refused(400, "MISSING_REQUIRED_PARAMETER", lambda: adjust("A", idempotency_key=key(), adjust_points={"points": 1}))
    till.refused(400, "BAD_REQUEST", lambda: adjust("A", idempotency_key=key(), adjust_points={"points": -100_000, "reason": "x"}))


def rewards(till):
    loyalty = till.square.loyalty.rewards
    before = till.account("A")["points"]
    wanted = {"loyalty_account_id": "A", "reward_tier_id": "polish"}
    made = till.write(lambda key: loyalty.create(reward=wanted, idempotency_key=key).reward)
    assert {reward.status for reward in made} == {"ISSUED"} and len({reward.id for reward in made}) == len(FATES)
    assert till.account("A")["points"] == before, "points were taken before the gift was handed out"
    yacht = {**wanted, "reward_tier_id": "yacht"}
    assert till.refused(404, "NOT_FOUND", lambda: loyalty.create(reward=yacht, idempotency_key=key()))["field"] == "reward_tier_id"
    used = key()
    loyalty.create(reward=wanted, idempotency_key=used)
    till.refused(400, "IDEMPOTENCY_KEY_REUSED", lambda: loyalty.create(reward={**wanted, "reward_tier_id": "umbrella"}, idempotency_key=used))

    waiting, chosen = iter(made), {}

    def redeem(key):
        if key not in chosen:
            chosen[key] = next(waiting)
        return loyalty.redeem(chosen[key].id, idempotency_key=key, location_id="main").event

    events = till.write(redeem)
    assert [event.redeem_reward.reward_id for event in events] == [reward.id for reward in made]
    assert till.account("A")["points"] == before - 300 * len(FATES)
    assert loyalty.get(made[0].id).reward.status == "REDEEMED"
    till.refused(400, "BAD_REQUEST", lambda: loyalty.delete(made[0].id))

    kept = loyalty.create(reward=wanted, idempotency_key=key()).reward
    for fates in FATES:
        till.proxy.fates = list(fates)
        till.persist(lambda _: loyalty.delete(kept.id), None)
    assert loyalty.get(kept.id).reward.status == "DELETED"
    till.refused(400, "BAD_REQUEST", lambda: loyalty.redeem(kept.id, idempotency_key=key(), location_id="main"))
    found = loyalty.search(query={"loyalty_account_id": "A", "status": "DELETED"}).rewards
    assert [reward.id for reward in found] == [kept.id]
    till.refused(400, "INVALID_VALUE", lambda: loyalty.search())
    till.refused(404, "NOT_FOUND", lambda: loyalty.get("RW0"))
    assert till.account("A")["points"] == before - 300 * len(FATES)


def deposits(till):
    cards = till.square.gift_cards
    card = cards.get_from_gan(gan=a_swiped_card(till.service, "A")).gift_card
    assert card.id == "gftc:A" and card.balance_money.amount == 0 and card.customer_ids == ["A"] and card.state == "ACTIVE"
    load = {"type": "LOAD", "location_id": "main", "gift_card_id": card.id, "load_activity_details": {"amount_money": money(50_000)}}
    loads = till.write(lambda key: cards.activities.create(idempotency_key=key, gift_card_activity=load).gift_card_activity)
    total = 50_000 * len(FATES)
    assert till.account("A")["stored_value"] == total == loads[-1].gift_card_balance_money.amount

    made = [till.square.orders.create(order=order(10_000, customer_id="A", metadata={"pay_from": "stored_value"}), idempotency_key=key()).order
            for _ in FATES]
    price = made[0].total_money.amount
    waiting, chosen = iter(made), {}

    def redeem(key):
        if key not in chosen:
            chosen[key] = next(waiting)
        details = {"amount_money": money(price), "reference_id": chosen[key].id}
        activity = {"type": "REDEEM", "location_id": "main", "gift_card_id": card.id, "redeem_activity_details": details}
        return cards.activities.create(idempotency_key=key, gift_card_activity=activity).gift_card_activity

    paid = till.write(redeem)
    assert {one.redeem_activity_details.status for one in paid} == {"COMPLETED"}
    assert till.account("A")["stored_value"] == total - price * len(FATES) == cards.get(card.id).gift_card.balance_money.amount
    # The same order, paid already, earns what it earned and no more.
    points = till.account("A")["points"]
    till.square.loyalty.accounts.accumulate_points("A", accumulate_points={"order_id": made[0].id}, idempotency_key=key(), location_id="main")
    assert till.account("A")["points"] == points
    listed = list(cards.activities.list(gift_card_id=card.id, limit=5))
    assert [one.type for one in listed] == ["REDEEM"] * len(FATES) + ["LOAD"] * len(FATES)

    dear = {"type": "REDEEM", "location_id": "main", "gift_card_id": card.id,
            "redeem_activity_details": {"amount_money": money(1), "reference_id": till.square.orders.create(order=order(9_900, customer_id="A")).order.id}}
    till.refused(400, "BAD_REQUEST", lambda: cards.activities.create(idempotency_key=key(), gift_card_activity=dear))
    till.refused(400, "INVALID_VALUE", lambda: cards.activities.create(
        idempotency_key=key(), gift_card_activity={"type": "BLOCK", "location_id": "main", "gift_card_id": card.id}))
    till.refused(404, "NOT_FOUND", lambda: cards.get("gftc:nobody"))


def a_swiped_card(service, member):
    """Swipes the member's card: what a till hands on is the passing name of the card, no number."""
    with urllib.request.urlopen(urllib.request.Request(service.root + "/v1/events", headers=service.bearer())) as events:
        while not events.readline().startswith(b"retry"):
            pass
        service.hands("swipe", member=member, card=service.cards(member)[0]["card"])
        while True:
            line = events.readline().decode()
            if line.startswith("data: ") and "presented" in line:
                return json.loads(line[6:])["presented"]


def the_ledger(till):
    """Everything stands there once, and Square's view of it adds up to ours."""
    search = till.square.loyalty.search_events
    events, cursor = [], None
    while True:
        page = search(query={"filter": {"loyalty_account_filter": {"loyalty_account_id": "A"}}}, limit=7, cursor=cursor)
        events += page.events
        cursor = page.cursor
        if not cursor:
            break
    assert len({event.id for event in events}) == len(events) == sum(entry.get("amount") is None for entry in till.account("A")["entries"])
    kinds = [event.type for event in events]
    assert kinds.count("ADJUST_POINTS") == len(FATES) and kinds.count("REDEEM_REWARD") == len(FATES)
    gained = sum(event.accumulate_points.points for event in events if event.type == "ACCUMULATE_POINTS")
    assert till.account("A")["points"] == gained + 500 * len(FATES) - 300 * len(FATES)
    everybody = search(query={"filter": {"type_filter": {"types": ["REDEEM_REWARD"]}}}, limit=30)
    assert len(everybody.events) == len(FATES) and {event.loyalty_account_id for event in everybody.events} == {"A"}
    one = next(event for event in events if event.type == "ACCUMULATE_POINTS").accumulate_points.order_id
    assert {event.accumulate_points.order_id for event in search(query={"filter": {"order_filter": {"order_id": one}}}).events} == {one}
    till.refused(400, "INVALID_VALUE", lambda: search(limit=31))


def what_does_not_map(till):
    till.refused(404, "NOT_FOUND", lambda: till.square.gift_cards.create(
        idempotency_key=key(), location_id="main", gift_card={"type": "DIGITAL"}))
    till.refused(404, "NOT_FOUND", lambda: till.square.orders.pay("SQ0", idempotency_key=key()))
    till.refused(404, "NOT_FOUND", lambda: till.square.loyalty.programs.promotions.create(
        "main", idempotency_key=key(), loyalty_promotion={"name": "x", "incentive": {"type": "POINTS_ADDITION"}, "available_time": {"time_periods": []}}))


def joining(till):
    """A club that anybody may join: the account is made once."""
    create = till.square.loyalty.accounts.create
    phones = iter(f"+770100000{index}" for index in range(len(FATES)))
    chosen = {}

    def join(key):
        if key not in chosen:
            chosen[key] = next(phones)
        return create(loyalty_account={"program_id": "cl", "mapping": {"phone_number": chosen[key]}}, idempotency_key=key).loyalty_account

    made = till.write(join)
    assert len({account.id for account in made}) == len(FATES)
    for phone, account in zip(chosen.values(), made):
        found = till.square.loyalty.accounts.search(query={"mappings": [{"phone_number": phone}]}).loyalty_accounts
        assert [one.id for one in found] == [account.id]
    till.refused(400, "BAD_REQUEST", lambda: create(
        loyalty_account={"program_id": "cl", "mapping": {"phone_number": next(iter(chosen.values()))}}, idempotency_key=key()))


def settings_with_deposits(folder):
    lines = []
    for line in open(SETTINGS, encoding="utf-8"):
        name = line.partition(":")[0]
        lines.append(f"{name}: {DEPOSITS[name]}\n" if name in DEPOSITS else line)
    path = os.path.join(folder, "settings.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(lines)
    return path


def run(binary):
    with tempfile.TemporaryDirectory() as folder:
        with Service(binary, "sh", settings_with_deposits(folder)) as service:
            for number, member in enumerate("AB", start=1):
                service.post("/v1/sales", {"ticket": f"T{number}", "lines": [{"id": "1", "quantity": 1, "unit_price": 100}]})
                service.post("/v1/members", {"member": member, "name": "S. R.", "phone": f"1380000000{number}", "tickets": [f"T{number}"]})
            till = Till(service)
            for test in [the_program, accounts, a_price, a_sale, an_adjustment, rewards, deposits, the_ledger, what_does_not_map]:
                print("square:", test.__name__.replace("_", " "))
                test(till)
            database = service.command[service.command.index("--database") + 1]
            subprocess.run([binary, "ledger", "verify", "--database", database], check=True, stdout=subprocess.DEVNULL)
    with Service(binary, "cl", "Sources/ProgramTables/Tables/cl.example.yaml") as service:
        print("square: joining")
        joining(Till(service))
