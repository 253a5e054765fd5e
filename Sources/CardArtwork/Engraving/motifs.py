"""What a club's medallion shows, in a circle of radius 10 around 0,0: a solid drawing in `ink`, with `paper` for what is cut out of it."""


def wheel(ink, paper):
    spoke = f'<path d="M-1.1,-2.4 -1.9,-7.6 1.9,-7.6 1.1,-2.4Z" fill="{ink}"/>'
    spokes = "".join(f'<g transform="rotate({angle})">{spoke}</g>' for angle in range(0, 360, 72))
    return (
        f'<circle r="9.4" fill="{ink}"/><circle r="7.4" fill="{paper}"/>{spokes}'
        f'<circle r="2.9" fill="{ink}"/><circle r="1.1" fill="{paper}"/>'
    )


def tooth(ink, paper):
    return (
        f'<path d="M-5.9,-6.3C-8.4,-1.4 -6.4,2.1 -5.3,4.9C-4.5,7.7 -3.9,9.5 -2.7,9.5C-1.3,9.5 -1.5,3.9 0,3.9C1.5,3.9 1.3,9.5 2.7,9.5'
        f'C3.9,9.5 4.5,7.7 5.3,4.9C6.4,2.1 8.4,-1.4 5.9,-6.3C4.2,-9.2 2,-7 0,-7C-2,-7 -4.2,-9.2 -5.9,-6.3Z" fill="{ink}"/>'
        f'<path d="M-4.4,-4.6C-5.6,-2 -5,0.6 -4.2,2.4" fill="none" stroke="{paper}" stroke-width="1" stroke-linecap="round"/>'
    )


def sole(ink, paper):
    bars = "".join(f'<path d="M-6,{y} 0,{y + 1.5} 6,{y}" fill="none" stroke="{paper}" stroke-width=".8"/>' for y in (-7.2, -5.2, -3.2, -1.2, 5, 7))
    return (
        f'<g transform="rotate(14)"><path d="M-.4,-9.8C3.6,-9.9 5.2,-6.4 4.6,-2.9C4.2,-.6 3,.6 3,2.6C3,4.6 3.6,5.6 3.3,7.4C2.9,9.4 1.5,10 .2,10'
        f'C-1.3,10 -2.9,9.3 -3.1,7.3C-3.3,5.3 -2.6,3.9 -2.9,2C-3.2,0 -4.6,-1.9 -4.6,-4.9C-4.6,-7.9 -2.9,-9.7 -.4,-9.8Z" fill="{ink}"/>{bars}</g>'
    )


def flower(ink, paper):
    petal = f'<path d="M0,-2.2C-4.6,-5 -3.4,-9.6 0,-9.6C3.4,-9.6 4.6,-5 0,-2.2Z" fill="{ink}"/>'
    vein = f'<path d="M0,-4 0,-7" stroke="{paper}" stroke-width=".8" stroke-linecap="round"/>'
    petals = "".join(f'<g transform="rotate({angle})">{petal}{vein}</g>' for angle in range(0, 360, 60))
    return f'{petals}<circle r="1.5" fill="{ink}"/>'


def comb(ink, paper):
    teeth = "".join(f'<rect x="{x:.1f}" y="-2.4" width="1" height="{7.6 if 0 < index < 8 else 8.4}" fill="{ink}"/>' for index, x in
                    enumerate(-8.6 + 2.02 * step for step in range(9)))
    return f'<g transform="rotate(-24)"><path d="M-9.4,-6.2Q0,-8.6 9.4,-6.2L9.4,-2 -9.4,-2Z" fill="{ink}"/>{teeth}</g>'


def reel(ink, paper):
    holes = "".join(f'<circle cy="-5.4" r="2.3" fill="{paper}" transform="rotate({angle})"/>' for angle in range(0, 360, 72))
    return f'<circle r="9.4" fill="{ink}"/>{holes}<circle r="1.3" fill="{paper}"/>'


def dumbbell(ink, paper):
    def plates(side):
        return "".join(f'<rect x="{side * x - .95:.2f}" y="{-height}" width="1.9" height="{2 * height}" rx=".7" fill="{ink}"/>' for x, height in
                       ((4.3, 6.4), (6.7, 4.9), (9, 2.9)))

    return f'<g transform="rotate(-28)"><rect x="-9.4" y="-1.1" width="18.8" height="2.2" fill="{ink}"/>{plates(1)}{plates(-1)}</g>'


def flask(ink, paper):
    return (
        f'<path d="M-2.9,-9.6H2.9V-7.9H2.1V-3.2L7.6,6.6C8.6,8.4 7.6,9.6 6,9.6H-6C-7.6,9.6 -8.6,8.4 -7.6,6.6L-2.1,-3.2V-7.9H-2.9Z" fill="{ink}"/>'
        f'<path d="M-.9,-7.6V-2.6L-3,1.2H3L.9,-2.6V-7.6Z" fill="{paper}"/>'
        f'<circle cx="-2" cy="5" r="1.1" fill="{paper}"/><circle cx="2.4" cy="6.2" r=".8" fill="{paper}"/><circle cx="1.1" cy="3.2" r=".7" fill="{paper}"/>'
    )


def star(ink, paper):
    square = f'<rect x="-6.2" y="-6.2" width="12.4" height="12.4" fill="{ink}"/>'
    return f'{square}<g transform="rotate(45)">{square}</g><circle r="3.4" fill="{paper}"/><circle r="1.5" fill="{ink}"/>'
