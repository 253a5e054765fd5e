internal import Crypto

extension CodeSeal {
    /// The secret behind the printed codes. It never shows itself: printing, dumping or interpolating one gives `CodeSeal.Key(hidden)`.
    public struct Key: Sendable {
        /// How many bytes a key has at least.
        public static let minimumLength = 32

        let symmetric: SymmetricKey

        /// A key of bytes that the caller drew at random; nil for fewer than 32.
        public init?(bytes: [UInt8]) {
            guard bytes.count >= Self.minimumLength else { return nil }
            symmetric = SymmetricKey(data: bytes)
        }

        /// A key as it stands in a key file: hexadecimal, two digits a byte; nil for anything else and for fewer than 32 bytes.
        public init?(hex: String) {
            guard let bytes = HexDigits.bytes(of: hex) else { return nil }
            self.init(bytes: bytes)
        }
    }
}

extension CodeSeal.Key: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Shows nothing of the key.
    public var description: String { "CodeSeal.Key(hidden)" }
    /// Shows nothing of the key.
    public var debugDescription: String { description }
    /// Shows nothing of the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
