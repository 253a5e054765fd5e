/// The bytes of Epson's printer language that we send.
///
/// Sources: Epson ESC/POS application programming guide; Bixolon SRP-330II manual p. 101 (`GS I`); Epson TM-T88III guide p. 318–320 (`GS a`);
/// Citizen CT-S310 manual p. 310 (telling the replies apart).
public enum ESCPOS {
    static let esc: UInt8 = 0x1B
    static let fs: UInt8 = 0x1C
    static let gs: UInt8 = 0x1D
    static let dle: UInt8 = 0x10

    /// `ESC @`: empties the line buffer and forgets modes, automatic status among them.
    public static let initialize: [UInt8] = [esc, 0x40]
    /// `FS .`: leaves Chinese mode, in which many clones wake up.
    public static let leaveKanjiMode: [UInt8] = [fs, 0x2E]
    /// `DLE ENQ 2`: go on after an error, what was being printed is dropped.
    public static let recover: [UInt8] = [dle, 0x05, 0x02]

    /// `GS P x y`: feeds count in dots from now on. Nothing above 255 dpi, which no byte holds.
    public static func motionUnit(dotsPerInch: Int) -> [UInt8]? {
        UInt8(exactly: dotsPerInch).map { [gs, 0x50, $0, $0] }
    }

    /// `ESC J n`, repeated: feeds by any number of motion units.
    public static func feed(units: Int) -> [UInt8] {
        guard units > 0 else { return [] }
        return Swift.stride(from: units, to: 0, by: -255).flatMap { [esc, 0x4A, UInt8(min($0, 255))] }
    }

    /// `GS V 65 n` or `GS V 66 n`: feeds to the cutter and `units` further (0…255, clamped), then cuts.
    public static func cut(full: Bool, units: Int) -> [UInt8] {
        [gs, 0x56, full ? 65 : 66, UInt8(clamping: units)]
    }

    /// `GS a n`: the printer reports changes of online state, errors and paper by itself; the drawer is not our business.
    public static func automaticStatus(on: Bool) -> [UInt8] {
        [gs, 0x61, on ? 0x0E : 0x00]
    }
}

extension ESCPOS {
    /// Which part of the state `DLE EOT n` asks for.
    public enum RealTimeStatus: UInt8, Sendable, Hashable, CaseIterable {
        case printer = 1
        case offlineCause = 2
        case error = 3
        case paper = 4
    }

    /// Which string `GS I n` asks for.
    public enum Identity: UInt8, Sendable, Hashable, CaseIterable {
        case firmware = 65
        case maker = 66
        case model = 67
        case serialNumber = 68
        case language = 69
    }

    /// A question the printer answers on its input pipe.
    public enum Query: Sendable, Hashable {
        /// `DLE EOT n`: answered at once, even when offline; on USB at most 8 may be outstanding.
        case realTime(RealTimeStatus)
        /// `DLE DC4 7 1`: the four bytes of automatic status now.
        case automaticStatusNow
        /// `GS r 1`: answered when everything sent before is printed.
        case completion
        /// `GS I n`: who the printer is; a clone may never answer, so wait 500 ms and call it unknown.
        case identity(Identity)

        /// The bytes to send.
        public var bytes: [UInt8] {
            switch self {
            case .realTime(let part): [dle, 0x04, part.rawValue]
            case .automaticStatusNow: [dle, 0x14, 0x07, 0x01]
            case .completion: [gs, 0x72, 0x01]
            case .identity(let what): [gs, 0x49, what.rawValue]
            }
        }
    }
}
