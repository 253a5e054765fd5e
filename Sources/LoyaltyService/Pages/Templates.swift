import Mustache

/// The pages' templates, parsed once.
struct Templates: Sendable {
    /// The pages there are.
    enum Page: String {
        case till, devices, virtual
        case cardDesk = "carddesk"
    }

    private let library: MustacheLibrary

    /// Parses the templates inside the binary.
    init() throws {
        var library = MustacheLibrary()
        try library.register(Self.text(PackageResources.bar_mustache), named: "bar")
        try library.register(Self.text(PackageResources.till_mustache), named: Page.till.rawValue)
        try library.register(Self.text(PackageResources.devices_mustache), named: Page.devices.rawValue)
        try library.register(Self.text(PackageResources.carddesk_mustache), named: Page.cardDesk.rawValue)
        try library.register(Self.text(PackageResources.virtual_mustache), named: Page.virtual.rawValue)
        self.library = library
    }

    /// A page filled with its values.
    func render(_ page: Page, _ values: [String: Any]) -> String { library.render(values, withTemplate: page.rawValue) ?? "" }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
