import PrinterFormats

/// Where everything stands on a card, in dots; lengths below are millimetres on the card of 85.60 × 53.98.
///
/// Drawn for left to right; ``place(_:)`` mirrors for right to left. Codes are never mirrored, only moved.
struct CardLayout: Sendable, Hashable {
    let resolution: CardResolution
    let isRightToLeft: Bool

    /// The rounded outline, and its thickness and corner.
    var frame: DotRectangle { DotRectangle(x: 0, y: 0, width: resolution.width, height: resolution.height).inset(by: dots(1.5)) }
    var frameLine: Int { resolution.line(0.25) }
    var frameRadius: Int { dots(3) }

    /// The band that carries programme and tier, from the frame down.
    var header: DotRectangle { DotRectangle(x: frame.x, y: frame.y, width: frame.width, height: dots(11.6)) }
    var headerBaseline: Int { dots(9.3) }
    var programme: DotRectangle { box(x: 5.5, y: 3, width: 48, height: 9.6) }
    var tierName: DotRectangle { box(x: 55.5, y: 3, width: 24.6, height: 9.6) }

    /// Room for the rank's stripes.
    var stripes: DotRectangle { DotRectangle(x: frame.x, y: header.bottom, width: frame.width, height: dots(4.6)) }

    /// The member's name: one line on `nameBaseline`, or two around it.
    var name: DotRectangle { box(x: 5.5, y: 19, width: 54.5, height: 10.8) }
    var nameBaseline: Int { dots(26.6) }
    var number: DotRectangle { box(x: 5.5, y: 29.8, width: 54.5, height: 6) }
    var numberBaseline: Int { dots(34.4) }
    var notice: DotRectangle { box(x: 5.5, y: 36.4, width: 54.5, height: 4.4) }
    var noticeBaseline: Int { dots(39.7) }
    /// What is left for the notice beside an example mark of this width.
    func notice(beside mark: DotRectangle) -> DotRectangle {
        let room = notice.width - mark.width - dots(1.5)
        return DotRectangle(x: isRightToLeft ? notice.right - room : notice.x, y: notice.y, width: room, height: notice.height)
    }
    /// The example mark's black box around words of this width, at the reading end of the notice's line.
    func exampleMark(wordWidth: Int) -> DotRectangle {
        let width = wordWidth + 2 * dots(1)
        return DotRectangle(x: isRightToLeft ? notice.x : notice.right - width, y: notice.y, width: width, height: notice.height)
    }

    /// The QR code with its quiet zone; the dark part ends at the margin.
    var qr: DotRectangle { box(x: 60.6, y: 18.4, width: 22.5, height: 22.8) }
    /// The bars with their quiet zones.
    var bars: DotRectangle { DotRectangle(x: dots(3), y: dots(42.2), width: resolution.width - 2 * dots(3), height: dots(8.2)) }

    /// The stripe of one rank: thickness and step, in dots, so that `count` of them fill at most the room.
    func stripe(of count: Int) -> (thickness: Int, step: Int) {
        let step = min(dots(1.6), stripes.height / max(1, count))
        return (max(2, step * 5 / 8), step)
    }

    func dots(_ millimetres: Double) -> Int { resolution.dots(millimetres) }

    private func box(x: Double, y: Double, width: Double, height: Double) -> DotRectangle {
        place(DotRectangle(x: dots(x), y: dots(y), width: dots(width), height: dots(height)))
    }

    /// A rectangle given for left to right, where it belongs in this card's direction.
    private func place(_ rectangle: DotRectangle) -> DotRectangle {
        guard isRightToLeft else { return rectangle }
        return DotRectangle(x: resolution.width - rectangle.right, y: rectangle.y, width: rectangle.width, height: rectangle.height)
    }
}
