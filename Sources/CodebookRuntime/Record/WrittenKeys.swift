/// The keys that already stand in an object, so that none stands in it twice.
///
/// The members of a `LogObject` have different keys. Only where one is altered can it meet
/// another, so nothing is kept, or allocated, until then.
struct WrittenKeys {
  static let cutMark = "_cut"

  private let object: LogObject
  private var taken: Set<ExactText>?

  init(of object: LogObject) {
    self.object = object
  }

  /// Whether a key was altered before: from then on every key may meet another.
  var wereAltered: Bool { taken != nil }

  /// A key that none has yet: with as many `_` behind it as it takes.
  ///
  /// - Parameters:
  ///   - key: The key as it is to be written.
  ///   - isAltered: Whether it is another than the member has.
  ///   - index: The member's place. Those before it stand as they are if none was altered.
  mutating func unique(_ key: String, isAltered: Bool, at index: Int) -> String {
    guard isAltered || wereAltered else { return key }
    var known = taken ?? Set(object.members[..<index].map { ExactText($0.key) })
    taken = nil
    var key = key
    while !known.insert(ExactText(key)).inserted { key += "_" }
    taken = known
    return key
  }

  /// The key of the number of members that were left out.
  func uniqueCutMark(before index: Int) -> String {
    let mark = ExactText(Self.cutMark)
    guard
      taken?.contains(mark)
        ?? object.members[..<index].contains(where: { ExactText($0.key) == mark })
    else { return Self.cutMark }
    var copy = self
    return copy.unique(Self.cutMark, isAltered: true, at: index)
  }
}
