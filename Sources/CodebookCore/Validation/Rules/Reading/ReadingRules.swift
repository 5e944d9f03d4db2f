extension RuleRegistry {
  /// What the reader reports before there is a catalog to hold against rules.
  static let fileRules: [Rule] = [
    reading(
      "too-large", "A catalog has at most 64 MiB.",
      "Nobody writes so much by hand; it is the wrong file, or one that a program made.",
      bad: "# a file of 100 MB", good: "scopes: {}"),
    reading(
      "encoding", "A catalog is UTF-8.",
      "Anything else would show other characters on another machine.",
      bad: "# a file in Latin-1 or UTF-16", good: "scopes: {}"),
    reading(
      "control-character", "A catalog has no control characters but tabs and line ends.",
      """
      Raw U+0085, U+2028 and U+2029 would count as line breaks, so that every later line number \
      were off. Their escapes, in double quotes, are fine; NUL never is.
      """,
      bad: "scopes:\n  rest.orders: {description: \"NUL: \\0\"}",
      good: "scopes:\n  rest.orders: {description: Orders.}"),
    reading(
      "yaml-syntax", "A catalog is YAML 1.2.", "What is not cannot be read any further.",
      bad: "scopes: [", good: "scopes: {}"),
    reading(
      "empty-catalog", "A catalog is not empty.",
      "An empty file is a mistake: a wrong path, or a write that failed.", bad: "# nothing",
      good: "scopes: {}"),
    reading(
      "second-document", "A catalog is one YAML document.",
      "What stands behind a second `---` would silently count for nothing.",
      bad: "scopes: {}\n---\nscopes: {}", good: "scopes: {}"),
    reading(
      "too-deep", "Collections nest at most 64 levels deep.",
      "A catalog needs fewer than ten; more is a bracket that was never closed, or an attack.",
      bad: "x-deep: \(String(repeating: "[", count: 70))\(String(repeating: "]", count: 70))",
      good: "x-deep: [[]]"),
    reading(
      "alias", "Aliases name what stands before them, and stand for at most 10,000 values.",
      "A few lines of aliases to aliases can stand for billions of values.",
      bad: "x-copy: *nothing", good: "x-first: &first [a]\nx-copy: *first"),
    reading(
      "tag", "No value has a tag.",
      "Types follow from the format; a tag could only contradict it.",
      bad: "x-value: !custom 1", good: "x-value: 1"),
    reading(
      "key-type", "Every key is a text.", "IDs are words; a list cannot be one.",
      bad: "x-map: {[a]: 1}", good: "x-map: {a: 1}"),
    reading(
      "duplicate-key", "No mapping has a key twice.",
      "Most readers of YAML keep the last one silently, and an entry is lost.",
      bad: "scopes:\n  rest.orders: {description: Orders.}\n  rest.orders: {description: Others.}",
      good: "scopes:\n  rest.orders: {description: Orders.}"),
  ]

  /// What the format of catalogs asks for.
  static let formatRules: [Rule] = [
    reading(
      "format-version", "The catalog's format is one that this codebook reads.",
      "A newer format may mean something else by the same words.",
      bad: "codebook: 99", good: "codebook: 1"),
    reading(
      "missing-key", "An entry has every key that it must have.",
      "Without them there is nothing to generate.",
      bad: "scopes:\n  rest.orders: {}", good: "scopes:\n  rest.orders: {description: Orders.}"),
    reading(
      "unknown-key", "An entry has no key that the format does not know.",
      """
      A mistyped key would silently count for nothing. Keys of your own begin with `x-`; they \
      are carried into `catalog.json`.
      """,
      bad: "scopes:\n  rest.orders: {description: Orders., sinse: 1.0.0}",
      good: "scopes:\n  rest.orders: {description: Orders., since: 1.0.0, x-team: trading}"),
    reading(
      "wrong-type", "A value has the type that its key asks for.",
      """
      Plain `1.0`, `no` or `~` mean different things to different readers of YAML; a text that \
      looks like a number is put in quotes.
      """,
      bad: "scopes:\n  rest.orders: {description: 5}",
      good: "scopes:\n  rest.orders: {description: \"5\"}"),
    reading(
      "wrong-form", "IDs, names and versions have their form.",
      "Generated names are made from them, and people search for them.",
      bad: "scopes:\n  REST Orders: {description: Orders.}",
      good: "scopes:\n  rest.orders: {description: Orders.}"),
    reading(
      "unknown-value", "Where the format names the choices, the value is one of them.",
      "Anything else is a slip that would silently choose the default.",
      bad: "scopes:\n  rest.orders: {description: Orders., stability: stabel}",
      good: "scopes:\n  rest.orders: {description: Orders., stability: stable}"),
    reading(
      "duplicate-item", "No list has an item twice.",
      "The second means nothing, and often another one was meant.",
      bad: """
        record_order:
          [ts, ts, level, service, component, event, message, correlation_id, session_id,
           error_code, attempt, details]
        """,
      good: """
        record_order:
          [ts, level, service, component, event, message, correlation_id, session_id,
           error_code, attempt, details]
        """),
  ]

  private static func reading(
    _ id: String, _ summary: String, _ rationale: String, bad: String, good: String
  ) -> Rule {
    Rule(
      id: id, stage: .reading, summary: summary, rationale: rationale, badExample: bad,
      goodExample: good)
  }
}
