// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "codebook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "codebook", targets: ["codebook"])
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .target(
      name: "CodebookCore", dependencies: ["CLibYAML", "CLibCrypto"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(name: "CommandLineArguments", exclude: ["README.md"], swiftSettings: strict),
    .executableTarget(
      name: "codebook", dependencies: ["CodebookCore", "CommandLineArguments"],
      exclude: ["README.md"], swiftSettings: strict),
    .testTarget(name: "CodebookCoreTests", dependencies: ["CodebookCore"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineArgumentsTests", dependencies: ["CommandLineArguments"],
      swiftSettings: strict),
  ]
)
