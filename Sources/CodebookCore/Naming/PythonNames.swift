/// IDs of a catalog as Python identifiers, by PEP 8.
package enum PythonNames {
  /// A constant's or an enumeration member's name: `PT-HTTP-429` → `PT_HTTP_429`.
  package static func constant(_ id: String) -> String {
    let bytes = id.utf8.map { byte in
      IDBytes.isSeparator(byte) ? UInt8(ascii: "_") : IDBytes.uppercased(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
