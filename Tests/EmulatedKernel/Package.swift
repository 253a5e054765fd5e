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

let package = Package(
    name: "EmulatedKernel",
    dependencies: [.package(name: "MemberLane", path: Context.environment["MEMBERLANE_PACKAGE"] ?? "../..")],
    targets: [
        .systemLibrary(name: "CUMockdev", pkgConfig: "umockdev-1.0", providers: [.apt(["libumockdev-dev"])]),
        .systemLibrary(name: "CUMockdevPreload", providers: [.apt(["umockdev"])]),
        .target(
            name: "EmulatedKernel",
            dependencies: ["CUMockdev", "CUMockdevPreload", .product(name: "USBContract", package: "MemberLane")],
            swiftSettings: settings),
        .testTarget(
            name: "EmulatedKernelTests",
            dependencies: [
                "EmulatedKernel",
                .product(name: "USBContract", package: "MemberLane"),
                .product(name: "USBTransport", package: "MemberLane"),
                .product(name: "USBConformance", package: "MemberLane"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
