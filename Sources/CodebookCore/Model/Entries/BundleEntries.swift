/// The diagnostics bundle.
package struct BundleSection: Sendable {
  /// The archive's name with placeholders in angle brackets.
  package let name: String
  package let format: String
  package let destination: String?
  package let description: String
  /// The version of the layout.
  package let version: Int
  package let limits: BundleLimits
  package let files: [BundleFileEntry]

  /// Those that a bundle has.
  package var currentFiles: [BundleFileEntry] { files.filter { !$0.isRetired } }

  /// Whether it says what its files hold in words that a runtime can go by.
  package var usesRoles: Bool { currentFiles.contains { $0.role != nil } }
}

/// How much goes into the bundle.
package struct BundleLimits: Sendable, Equatable {
  /// Of each log.
  package var logBytes = 10 << 20
  /// Of all files, uncompressed.
  package var totalBytes = 64 << 20
  /// How old a record may be; `nil` where age does not count.
  package var logHours: Int?
  /// How long one collector may take.
  package var collectorSeconds = 5
}

/// A file of the diagnostics bundle; its ID is its path.
package struct BundleFileEntry: Entry {
  package static let kind = EntryKind.bundleFile
  package let info: EntryInfo
  package let role: BundleRole?
  /// Whose records it holds, where it is a log.
  package let service: String?
  /// What of the configuration it holds, where it is the configuration.
  package let keys: [BundleKeyEntry]
  package let contents: [Statement]
}

/// What a file of the bundle is for a runtime.
package enum BundleRole: String, Sendable, CaseIterable {
  case manifest, log, configuration, environment
  case processLifecycle = "process_lifecycle"
  case counters
  case recentErrors = "recent_errors"
  case document

  /// Whether a bundle has one file of it at most, whatever else there is.
  var isSingle: Bool { self != .log && self != .document }

  /// What its files' names end with.
  var ending: String { self == .log ? ".jsonl" : ".json" }
}

/// A key of the configuration that may be in the bundle.
package struct BundleKeyEntry: Sendable {
  /// With a dot before each level.
  package let name: String
  package let nameRange: SourceRange
  /// A JSON type or `url`.
  package let type: String
  package let sensitivity: Sensitivity
  /// The kind of fingerprint that stands for its value, where it is sensitive.
  package let fingerprint: String?
  package let description: String
}
