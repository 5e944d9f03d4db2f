/// Code that names where a value comes from: `self.token`, `config.a.b[…`.
enum CodeReference {
  private static let roots = WordSet(
    """
    self cls this os config cfg conf settings request req args opts options params env process \
    ctx context app user account data kwargs payload event session client auth credentials \
    secrets getpass json
    """)
  private static let mostMembers = 4
  private static let longestMember = 32

  /// Whether all of a value is a reference, or one with anything in brackets behind it.
  static func isOne(_ value: Text) -> Bool {
    var place = 0
    let limit = min(value.count, roots.longest + 1)
    while place < limit, isRootByte(value[place]) { place += 1 }
    guard roots.contains(Text(value.base, place)), value.byte(place) == UInt8(ascii: ".") else {
      return false
    }
    var members = 0
    while members < mostMembers, value.byte(place) == UInt8(ascii: "."),
      let end = memberEnd(value, place + 1)
    {
      place = end
      members += 1
    }
    guard members > 0 else { return false }
    let next = value.byte(place)
    return place == value.count || next == UInt8(ascii: "[") || next == UInt8(ascii: "(")
  }

  @inline(__always)
  private static func isRootByte(_ byte: UInt8) -> Bool { Bytes.kinds(byte) & Bytes.lower != 0 }

  private static func memberEnd(_ value: Text, _ start: Int) -> Int? {
    let limit = min(value.count, start + longestMember)
    var place = start
    while place < limit, Placeholder.isLetterOrUnderscore(value[place]) { place += 1 }
    return place > start ? place : nil
  }
}
