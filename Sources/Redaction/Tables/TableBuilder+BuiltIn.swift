extension TableBuilder {
  /// Adds what is looked for whatever the rules: structures, escapes, marks.
  mutating func addBuiltInAnchors() {
    guard !rules.isEmpty else { return }
    addEscapes()
    let any = ByteClass.all
    anchors.add(AnchorRecord.query, [1 << UInt32(ByteClass.separator), any, any], window: 2)
    if !users.isEmpty { anchors.add(AnchorRecord.scheme, Array("://".utf8), texts: &texts) }
    if !blocks.isEmpty {
      for text in ["-----BEGIN ", "---- BEGIN ", "Private-Lines: "] {
        anchors.add(AnchorRecord.blockBegin, Array(text.utf8), texts: &texts)
      }
      for text in ["-----END ", "---- END "] {
        anchors.add(AnchorRecord.blockEnd, Array(text.utf8), texts: &texts)
      }
    }
    addNumbers()
  }

  private mutating func addNumbers() {
    let digits = ByteClass.digits
    if hasDigits {
      let joint: UInt32 = 1 << UInt32(ByteClass.joint)
      let before = ByteClass.outsideWords & ~joint
      anchors.add(AnchorRecord.digits, [before, digits, digits], window: 1)
    }
    let validators = Set(values.map(\.validator))
    if validators.contains(Validators.phone) {
      let sign: UInt32 = 1 << UInt32(ByteClass.sign)
      let behind = digits | ByteClass.mask(of: Array(" -()+".utf8))
      anchors.add(AnchorRecord.plus, [sign, digits, behind], window: 2)
    }
    guard validators.contains(Validators.iban) else { return }
    for (country, length) in IBANLengths.all {
      anchors.add(
        AnchorRecord.iban, Array(country.utf8), owner: length, before: ByteClass.outsideWords,
        behind: digits, texts: &texts)
    }
  }

  private mutating func addEscapes() {
    let hex = ByteClass.mask(of: Array("0abcdef".utf8))
    let any = ByteClass.all
    let sign: UInt32 = 1 << UInt32(ByteClass.sign)
    anchors.add(AnchorRecord.escape, [sign, hex, hex], window: 2)
    let behind = ByteClass.mask(of: Array("nrtux\"'\\/".utf8) + [Bytes.inner])
    anchors.add(AnchorRecord.escape, [1 << UInt32(ByteClass.backslash), behind, any], window: 2)
    let other: UInt32 = 1 << UInt32(ByteClass.other)
    anchors.add(AnchorRecord.exotic, [1 << UInt32(ByteClass.exotic), other, any], window: 2)
    let quote: UInt32 = 1 << UInt32(ByteClass.quote)
    let sides = ByteClass.letters | ByteClass.mask(of: Array("0+/=".utf8))
    anchors.add(AnchorRecord.escape, [quote, quote, sides], window: 2)
    anchors.add(AnchorRecord.escape, [sides, quote, quote], window: 1)
  }
}
