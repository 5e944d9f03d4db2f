/// Searches files for the secrets that a product holds, in all the ways in which they may stand
/// there. `docs/bundle-format.md` lists them.
///
/// As Wu and Manber do it: three bytes at a time are looked up, and mostly they tell that nothing
/// begins for some bytes.
package final class SecretSearch: Sendable {
  /// How many secrets are searched for.
  package let secretCount: Int

  /// How many are not: with fewer than six bytes they would be found everywhere.
  package let tooShortCount: Int

  /// The fewest bytes of a secret that is searched for.
  package static let minimumLength = 6

  private let needles: SecretNeedles
  private let shifts: SecretShifts

  /// Prepares the search.
  package init(_ secrets: [LiveSecret]) {
    let distinct = Self.distinct(secrets.map { $0.memory.withoutSpaceAround() })
    let long = distinct.filter { $0.count >= Self.minimumLength }
    secretCount = long.count
    tooShortCount = distinct.count - long.count
    needles = SecretNeedles(long)
    shifts = SecretShifts(needles)
  }

  private static func distinct(_ secrets: [SecretMemory]) -> [SecretMemory] {
    secrets.enumerated().filter { index, secret in
      !secrets[..<index].contains { $0.contents.elementsEqual(secret.contents) }
    }.map(\.element)
  }

  /// Whether there is anything to search for.
  package var isEmpty: Bool { needles.ranges.isEmpty }

  /// The most bytes that one of them has where it stands.
  var longest: Int { needles.longest }

  /// Whether one of them stands in a text.
  package func finds(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !isEmpty, let base = text.baseAddress else { return false }
    return shifts.isFound(needles, base, text.count)
  }

  /// Whether one of them stands in a text.
  package func finds(in text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { finds(in: $0) }
  }

  /// Whether one of them stands in a text.
  package func finds(in text: String) -> Bool {
    finds(in: Array(text.utf8))
  }
}

/// Searches a text that comes in pieces: what stands across their ends is found, too.
package struct SecretStream {
  private let search: SecretSearch
  private var tail: [UInt8] = []

  /// Whether a secret was found.
  package private(set) var hasFound = false

  /// Begins a text.
  package init(_ search: SecretSearch) {
    self.search = search
  }

  /// Takes the next piece.
  package mutating func update(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !search.isEmpty, !hasFound, !piece.isEmpty else { return }
    let kept = search.longest - 1
    if !tail.isEmpty {
      hasFound = search.finds(in: tail + piece.prefix(kept))
    }
    hasFound = hasFound || search.finds(in: piece)
    tail = piece.count >= kept ? Array(piece.suffix(kept)) : Array((tail + piece).suffix(kept))
  }
}
