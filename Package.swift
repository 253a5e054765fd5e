// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A module of the product; its floor is the highest it imports plus one at least.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: house)
}

/// Tests beside the module they hold.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

/// Values are made on one thread and let go on another all the time, which glibc's own allocator pays for with a lock.
let allocator = LinkerSetting.linkedLibrary("jemalloc")

let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "MemberLane",
    products: [
        .executable(name: "memberlane", targets: ["memberlane"]),
        .executable(name: "yardsticks", targets: ["yardsticks"]),
        .executable(name: "histories", targets: ["histories"]),
        // For tills written in Swift.
        .library(name: "MemberLaneClient", targets: ["MemberLaneClient"]),
        // For Tests/EmulatedKernel and Tests/RealKernel, packages of their own that run the bus's rules on unmodified libusb.
        .library(name: "USBContract", targets: ["USBContract"]),
        .library(name: "USBTransport", targets: ["USBTransport"]),
        .library(name: "USBConformance", targets: ["USBConformance"]),
        .library(name: "VirtualDevices", targets: ["VirtualDevices"]),
        .library(name: "POSDrivers", targets: ["POSDrivers"]),
        .library(name: "DeviceSheets", targets: ["DeviceSheets"]),
        .library(name: "PointOfService", targets: ["PointOfService"]),
        .library(name: "CardFormats", targets: ["CardFormats"]),
        .library(name: "PrinterFormats", targets: ["PrinterFormats"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Floor 0: the C headers, as they are.
        .systemLibrary(name: "CLibUSB", pkgConfig: "libusb-1.0", providers: [.apt(["libusb-1.0-0-dev"])]),
        .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CRSVG", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),

        // Floor 1: values and bytes.
        module("CanonicalJSON"),
        module("LoyaltyModel"),
        module("LoyaltySeals", [crypto, cryptoExtras]),
        module("CardFormats"),
        module("PrinterFormats", ["CZlib"]),
        module("TableReading", [yams]),

        // Floor 2: rules and contracts.
        module("LoyaltyRules", ["CardFormats", "LoyaltyModel"]),
        module("LoyaltyStorage", ["CanonicalJSON", "LoyaltyModel", "LoyaltySeals"]),
        module("LoyaltyWording", ["LoyaltyModel"]),
        module("PointOfService", ["CardFormats", "LoyaltyModel", "PrinterFormats"]),
        module("USBContract"),

        // Floor 3: the use cases, and an owner for each outside library.
        module(
            "LoyaltyDesk", ["CanonicalJSON", "CardFormats", "LoyaltyModel", "LoyaltyRules", "LoyaltySeals", "LoyaltyStorage", "LoyaltyWording"]),
        module("AccessControl", ["LoyaltyModel", "LoyaltySeals", "LoyaltyStorage"]),
        module("SQLiteStorage", ["LoyaltyModel", "LoyaltyStorage", grdb]),
        module(
            "ProgramTables", ["CardFormats", "LoyaltyModel", "LoyaltyRules", "LoyaltySeals", "LoyaltyWording", "TableReading"],
            resources: [.embedInCode("Tables")]),
        // The sheets stand in hardware/, to which a link leads.
        module("DeviceSheets", ["CardFormats", "PointOfService", "PrinterFormats", "TableReading", "USBContract"], resources: [.embedInCode("Sheets")]),
        module("USBTransport", ["CLibUSB", "USBContract"]),
        module("CardArtwork", ["CPangoCairo", "CRSVG", "CZint", "PrinterFormats"], exclude: ["Engraving"], resources: [.embedInCode("Faces")]),
        module("VirtualDevices", ["CardFormats", "PrinterFormats", "USBContract"]),

        // Floor 4: what the outside meets.
        module(
            "LoyaltyService",
            [
                "AccessControl", "CanonicalJSON", "CardFormats", "LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltySeals", "LoyaltyStorage",
                "LoyaltyWording", "PointOfService", "PrinterFormats", hummingbird, hummingbirdTLS, lifecycle, logging, mustache,
            ],
            resources: [.embedInCode("Assets")]),
        module("MemberLaneClient", [asyncHTTPClient]),
        module("POSDrivers", ["CardFormats", "DeviceSheets", "LoyaltyModel", "PointOfService", "PrinterFormats", "USBContract"]),

        // Floor 5: the only place that chooses stores and drivers.
        .executableTarget(
            name: "memberlane",
            dependencies: [
                "AccessControl", "CardArtwork", "CardFormats", "DeviceSheets", "LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltySeals", "LoyaltyService",
                "LoyaltyStorage", "LoyaltyWording", "POSDrivers", "PointOfService", "PrinterFormats", "ProgramTables", "SQLiteStorage", "TableReading",
                "USBContract",
                "USBTransport", "VirtualDevices",
                arguments, lifecycle, logging, signals,
            ],
            swiftSettings: house, linkerSettings: [allocator]),

        // What `make bench` measures beside the product.
        .executableTarget(
            name: "yardsticks",
            dependencies: [
                "CanonicalJSON", "CardArtwork", "LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltyStorage", "PrinterFormats", "ProgramTables",
                "SQLiteStorage", grdb, hummingbird,
            ], path: "Tests/Bench/Yardsticks", swiftSettings: house, linkerSettings: [allocator]),

        // The ledger's promises on random histories; run with optimisation by `make test`.
        .executableTarget(
            name: "histories", dependencies: ["LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltyStorage", "ProgramTables"], path: "Tests/Histories",
            swiftSettings: house),

        .executableTarget(
            name: "StoreKillTarget", dependencies: ["LoyaltyModel", "LoyaltyStorage", "SQLiteStorage"], path: "Tests/StoreKillTarget", swiftSettings: house),

        // Suites that several modules have to pass; imported by tests only.
        .target(name: "ProgramRunner", path: "Tests/ProgramRunner", swiftSettings: house),
        .target(
            name: "StorageContract", dependencies: ["LoyaltyModel", "LoyaltySeals", "LoyaltyStorage"], path: "Tests/StorageContract", swiftSettings: house),
        .target(name: "FuzzTargets", dependencies: ["CardFormats"], path: "Tests/FuzzTargets", swiftSettings: house),
        .target(name: "USBConformance", dependencies: ["USBContract"], path: "Tests/USBConformance", swiftSettings: house),

        tests("HouseTests", []),
        tests("CanonicalJSONTests", ["CanonicalJSON"]),
        tests("LoyaltySealsTests", ["LoyaltySeals"]),
        tests("CardFormatsTests", ["CardFormats", "FuzzTargets"]),
        tests("PrinterFormatsTests", ["PrinterFormats", "VirtualDevices"]),
        tests("LoyaltyRulesTests", ["LoyaltyModel", "LoyaltyRules"]),
        tests("LoyaltyStorageTests", ["LoyaltyModel", "LoyaltyStorage", "StorageContract"]),
        tests("LoyaltyWordingTests", ["LoyaltyModel", "LoyaltyRules", "LoyaltyWording", "PointOfService", "PrinterFormats"]),
        tests("USBContractTests", ["USBConformance", "USBContract"]),
        tests("SQLiteStorageTests", ["LoyaltyModel", "LoyaltySeals", "LoyaltyStorage", "SQLiteStorage", "StorageContract", "StoreKillTarget", grdb]),
        tests("ProgramTablesTests", ["LoyaltyModel", "LoyaltyRules", "ProgramTables", "TableReading"]),
        tests(
            "LoyaltyDeskTests", ["CanonicalJSON", "LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltyStorage", "LoyaltyWording", "ProgramTables"]),
        tests("AccessControlTests", ["AccessControl", "LoyaltyModel", "LoyaltySeals", "LoyaltyStorage"]),
        tests("CardArtworkTests", ["CardArtwork", "PrinterFormats"], exclude: ["Snapshots.txt"]),
        tests("DeviceSheetsTests", ["CardFormats", "DeviceSheets", "PrinterFormats", "PointOfService", "TableReading", "USBContract"]),
        tests("USBTransportTests", ["USBContract", "USBTransport"]),
        tests("VirtualDevicesTests", ["CardFormats", "PrinterFormats", "USBContract", "VirtualDevices"]),
        tests("CommandLineTests", ["ProgramRunner", "memberlane"], exclude: ["Fixtures"]),
        tests("RecoveryTests", ["ProgramRunner", "memberlane"]),
        tests(
            "LoyaltyServiceTests",
            [
                "AccessControl", "LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltyService", "LoyaltyStorage", "LoyaltyWording", "PointOfService",
                "PrinterFormats",
                "ProgramTables", "CanonicalJSON", "CardFormats", "LoyaltySeals", "TableReading", hummingbird, hummingbirdTesting, lifecycle, logging,
            ]),
        tests(
            "POSDriversTests",
            ["CardFormats", "DeviceSheets", "LoyaltyModel", "POSDrivers", "PointOfService", "PrinterFormats", "USBContract", "VirtualDevices"]),
        tests("LoyaltyModelTests", ["LoyaltyModel"]),
        tests(
            "MemberLaneClientTests",
            [
                "CardFormats", "LoyaltyDesk", "LoyaltyModel", "LoyaltyRules", "LoyaltySeals", "LoyaltyService", "LoyaltyStorage", "MemberLaneClient",
                "PointOfService", "ProgramTables", asyncHTTPClient, lifecycle, logging,
            ]),
    ],
    swiftLanguageModes: [.v6]
)
