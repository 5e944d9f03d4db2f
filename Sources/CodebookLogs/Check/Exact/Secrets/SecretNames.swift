internal import CodebookRuntime
internal import Redaction

/// Which rules know the names that stand in records, where something may have been left out of them.
struct SecretNames {
  private let redactor: Redactor
  /// The names under which fingerprints stand.
  private let fingerprints: Set<[UInt8]>

  init(_ description: CatalogDescription, _ redactor: Redactor) {
    self.redactor = redactor
    let declared =
      description.fields.map(\.sensitivity)
      + description.events.flatMap { $0.details.map(\.sensitivity) }
    let kinds = declared.compactMap { sensitivity in
      if case .sensitive(let kind?) = sensitivity { kind } else { nil }
    }
    fingerprints = Set(
      (kinds + redactor.fingerprintKinds).map { Array("\($0)_fingerprint".utf8) })
  }

  /// The rule that knows a name as it stands in a record.
  ///
  /// - Parameter limits: How many characters a name may have before a mark of what was cut. Of one
  ///   that was cut nobody knows what it ended with.
  func rule(of name: [UInt8], cutAt limits: [Int]) -> KeyRule? {
    let bare = Self.withoutUnderscores(name)
    guard let cut = CutText.cut(in: bare) else { return rule(of: name[...]) }
    return CutText.cut(in: Array(bare), at: limits) == nil ? rule(of: bare[..<cut]) : nil
  }

  /// Whether nothing is known of a name, whatever it is that has it.
  func isPlain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.contains(UInt8(ascii: "[")) else {
      return redactor.keyRule(name) == nil && !isFingerprint(name)
    }
    let name = Array(name)
    return CutText.cut(in: Self.withoutUnderscores(name)) == nil && rule(of: name[...]) == nil
  }

  /// Whether nothing but a fingerprint may stand under a name.
  func isFingerprint(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    let bare = name.reversed().drop { $0 == UInt8(ascii: "_") }
    return bare.starts(with: Self.fingerprintEnd) && fingerprints.contains(bare.reversed())
  }

  private static let fingerprintEnd = Array("_fingerprint".utf8.reversed())

  /// Whether a text is one.
  static func isFingerprintText(_ text: [UInt8]) -> Bool {
    let mark = FingerprintKey.mark.utf8
    return text.count == mark.count + 16 && text.starts(with: mark)
      && text.dropFirst(mark.count).allSatisfy {
        $0 &- UInt8(ascii: "0") < 10 || $0 &- UInt8(ascii: "a") < 6
      }
  }

  /// The rule for a name from which nothing was cut: what stands behind its last mark, or what
  /// stands right before it, was part of it as it is.
  private func rule(of name: ArraySlice<UInt8>) -> KeyRule? {
    let name = Array(name)
    return name.withUnsafeBufferPointer { text in
      guard let mark = redactor.marks(in: text).last else { return redactor.keyRule(text) }
      let behind = UnsafeBufferPointer(rebasing: text[mark.upperBound...])
      if behind.contains(where: Self.isAlphanumeric) { return redactor.keyRule(behind) }
      let before = name[..<mark.lowerBound]
      return before.last.map(Self.isAlphanumeric) == true ? rule(of: before) : nil
    }
  }

  /// A name without what makes it new in its object.
  private static func withoutUnderscores(_ name: [UInt8]) -> ArraySlice<UInt8> {
    name.dropLast(name.reversed().prefix { $0 == UInt8(ascii: "_") }.count)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
