public import Foundation

/// Why the service does not let other computers in as it was told to.
public enum ExposureFault: Error, Sendable, Hashable {
    /// Other computers could reach it, and what they send could be read on the way.
    case unprotected(ListenAddress)
    /// The certificate cannot be read.
    case certificate(path: String, why: String)
    /// The key cannot be read.
    case key(path: String, why: String)
    /// The key is not that of the certificate.
    case keyOfAnother(certificate: String, key: String)
    /// A certificate without a key, or a key without a certificate.
    case half
}

extension ExposureFault: LocalizedError {
    /// What is wrong.
    public var errorDescription: String? {
        switch self {
        case .unprotected(let address):
            "at \(address) other computers could reach the service, and PINs, tokens and names could be read on the way"
        case .certificate(let path, let why): "the certificate \(path) cannot be used: \(why)"
        case .key(let path, let why): "the key \(path) cannot be used: \(why)"
        case .keyOfAnother(let certificate, let key): "the key \(key) is not that of the certificate \(certificate)"
        case .half: "a certificate and its key are needed together"
        }
    }

    /// The way out.
    public var recoverySuggestion: String? {
        switch self {
        case .unprotected:
            "Give it a certificate with --certificate FILE --key FILE; or, behind a proxy of yours that speaks TLS, say --plain-behind-proxy; "
                + "or listen on this computer only: --listen \(ListenAddress.usual)."
        case .certificate: "Name a PEM file that begins with the service's own certificate, with those of its issuers behind it."
        case .key: "Name the PEM file of the certificate's private key, without a pass phrase, readable by this user."
        case .keyOfAnother: "Name the key that the certificate was asked for with, or ask for a new certificate."
        case .half: "Say --certificate FILE and --key FILE, or neither."
        }
    }
}
