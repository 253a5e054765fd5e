// swift-tools-version: 6.2

import PackageDescription

// What handles foreign bytes and C's memory, to be built with the address sanitizer by `make test-asan`, which lays it beside links to Sources and Tests.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], path: String? = nil, exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: settings)
}

let emulated = "Tests/EmulatedKernel/"

let package = Package(
    name: "Sanitized",
    targets: [
        .systemLibrary(name: "CLibUSB", pkgConfig: "libusb-1.0"),
        .systemLibrary(name: "CZlib"),
        .systemLibrary(name: "CUMockdev", path: emulated + "Sources/CUMockdev", pkgConfig: "umockdev-1.0"),
        .systemLibrary(name: "CUMockdevPreload", path: emulated + "Sources/CUMockdevPreload"),
        module("CardFormats"),
        module("PrinterFormats", ["CZlib"]),
        module("USBContract"),
        module("USBTransport", ["CLibUSB", "USBContract"]),
        module("VirtualDevices", ["CardFormats", "PrinterFormats", "USBContract"]),
        module("USBConformance", ["USBContract"], path: "Tests/USBConformance"),
        module("FuzzTargets", ["CardFormats"], path: "Tests/FuzzTargets"),
        module("EmulatedKernel", ["CUMockdev", "CUMockdevPreload", "USBContract"], path: emulated + "Sources/EmulatedKernel"),
        tests(
            "EmulatedKernelTests", ["EmulatedKernel", "USBConformance", "USBContract", "USBTransport"],
            path: emulated + "Tests/EmulatedKernelTests", exclude: ["DriverFamilyTests.swift"]),
        tests("CardFormatsTests", ["CardFormats", "FuzzTargets"]),
        tests("PrinterFormatsTests", ["PrinterFormats", "VirtualDevices"]),
        tests("USBContractTests", ["USBConformance", "USBContract"]),
        tests("USBTransportTests", ["USBContract", "USBTransport"]),
        tests("VirtualDevicesTests", ["CardFormats", "PrinterFormats", "USBContract", "VirtualDevices"]),
    ],
    swiftLanguageModes: [.v6]
)
