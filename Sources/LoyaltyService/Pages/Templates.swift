import Mustache

/// The pages' templates, parsed once.
struct Templates: Sendable {
    /// The pages there are.
    enum Page: String, CaseIterable {
        case till, benefits, devices, virtual, staff, pair, trouble, kiosk, owner
        // Pieces of the owner's page.
        case report, rehearsal
        case frontDesk = "frontdesk"
        case cardDesk = "carddesk"
        case signIn = "signin"
        case setUp = "setup"
    }

    private let library: MustacheLibrary
    private let vocabularies: [Page: Vocabulary]

    /// Parses the templates inside the binary.
    init() throws {
        var library = MustacheLibrary()
        var vocabularies: [Page: Vocabulary] = [:]
        try library.register(Self.text(PackageResources.bar_mustache), named: "bar")
        try library.register(Self.text(PackageResources.door_mustache), named: "door")
        for page in Page.allCases {
            let text = Self.text(page.bytes)
            try library.register(text, named: page.rawValue)
            let scripts = text.matches(of: /"\/static\/([a-z]+\.js)"/).map { String($0.1) }
            vocabularies[page] = Vocabulary(
                shared: Assets.bytes("common.js"), scripts: scripts.filter { $0 != "common.js" }.map { Assets.bytes($0) })
        }
        self.library = library
        self.vocabularies = vocabularies
    }

    /// What the page's scripts name of the catalogue.
    func vocabulary(of page: Page) -> Vocabulary? { vocabularies[page] }

    /// A page filled with its values.
    func render(_ page: Page, _ values: [String: Any]) -> String { library.render(values, withTemplate: page.rawValue) ?? "" }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

extension Templates.Page {
    fileprivate var bytes: [UInt8] {
        switch self {
        case .till: PackageResources.till_mustache
        case .benefits: PackageResources.benefits_mustache
        case .frontDesk: PackageResources.frontdesk_mustache
        case .devices: PackageResources.devices_mustache
        case .cardDesk: PackageResources.carddesk_mustache
        case .virtual: PackageResources.virtual_mustache
        case .staff: PackageResources.staff_mustache
        case .pair: PackageResources.pair_mustache
        case .trouble: PackageResources.trouble_mustache
        case .signIn: PackageResources.signin_mustache
        case .setUp: PackageResources.setup_mustache
        case .kiosk: PackageResources.kiosk_mustache
        case .owner: PackageResources.owner_mustache
        case .report: PackageResources.report_mustache
        case .rehearsal: PackageResources.rehearsal_mustache
        }
    }
}
