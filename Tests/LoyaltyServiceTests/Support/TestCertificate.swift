import Foundation

@testable import LoyaltyService

/// A certificate of localhost that nobody vouches for, with its key: made for these tests, a secret of nobody's.
enum TestCertificate {
    static let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBmjCCAUGgAwIBAgIUdUO+65YKOdQ4vPtaa7EuSs0Bi/4wCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyODA3Mzk0M1oYDzIxMjYxMTA0
        MDczOTQzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAAQ+YOmdEMnr6armgxNZC5mBwYlzmnj5XFC/xd3liwRX/nsKOMVvue+S
        F+9ogssy7zt6r/3vd2rhXNmdagIgVJuko28wbTAdBgNVHQ4EFgQUN4B54VdK7zSJ
        rg3jpAsW75ALTIYwHwYDVR0jBBgwFoAUN4B54VdK7zSJrg3jpAsW75ALTIYwDwYD
        VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
        zj0EAwIDRwAwRAIgJVKWS0TV+BOlSMxvuC7kkPa3d1uzGT2lkpDdypwXH5wCIDJB
        RGd7KX+GsMq6BIGmgsA1SOJbsFXn06nbP4Rcoei0
        -----END CERTIFICATE-----
        """

    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmW4T5xMh8LmT8HHN
        OVcBIzDGM+opG/Zm089rsMChgvKhRANCAAQ+YOmdEMnr6armgxNZC5mBwYlzmnj5
        XFC/xd3liwRX/nsKOMVvue+SF+9ogssy7zt6r/3vd2rhXNmdagIgVJuk
        -----END PRIVATE KEY-----
        """

    static let otherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgXzUPjM5sxdG4rtRB
        ZvGgpOkrpIozUeX8eW0JoJdqsV6hRANCAART5uuaXnYhYy/MFX5APenCxfuxJX68
        PvZK3UHpGOXSVHKTGkVrbsUOCiO1wp/9gbEt+D7wDaZhS9gcwWQGJ6IC
        -----END PRIVATE KEY-----
        """

    /// Writes a file of a folder of its own, and says where it is.
    static func file(_ text: String, _ name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: name)
        try text.write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }

    /// Both, read.
    static func read() throws -> ServerCertificate {
        try ServerCertificate(certificate: try file(certificate, "c.pem"), key: try file(key, "k.pem"))
    }
}
