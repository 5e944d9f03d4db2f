/// Abbreviations that a name writes in one case throughout: `backoffMS`, not `backoffMs`.
enum Initialisms {
  /// Whether a word is one, whatever its case; digits at its end do not count (`utf8`).
  static func has(_ word: Substring.UTF8View) -> Bool {
    guard let packed = packed(word) else { return false }
    return all.contains(packed)
  }

  /// Whether the plural of a word is written with a small s: `IDs`. Not so `io`, for iOS's sake.
  static func hasPlural(_ word: Substring.UTF8View) -> Bool {
    guard let packed = packed(word) else { return false }
    return countable.contains(packed)
  }

  private static let all = set([
    "api", "ascii", "cpu", "css", "csv", "db", "dns", "eof", "gpu", "html", "http", "https", "id",
    "io", "ip", "json", "jwt", "ms", "ns", "os", "pdf", "pid", "qr", "ram", "rpc", "sdk",
    "sql", "ssh", "ssl", "tcp", "tls", "ttl", "udp", "ui", "uri", "url", "us", "utc", "utf", "uuid",
    "vm", "ws", "xml", "yaml",
  ])

  private static let countable = set(["api", "db", "id", "ip", "pid", "uri", "url", "uuid"])

  private static func set(_ words: [String]) -> Set<UInt64> {
    Set(words.compactMap { packed($0[...].utf8) })
  }

  /// A word's letters in one number; `nil` where there are too many for an initialism.
  private static func packed(_ word: Substring.UTF8View) -> UInt64? {
    var letters = word
    while let last = letters.last, IDBytes.isDigit(last) { letters.removeLast() }
    guard (1...8).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 << 8 | UInt64(IDBytes.lowercased($1)) }
  }
}
