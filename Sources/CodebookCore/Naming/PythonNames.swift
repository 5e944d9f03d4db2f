/// IDs of a catalog as Python identifiers, by PEP 8.
package enum PythonNames {
  /// A constant's or an enumeration member's name: `PT-HTTP-429` → `PT_HTTP_429`.
  package static func constant(_ id: String) -> String {
    String(id.uppercased().map { $0 == "-" || $0 == "." ? "_" : $0 })
  }
}
