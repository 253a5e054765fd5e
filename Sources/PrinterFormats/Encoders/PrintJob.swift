/// One picture as the bytes to send to one printer, cut into bands so that the first is on its way before the last is made.
///
/// In order: a prologue, bands of at most `rowsPerBand` rows, and an epilogue that prints, cuts and asks for completion as language and profile allow.
/// Where rows come out as they arrive, each part is whole, with exactly the bytes it declares, and a job may be given up between two. Label printers take
/// the picture as one command over all bands.
/// Pictures can contain the bytes of real-time commands, which printers obey even there: stray status replies are to be expected.
public struct PrintJob: Sequence, Sendable {
    /// The picture, no wider than the head.
    public let bitmap: Bitmap
    /// The printer it is for.
    public let profile: PrinterProfile
    /// White rows after the picture, before the cut; labels have an end of their own.
    public let marginDots: Int

    /// A job; refused when the picture is empty or wider than the head.
    public init(_ bitmap: Bitmap, for profile: PrinterProfile, marginDots: Int = 24) throws(PictureRefusal) {
        guard bitmap.width > 0, bitmap.height > 0 else { throw .empty }
        guard bitmap.width <= profile.headDots else { throw .widerThanHead(dots: bitmap.width, head: profile.headDots) }
        self.bitmap = bitmap
        self.profile = profile
        self.marginDots = Swift.max(0, marginDots)
    }

    /// Everything in one piece.
    public var bytes: [UInt8] { flatMap { $0 } }

    /// The parts in the order in which they are sent.
    public func makeIterator() -> Iterator { Iterator(job: self) }

    /// The parts of a job, made one at a time.
    public struct Iterator: IteratorProtocol, Sendable {
        private enum Part { case prologue, band(row: Int), epilogue, end }
        private let bitmap: Bitmap
        private let encoder: any PictureEncoder
        private var part = Part.prologue

        fileprivate init(job: PrintJob) {
            bitmap = job.bitmap
            encoder = job.profile.language.encoder(of: job)
        }

        /// The next part; nothing after the epilogue.
        public mutating func next() -> [UInt8]? {
            switch part {
            case .prologue:
                part = .band(row: 0)
                return encoder.prologue
            case .band(let row):
                let end = Swift.min(row + encoder.rowsPerBand, bitmap.height)
                part = end < bitmap.height ? .band(row: end) : .epilogue
                return encoder.band(bitmap.rows(row..<end), rows: end - row)
            case .epilogue:
                part = .end
                return encoder.epilogue
            case .end:
                return nil
            }
        }

        /// Bytes of the parts that are still to come.
        public var bytesLeft: Int { IteratorSequence(self).reduce(0) { $0 + $1.count } }
    }
}

/// How one language writes a picture.
protocol PictureEncoder: Sendable {
    /// Rows in one band, at most.
    var rowsPerBand: Int { get }
    /// What comes before the picture.
    var prologue: [UInt8] { get }
    /// `rows` rows of whole bytes; 1 is black and the bits right of the picture are 0.
    func band(_ data: ArraySlice<UInt8>, rows: Int) -> [UInt8]
    /// What comes after it.
    var epilogue: [UInt8] { get }
}

extension PrinterLanguage {
    fileprivate func encoder(of job: PrintJob) -> any PictureEncoder {
        switch self {
        case .escpos: ESCPOSEncoder(job: job)
        case .starPRNT: StarPRNTEncoder(job: job)
        case .starLine: StarLineEncoder(job: job)
        case .starGraphics: StarGraphicsEncoder(job: job)
        case .zpl: ZPLEncoder(job: job)
        case .tspl: TSPLEncoder(job: job)
        case .epl: EPLEncoder(job: job)
        }
    }
}

extension Int {
    /// The lowest bytes of a number, the lowest first.
    func littleEndian(bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
    }
}
