/// The files that the Swift target consists of, whatever the catalog.
///
/// A build plugin must name its outputs before it runs; a test holds this list against
/// `templates/swift`.
enum SwiftOutputs {
  static let names = [
    "Bundle.swift",
    "CatalogError.swift",
    "CatalogInfo.swift",
    "Component.swift",
    "ErrorCode.swift",
    "ErrorDomain.swift",
    "Event.swift",
    "EventDescriptor.swift",
    "Level.swift",
    "Log.swift",
    "LogField.swift",
    "RateLimitScope.swift",
    "Redaction.swift",
    "Resilience.swift",
    "Service.swift",
  ]
}
