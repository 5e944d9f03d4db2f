/// IDs of a catalog as Swift identifiers, by Swift's API design guidelines.
package enum SwiftNames {
  /// A member's name: `PT-HTTP-429` → `ptHTTP429`, `backoff_ms` → `backoffMS`, `WARN` → `warn`.
  package static func member(_ id: String) -> String { name(id, lowersFirst: true) }

  /// A type's name: `reconnect_scheduled` → `ReconnectScheduled`.
  package static func type(_ id: String) -> String { name(id, lowersFirst: false) }

  /// A function that logs an event: `reconnect_scheduled` → `reconnectScheduled`. One that would
  /// be called as a logger's own functions are has `Event` behind it.
  package static func function(_ id: String) -> String {
    let name = member(id)
    return ReservedNames.swiftLogFunctions.contains(name) ? name + "Event" : name
  }

  /// An argument of such a function: `backoff_ms` → `backoffMS`. One that would be called as the
  /// arguments that all of them have are has `Value` behind it.
  package static func argument(_ id: String) -> String {
    let name = member(id)
    return ReservedNames.swiftLogArguments.contains(name) ? name + "Value" : name
  }

  private static func name(_ id: String, lowersFirst: Bool) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(id.utf8.count)
    for word in id.utf8.split(whereSeparator: IDBytes.isSeparator) {
      if lowersFirst, name.isEmpty {
        name.append(contentsOf: word.map(IDBytes.lowercased))
      } else {
        append(word, to: &name)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// A word inside a name. Upper-case words of an ID, such as `HTTP`, stay as they are.
  private static func append(_ word: Substring.UTF8View, to name: inout [UInt8]) {
    let isInitialism = Initialisms.has(word)
    let isPlural = !isInitialism && word.last == UInt8(ascii: "s") && word.count > 2
    for byte in word { name.append(isInitialism ? IDBytes.uppercased(byte) : byte) }
    guard !isInitialism else { return }
    let start = name.count - word.count
    if isPlural, Initialisms.hasPlural(word.dropLast()) {
      for place in start..<(name.count - 1) { name[place] = IDBytes.uppercased(name[place]) }
    } else {
      name[start] = IDBytes.uppercased(name[start])
    }
  }
}
