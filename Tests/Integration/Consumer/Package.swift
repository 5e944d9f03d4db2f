// swift-tools-version: 6.2
import PackageDescription

// A package as a user of Codebook writes it. `name:` stands in for a version from a repository.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../../..")],
  targets: [
    // Committed types, refreshed by `swift package generate-catalog`.
    .target(name: "ShopCatalog", path: "Generated/swift/ShopCatalog"),
    .executableTarget(name: "Consumer", dependencies: ["ShopCatalog"]),
    // Types straight from the catalog; nothing is committed.
    .executableTarget(
      name: "StraightFromCatalog",
      plugins: [.plugin(name: "CatalogBuildTool", package: "codebook")]),
  ]
)
