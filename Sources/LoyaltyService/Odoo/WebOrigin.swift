/// Where a web page comes from: scheme, host and port (RFC 6454), such as `https://shop.example`.
public struct WebOrigin: Sendable, Hashable, CustomStringConvertible {
    /// As browsers write it in `Origin`: lower case, no port where it is the scheme's own.
    public let description: String

    /// Reads an origin; nil for anything else, such as an address with a path.
    public init?(_ text: String) {
        let parts = text.lowercased().split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let usual = ["http": 80, "https": 443][parts[0]] else { return nil }
        let host = parts[1].hasPrefix("[") ? parts[1].prefix { $0 != "]" } + "]" : parts[1].prefix { $0 != ":" }
        let rest = parts[1].dropFirst(host.count)
        guard host.count > 2 || !host.hasPrefix("["), !host.isEmpty, host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.[]:_".contains($0)) })
        else { return nil }
        if rest.isEmpty {
            description = "\(parts[0])://\(host)"
        } else {
            guard rest.hasPrefix(":"), let port = UInt16(rest.dropFirst()), port > 0 else { return nil }
            description = "\(parts[0])://\(host)" + (port == usual ? "" : ":\(port)")
        }
    }
}
