extension TableBuilder {
  /// Adds what is looked for whatever the rules: structures, escapes, marks.
  mutating func addBuiltInAnchors() {
    guard !rules.isEmpty else { return }
    addEscapes()
    anchors.add(AnchorRecord.mark, Array("[redacted:".utf8), texts: &texts)
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
    if hasDigits { anchors.add(AnchorRecord.digits, [digits, digits, digits], window: 2) }
    let validators = Set(values.map(\.validator))
    if validators.contains(Validators.phone) {
      let sign: UInt32 = 1 << UInt32(ByteClass.sign)
      let behind = digits | 1 << UInt32(ByteClass.joint) | 1 << UInt32(ByteClass.other)
      anchors.add(AnchorRecord.plus, [sign, digits, behind], window: 2)
    }
    guard validators.contains(Validators.iban) else { return }
    for (country, length) in IBANLengths.all {
      let letters = country.utf8.map { ByteClass.mask(of: $0) }
      anchors.add(AnchorRecord.iban, letters + [digits], window: 2, owner: length)
    }
  }

  private mutating func addEscapes() {
    let hex = (UInt8(ascii: "a")...UInt8(ascii: "f")).reduce(ByteClass.digits) {
      $0 | ByteClass.mask(of: $1)
    }
    let any = ByteClass.all
    let sign: UInt32 = 1 << UInt32(ByteClass.sign)
    anchors.add(AnchorRecord.escape, [sign, hex, hex], window: 2)
    let behind = "nrtux\"'\\/".utf8.reduce(UInt32(0)) { $0 | ByteClass.mask(of: $1) }
    anchors.add(AnchorRecord.escape, [1 << UInt32(ByteClass.backslash), behind, any], window: 2)
    let other: UInt32 = 1 << UInt32(ByteClass.other)
    anchors.add(AnchorRecord.escape, [1 << UInt32(ByteClass.exotic), other, any], window: 2)
  }
}
