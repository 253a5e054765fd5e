/// One ESC/POS command as the virtual printer understands it.
enum ESCPOSCommand: Sendable, Hashable {
    case initialize
    /// Nothing to do: real-time commands are obeyed elsewhere, modes without meaning for pictures.
    case ignored
    case feedLines(Int)
    case feedUnits(Int)
    case lineSpacing(units: Int?)
    case motionUnit(vertical: Int)
    case cut(units: Int)
    case automaticStatus(UInt8)
    case paperSensor
    case identity(UInt8)
    /// `GS v 0`: so many bytes a row, so many rows follow.
    case raster(rowBytes: Int, rows: Int)
    /// `GS ( L` or `GS 8 L`, function 112: rows to keep until they are printed; `count` bytes follow.
    case store(width: Int, rows: Int, count: Int)
    case printStored
    /// A command whose `count` bytes of data are to be skipped.
    case skip(count: Int)

    /// What the first bytes of a command say.
    enum Reading: Sendable, Hashable {
        case needMore
        case command(ESCPOSCommand)
        case bad(ESCPOSCommand)
        case unknown
    }

    /// Reads a command from its first bytes; the shortest prefix that says it all gives the command.
    static func read(_ head: [UInt8]) -> Reading {
        guard let first = head.first else { return .needMore }
        switch first {
        case 0x0A: return .command(.feedLines(1))
        case 0x0D: return .command(.ignored)
        case 0x10, 0x1B, 0x1C, 0x1D:
            guard head.count > 1 else { return .needMore }
            switch first {
            case 0x10: return readRealTime(head)
            case 0x1B: return readEscape(head)
            case 0x1C: return head[1] == 0x2E || head[1] == 0x26 ? .command(.ignored) : .unknown
            default: return readGroup(head)
            }
        default: return .unknown
        }
    }

    /// Real-time commands inside the stream: only their length matters here.
    private static func readRealTime(_ head: [UInt8]) -> Reading {
        switch head[1] {
        case 0x04, 0x05: return head.count < 3 ? .needMore : .command(.ignored)
        case 0x14:
            guard head.count > 2 else { return .needMore }
            let lengths: [UInt8: Int] = [1: 5, 2: 5, 7: 4, 8: 10]
            guard let length = lengths[head[2]] else { return .unknown }
            return head.count < length ? .needMore : .command(.ignored)
        default: return .unknown
        }
    }

    private static func readEscape(_ head: [UInt8]) -> Reading {
        switch head[1] {
        case 0x40: return .command(.initialize)
        case 0x32: return .command(.lineSpacing(units: nil))
        case 0x33, 0x4A, 0x64:
            guard head.count > 2 else { return .needMore }
            let n = Int(head[2])
            return .command(head[1] == 0x33 ? .lineSpacing(units: n) : head[1] == 0x4A ? .feedUnits(n) : .feedLines(n))
        default: return .unknown
        }
    }

    private static func readGroup(_ head: [UInt8]) -> Reading {
        switch head[1] {
        case 0x28: return readFunction(head)
        case 0x38: return head.count < 3 ? .needMore : head[2] == 0x4C ? readGraphics(head, lengthBytes: 4) : .unknown
        case 0x49: return head.count < 3 ? .needMore : .command(.identity(head[2]))
        case 0x50: return head.count < 4 ? .needMore : .command(.motionUnit(vertical: Int(head[3])))
        case 0x56: return readCut(head)
        case 0x61: return head.count < 3 ? .needMore : .command(.automaticStatus(head[2]))
        case 0x72: return head.count < 3 ? .needMore : head[2] == 1 || head[2] == 49 ? .command(.paperSensor) : .bad(.ignored)
        case 0x76: return readRaster(head)
        default: return .unknown
        }
    }

    private static func readCut(_ head: [UInt8]) -> Reading {
        guard head.count > 2 else { return .needMore }
        switch head[2] {
        case 0, 1, 48, 49: return .command(.cut(units: 0))
        case 65, 66: return head.count < 4 ? .needMore : .command(.cut(units: Int(head[3])))
        default: return .bad(.ignored)
        }
    }

    private static func readRaster(_ head: [UInt8]) -> Reading {
        guard head.count > 2 else { return .needMore }
        guard head[2] == 0x30 else { return .unknown }
        guard head.count >= 8 else { return .needMore }
        let rowBytes = littleEndian(head[4..<6])
        let rows = littleEndian(head[6..<8])
        guard head[3] == 0 || head[3] == 48, rowBytes > 0, rows > 0 else { return .bad(.skip(count: rowBytes * rows)) }
        return .command(.raster(rowBytes: rowBytes, rows: rows))
    }

    private static func readFunction(_ head: [UInt8]) -> Reading {
        guard head.count > 2 else { return .needMore }
        if head[2] == 0x4C { return readGraphics(head, lengthBytes: 2) }
        guard head.count >= 5 else { return .needMore }
        return .bad(.skip(count: littleEndian(head[3..<5])))
    }

    /// `GS ( L` and `GS 8 L`: length, then `30 70 30 bx by c xL xH yL yH` and the dots, or `30 32` to print.
    private static func readGraphics(_ head: [UInt8], lengthBytes: Int) -> Reading {
        let start = 3 + lengthBytes
        guard head.count >= start else { return .needMore }
        let count = littleEndian(head[3..<start])
        guard count >= 2 else { return .bad(.skip(count: count)) }
        guard head.count >= start + 2 else { return .needMore }
        switch (head[start], head[start + 1], count) {
        case (0x30, 0x32, 2), (0x30, 0x02, 2): return .command(.printStored)
        case (0x30, 0x70, 11...):
            guard head.count >= start + 10 else { return .needMore }
            let width = littleEndian(head[start + 6..<start + 8])
            let rows = littleEndian(head[start + 8..<start + 10])
            let isPlain = Array(head[start + 2..<start + 6]) == [0x30, 1, 1, 0x31]
            guard isPlain, width > 0, (width + 7) / 8 * rows == count - 10 else { return .bad(.skip(count: count - 10)) }
            return .command(.store(width: width, rows: rows, count: count - 10))
        default: return .bad(.skip(count: count - 2))
        }
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
