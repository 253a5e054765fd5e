// swift-tools-version: 6.2

import PackageDescription

// A package of its own: every program that links umockdev's preload library has its system calls interposed,
// which is right for these tests and for no others.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func products(_ names: String...) -> [Target.Dependency] { names.map { .product(name: $0, package: "MemberLane") } }

let package = Package(
    name: "EmulatedKernel",
    dependencies: [.package(name: "MemberLane", path: "../..")],
    targets: [
        .systemLibrary(name: "CUMockdev", pkgConfig: "umockdev-1.0", providers: [.apt(["libumockdev-dev"])]),
        .systemLibrary(name: "CUMockdevPreload", providers: [.apt(["umockdev"])]),
        .target(
            name: "EmulatedKernel",
            dependencies: ["CUMockdev", "CUMockdevPreload"] + products("USBContract"),
            swiftSettings: settings),
        // What `make bench` measures.
        .executableTarget(
            name: "busyardsticks",
            dependencies: ["EmulatedKernel"] + products("DeviceSheets", "POSDrivers", "PointOfService", "USBContract", "USBTransport", "VirtualDevices"),
            swiftSettings: settings),
        .testTarget(
            name: "EmulatedKernelTests",
            dependencies: ["EmulatedKernel"]
                + products(
                    "CardFormats", "DeviceSheets", "POSDrivers", "PointOfService", "PrinterFormats", "USBConformance", "USBContract", "USBTransport",
                    "VirtualDevices"),
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
