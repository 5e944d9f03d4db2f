// swift-tools-version: 6.2
import PackageDescription

// What a record costs, beside a bare write(2) and beside spdlog. A package of its own, so that
// nobody needs spdlog to build Codebook.
let package = Package(
  name: "LoggingBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../..")],
  targets: [
    .systemLibrary(
      name: "CSpdlog", pkgConfig: "spdlog",
      providers: [.apt(["libspdlog-dev"]), .brew(["spdlog"])]),
    .target(
      name: "CSpdlogPeer", dependencies: ["CSpdlog"],
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
