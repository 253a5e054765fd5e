/// From where the service can be reached, and how it is protected there.
public struct Exposure: Sendable, Hashable {
    /// The names under which callers know the service beside the address it listens at, such as `till.shop.example`; in lower case, without a port.
    public let publicNames: Set<String>
    /// Whether callers come through a proxy of the owner's, which speaks TLS to them and says who they are (`X-Forwarded-For`).
    public let isBehindProxy: Bool
    /// What the service itself speaks TLS with; nil for plain HTTP.
    public let certificate: ServerCertificate?
    private let isLocal: Bool

    /// How a service that listens at `address` is reached. `ExposureFault` when other computers could reach it unprotected.
    public init(
        listening address: ListenAddress, publicNames: [String] = [], isBehindProxy: Bool = false, certificate: ServerCertificate? = nil
    ) throws(ExposureFault) {
        guard address.isLoopback || isBehindProxy || certificate != nil else { throw .unprotected(address) }
        var names = Set(publicNames.map { $0.lowercased() })
        if !address.isLoopback { names.insert(address.host.lowercased()) }
        self.publicNames = names
        self.isBehindProxy = isBehindProxy
        self.certificate = certificate
        isLocal = address.isLoopback
    }

    /// A service that only its own computer reaches.
    static let local = Exposure()

    private init() {
        (publicNames, isBehindProxy, certificate, isLocal) = ([], false, nil, true)
    }

    /// Whether browsers reach the service over TLS, and so keep its cookies to TLS.
    public var isSecure: Bool { certificate != nil || isBehindProxy }

    /// Whether a request names the service as its callers know it. Numbers are ours wherever the service can be reached from elsewhere: to rebind, a
    /// foreign page needs a name.
    func isOurs(_ authority: String) -> Bool {
        let host = Self.host(of: authority).lowercased()
        if publicNames.contains(host) || Self.isLoopback(host) { return true }
        return !isLocal && Self.isNumber(host)
    }

    /// Whether a page comes from the service itself.
    func isOurs(origin: String, of authority: String) -> Bool {
        if isBehindProxy { return origin == "https://\(authority)" || Self.isLoopback(Self.host(of: authority)) && origin == "http://\(authority)" }
        return origin == (certificate == nil ? "http" : "https") + "://" + authority
    }

    /// A host without its port; brackets stay.
    static func host(of authority: String) -> String {
        if authority.hasPrefix("[") { return String(authority.prefix { $0 != "]" }) + "]" }
        return String(authority.prefix { $0 != ":" })
    }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "[::1]" || host.hasPrefix("127.") && host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2e }
    }

    private static func isNumber(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
