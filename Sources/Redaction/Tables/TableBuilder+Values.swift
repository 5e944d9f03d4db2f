extension TableBuilder {
  /// Adds a rule of kind value.
  mutating func add(
    _ value: RedactionRule.Value, of rule: RedactionRule, _ number: UInt32
  ) throws(RedactionRuleError) {
    let parts = try ValueParts(value, rule: rule.id)
    var record = ValueRecord(rule: number)
    if let lead = parts.lead {
      record.lead = sets.number(of: lead.set)
      (record.leadLeast, record.leadMost) = (UInt32(lead.least), UInt32(lead.most))
    }
    record.rest = sets.number(of: parts.rest)
    record.before = sets.number(of: parts.before)
    record.after = sets.number(of: parts.after)
    record.validator = value.validator.map(Self.number) ?? 0
    record.flags = value.keep ? 1 : 0
    (record.except, record.exceptCount) = texts.list(
      value.except.map { Array($0.utf8).smallLetters })
    (record.notAfter, record.notAfterCount) = texts.list(
      value.notAfter.map { Array($0.utf8).foldedName })
    if let pattern = parts.pattern {
      var compiler = PatternCompiler(sets: sets)
      record.program = UInt32(programs.count)
      programs += compiler.program(of: pattern)
      sets = compiler.sets
    }
    values.append(record)
    try addAnchors(of: value, parts, rule: rule.id)
  }

  /// The number of a validator in the packed form.
  static func number(of validator: RedactionRule.Value.Validator) -> UInt32 {
    switch validator {
    case .luhn: Validators.luhn
    case .iban: Validators.iban
    case .ssn: Validators.ssn
    case .jwt: Validators.jwt
    case .email: Validators.email
    case .entropy: Validators.entropy
    case .phone: Validators.phone
    case .words: Validators.words
    case .base58: Validators.base58
    }
  }

  private mutating func addAnchors(
    of value: RedactionRule.Value, _ parts: ValueParts, rule: String
  ) throws(RedactionRuleError) {
    let owner = values.count - 1
    if let structure = value.anchors.first, ["<digits>", "<iban>", "<words>"].contains(structure) {
      values[owner].flags |= ValueRecord.isStructural
      if structure == "<digits>" { hasDigits = true }
      return
    }
    let lead = parts.lead
    let ahead = lead.map { (set: values[owner].lead, count: $0.least) } ?? (0, 0)
    let first = parts.firstRun
    let after = first.map { (set: sets.number(of: $0.set), count: $0.count) } ?? (0, 0)
    let before =
      lead.map { $0.least > 0 ? ByteClass.mask(of: $0.set) : ByteClass.all }
      ?? ByteClass.mask(outside: parts.before) | ByteClass.mask(of: Array("+-".utf8))
    let behind = parts.behind.map { ByteClass.mask(of: $0) } ?? ByteClass.all
    for anchor in Set(value.anchors.map { value.fold ? $0.lowercased() : $0 }).sorted() {
      guard (1...255).contains(anchor.utf8.count) else {
        throw RedactionRuleError(
          rule: rule, message: "an anchor has 1 to 255 bytes", key: "anchors")
      }
      anchors.add(
        AnchorRecord.value, Array(anchor.utf8), isFolded: value.fold, owner: owner, ahead: ahead,
        after: after, before: before, behind: behind, texts: &texts)
    }
  }
}

/// The classes and the pattern of a value rule, read.
struct ValueParts {
  var lead: (set: ByteSet, least: Int, most: Int)?
  var pattern: PatternNode?
  var rest = ByteSet()
  var before = ByteSet()
  var after = ByteSet()

  init(_ value: RedactionRule.Value, rule: String) throws(RedactionRuleError) {
    func read<Part>(
      _ key: String, _ text: String, _ part: () throws(PatternError) -> Part
    ) throws(RedactionRuleError) -> Part? {
      if text.isEmpty { return nil }
      do throws(PatternError) { return try part() } catch {
        throw RedactionRuleError(rule: rule, message: error.message, key: key)
      }
    }
    let fold = value.fold
    rest =
      try read("rest", value.rest) { () throws(PatternError) in
        try PortablePattern.set(value.rest, isFolded: fold)
      } ?? rest
    before =
      try read("before", value.before) { () throws(PatternError) in
        try PortablePattern.set(value.before)
      } ?? before
    after =
      try read("after", value.after) { () throws(PatternError) in
        try PortablePattern.set(value.after)
      } ?? after
    lead = try read("lead", value.lead) { () throws(PatternError) in
      let run = try PortablePattern.run(value.lead, isFolded: fold)
      return (run.set, run.count.lowerBound, run.count.upperBound)
    }
    let behind = rest.isEmpty ? nil : rest
    pattern = try read("pattern", value.pattern) { () throws(PatternError) in
      try PortablePattern(value.pattern, isFolded: fold, rest: behind).root
    }
  }

  /// The set and the number of bytes of it that must stand behind the anchor; `nil` where none must.
  var firstRun: (set: ByteSet, count: Int)? {
    guard let pattern else { return rest.isEmpty ? nil : (rest, 1) }
    var node = pattern
    while case .sequence(let parts) = node.kind, let first = parts.first { node = first }
    if case .set(let set) = node.kind { return (set, 1) }
    guard case .repetition(let part, let count) = node.kind, case .set(let set) = part.kind,
      count.lowerBound > 0
    else { return nil }
    return (set, count.lowerBound)
  }

  /// The bytes that must stand behind the anchor; `nil` where anything may.
  var behind: ByteSet? {
    guard let pattern else { return rest.isEmpty ? nil : rest }
    return pattern.canBeEmpty ? pattern.first.union(rest) : pattern.first
  }
}
