/// Spans of time for a person.
enum SpanText {
  /// `800 ms`, `3.2 s`, `42 s`, `3 min 12 s`, `2 h 5 min`, `3 d 4 h`.
  static func of(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    switch milliseconds {
    case ..<1000: return "\(milliseconds) ms"
    case ..<10_000: return "\(seconds).\(milliseconds / 100 % 10) s"
    case ..<60_000: return "\(seconds) s"
    case ..<3_600_000: return two(seconds / 60, "min", seconds % 60, "s")
    case ..<86_400_000: return two(seconds / 3600, "h", seconds / 60 % 60, "min")
    default: return two(seconds / 86_400, "d", seconds / 3600 % 24, "h")
    }
  }

  private static func two(_ large: Int64, _ one: String, _ small: Int64, _ other: String) -> String
  {
    small == 0 ? "\(large) \(one)" : "\(large) \(one) \(small) \(other)"
  }
}
