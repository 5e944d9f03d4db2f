package import Redaction
internal import Synchronization

/// Tables that the rules' examples, the samples of records and generated code all ask for, and that
/// take milliseconds to make.
final class RedactionTablesOnce: Sendable {
  private let made = Mutex<Result<RedactionTables, RedactionRuleError>?>(nil)

  func tables(
    _ make: () -> Result<RedactionTables, RedactionRuleError>
  ) -> Result<RedactionTables, RedactionRuleError> {
    made.withLock { made in
      let result = made ?? make()
      made = result
      return result
    }
  }
}

extension RedactionSection {
  /// The tables of an engine for all that is in force.
  ///
  /// - Throws: The first rule that no engine can take.
  package func tables() throws(RedactionRuleError) -> RedactionTables {
    try madeTables.tables {
      do throws(RedactionRuleError) {
        return .success(try makeTables())
      } catch {
        return .failure(error)
      }
    }.get()
  }

  private func makeTables() throws(RedactionRuleError) -> RedactionTables {
    try RedactionTables(
      rules: rules.compactMap(RedactionRule.init), safeKeys: safeKeys,
      limits: RedactionLimits(
        depth: limits.depth, decodings: limits.decodings, textBytes: limits.textBytes))
  }
}

extension RedactionRule {
  /// A rule as engines take it; `nil` where the catalog does not say of what kind it is.
  fileprivate init?(_ rule: RedactionRuleEntry) {
    guard let finder = rule.matcher.map(Finder.init) else { return nil }
    let action: Action =
      switch rule.action {
      case .omit: .omit
      case .mask: .mask
      case .fingerprint: .fingerprint(kind: rule.fingerprint ?? "")
      }
    self.init(id: rule.id, action: action, priority: rule.priority, finder: finder)
  }
}

extension RedactionRule.Finder {
  fileprivate init(_ matcher: RedactionMatcher) {
    self =
      switch matcher {
      case .value(let value): .value(RedactionRule.Value(value))
      case .key(let key):
        .key(
          RedactionRule.Key(
            names: key.names, value: RedactionRule.Key.Extent(rawValue: key.value) ?? .word,
            keepsNumbers: key.keepsNumbers, isStrict: key.strict))
      case .url(let url) where url.part == "userinfo": .userinfo(except: url.except)
      case .url(let url): .query(parameters: url.parameters)
      case .path(let path):
        .path(
          RedactionRule.Path(
            prefixes: path.prefixes, whole: path.whole, fold: path.fold, except: path.except))
      case .block(let labels): .block(labels: labels)
      case .pair(let names, let values): .pair(names: names, values: values)
      }
  }
}

extension RedactionRule.Value {
  fileprivate init(_ value: RedactionValue) {
    self.init(
      anchors: value.anchors, fold: value.fold, lead: value.lead, pattern: value.pattern,
      rest: value.rest, before: value.before, after: value.after, keep: value.keep,
      validator: value.validator.flatMap(Validator.init(rawValue:)), except: value.except,
      notAfter: value.notAfter)
  }
}
