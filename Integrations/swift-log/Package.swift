// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target shares.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "codebook-swift-log",
  platforms: [.macOS(.v15)],
  products: [.library(name: "CodebookSwiftLog", targets: ["CodebookSwiftLog"])],
  dependencies: [
    .package(name: "codebook", path: "../.."),
    // The first version whose handlers get the error that a caller gives.
    .package(url: "https://github.com/apple/swift-log.git", from: "1.12.0"),
  ],
  targets: [
    .target(
      name: "CodebookSwiftLog",
      dependencies: [
        .product(name: "CodebookRuntime", package: "codebook"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CodebookSwiftLogTests", dependencies: ["CodebookSwiftLog"], swiftSettings: strict),
  ])
