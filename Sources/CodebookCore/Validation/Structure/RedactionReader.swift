/// Makes a section `redaction` of its mapping.
struct RedactionReader {
  private let reader: NodeReader
  private let standard: StandardRules
  private let isStandard: Bool

  /// - Parameters:
  ///   - standard: What holds unless the section refuses it.
  ///   - isStandard: Whether it is the file of the shipped rules that is read.
  init(_ reader: NodeReader, standard: @autoclosure () -> StandardRules, isStandard: Bool = false) {
    self.reader = reader
    self.standard = reader.boolean("standard_rules") == false ? .none : standard()
    self.isStandard = isStandard
  }

  func section() -> RedactionSection {
    RedactionSection(
      logClasses: reader.statements("log_classes"),
      bundleClasses: reader.statements("bundle_classes"), policy: reader.statements("policy"),
      standard: standard, disabledRules: reader.statements("disabled_rules"),
      ownRules: reader.entries("rules", rule), ownSafeKeys: reader.texts("safe_keys"),
      limits: limits(NodeReader(reader.node.value("limits"))))
  }

  private func limits(_ reader: NodeReader) -> RedactionSection.Limits {
    var limits = standard.limits
    limits.depth = reader.integer("depth") ?? limits.depth
    limits.decodings = reader.integer("decodings") ?? limits.decodings
    limits.textBytes = reader.integer("text_bytes") ?? limits.textBytes
    return limits
  }

  private func rule(_ info: EntryInfo, _ reader: NodeReader) -> RedactionRuleEntry {
    let examples = NodeReader(reader.node.value("examples"))
    return RedactionRuleEntry(
      info: info, isStandard: isStandard, action: reader.choice("action") ?? .omit,
      fingerprint: reader.optionalText("fingerprint"), priority: reader.integer("priority") ?? 50,
      statement: reader.optionalText("class"), matcher: matcher(reader),
      matchExamples: examples.texts("match"), cleanExamples: examples.texts("clean"))
  }

  private func matcher(_ reader: NodeReader) -> RedactionMatcher? {
    switch reader.text("kind") {
    case "value": .value(value(reader))
    case "key":
      .key(
        RedactionKey(
          names: reader.texts("names"), value: reader.optionalText("value") ?? "word",
          keepsNumbers: reader.optionalText("numbers") == "keep",
          strict: reader.boolean("strict") ?? false))
    case "url":
      .url(
        RedactionURL(
          part: reader.text("part"), parameters: reader.texts("parameters"),
          except: reader.texts("except")))
    case "path":
      .path(
        RedactionPath(
          prefixes: reader.texts("prefixes"), whole: reader.boolean("whole") ?? false,
          fold: reader.boolean("fold") ?? false, except: reader.texts("except")))
    case "block": .block(labels: reader.texts("labels"))
    case "pair": .pair(names: reader.texts("names"), values: reader.texts("values"))
    default: nil
    }
  }

  private func value(_ reader: NodeReader) -> RedactionValue {
    func neighbour(_ key: String) -> String {
      let text = reader.optionalText(key) ?? RedactionValue.defaultNeighbour
      return text == "none" ? "" : text
    }
    return RedactionValue(
      anchors: reader.texts("anchors"), shortAnchor: reader.optionalText("short_anchor"),
      fold: reader.boolean("fold") ?? false, lead: reader.text("lead"),
      pattern: reader.text("pattern"), rest: reader.text("rest"), before: neighbour("before"),
      after: neighbour("after"), keep: reader.boolean("keep") ?? false,
      validator: reader.optionalText("validator"), except: reader.texts("except"),
      notAfter: reader.texts("not_after"))
  }
}
