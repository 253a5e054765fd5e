import Foundation
import HTTPTypes
import HummingbirdTesting
import LoyaltyModel
import Testing

@testable import LoyaltyService

@Suite struct `From where the service can be reached` {
    @Test(arguments: ["0.0.0.0:8484", "192.168.1.5:8484", "[::]:8484", "till.example:80", "128.0.0.1:1"])
    func `other computers are let in by TLS or by an owner who says so, or not at all`(text: String) throws {
        let address = try ListenAddress(parsing: text)
        #expect(throws: ExposureFault.unprotected(address)) { try Exposure(listening: address) }
        let fault = ExposureFault.unprotected(address)
        #expect(fault.errorDescription?.contains("could be read on the way") == true)
        for way in ["--certificate", "--plain-behind-proxy", "--listen 127.0.0.1:8484"] { #expect(fault.recoverySuggestion?.contains(way) == true) }
        #expect(try Exposure(listening: address, isBehindProxy: true).isSecure)
        #expect(try Exposure(listening: address, certificate: try TestCertificate.read()).isSecure)
    }

    @Test(arguments: ["localhost", "localhost:8484", "127.0.0.1:8484", "127.1.2.3", "[::1]:8484", "Till.Shop.Example", "till.shop.example:8484"])
    func `its own names are answered`(authority: String) throws {
        #expect(try Exposure(listening: .usual, publicNames: ["till.shop.example"]).isOurs(authority))
    }

    @Test(arguments: ["shop.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "192.168.1.5", "evil-till.shop.example"])
    func `foreign names are not`(authority: String) throws {
        #expect(try !Exposure(listening: .usual, publicNames: ["till.shop.example"]).isOurs(authority))
    }

    @Test func `where other computers come, numbers are ours and foreign names are not`() throws {
        let exposure = try Exposure(listening: try ListenAddress(parsing: "0.0.0.0:443"), certificate: try TestCertificate.read())
        #expect(exposure.isOurs("192.168.1.5:443") && exposure.isOurs("[fe80::1]:443") && !exposure.isOurs("evil.example"))
        #expect(exposure.isOurs(origin: "https://192.168.1.5", of: "192.168.1.5") && !exposure.isOurs(origin: "http://192.168.1.5", of: "192.168.1.5"))
    }

    @Test func `the service speaks TLS with its certificate, and keeps cookies to it`() async throws {
        let exposure = try Exposure(listening: .usual, certificate: try TestCertificate.read())
        try await Till.open(at: .ahc(.https), exposure: exposure) { till, service in
            #expect(try await till.get("/v1/health").status == 200)
            let answer = try await till.sell("T1", member: nil)
            #expect(answer.status == 201 && answer.headers[.strictTransportSecurity] == "max-age=31536000")
            #expect(try await till.get("/v1/members/nobody").headers[.strictTransportSecurity] == "max-age=31536000")
            #expect(service.front.cookieName == "__Host-memberlane")
        }
    }

    @Test func `plain HTTP gets nothing out of a service that speaks TLS`() async throws {
        let exposure = try Exposure(listening: .usual, certificate: try TestCertificate.read())
        try await Till.open(at: .ahc(.https), exposure: exposure) { till, _ in
            let wire = try till.wire()
            await wire.send("GET /v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(await !wire.receive(upTo: "\r\n").contains("HTTP"))
        }
    }

    @Test func `a certificate that is none, a key that is none and a key of another are told apart`() throws {
        let certificate = try TestCertificate.file(TestCertificate.certificate, "c.pem")
        let key = try TestCertificate.file(TestCertificate.key, "k.pem")
        let other = try TestCertificate.file(TestCertificate.otherKey, "o.pem")
        #expect(throws: ExposureFault.certificate(path: "/nowhere", why: "there is no such file")) { try ServerCertificate(certificate: "/nowhere", key: key) }
        #expect(throws: ExposureFault.key(path: "/nowhere", why: "there is no such file")) { try ServerCertificate(certificate: certificate, key: "/nowhere") }
        #expect(throws: ExposureFault.certificate(path: key, why: "it is no PEM file of that kind")) { try ServerCertificate(certificate: key, key: key) }
        #expect(throws: ExposureFault.key(path: certificate, why: "it is no PEM file of that kind")) {
            try ServerCertificate(certificate: certificate, key: certificate)
        }
        #expect(throws: ExposureFault.keyOfAnother(certificate: certificate, key: other)) { try ServerCertificate(certificate: certificate, key: other) }
    }
}
