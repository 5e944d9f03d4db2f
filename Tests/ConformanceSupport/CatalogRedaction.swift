import CodebookCore
package import Redaction

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The redaction rules of a canonical catalog, in the order that engines take them, with the
/// examples that only tests read.
package struct CatalogRedaction: Sendable {
  /// A rule, and the texts that it is tried with.
  package struct Rule: Sendable {
    package let rule: RedactionRule
    package let match: [String]
    package let clean: [String]
  }

  package let rules: [Rule]
  package let safeKeys: [String]
  package let limits: RedactionLimits

  /// What an engine works with.
  package var tables: RedactionTables {
    get throws {
      try RedactionTables(rules: rules.map(\.rule), safeKeys: safeKeys, limits: limits)
    }
  }

  /// The committed catalog of this repository.
  package static func shipped() throws -> Self {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Self(Data(contentsOf: root.appending(path: "Generated/catalog.json")))
  }

  /// Reads a `catalog.json`.
  package init(_ catalog: some Sequence<UInt8>) throws {
    let redaction = try JSONParser().parse(Array(catalog))["redaction"]
    let order = redaction["rule_order"].texts
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    rules = redaction["rules"].items
      .filter { places[$0["id"].text] != nil }
      .sorted { places[$0["id"].text, default: 0] < places[$1["id"].text, default: 0] }
      .map(Rule.init)
    safeKeys = redaction["safe_keys"].texts
    let given = redaction["limits"]
    limits = RedactionLimits(
      depth: given["depth"].number, decodings: given["decodings"].number,
      textBytes: given["text_bytes"].number)
  }
}

extension CatalogRedaction.Rule {
  fileprivate init(_ json: JSONValue) {
    rule = RedactionRule(json)
    match = json["examples"]["match"].texts
    clean = json["examples"]["clean"].texts
  }
}

extension RedactionRule {
  fileprivate init(_ json: JSONValue) {
    let action: Action =
      switch json["action"].text {
      case "mask": .mask
      case "fingerprint": .fingerprint(kind: json["fingerprint"].text)
      default: .omit
      }
    self.init(
      id: json["id"].text, action: action, priority: json["priority"].number,
      finder: Self.finder(json))
  }

  private static func finder(_ json: JSONValue) -> Finder {
    switch json["kind"].text {
    case "value": .value(Value(json))
    case "key": .key(Key(json))
    case "path":
      .path(
        Path(
          prefixes: json["prefixes"].texts, whole: json["whole"].isTrue, fold: json["fold"].isTrue,
          except: json["except"].texts))
    case "block": .block(labels: json["labels"].texts)
    case "pair": .pair(names: json["names"].texts, values: json["values"].texts)
    default:
      json["part"].text == "userinfo"
        ? .userinfo(except: json["except"].texts) : .query(parameters: json["parameters"].texts)
    }
  }
}

extension RedactionRule.Value {
  fileprivate init(_ json: JSONValue) {
    self.init(
      anchors: json["anchors"].texts, fold: json["fold"].isTrue, lead: json["lead"].text,
      pattern: json["pattern"].text, rest: json["rest"].text, before: json["before"].text,
      after: json["after"].text, keep: json["keep"].isTrue,
      validator: Validator(rawValue: json["validator"].text), except: json["except"].texts,
      notAfter: json["not_after"].texts)
  }
}

extension RedactionRule.Key {
  fileprivate init(_ json: JSONValue) {
    self.init(
      names: json["names"].texts, value: Extent(rawValue: json["value"].text) ?? .word,
      keepsNumbers: json["numbers"].text == "keep", isStrict: json["strict"].isTrue)
  }
}
