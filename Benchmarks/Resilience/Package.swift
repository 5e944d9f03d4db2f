// swift-tools-version: 6.2
import PackageDescription

// What a step of a connection or limiter costs, and what 10,000 of them do with their timers.
let package = Package(
  name: "ResilienceBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../..")],
  targets: [
    .executableTarget(
      name: "ResilienceBenchmark",
      dependencies: [
        .product(name: "CodebookRuntime", package: "codebook"),
        .product(name: "Resilience", package: "codebook"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "RuntimeBenchmark",
      dependencies: [
        .product(name: "CodebookRuntime", package: "codebook"),
        .product(name: "PredictionTraderCatalog", package: "codebook"),
        .product(name: "Resilience", package: "codebook"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ]
)
