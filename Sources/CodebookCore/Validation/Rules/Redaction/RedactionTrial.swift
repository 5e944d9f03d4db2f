internal import Redaction

/// The examples of a catalog's own rules, tried with all rules that are in force.
struct RedactionTrial: Sendable {
  /// What becomes of an example that is not as it should be.
  struct Outcome: Sendable {
    let rule: RedactionRuleEntry
    let range: SourceRange
    let message: String
  }

  private(set) var missed: [Outcome] = []
  private(set) var caught: [Outcome] = []

  /// - Parameter rules: Those whose examples are tried.
  init(_ rules: [RedactionRuleEntry], of catalog: Catalog) {
    guard !rules.isEmpty else { return }
    let tables: RedactionTables
    do throws(RedactionRuleError) {
      tables = try catalog.redaction.tables()
    } catch {
      // What is wrong with a pattern has been said; what else an engine refuses is said here.
      guard let rule = rules.first(where: { $0.id == error.rule }), !PatternFaults.exist(in: rule)
      else { return }
      missed = [
        Outcome(
          rule: rule, range: rule.range(of: error.key),
          message: "no engine takes it: \(error.message)")
      ]
      return
    }
    let redactor = Redactor(tables)
    for rule in rules {
      for example in Self.examples("match", of: rule) { tryMatch(example, rule, redactor) }
      for example in Self.examples("clean", of: rule) { tryClean(example, rule, redactor) }
    }
  }

  private typealias Example = (example: RedactionExample, range: SourceRange)

  private static func examples(_ key: String, of rule: RedactionRuleEntry) -> [Example] {
    (rule.info.node.value(at: ["examples", key])?.items ?? []).compactMap { item in
      // A placeholder that stands for nothing is another rule's finding.
      item.scalarText.flatMap { try? RedactionExample($0, rule: rule.id) }.map { ($0, item.range) }
    }
  }

  private mutating func tryMatch(
    _ tried: Example, _ rule: RedactionRuleEntry, _ redactor: Redactor
  ) {
    let redacted = Self.redacted(tried.example.text, redactor)
    let message: String
    if let piece = tried.example.secrets.lazy.compactMap({ Self.piece(of: $0, in: redacted) }).first
    {
      message = "`\(piece)` of what is secret is still there"
    } else if !Self.isLabelled(redacted, by: rule) {
      let others = Self.labels(in: redacted)
      message =
        others.isEmpty
        ? "`\(rule.id)` finds nothing in it"
        : "`\(others[0])` finds it, and not `\(rule.id)`"
    } else {
      return
    }
    missed.append(Outcome(rule: rule, range: tried.range, message: message))
  }

  private mutating func tryClean(
    _ tried: Example, _ rule: RedactionRuleEntry, _ redactor: Redactor
  ) {
    let redacted = Self.redacted(tried.example.text, redactor)
    guard redacted != tried.example.text else { return }
    let label = Self.labels(in: redacted).first ?? rule.id
    caught.append(
      Outcome(rule: rule, range: tried.range, message: "`\(label)` finds something in it"))
  }

  private static func redacted(_ text: String, _ redactor: Redactor) -> String {
    var text = text
    let bytes = text.withUTF8 { redactor.redacted(document: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Five characters of a secret that are still there; of a shorter one all.
  private static func piece(of secret: String, in text: String) -> String? {
    let secret = Array(secret.utf8)
    let text = Array(text.utf8)
    let length = min(5, secret.count)
    guard length > 2 else { return nil }
    for start in 0...(secret.count - length) {
      let piece = secret[start..<start + length]
      if text.contains(piece) { return String(decoding: piece, as: UTF8.self) }
    }
    return nil
  }

  private static func isLabelled(_ text: String, by rule: RedactionRuleEntry) -> Bool {
    if case .pair = rule.matcher { return text.contains("[redacted:") }
    return text.contains("[redacted:\(rule.id)]")
      || rule.action == .mask && text.contains("****")
  }

  /// The rules whose labels a text has.
  private static func labels(in text: String) -> [String] {
    text.split(separator: "[redacted:").dropFirst(text.hasPrefix("[redacted:") ? 0 : 1)
      .compactMap { rest in rest.firstIndex(of: "]").map { String(rest[..<$0]) } }
  }
}
