internal import Redaction

/// What is wrong with the patterns of a rule.
struct PatternFaults {
  private let rule: RedactionRuleEntry
  private let value: RedactionValue
  private(set) var findings: [(reason: PatternError.Reason, finding: Finding)] = []

  /// The faults of all rules of a catalog that find by patterns.
  static func findings(_ reason: PatternError.Reason, in context: RuleContext) -> [Finding] {
    context.liveRedactionRules.flatMap { rule -> [Finding] in
      guard let value = rule.value else { return [] }
      return PatternFaults(rule, value).findings.filter { $0.reason == reason }.map(\.finding)
    }
  }

  /// Whether anything is wrong with the patterns of a rule.
  static func exist(in rule: RedactionRuleEntry) -> Bool {
    rule.value.map { !PatternFaults(rule, $0).findings.isEmpty } ?? false
  }

  private init(_ rule: RedactionRuleEntry, _ value: RedactionValue) {
    self.rule = rule
    self.value = value
    let rest = set("rest", value.rest)
    _ = set("before", value.before)
    _ = set("after", value.after)
    if !value.lead.isEmpty {
      attempt("lead", value.lead) { text throws(PatternError) in
        _ = try PortablePattern.run(text, isFolded: value.fold)
      }
    }
    if !value.pattern.isEmpty {
      attempt("pattern", value.pattern) { text throws(PatternError) in
        _ = try PortablePattern(text, isFolded: value.fold, rest: rest)
      }
    }
  }

  private mutating func set(_ key: String, _ text: String) -> ByteSet? {
    guard !text.isEmpty else { return nil }
    var set: ByteSet?
    let isFolded = value.fold && key == "rest"
    attempt(key, text) { text throws(PatternError) in
      set = try PortablePattern.set(text, isFolded: isFolded)
    }
    return set
  }

  private mutating func attempt(
    _ key: String, _ text: String, _ read: (String) throws(PatternError) -> Void
  ) {
    do throws(PatternError) {
      try read(text)
    } catch {
      let node = rule.info.node.value(key)
      let range = node?.range(of: Self.characters(error.range, in: text)) ?? rule.info.idRange
      findings.append(
        (
          error.reason,
          Finding("`\(key)`: \(error.message)", at: range, entry: rule.info, fix: error.fix)
        ))
    }
  }

  /// Offsets in UTF-8 as offsets in code points, which places are counted in.
  private static func characters(_ bytes: Range<Int>, in text: String) -> Range<Int> {
    func count(_ end: Int) -> Int {
      String(decoding: text.utf8.prefix(end), as: UTF8.self).unicodeScalars.count
    }
    return count(bytes.lowerBound)..<count(bytes.upperBound)
  }
}
