extension ESCPOS {
    /// One picture as the bytes to send, cut into bands so that printing starts with the first.
    ///
    /// Each element is whole: it may be written at once, and a job may be given up between two of them. In order: a prologue, bands of at most
    /// `rowsPerBand` rows with exactly the bytes they declare, and an epilogue that feeds, cuts and asks for completion as the profile allows.
    /// Pictures can contain the bytes of real-time commands, which printers obey even there: stray status replies are to be expected.
    public struct Job: Sequence, Sendable {
        /// The picture, no wider than the head.
        public let bitmap: Bitmap
        /// The printer it is for.
        public let profile: PrinterProfile
        /// White rows after the picture, before the cut.
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

        /// Whether the last reply to wait for is that of `GS r 1`.
        public var asksForCompletion: Bool { profile.confirmsCompletion }

        /// The parts in the order in which they are sent.
        public func makeIterator() -> Iterator { Iterator(job: self) }

        /// The parts of a job, made one at a time.
        public struct Iterator: IteratorProtocol, Sendable {
            private enum Part { case prologue, band(row: Int), epilogue, end }
            private let job: Job
            private var part = Part.prologue

            fileprivate init(job: Job) { self.job = job }

            /// The next part; nothing after the epilogue.
            public mutating func next() -> [UInt8]? {
                switch part {
                case .prologue:
                    part = .band(row: 0)
                    return job.prologue
                case .band(let row):
                    let end = Swift.min(row + job.profile.rowsPerBand, job.bitmap.height)
                    part = end < job.bitmap.height ? .band(row: end) : .epilogue
                    return job.profile.raster.encode(job.bitmap.rows(row..<end), width: job.bitmap.width, rows: end - row)
                case .epilogue:
                    part = .end
                    return job.epilogue
                case .end:
                    return nil
                }
            }
        }
    }
}

extension ESCPOS.Job {
    private var prologue: [UInt8] {
        var bytes = ESCPOS.initialize + ESCPOS.leaveKanjiMode
        bytes += ESCPOS.motionUnit(dotsPerInch: profile.dotsPerInch) ?? []
        if profile.status.contains(.automatic) { bytes += ESCPOS.automaticStatus(on: true) }
        return bytes
    }

    private var epilogue: [UInt8] {
        var bytes: [UInt8]
        switch profile.cutter {
        case .none(let tearBarDots): bytes = feed(marginDots + Swift.max(0, tearBarDots))
        case .partial: bytes = feed(marginDots) + ESCPOS.cut(full: false, units: 0)
        case .full: bytes = feed(marginDots) + ESCPOS.cut(full: true, units: 0)
        }
        if profile.confirmsCompletion { bytes += ESCPOS.Query.completion.bytes }
        return bytes
    }

    /// Feeds by dots; above 255 dpi, where the motion unit is not ours to set, by white rows.
    private func feed(_ dots: Int) -> [UInt8] {
        if profile.dotsPerInch <= 255 { return ESCPOS.feed(units: dots) }
        return Swift.stride(from: 0, to: dots, by: profile.rowsPerBand).flatMap { row in
            let rows = Swift.min(profile.rowsPerBand, dots - row)
            return profile.raster.encode(ArraySlice(repeating: 0, count: rows), width: 8, rows: rows)
        }
    }
}

extension PrinterProfile.RasterCommand {
    /// One raster command: `rows` rows of `width` dots, at most 128 × 2047, so that every length fits its field.
    fileprivate func encode(_ data: ArraySlice<UInt8>, width: Int, rows: Int) -> [UInt8] {
        switch self {
        case .rasterBitImage:
            return [ESCPOS.gs, 0x76, 0x30, 0x00] + littleEndian((width + 7) / 8, bytes: 2) + littleEndian(rows, bytes: 2) + data
        case .graphics:
            return [ESCPOS.gs, 0x28, 0x4C] + littleEndian(10 + data.count, bytes: 2) + stored(data, width: width, rows: rows) + printStored
        case .longGraphics:
            return [ESCPOS.gs, 0x38, 0x4C] + littleEndian(10 + data.count, bytes: 4) + stored(data, width: width, rows: rows) + printStored
        }
    }

    private func stored(_ data: ArraySlice<UInt8>, width: Int, rows: Int) -> [UInt8] {
        [0x30, 0x70, 0x30, 1, 1, 0x31] + littleEndian(width, bytes: 2) + littleEndian(rows, bytes: 2) + data
    }

    private var printStored: [UInt8] { [ESCPOS.gs, 0x28, 0x4C, 0x02, 0x00, 0x30, 0x32] }

    private func littleEndian(_ value: Int, bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
