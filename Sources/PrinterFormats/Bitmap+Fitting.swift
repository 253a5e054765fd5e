/// A bitmap no wider than the head, and what was done to get there.
public struct FittedBitmap: Sendable, Hashable {
    /// How the picture lies on the paper.
    public enum Placement: String, Sendable, Hashable {
        /// As drawn, true size.
        case landscape
        /// Turned by 90° clockwise, true size.
        case turned
        /// Turned if that helps, and made smaller: a slip, not a card.
        case slip

        /// What the operator should know, in English.
        public var sentence: String {
            switch self {
            case .landscape: "Printed in true size."
            case .turned: "Printed in true size, turned by 90° because the paper is narrower than the card is long."
            case .slip: "Printed smaller than a card because the paper is narrower than the card is high: a slip, not a card."
            }
        }
    }

    /// The picture to send.
    public let bitmap: Bitmap
    /// How it lies.
    public let placement: Placement

    /// A picture that its maker has already brought to the head's width.
    public init(bitmap: Bitmap, placement: Placement) {
        self.bitmap = bitmap
        self.placement = placement
    }
}

extension Bitmap {
    /// Fits the picture to a head of this many dots: as drawn if it is wide enough, else turned by 90°, else the way that shrinks least, made smaller.
    ///
    /// Scaling blurs bar widths by up to a dot; a caller who can redraw at a lower resolution gets a better slip.
    public func fitted(toHead dots: Int) -> FittedBitmap {
        if width <= dots { return FittedBitmap(bitmap: self, placement: .landscape) }
        if height <= dots { return FittedBitmap(bitmap: turnedClockwise(), placement: .turned) }
        let narrow = height < width ? turnedClockwise() : self
        return FittedBitmap(bitmap: narrow.scaledDown(toWidth: dots), placement: .slip)
    }
}
