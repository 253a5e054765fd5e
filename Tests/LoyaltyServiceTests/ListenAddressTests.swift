import Foundation
import LoyaltyService
import Testing

@Suite struct `Where the service listens` {
    @Test(arguments: ["127.0.0.1:8484", "127.0.0.53:1", "[::1]:65535"])
    func `addresses of this computer only are taken`(text: String) throws {
        #expect(try ListenAddress(parsing: text).description == text)
    }

    @Test func `localhost is 127.0.0.1, whatever a resolver might say`() throws {
        #expect(try ListenAddress(parsing: "localhost:8484") == ListenAddress.usual)
    }

    @Test(arguments: ["0.0.0.0:8484", "192.168.1.5:8484", "[::]:8484", "till.example:80", "128.0.0.1:1"])
    func `addresses that other computers can reach are known to be such`(text: String) throws {
        #expect(try ListenAddress(parsing: text).description == text)
        #expect(try !ListenAddress(parsing: text).isLoopback)
        #expect(try ListenAddress(parsing: "127.0.0.1:1").isLoopback && ListenAddress(parsing: "[::1]:1").isLoopback)
    }

    @Test(arguments: [
        ("", ListenAddressFault.portMissing("")), ("127.0.0.1", .portMissing("127.0.0.1")), (":8484", .portMissing(":8484")),
        ("127.0.0.1:", .portWrong("127.0.0.1:")), ("127.0.0.1:65536", .portWrong("127.0.0.1:65536")), ("127.0.0.1:-1", .portWrong("127.0.0.1:-1")),
        ("127.0.0.1 :80", .unreadable("127.0.0.1 :80")), ("http://127.0.0.1:80", .unreadable("http://127.0.0.1:80")), ("*:80", .unreadable("*:80")),
        ("[x]:80", .unreadable("[x]:80")),
    ])
    func `what is no address and port says what is wrong with it`(text: String, fault: ListenAddressFault) {
        #expect(throws: fault) { try ListenAddress(parsing: text) }
    }
}
