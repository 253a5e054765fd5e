"""Makes the shipped faces: python3 engrave.py FOLDER writes one SVG a face.

One grid for all of them; a club has a motif and a texture, a tier a ground: white, metal, black, a cut stone in a border of lozenges. Lines are 0.25 mm or
more, two dots of a 203 dpi head. The files are ordinary SVG and can be edited as they are; whoever changes a shipped one changes it here.
"""

import math
import sys
from pathlib import Path

import motifs

WIDTH, HEIGHT = 85.6, 53.98
EDGE, RADIUS = 1.25, 3.0  # the outline
PLATE = 20.0  # the foot of the plate that carries club and tier
SEAL = (71.3, 10.6, 7.0)  # the medallion: centre and radius
MARGIN = 6.0

NOT_TRANSFERABLE = {
    "fa": "این کارت قابل انتقال به غیر نیست",
    "zh": "本卡仅限本人使用，不得转让",
    "ru": "Карта передаче не подлежит",
    "en": "This card is not transferable",
}

# The club's motif and texture, its tiers from the lowest, and the line on the back: what its published rules say about the card, and where.
CLUBS = {
    # TI-06: the previous card is handed in to receive the new one; TI-03: card or number tells the points.
    "ti": (motifs.tooth, "ripples", ["white", "silver", "golden"], {
        "fa": "پس از افزایش امتیاز و تغییر رده، کارت قبلی خود را تحویل داده و کارت جدید دریافت نمایید. با ارائه این کارت یا شماره عضویت از امتیاز خود مطلع شوید.",
        "zh": "积分增加、级别变动后，请交回旧卡领取新卡。出示本卡或会员号即可查询积分。",
        "ru": "При смене ранга сдайте прежнюю карту и получите новую. По карте или номеру на ней вам назовут ваши баллы.",
        "en": "When your rank changes, hand in the previous card to receive the new one. This card or the number on it tells your points.",
    }),
    # KM-02, KM-03: whom the club is for.
    "km": (motifs.wheel, "rays", ["bronze", "silver", "gold", "diamond"], {
        "fa": "برای مشتریانی که از سال ۱۳۹۰ به بعد خودروی خود را مستقیماً از شرکت خریداری نموده اند. تخفیف و اولویت ها مطابق جدول امتیازات باشگاه است.",
        "zh": "适用于1390年以来直接从公司购车的客户。优惠与优先权以俱乐部积分表为准。",
        "ru": "Для покупателей, купивших автомобиль у компании напрямую с 1390 года. Скидка и очередность — по таблице баллов клуба.",
        "en": "For customers who have bought their car directly from the company since 1390. Discount and priority are those of the club’s table of points.",
    }),
    # SH-03: the account is the mobile number; SH-04: what members enjoy.
    "sh": (motifs.sole, "tread", ["ordinary", "silver", "gold"], {
        "zh": "会员账号为个人手机号。消费时出示本卡，享受会员折扣并累积积分。",
        "fa": "شماره حساب عضویت همان شماره تلفن همراه است. هنگام خرید این کارت را نشان دهید تا تخفیف و امتیاز بگیرید.",
        "ru": "Номер члена клуба — ваш мобильный телефон. Предъявите карту при покупке: скидка и баллы.",
        "en": "The member account is your mobile number. Show this card when you buy: discount and points.",
    }),
    # SA-08, SA-09.
    "sa": (motifs.comb, "waves", ["basic", "silver", "gold"], {
        "zh": "所有会员卡为会员店的身份证明，不准转借他人使用。会员卡如有遗失，可根据电脑内客户资料补办，只收取成本材料费。",
        "fa": "این کارت مدرک هویت فروشگاه عضو است و به دیگران امانت داده نمی‌شود. در صورت گم شدن، کارت تازه تنها با هزینه مواد صادر می‌شود.",
        "ru": "Карта удостоверяет магазин и не передаётся другим. Утерянная карта изготовляется заново по цене материала.",
        "en": "The card is the member shop’s proof of identity and may not be lent. A lost card is made anew at the cost of its material.",
    }),
    # CI-03.
    "ci": (motifs.reel, "film", ["member"], {
        "zh": "请走会员快速通道，出示本卡，直接领取您预定的票。",
        "fa": "در مسیر سریع اعضا این کارت را نشان دهید و بلیت رزروشده را دریافت کنید.",
        "ru": "Пройдите без очереди: предъявите карту и получите заказанные билеты.",
        "en": "Take the members’ fast lane: show this card and collect the tickets you booked.",
    }),
    # GY-9.
    "gy": (motifs.dumbbell, "stripes", ["member"], {
        "zh": "教练在场地巡场，随时为会员提供服务指导。请随身携带本卡。",
        "fa": "مربیان در سالن راهنمای اعضا هستند. این کارت را همراه داشته باشید.",
        "ru": "Тренеры в зале помогают членам клуба. Держите карту при себе.",
        "en": "Coaches on the floor guide members. Keep this card with you.",
    }),
    # CL-12a, CL-12c, CL-15.
    "cl": (motifs.flower, "petals", ["member"], {
        "ru": "Назовём ваши бонусы перед оплатой и сколько будет начислено после неё. Бонусы можно потратить на уходовую косметику.",
        "fa": "پیش از پرداخت امتیاز شما را می‌گوییم و پس از آن امتیاز تازه را. امتیاز را می‌توان برای لوازم مراقبت پوست خرج کرد.",
        "zh": "付款前告知您已有的积分，付款后告知新增积分。积分可用于护理化妆品。",
        "en": "Before payment we tell you your bonuses, after it those to be credited. Bonuses can be spent on care cosmetics.",
    }),
    # LB-03, LB-08.
    "lb": (motifs.flask, "cells", ["none"], {
        "ru": "Ежедневно с 09.00 до 16.00. Регистратура: 88002005815.",
        "fa": "هر روز از ۰۹٫۰۰ تا ۱۶٫۰۰. پذیرش: ۸۸۰۰۲۰۰۵۸۱۵.",
        "zh": "每天09.00至16.00。挂号处：88002005815。",
        "en": "Daily from 09.00 to 16.00. Reception: 88002005815.",
    }),
    # A club without faces of its own: steps of a ladder of any length.
    "house": (motifs.star, "ripples", ["1", "2", "3", "4"], {
        "en": "Show this card at the till. If you find it, please hand it in there.",
        "fa": "این کارت را هنگام خرید نشان دهید. اگر آن را یافتید، به فروشگاه تحویل دهید.",
        "zh": "消费时请出示本卡。如拾到本卡，请交还本店。",
        "ru": "Предъявите карту на кассе. Нашедшего просим вернуть карту в магазин.",
    }),
}

# The grounds of a ladder by its length, the lowest first.
GROUNDS = {3: ["white", "metal", "black"], 4: ["white", "metal", "black", "facets"]}


def outline(inset, radius):
    """A rounded rectangle as a path."""
    right, bottom = WIDTH - inset, HEIGHT - inset
    return (f"M{inset + radius:.2f},{inset}H{right - radius:.2f}A{radius},{radius} 0 0 1 {right:.2f},{inset + radius:.2f}V{bottom - radius:.2f}"
            f"A{radius},{radius} 0 0 1 {right - radius:.2f},{bottom:.2f}H{inset + radius:.2f}A{radius},{radius} 0 0 1 {inset},{bottom - radius:.2f}"
            f"V{inset + radius:.2f}A{radius},{radius} 0 0 1 {inset + radius:.2f},{inset}Z")


def plate(top_start, foot_start):
    """The plate, or its end from a slanting cut on: a straight foot, the outline's round corners above."""
    right = WIDTH - EDGE
    if top_start is None:
        start = f"M{EDGE},{PLATE}V{EDGE + RADIUS}A{RADIUS},{RADIUS} 0 0 1 {EDGE + RADIUS},{EDGE}"
    else:
        start = f"M{foot_start},{PLATE}L{top_start},{EDGE}"
    return f"{start}H{right - RADIUS:.2f}A{RADIUS},{RADIUS} 0 0 1 {right:.2f},{EDGE + RADIUS}V{PLATE}Z"


WHOLE = plate(None, None)
END = plate(60.2, 57.2)


def braid(radius, height, strands, turns, ink):
    """Engine turning: waves round a circle, one strand shifted against the next."""
    half = math.pi / turns
    low, high = radius - height, radius + height
    handle = 0.3642 * half
    points = [(-half, low, handle, 1), (0, high, handle, 0), (half, low, handle, 1)]

    def at(angle, distance):
        return f"{distance * math.sin(angle):.2f},{-distance * math.cos(angle):.2f}"

    path = f"M{at(-half, low)}"
    for (start, near, reach, _), (end, far, _, _) in zip(points, points[1:]):
        path += f"C{at(start + reach, near)} {at(end - reach, far)} {at(end, far)}"
    name = f"b{strands}-{turns}"
    copies = "".join(f'<use href="#{name}" transform="rotate({360 * step / turns / strands:.1f})"/>' for step in range(turns * strands))
    return f'<defs><path id="{name}" d="{path}"/></defs><g fill="none" stroke="{ink}" stroke-width=".25">{copies}</g>'


def seal(motif, rank, ink, paper):
    """The medallion: engine turning round a disc with the club's motif; the higher the rank, the richer."""
    x, y, radius = SEAL
    halo = f'<circle r="{radius + .7:.2f}" fill="{paper}"/>'
    rim = f'<circle r="{radius + .1:.2f}" fill="none" stroke="{ink}" stroke-width=".3"/>' if rank > 1 else ""
    disc = f'<circle r="4.6" fill="none" stroke="{ink}" stroke-width=".3"/>'
    return (f'<g transform="translate({x},{y})">{halo}{rim}{braid(radius - 1.15, .85, min(rank, 3) + 1, 16, ink)}{disc}'
            f'<g transform="scale(.36)">{motif(ink, paper)}</g></g>')


def lines(kind, ink):
    """A club's texture, cut to the end of the plate."""
    x, y, _ = SEAL
    left, right = 56, WIDTH
    if kind == "rays":
        path = "".join(f"M{x},{y}l{30 * math.cos(angle):.1f},{30 * math.sin(angle):.1f}" for angle in (math.tau * step / 60 for step in range(60)))
        drawn = f'<path d="{path}" stroke-width=".26"/>'
    elif kind == "ripples":
        drawn = "".join(f'<circle cx="{x}" cy="{y}" r="{8.6 + 1.15 * step:.2f}" stroke-width=".26"/>' for step in range(9))
    elif kind == "tread":
        rows = "".join(f"M{left},{top:g}" + "l1.5,1.1 1.5,-1.1" * 10 for top in steps(0, 21, 1.15))
        drawn = f'<path d="{rows}" stroke-width=".4"/>'
    elif kind == "waves":
        rows = "".join(f"M{left},{top:g}q2.5,-2.6 5,0" + "t5,0" * 5 for top in steps(0, 22, 1.1))
        drawn = f'<path d="{rows}" stroke-width=".3"/>'
    elif kind == "stripes":
        path = "".join(f"M{start:g},{PLATE + 1}l14,-22" for start in steps(42, 88, 2.3))
        drawn = f'<path d="{path}" stroke-width=".9"/>'
    elif kind == "petals":
        petal = "".join(f'<ellipse cx="{x}" cy="{y - 13.2}" rx="{3.2 - .9 * ring:.1f}" ry="{7.2 - 1.3 * ring:.1f}" transform="rotate({angle},{x},{y})"/>'
                        for angle in range(0, 360, 30) for ring in range(3))
        drawn = f'<g stroke-width=".26">{petal}</g>'
    elif kind == "cells":
        side, path = 1.9, ""
        for row in range(8):
            for column in range(11):
                path += f"M{left + column * side * 1.732 + (row % 2) * side * .866:.2f},{-1 + row * side * 1.5:.2f}l1.65,.95v1.9l-1.65,.95 -1.65,-.95v-1.9z"
        drawn = f'<path d="{path}" stroke-width=".26"/>'
    else:
        raise ValueError(kind)
    return f'<clipPath id="end"><path d="{END}"/></clipPath><g clip-path="url(#end)" fill="none" stroke="{ink}">{drawn}</g>'


def perforations():
    """The edges of a film along the plate."""
    path = "".join(f"M{x:.2f},{y}h1.7a.3,.3 0 0 1 .3,.3v.8a.3,.3 0 0 1 -.3,.3h-1.7a.3,.3 0 0 1 -.3,-.3v-.8a.3,.3 0 0 1 .3,-.3z"
                   for y in (EDGE + .7, PLATE - 2.1) for x in steps(4.4, WIDTH - 6.4, 3.1))
    return f'<path d="{path}" fill="#fff"/>'


def facets():
    """A cut stone seen from above: triangles round the medallion, each as dark as the light makes it."""
    x, y, _ = SEAL
    count, parts = 14, []
    inner = [(x + 8.4 * math.cos(math.tau * step / count), y + 8.4 * math.sin(math.tau * step / count)) for step in range(count)]
    outer = [(x + 26 * math.cos(math.tau * (step + .5) / count), y + 26 * math.sin(math.tau * (step + .5) / count)) for step in range(count)]
    for step in range(count):
        here, there, before = inner[step], outer[step], outer[step - 1]
        following = inner[(step + 1) % count]
        light = math.cos(math.tau * step / count - 3.9)
        for corners, dark in (((here, following, there), 50 - 34 * light), ((here, there, before), 56 + 36 * light)):
            path = " ".join(f"{px:.1f},{py:.1f}" for px, py in corners)
            parts.append(f'<path d="M{path}Z" fill-opacity="{dark / 100:.2f}"/>')
    cut = "".join(f"M{a[0]:.1f},{a[1]:.1f}L{b[0]:.1f},{b[1]:.1f}M{c[0]:.1f},{c[1]:.1f}L{b[0]:.1f},{b[1]:.1f}" for a, b, c in
                  zip(inner, outer, inner[1:] + inner[:1]))
    return (f'<clipPath id="end"><path d="{END}"/></clipPath><g clip-path="url(#end)">{"".join(parts)}</g>',
            f'<g clip-path="url(#end)"><path d="{cut}" stroke="#fff" stroke-width=".3"/></g>')


def ground(kind, texture):
    """What lies on the page: grey art, ink, and the colours of what stands on the plate."""
    frame = f'<path d="{outline(EDGE, RADIUS)}" fill="none" stroke="#000" stroke-width=".25"/>'
    foot = f'<path d="M{EDGE},{PLATE}H{WIDTH - EDGE:.2f}" stroke="#000" stroke-width=".5"/>'
    if kind == "white":
        return "", frame + foot + f'<path d="M{EDGE},{PLATE - 1}H{WIDTH - EDGE:.2f}" stroke="#000" stroke-width=".25"/>', "#000", "#fff"
    if kind == "engraved":
        return "", frame + foot + lines(texture, "#000"), "#000", "#fff"
    if kind == "metal":
        stops = [(0, 12), (.2, 58), (.38, 14), (.55, 62), (.74, 16), (.9, 60), (1, 30)]
        shades = "".join(f'<stop offset="{at}" stop-opacity="{dark / 100}"/>' for at, dark in stops)
        return (f'<linearGradient id="metal" gradientUnits="userSpaceOnUse" x1="57" y1="{PLATE}" x2="{WIDTH - EDGE}" y2="{PLATE - 9}">{shades}</linearGradient>'
                f'<path d="{END}" fill="url(#metal)"/>', frame + foot, "#000", "#fff")
    black = f'<path d="{WHOLE}"/>'
    if kind == "film":
        return "", frame + black + perforations(), "#fff", "#000"
    if kind == "black":
        return "", frame + black + lines(texture, "#fff"), "#fff", "#000"
    side = 1.9
    border = f'<path fill-rule="evenodd" d="{outline(EDGE, RADIUS)}{outline(EDGE + side, 1.2)}"/>'
    art, cut = facets()
    # The facets lie on clear paper: ink covers everything but the plate's end.
    words = f'<path d="M57.2,{PLATE}L60.2,{EDGE}H{EDGE + RADIUS}A{RADIUS},{RADIUS} 0 0 0 {EDGE},{EDGE + RADIUS}V{PLATE}Z"/>'
    return art, border + words + foot + cut + beads(side), "#fff", "#000"


def beads(side):
    """White lozenges along the border."""
    middle, half = EDGE + side / 2, 0.5
    places = [(x, HEIGHT - middle) for x in steps(5, WIDTH - 5, 2)]
    places += [(x, y) for x in (middle, WIDTH - middle) for y in steps(PLATE + 2.2, HEIGHT - 5, 2)]
    path = "".join(f"M{x:.2f},{y - half:.2f}l{half},{half} -{half},{half} -{half},-{half}z" for x, y in places)
    return f'<path d="{path}" fill="#fff"/>'


def steps(start, end, about):
    """Places from start to end, evenly, about so far apart."""
    count = round((end - start) / about)
    return [start + (end - start) * step / count for step in range(count + 1)]


def box(field, x, y, width, height, size=None, least=None, lines=None, style="", words=None):
    """A box of the layer `fields`."""
    text = "".join(f' data-{name}="{value}"' for name, value in (("size", size), ("least", least), ("lines", lines)) if value)
    head = f'    <rect id="{field}" x="{x}" y="{y}" width="{width}" height="{height}"{text}' + (f' class="{style}"' if style else "")
    if not words:
        return head + "/>"
    return head + ">\n" + "".join(f'      <desc xml:lang="{language}">{line}</desc>\n' for language, line in words.items()) + "    </rect>"


def page(art, ink, fields, side=""):
    """The file."""
    layers = [f'  <g id="art">{art}</g>\n'] if art else []
    layers.append(f'  <g id="ink">\n    {ink}\n  </g>\n')
    layers.append(f'  <g id="fields"{side} fill="none">\n' + "\n".join(fields) + "\n  </g>\n")
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}mm" height="{HEIGHT}mm" viewBox="0 0 {WIDTH} {HEIGHT}">\n' + "".join(layers) + "</svg>\n")


def front(motif, kind, texture, rank):
    art, drawing, ink, paper = ground(kind, texture)
    white = " white" if ink == "#fff" else ""
    # On a film the words keep off the perforations.
    top = 4.6 if kind == "film" else 3.2
    fields = [
        box("programme", MARGIN, top, 50, 8 if kind == "film" else 8.6, 3.5, 2.4, 2, "bold" + white),
        box("tier", MARGIN, 12.6 if kind == "film" else 11.8, 32, 5.2 if kind == "film" else 6.6, 4.2 if kind == "film" else 5, 2.8, None, "bold" + white),
        box("rank", 39, 14.2 if kind == "film" else 13.9, 16.4, 2.6, style="end" + white),
        box("name", MARGIN, 21.6, 53, 9.6, 5.4, 3, 2, "bold"),
        box("number", MARGIN, 31.2, 53, 6, 4.4, 2.6),
        box("notice", MARGIN, 37.8, 30.6, 3.4, 2.4, 2, None, "", NOT_TRANSFERABLE),
        box("example", 37, 37.8, 22.2, 3.4, 2.2, 2, None, "bold end"),
        box("qr", 60.4, 20.3, 21.8, 21.8),
        box("code128", 4.4, 42.2 if kind != "facets" else 42.1, 76.8, 8.2 if kind != "facets" else 8),
    ]
    return page(art, drawing + seal(motif, rank, ink, paper), fields)


def back(motif, terms):
    frame = f'<path d="{outline(EDGE, RADIUS)}" fill="none" stroke="#000" stroke-width=".25"/>'
    rule = f'<path d="M{MARGIN},26.4H{WIDTH - MARGIN:.2f}" stroke="#000" stroke-width=".25"/>'
    strip = "".join(f'<ellipse cx="{place:.2f}" cy="47.6" rx="3.6" ry="1.9"/>' for place in steps(MARGIN + 3.6, WIDTH - MARGIN - 3.6, 2.4))
    drawing = frame + rule + seal(motif, 2, "#000", "#fff") + f'<g fill="none" stroke="#000" stroke-width=".25">{strip}</g>'
    fields = [
        box("programme", MARGIN, 4.4, 54, 9.6, 3.9, 2.4, 2, "bold"),
        box("notice", MARGIN, 19.2, 73.6, 6, 3.4, 2.4, None, "bold", NOT_TRANSFERABLE),
        box("terms", MARGIN, 28.4, 73.6, 15.6, 2.9, 2.2, 4, "top", terms),
    ]
    return page("", drawing, fields, ' class="back"')


def main(folder):
    for club, (motif, texture, tiers, terms) in CLUBS.items():
        for index, tier in enumerate(tiers):
            kind = GROUNDS[len(tiers)][index] if len(tiers) > 1 else "film" if texture == "film" else "engraved"
            (folder / f"{club}.{tier}.svg").write_text(front(motif, kind, texture, index + 1), encoding="utf-8")
        (folder / f"{club}.back.svg").write_text(back(motif, terms), encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
