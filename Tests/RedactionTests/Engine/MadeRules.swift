import Redaction

/// A few rules of each kind, and secrets that are made rather than written down.
enum MadeRules {
  static let tables: RedactionTables = {
    do {
      return try RedactionTables(
        rules: rules, safeKeys: ["token_count", "session_id"],
        limits: RedactionLimits(textBytes: 1 << 20))
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let rules = [
    RedactionRule(
      id: "made-token", priority: 70,
      finder: .value(.init(anchors: ["mtk_"], pattern: "[A-Za-z0-9]{20}", rest: "[A-Za-z0-9]"))),
    RedactionRule(
      id: "masked-token", action: .mask,
      finder: .value(.init(anchors: ["msk_"], pattern: "[a-z0-9]{24}"))),
    RedactionRule(
      id: "mixed",
      finder: .value(
        .init(
          anchors: ["mix-"], pattern: "[A-Za-z0-9]{8}", rest: "[A-Za-z0-9.-]",
          before: "", validator: .entropy))),
    RedactionRule(
      id: "card", finder: .value(.init(anchors: ["<digits>"], validator: .luhn))),
    RedactionRule(
      id: "seed", finder: .value(.init(anchors: ["<words>"], validator: .words))),
    RedactionRule(
      id: "password",
      finder: .key(.init(names: ["password", "=pin"], value: .phrase))),
    RedactionRule(
      id: "credential", action: .fingerprint(kind: "credential"),
      finder: .key(.init(names: ["api_key", "token"], keepsNumbers: true))),
    RedactionRule(id: "user", priority: 60, finder: .userinfo(except: ["git"])),
    RedactionRule(id: "query", finder: .query(parameters: ["sig"])),
    RedactionRule(id: "home", finder: .path(.init(prefixes: ["/home/"], except: ["shared"]))),
    RedactionRule(id: "block", priority: 90, finder: .block(labels: ["PRIVATE KEY"])),
    RedactionRule(id: "pair", finder: .pair(names: ["name"], values: ["value"])),
  ]

  /// So many letters and digits, the same in each run.
  static func secret(_ count: Int, seed: UInt64 = 1) -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz0123456789".utf8)
    var state = seed
    let bytes = (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return alphabet[Int(state >> 33) % alphabet.count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
