import Mustache

/// The pages' templates, parsed once.
struct Templates: Sendable {
    /// The pages there are.
    enum Page: String {
        case till, benefits, devices, virtual, staff, pair, trouble
        case frontDesk = "frontdesk"
        case cardDesk = "carddesk"
        case signIn = "signin"
        case setUp = "setup"
    }

    private let library: MustacheLibrary

    /// Parses the templates inside the binary.
    init() throws {
        var library = MustacheLibrary()
        try library.register(Self.text(PackageResources.bar_mustache), named: "bar")
        try library.register(Self.text(PackageResources.door_mustache), named: "door")
        try library.register(Self.text(PackageResources.signin_mustache), named: Page.signIn.rawValue)
        try library.register(Self.text(PackageResources.setup_mustache), named: Page.setUp.rawValue)
        try library.register(Self.text(PackageResources.pair_mustache), named: Page.pair.rawValue)
        try library.register(Self.text(PackageResources.staff_mustache), named: Page.staff.rawValue)
        try library.register(Self.text(PackageResources.trouble_mustache), named: Page.trouble.rawValue)
        try library.register(Self.text(PackageResources.till_mustache), named: Page.till.rawValue)
        try library.register(Self.text(PackageResources.benefits_mustache), named: Page.benefits.rawValue)
        try library.register(Self.text(PackageResources.frontdesk_mustache), named: Page.frontDesk.rawValue)
        try library.register(Self.text(PackageResources.devices_mustache), named: Page.devices.rawValue)
        try library.register(Self.text(PackageResources.carddesk_mustache), named: Page.cardDesk.rawValue)
        try library.register(Self.text(PackageResources.virtual_mustache), named: Page.virtual.rawValue)
        self.library = library
    }

    /// A page filled with its values.
    func render(_ page: Page, _ values: [String: Any]) -> String { library.render(values, withTemplate: page.rawValue) ?? "" }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
