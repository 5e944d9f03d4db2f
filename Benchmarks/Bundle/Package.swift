// swift-tools-version: 6.2
import PackageDescription

// What a bundle costs, beside gzip.
let package = Package(
  name: "BundleBenchmark",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../..")],
  targets: [
    .executableTarget(
      name: "BundleBenchmark",
      dependencies: [
        .product(name: "DiagnosticsBundle", package: "codebook"),
        .product(name: "PredictionTraderCatalog", package: "codebook"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
