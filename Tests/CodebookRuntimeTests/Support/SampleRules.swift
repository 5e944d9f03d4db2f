import Redaction

extension RedactionTables {
  /// A few rules of each kind, made by hand.
  static let sample: RedactionTables = {
    do {
      return try RedactionTables(
        rules: RedactionRule.sample, safeKeys: ["session_id", "token_count"],
        limits: RedactionLimits())
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}

extension RedactionRule {
  fileprivate static let sample: [RedactionRule] = [
    RedactionRule(
      id: "code-token",
      finder: .value(.init(anchors: ["ghp_"], pattern: "[A-Za-z0-9]{36}"))),
    RedactionRule(
      id: "cloud-key", finder: .value(.init(anchors: ["AKIA"], pattern: "[A-Z0-9]{16}"))),
    RedactionRule(
      id: "card",
      finder: .value(
        .init(anchors: ["<digits>"], validator: .luhn, notAfter: ["order_id", "order_ids"]))),
    RedactionRule(
      id: "mail",
      finder: .value(
        .init(
          anchors: ["@"], lead: "[A-Za-z0-9._%+-]{1,64}", pattern: "[A-Za-z0-9]",
          rest: "[A-Za-z0-9.-]", before: "", after: "", validator: .email))),
    RedactionRule(
      id: "password", priority: 60,
      finder: .key(.init(names: ["password", "passwd"], value: .phrase))),
    RedactionRule(
      id: "api-key", action: .fingerprint(kind: "credential"), priority: 60,
      finder: .key(.init(names: ["api_key", "x_api_key"]))),
    RedactionRule(
      id: "token", priority: 60, finder: .key(.init(names: ["token"], keepsNumbers: true))),
    RedactionRule(
      id: "authorization", priority: 60,
      finder: .key(.init(names: ["authorization"], value: .line))),
    RedactionRule(
      id: "account", action: .mask, priority: 60,
      finder: .key(.init(names: ["account_number"]))),
    RedactionRule(id: "folder", finder: .key(.init(names: ["pwd"]))),
    RedactionRule(id: "userinfo", finder: .userinfo(except: ["git"])),
    RedactionRule(id: "signature", finder: .query(parameters: ["sig"])),
    RedactionRule(
      id: "home", finder: .path(.init(prefixes: ["/home/", "/Users/"], except: ["shared"]))),
    RedactionRule(id: "private-key", priority: 95, finder: .block(labels: ["PRIVATE KEY"])),
    RedactionRule(
      id: "pair", finder: .pair(names: ["name", "key", "header"], values: ["value", "val"])),
  ]
}

/// Makes what looks like a secret, so that no source holds one.
enum Planted {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

  /// Letters and digits that a seed decides.
  static func text(_ count: Int, seed: UInt64 = 1) -> String {
    var random = SeededGenerator(seed: seed)
    return String(
      decoding: (0..<count).map { _ in letters.randomElement(using: &random) ?? 0x41 },
      as: UTF8.self)
  }

  static func codeToken(seed: UInt64 = 1) -> String { "ghp_" + text(36, seed: seed) }

  static func cloudKey(seed: UInt64 = 1) -> String { "AKIA" + text(16, seed: seed).uppercased() }

  /// Sixteen digits with a check digit, as cards have them.
  static func card(seed: UInt64 = 1) -> String {
    var random = SeededGenerator(seed: seed)
    let digits = [4] + (0..<14).map { _ in Int.random(in: 0...9, using: &random) }
    let sum = digits.enumerated().reduce(0) { sum, place in
      let doubled = place.element * 2
      return sum + (place.offset % 2 == 0 ? doubled > 9 ? doubled - 9 : doubled : place.element)
    }
    return (digits + [(10 - sum % 10) % 10]).map(String.init).joined()
  }

  /// A private key of some lines.
  static func privateKey(seed: UInt64 = 1) -> [String] {
    ["-----BEGIN PRIVATE KEY-----"] + (0..<3).map { text(64, seed: seed + $0) }
      + ["-----END PRIVATE KEY-----"]
  }
}
