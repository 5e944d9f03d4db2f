// swift-tools-version: 6.2
import PackageDescription

/// Homebrew's headers are found by pkg-config only; elsewhere SwiftPM would warn of definitions
/// among the flags.
#if os(macOS)
  let simdjsonFlags: String? = "simdjson"
#else
  let simdjsonFlags: String? = nil
#endif

// Logs to check, and what a bare parse of them costs.
let package = Package(
  name: "LogsBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../..")],
  targets: [
    .systemLibrary(
      name: "CSimdjson", pkgConfig: simdjsonFlags,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .executableTarget(
      name: "SimdjsonPeer", dependencies: ["CSimdjson"],
      linkerSettings: [.linkedLibrary("simdjson")]),
    .executableTarget(
      name: "LogRecords",
      dependencies: [
        .product(name: "CodebookRuntime", package: "codebook"),
        .product(name: "PredictionTraderCatalog", package: "codebook"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ],
  cxxLanguageStandard: .cxx17
)
