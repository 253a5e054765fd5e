import Foundation
import HummingbirdTLS
import NIOSSL

/// What the service proves itself with when it speaks TLS: files of PEM, read once.
public struct ServerCertificate: Sendable, Hashable {
    let configuration: TLSConfigurationBox

    /// Reads a certificate, with its issuers behind it, and its key. `ExposureFault` for what cannot be read or does not belong together.
    public init(certificate: String, key: String) throws(ExposureFault) {
        let chain: [NIOSSLCertificate]
        do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch { throw .certificate(path: certificate, why: Self.reason(error, certificate)) }
        guard !chain.isEmpty else { throw .certificate(path: certificate, why: "there is no certificate in it") }
        let secret: NIOSSLPrivateKey
        do { secret = try NIOSSLPrivateKey(file: key, format: .pem) } catch { throw .key(path: key, why: Self.reason(error, key)) }
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do { _ = try NIOSSLContext(configuration: configuration) } catch { throw .keyOfAnother(certificate: certificate, key: key) }
        self.configuration = TLSConfigurationBox(configuration)
    }

    private static func reason(_ error: any Error, _ path: String) -> String {
        if !FileManager.default.fileExists(atPath: path) { return "there is no such file" }
        if !FileManager.default.isReadableFile(atPath: path) { return "this user may not read it" }
        return "it is no PEM file of that kind"
    }
}

/// A configuration of TLS that can be compared.
struct TLSConfigurationBox: Sendable, Hashable {
    let value: TLSConfiguration

    init(_ value: TLSConfiguration) { self.value = value }

    static func == (left: Self, right: Self) -> Bool { left.value.bestEffortEquals(right.value) }
    func hash(into hasher: inout Hasher) { value.bestEffortHash(into: &hasher) }
}
