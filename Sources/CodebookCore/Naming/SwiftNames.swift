/// IDs of a catalog as Swift identifiers, by Swift's API design guidelines.
package enum SwiftNames {
  /// A member's name: `PT-HTTP-429` → `ptHTTP429`, `backoff_ms` → `backoffMS`, `WARN` → `warn`.
  package static func member(_ id: String) -> String {
    let words = words(of: id)
    guard let first = words.first else { return "" }
    return first.lowercased() + words.dropFirst().map(capitalized).joined()
  }

  /// A type's name: `reconnect_scheduled` → `ReconnectScheduled`.
  package static func type(_ id: String) -> String { words(of: id).map(capitalized).joined() }

  private static func words(of id: String) -> [Substring] {
    id.split { $0 == "-" || $0 == "_" || $0 == "." }
  }

  /// A word inside a name. Upper-case words of an ID, such as `HTTP`, stay as they are.
  private static func capitalized(_ word: Substring) -> String {
    let lower = word.lowercased()
    if initialisms.contains(lower) || word == word.uppercased() { return word.uppercased() }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Abbreviations that are written in one case throughout.
  private static let initialisms: Set<String> = [
    "api", "ascii", "cpu", "css", "csv", "db", "dns", "eof", "gpu", "html", "http", "https", "id",
    "io", "ip", "json", "jwt", "ms", "ns", "os", "pdf", "pid", "qr", "ram", "rpc", "sdk",
    "sql", "ssh", "ssl", "tcp", "tls", "ttl", "udp", "ui", "uri", "url", "us", "utc", "utf", "uuid",
    "vm", "ws", "xml", "yaml",
  ]
}
