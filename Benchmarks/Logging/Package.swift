// swift-tools-version: 6.2
import PackageDescription

/// Homebrew's headers are found by pkg-config only; elsewhere SwiftPM would warn of definitions
/// among the flags.
#if os(macOS)
  let spdlogFlags: String? = "spdlog"
#else
  let spdlogFlags: String? = nil
#endif

// What a record costs, beside a bare write(2) and beside spdlog. A package of its own, so that
// nobody needs spdlog to build Codebook.
let package = Package(
  name: "LoggingBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../..")],
  targets: [
    .systemLibrary(
      name: "CSpdlog", pkgConfig: spdlogFlags,
      providers: [.apt(["libspdlog-dev"]), .brew(["spdlog"])]),
    .target(
      name: "CSpdlogPeer", dependencies: ["CSpdlog"],
      cxxSettings: [
        .define("SPDLOG_COMPILED_LIB"), .define("SPDLOG_SHARED_LIB"),
        .define("SPDLOG_FMT_EXTERNAL"),
      ],
      linkerSettings: [.linkedLibrary("spdlog"), .linkedLibrary("fmt")]),
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "LoggingBenchmark",
      dependencies: [
        "CSpdlogPeer", "CAllocationCount",
        .product(name: "CodebookRuntime", package: "codebook"),
        .product(name: "PredictionTraderCatalog", package: "codebook"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ],
  cxxLanguageStandard: .cxx17
)
