// swift-tools-version: 6.2
import PackageDescription

/// What the generated log writes with.
let runtime = Target.Dependency.product(name: "CodebookRuntime", package: "codebook")

// A package as a user of Codebook writes it. `name:` stands in for a version from a repository.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "codebook", path: "../../..")],
  targets: [
    // Committed types, refreshed by `swift package generate-catalog`.
    .target(name: "ShopCatalog", dependencies: [runtime], path: "Generated/swift/ShopCatalog"),
    .executableTarget(name: "Consumer", dependencies: ["ShopCatalog", runtime]),
    // Types straight from the catalog; nothing is committed.
    .executableTarget(
      name: "StraightFromCatalog", dependencies: [runtime],
      plugins: [.plugin(name: "CatalogBuildTool", package: "codebook")]),
  ]
)
