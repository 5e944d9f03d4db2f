/// Names that the runtimes write by themselves, whatever the catalog declares.
enum RuntimeNames {
  /// An event of these names that a catalog declares says how it is logged.
  static let events = [
    "correlation_replaced", "framework_log", "records_dropped", "session_adopted",
    "unexpected_error",
  ]

  /// The component of such an event that has none of its own.
  static let component = "runtime"
}
