import AccessControl
import ArgumentParser
import LoyaltyService

/// From where callers come, how they are protected there, and when pages lock.
struct DoorOptions: ParsableArguments {
    @Option(help: "Where to listen. Other computers can be let in with --certificate and --key, or through a proxy.")
    var listen = "127.0.0.1:8484"
    @Option(help: "The service's certificate, PEM, with its issuers behind it: then it speaks TLS.")
    var certificate: String?
    @Option(help: "The certificate's private key, PEM.")
    var key: String?
    @Flag(help: "Speak plain HTTP although other computers may reach it: for a proxy of yours that speaks TLS and sets X-Forwarded-For.")
    var plainBehindProxy = false
    @Option(help: "A name under which callers know the service, such as till.shop.example; may be repeated.")
    var publicName: [String] = []
    @Option(help: "When a page locks that nobody uses, such as 10m or 90s.")
    var lockAfter: Span = Span(milliseconds: 10 * 60_000)

    func address() throws -> ListenAddress { try ListenAddress(parsing: listen) }

    /// How the service is reached, with its certificate read.
    func exposure(of address: ListenAddress) throws -> Exposure {
        guard (certificate == nil) == (key == nil) else { throw ExposureFault.half }
        var served: ServerCertificate?
        if let certificate, let key { served = try ServerCertificate(certificate: certificate, key: key) }
        return try Exposure(listening: address, publicNames: publicName, isBehindProxy: plainBehindProxy, certificate: served)
    }

    var rules: AccessRules {
        var rules = AccessRules()
        rules.lockAfter = lockAfter.milliseconds
        return rules
    }
}

/// A span of time as a person writes it: `90s`, `10m`, `1h`.
struct Span: ExpressibleByArgument, CustomStringConvertible {
    let milliseconds: Int

    init(milliseconds: Int) { self.milliseconds = milliseconds }

    init?(argument: String) {
        let units = ["s": 1000, "m": 60_000, "h": 3_600_000]
        guard let unit = argument.last.flatMap({ units[String($0)] }), let count = Int(argument.dropLast()), (1...100_000).contains(count) else { return nil }
        milliseconds = count * unit
    }

    var description: String { milliseconds.isMultiple(of: 60_000) ? "\(milliseconds / 60_000)m" : "\(milliseconds / 1000)s" }
    var defaultValueDescription: String { description }
}
