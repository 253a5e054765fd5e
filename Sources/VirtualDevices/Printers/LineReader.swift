/// Collects the lines of a label language, and the dots that follow a command's last comma.
struct LineReader: Sendable {
    static let longestLine = 128
    static let mostData = 1 << 22

    /// What a byte completed.
    enum Found { case nothing, line(String), data(command: String, [UInt8]), tooLong }

    private var line: [UInt8] = []
    private var command: String?
    private var data: [UInt8] = []
    private var missing = 0

    var isIdle: Bool { line.isEmpty && command == nil }

    /// How many bytes of dots a line asks for that ends in this comma; nil for a line that goes on.
    private let dataLength: @Sendable (String) -> Int?

    init(dataLength: @escaping @Sendable (String) -> Int?) { self.dataLength = dataLength }

    mutating func forget() { (line, command, data, missing) = ([], nil, [], 0) }

    mutating func take(_ byte: UInt8) -> Found {
        if let command {
            data.append(byte)
            missing -= 1
            if missing > 0 { return .nothing }
            defer { forget() }
            return .data(command: command, data)
        }
        switch byte {
        case 0: return .nothing
        case 0x0A, 0x0D:
            defer { line = [] }
            return line.isEmpty ? .nothing : .line(String(decoding: line, as: UTF8.self))
        default:
            line.append(byte)
            if line.count > Self.longestLine {
                line = []
                return .tooLong
            }
            // Status questions stand anywhere and end without a line's end.
            if line.count >= 3, line[line.count - 3] == 0x1B, line[line.count - 2] == 0x21 {
                line.removeLast(3)
                return .nothing
            }
            guard byte == UInt8(ascii: ",") else { return .nothing }
            let text = String(decoding: line, as: UTF8.self)
            guard let length = dataLength(text), 1...Self.mostData ~= length else { return .nothing }
            (line, command, missing) = ([], text, length)
            return .nothing
        }
    }
}

extension String {
    /// The numbers of a command, separated by commas; nil where one is none or not below 65,536.
    func numbers(after command: String) -> [Int]? {
        guard hasPrefix(command) else { return nil }
        let fields = dropFirst(command.count).split(separator: ",").map { $0.drop { $0 == " " } }
        let numbers = fields.compactMap { UInt16($0).map(Int.init) }
        return numbers.count == fields.count ? numbers : nil
    }
}
