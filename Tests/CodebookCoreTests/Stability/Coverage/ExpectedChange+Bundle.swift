@testable import CodebookCore

/// What holds for the diagnostics bundle.
extension ExpectedChange {
  static let bundle: [ExpectedChange] = [
    ExpectedChange("bundle", [.removed], .error, "bundle-file-removed"),
    ExpectedChange("bundle", [.added], .note, "documentation-changed"),
    ExpectedChange("bundle/name", .any, .error, "bundle-name-changed"),
    ExpectedChange("bundle/destination", .any, .note, "documentation-changed"),
    ExpectedChange("bundle/version", .any, .error, "bundle-layout-changed"),
    ExpectedChange("bundle/limits", .any, .warning, "bundle-limits-changed"),
    ExpectedChange("bundle/limits/log_bytes", .any, .warning, "bundle-limits-changed"),
    ExpectedChange("bundle/limits/total_bytes", .any, .warning, "bundle-limits-changed"),
    ExpectedChange("bundle/limits/log_hours", .any, .warning, "bundle-limits-changed"),
    ExpectedChange("bundle/limits/collector_seconds", .any, .warning, "bundle-limits-changed"),
    ExpectedChange("bundle/files/*/role", [.added], .note, "bundle-layout-added"),
    ExpectedChange("bundle/files/*/role", .any, .error, "bundle-layout-changed"),
    ExpectedChange("bundle/files/*/service", [.added], .note, "bundle-layout-added"),
    ExpectedChange("bundle/files/*/service", .any, .error, "bundle-layout-changed"),
    ExpectedChange("bundle/files/*/keys", [.added], .warning, "bundle-key-added"),
    ExpectedChange("bundle/files/*/keys", [.removed], .warning, "bundle-key-removed"),
    ExpectedChange("bundle/files/*/keys/*", .gone, .warning, "bundle-key-removed"),
    ExpectedChange("bundle/files/*/keys/*", .new, .warning, "bundle-key-added"),
    ExpectedChange("bundle/files/*/keys/*/type", .any, .error, "bundle-layout-changed"),
    ExpectedChange("bundle/files/*/contents/*", .any, .warning, "bundle-contents-changed"),
  ]
}
