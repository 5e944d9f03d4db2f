/// A name, in which `*` stands for any run of characters.
package struct NamePattern: Hashable, Sendable {
  private let parts: [[UInt8]]

  package init(_ text: String) {
    parts = Array(text.utf8).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  /// The one name that it stands for; `nil` where it stands for several.
  package var exact: [UInt8]? { parts.count == 1 ? parts[0] : nil }

  /// Whether it stands for a name.
  package func matches(_ name: some Collection<UInt8>) -> Bool {
    guard let last = parts.last, parts.count > 1 else {
      return name.count == parts[0].count && name.elementsEqual(parts[0])
    }
    guard name.starts(with: parts[0]) else { return false }
    var rest = Array(name)[parts[0].count...]
    for part in parts.dropFirst().dropLast() {
      let found = rest.withUnsafeBufferPointer { ByteSearch(part).first(in: $0) }
      guard let found else { return false }
      rest = rest.dropFirst(found + part.count)
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  package func matches(_ name: String) -> Bool { matches(Array(name.utf8)) }
}
