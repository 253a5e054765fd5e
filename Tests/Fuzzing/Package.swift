// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A package of its own, since every module in it is built for libFuzzer: `make fuzz`.
let package = Package(
    name: "Fuzzing",
    targets: [
        .target(name: "CardFormats", swiftSettings: house),
        .target(name: "FuzzTargets", dependencies: ["CardFormats"], swiftSettings: house),
        .executableTarget(
            name: "Fuzz", dependencies: ["FuzzTargets"], swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6])
