// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Homebrew's headers are found by pkg-config only. Elsewhere they are where compilers look, and
/// SwiftPM would warn of a definition among the flags, which nothing here needs.
#if os(macOS)
  let simdjsonFlags: String? = "simdjson"
#else
  let simdjsonFlags: String? = nil
#endif

let package = Package(
  name: "codebook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "codebook", targets: ["codebook"]),
    .library(name: "CodebookRuntime", targets: ["CodebookRuntime"]),
    .library(name: "DiagnosticsBundle", targets: ["DiagnosticsBundle"]),
    .library(name: "Resilience", targets: ["Resilience"]),
    .library(name: "PredictionTraderCatalog", targets: ["PredictionTraderCatalog"]),
    .plugin(name: "GenerateCatalog", targets: ["GenerateCatalog"]),
    .plugin(name: "CatalogBuildTool", targets: ["CatalogBuildTool"]),
  ],
  targets: [
    // Libraries of the system
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    .systemLibrary(
      name: "CSimdJSONSystem", pkgConfig: simdjsonFlags,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CLibExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .target(
      name: "CSimdJSON", dependencies: ["CSimdJSONSystem"], exclude: ["README.md"],
      linkerSettings: [.linkedLibrary("simdjson")]),

    // The generator
    .target(
      name: "CodebookCore",
      dependencies: ["CLibYAML", "CLibCrypto", "CSimdJSON", "Redaction", "Suggestions"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(name: "Suggestions", exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "CommandLineArguments", dependencies: ["Suggestions"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(name: "CFileSync", exclude: ["README.md"]),
    .target(
      name: "CodebookFiles", dependencies: ["CFileSync"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "TestReports", dependencies: ["CLibExpat", "CodebookCore"], exclude: ["README.md"],
      swiftSettings: strict),
    .executableTarget(
      name: "codebook",
      dependencies: [
        "BuiltInTemplates", "BundleReport", "CodebookCore", "CodebookFiles", "CodebookLogs",
        "CodebookRuntime", "CommandLineArguments", "DiagnosticsBundle", "LogExport", "LogInput",
        "LogViewer", "Redaction", "Suggestions", "TestReports",
      ],
      exclude: ["README.md"], swiftSettings: strict),

    // The templates of the built-in targets; scripts/embed-templates.py makes it from templates/
    .target(name: "BuiltInTemplates", exclude: ["README.md"], swiftSettings: strict),

    // What a process links
    .target(name: "Redaction", exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "CodebookRuntime", dependencies: ["Redaction"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "DiagnosticsBundle",
      dependencies: ["CLibCrypto", "CLibZip", "CodebookRuntime", "Redaction", "Resilience"],
      exclude: ["README.md"], swiftSettings: strict),

    // What keeps connections and holds requests back
    .target(
      name: "Resilience", dependencies: ["CodebookRuntime"], exclude: ["README.md"],
      swiftSettings: strict),

    // What a bundle tells a person
    .target(
      name: "BundleReport", dependencies: ["CodebookRuntime", "DiagnosticsBundle"],
      exclude: ["README.md", "Page/page.html", "Page/script", "Page/style"],
      swiftSettings: strict),

    // What works on logs that were written
    .target(
      name: "LogInput", dependencies: ["CLibZ", "CLibZstd"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "CodebookLogs",
      dependencies: [
        "CodebookCore", "CodebookRuntime", "LogInput", "Redaction", "Suggestions",
      ],
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "LogViewer",
      dependencies: ["CodebookCore", "CodebookLogs", "CodebookRuntime", "LogInput", "Suggestions"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "LogExport", dependencies: ["CodebookLogs", "CodebookRuntime"],
      exclude: ["README.md"], swiftSettings: strict),

    // For packages that use Codebook
    .plugin(
      name: "GenerateCatalog",
      capability: .command(
        intent: .custom(
          verb: "generate-catalog", description: "Make Generated/ again from catalog.yaml."),
        permissions: [
          .writeToPackageDirectory(reason: "Generated/ is made from catalog.yaml.")
        ]),
      dependencies: ["codebook"]),
    .plugin(name: "CatalogBuildTool", capability: .buildTool(), dependencies: ["codebook"]),

    // Generated output; nothing above depends on it
    .target(
      name: "PredictionTraderCatalog", dependencies: ["CodebookRuntime"],
      path: "Generated/swift/PredictionTraderCatalog", swiftSettings: strict),

    .testTarget(
      name: "CodebookCoreTests", dependencies: ["CodebookCore"],
      exclude: ["Fixtures", "Goldens"], swiftSettings: strict),
    .testTarget(
      name: "CodebookFilesTests", dependencies: ["CodebookFiles", "TestFolders"],
      swiftSettings: strict),
    .testTarget(
      name: "TestReportsTests", dependencies: ["CodebookCore", "TestReports"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineArgumentsTests", dependencies: ["CommandLineArguments"],
      swiftSettings: strict),
    // What the suites of both languages have in common
    .target(
      name: "ConformanceSupport", dependencies: ["CodebookCore", "CodebookRuntime", "Redaction"],
      path: "Tests/ConformanceSupport", swiftSettings: strict),
    // Folders and file systems of tests' own
    .target(name: "TestFolders", path: "Tests/TestFolders", swiftSettings: strict),
    .executableTarget(
      name: "RecordReplay",
      dependencies: [
        "CodebookCore", "CodebookRuntime", "ConformanceSupport", "PredictionTraderCatalog",
      ],
      path: "Tests/RecordReplay", swiftSettings: strict),
    .executableTarget(
      name: "RedactionReplay", dependencies: ["ConformanceSupport", "Redaction"],
      path: "Tests/RedactionReplay", swiftSettings: strict),
    .executableTarget(
      name: "BundleReplay",
      dependencies: [
        "CodebookRuntime", "DiagnosticsBundle", "PredictionTraderCatalog", "Redaction",
      ],
      path: "Tests/BundleReplay", swiftSettings: strict),
    .executableTarget(
      name: "ResilienceReplay",
      dependencies: ["CodebookRuntime", "PredictionTraderCatalog", "Resilience"],
      path: "Tests/ResilienceReplay", swiftSettings: strict),
    // The executable's own way from a catalog to what logs are held against
    .executableTarget(
      name: "LogReplay",
      dependencies: ["CodebookCore", "CodebookLogs", "CodebookRuntime", "Redaction"],
      path: "Tests/LogReplay", swiftSettings: strict),
    .testTarget(
      name: "ResilienceTests",
      dependencies: [
        "CodebookRuntime", "ConformanceSupport", "PredictionTraderCatalog", "Resilience",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "RedactionTests",
      dependencies: ["CodebookCore", "ConformanceSupport", "Redaction"], swiftSettings: strict),
    .testTarget(
      name: "CodebookRuntimeTests",
      dependencies: [
        "CodebookCore", "CodebookRuntime", "ConformanceSupport", "Redaction", "TestFolders",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsBundleTests",
      dependencies: [
        "CodebookRuntime", "DiagnosticsBundle", "Redaction", "Resilience", "TestFolders",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BundleReportTests",
      dependencies: ["BundleReport", "CodebookRuntime", "DiagnosticsBundle", "Redaction"],
      swiftSettings: strict),
    .testTarget(
      name: "CodebookLogsTests",
      dependencies: [
        "CodebookCore", "CodebookLogs", "CodebookRuntime", "LogExport", "LogInput", "LogViewer",
        "PredictionTraderCatalog", "Redaction", "TestFolders",
      ], exclude: ["Fuzz/Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "LogInputTests", dependencies: ["LogInput", "TestFolders"], swiftSettings: strict),
    .testTarget(
      name: "LogViewerTests",
      dependencies: [
        "CodebookCore", "CodebookLogs", "CodebookRuntime", "LogInput", "LogViewer",
        "PredictionTraderCatalog",
      ], swiftSettings: strict),
    .testTarget(
      name: "LogExportTests",
      dependencies: [
        "CodebookCore", "CodebookLogs", "CodebookRuntime", "LogExport", "PredictionTraderCatalog",
      ], swiftSettings: strict),
    .testTarget(
      name: "PredictionTraderCatalogTests",
      dependencies: ["CodebookRuntime", "ConformanceSupport", "PredictionTraderCatalog"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["CodebookCore", "TestFolders"], exclude: ["Goldens"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// libFuzzer's programs: scripts/fuzz.sh alone builds them, and all they fuzz, with its measuring.
if Context.environment["CODEBOOK_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "CatalogFuzz", dependencies: ["CodebookCore"],
      path: "Tests/Fuzz/CatalogFuzz", swiftSettings: strict),
    .executableTarget(
      name: "LogFuzz",
      dependencies: [
        "CLibFuzzer", "CodebookCore", "CodebookLogs", "CodebookRuntime", "LogExport", "LogInput",
        "LogViewer", "PredictionTraderCatalog", "Redaction",
      ], path: "Tests/Fuzz/LogFuzz", swiftSettings: strict),
  ]
}
