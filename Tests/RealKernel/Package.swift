// swift-tools-version: 6.2

import PackageDescription

// A package of its own: its tests need a kernel with USB, which `boot` starts.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func products(_ names: String...) -> [Target.Dependency] { names.map { .product(name: $0, package: "MemberLane") } }

let package = Package(
    name: "RealKernel",
    dependencies: [.package(name: "MemberLane", path: "../..")],
    targets: [
        .systemLibrary(name: "CLinux"),
        .target(name: "USBIP", dependencies: ["CLinux"] + products("USBContract"), swiftSettings: settings),
        .executableTarget(name: "holder", dependencies: products("USBContract", "USBTransport"), swiftSettings: settings),
        .testTarget(
            name: "RealKernelTests",
            dependencies: ["USBIP", "holder"]
                + products(
                    "DeviceSheets", "POSDrivers", "PointOfService", "PrinterFormats", "USBConformance", "USBContract", "USBTransport", "VirtualDevices"),
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
