internal import CodebookRuntime
internal import Redaction

extension SecretSearch {
  /// Looks at a value that the catalog has a type for.
  func searchDeclared(
    _ node: Int, _ place: ValuePlace, in record: RecordNodes, pair: KeyRule?,
    _ found: inout [SecretFind]
  ) {
    let value = record.nodes[node]
    if place.sensitivity != .public {
      if !isWithheld(node, in: record) { tell(.sensitive(place.name), value, &found) }
      return
    }
    let key = Array(place.name.utf8)
    let rule = isPairValue(key) && pair != nil ? pair : keyRule(key)
    if let rule, !stays(node, by: rule, key: key, in: record) {
      return tell(.rule(rule.id), value, &found)
    }
    // Numbers of a declared type are no texts.
    if value.kind == .integer, place.type == .integer || place.type == .number { return }
    search(node, key: key, in: record, &found)
  }

  /// Looks at a member of an object, its name and its value.
  func searchMember(
    _ node: Int, _ name: [UInt8], in record: RecordNodes, pair: KeyRule?,
    _ found: inout [SecretFind]
  ) {
    let value = record.nodes[node]
    let source = TextContent(record.line, value.name, hasEscapes: value.nameHasEscapes)
    search(source, name, key: [], cutAt: CutText.nameLimits, in: record, &found)
    let rule = isPairValue(name) && pair != nil ? pair : keyRule(name)
    if let rule, !stays(node, by: rule, key: name, in: record) {
      return tell(.rule(rule.id), value, &found)
    }
    if names.isFingerprint(name) {
      if !mayBeFingerprint(node, in: record) {
        tell(.noFingerprint(String(decoding: name, as: UTF8.self)), value, &found)
      }
      return
    }
    search(node, key: name, in: record, &found)
  }

  /// Looks at a value under a key that says nothing of it.
  func search(
    _ node: Int, key: [UInt8], in record: RecordNodes, _ found: inout [SecretFind]
  ) {
    let value = record.nodes[node]
    switch value.kind {
    case .string:
      guard let content = record.content(of: node) else { return }
      search(content, content.bytes, key: key, cutAt: CutText.textLimits, in: record, &found)
    case .integer:
      let digits = Array(record.source(of: node))
      if digits.count(where: { $0 != UInt8(ascii: "-") }) >= 13 {
        search(digits: digits, key: key, value, &found)
      }
    case .array: searchItems(of: node, key: key, in: record, &found)
    case .object: searchMembers(of: node, in: record, &found)
    case .number, .boolean, .null: break
    }
  }

  private func searchMembers(
    of object: Int, in record: RecordNodes, _ found: inout [SecretFind]
  ) {
    let members = record.children(of: object).map { (node: $0, name: record.name(of: $0)) }
    let pair = pairRule(members, in: record)
    for (node, name) in members {
      searchMember(node, name, in: record, pair: pair, &found)
    }
  }

  private func searchItems(
    of array: Int, key: [UInt8], in record: RecordNodes, _ found: inout [SecretFind]
  ) {
    let items = record.children(of: array)
    let header = headerRule(items, in: record)
    var rule: KeyRule?
    for (index, item) in items.enumerated() {
      rule = index == 1 && header != nil ? header : isFlag(item, in: record) ? nil : rule
      // In text the key stands before the first item alone.
      let key = index == 0 ? key : []
      if let known = rule, !stays(item, by: known, key: key, in: record),
        !isCut(item, at: index, of: items.count, in: record)
      {
        tell(.rule(known.id), record.nodes[item], &found)
      } else {
        search(item, key: key, in: record, &found)
      }
      rule = flagRule(item, in: record)
    }
  }
}

// Texts.
extension SecretSearch {
  private func search(
    _ source: TextContent, _ text: [UInt8], key: [UInt8], cutAt limits: [Int],
    in record: RecordNodes, _ found: inout [SecretFind]
  ) {
    let cut = CutText.cut(in: text, at: limits)
    let head = text[..<min(cut ?? text.count, Self.bytesLookedAt)]
    for span in spans(Array(head), key: key) {
      // What stands before a cut has been looked at when there was more; what reaches the cut may
      // be the beginning of anything.
      if let cut, span.end == cut, isCut(text[..<cut], at: limits, in: record) { continue }
      found.append(
        SecretFind(
          reason: .rule(redactor.id(of: span.rule)),
          range: source.place(of: span.start..<span.end), isValue: false))
    }
  }

  /// Whether a record can be one of which texts were cut there.
  private func isCut(_ head: ArraySlice<UInt8>, at limits: [Int], in record: RecordNodes) -> Bool {
    limits == CutText.nameLimits
      || CutRecord(record).canBeCut(at: CutText.characters(of: head))
  }

  private func search(
    digits: [UInt8], key: [UInt8], _ value: LineNode, _ found: inout [SecretFind]
  ) {
    guard let span = spans(digits, key: key).first else { return }
    tell(.rule(redactor.id(of: span.rule)), value, &found)
  }

  private func spans(_ text: [UInt8], key: [UInt8]) -> [RedactionSpan] {
    text.withUnsafeBufferPointer { text in
      key.withUnsafeBufferPointer { texts.spans(in: text, key: key.isEmpty ? nil : $0) }
    }
  }
}
