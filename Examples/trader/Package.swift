// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A desktop program that starts a Python engine. A package of its own, so that nobody needs
// libwebsockets to build Codebook. `name:` stands in for a version from a repository.
let package = Package(
  name: "Trader",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../..")],
  targets: [
    // Its headers need those of OpenSSL and, on Linux, of libcap; both come with its package.
    .systemLibrary(
      name: "CWebSockets", pkgConfig: "libwebsockets",
      providers: [.apt(["libwebsockets-dev"]), .brew(["libwebsockets"])]),
    .target(name: "WebSockets", dependencies: ["CWebSockets"], swiftSettings: strict),
    .executableTarget(
      name: "Desktop",
      dependencies: [
        "WebSockets",
        .product(name: "CodebookRuntime", package: "codebook"),
        .product(name: "DiagnosticsBundle", package: "codebook"),
        .product(name: "PredictionTraderCatalog", package: "codebook"),
        .product(name: "Resilience", package: "codebook"),
      ],
      swiftSettings: strict),
  ]
)
