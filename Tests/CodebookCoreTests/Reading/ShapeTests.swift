import CodebookCore
import Testing

/// Sections that replace those of `base.yaml`; what stands between `⟦` and `⟧` is where the named
/// problem must be found.
@Suite("Values of the wrong kind are shown where they stand")
struct ShapeTests {
  private static let cases: [(rule: String, text: String)] = [
    // Numbers, booleans, nulls and dates where a text belongs
    ("wrong-type", "scopes:\n  a: {description: ⟦5⟧}\n  b: {description: ⟦0x1F⟧}"),
    ("wrong-type", "scopes:\n  a: {description: ⟦1.5⟧}\n  b: {description: ⟦.inf⟧}"),
    ("wrong-type", "scopes:\n  a: {description: ⟦true⟧}\n  b: {description: ⟦~⟧}"),
    ("wrong-type", "scopes:\n  a: {description: ⟦⟧}\n  b:\n    description:⟦⟧\n    since: 1.0.0"),
    ("wrong-type", "scopes:\n  a: {description: ⟦''⟧}\n  b: {description: ⟦\" \\t\"⟧}"),
    ("wrong-type", "scopes:\n  a: {description: Orders., since: ⟦1.0⟧}"),
    ("wrong-form", "scopes:\n  a: {description: Orders., since: ⟦2027-01-31⟧}"),
    ("wrong-form", "scopes:\n  a: {description: Orders., since: ⟦1.0.0.0⟧}"),
    // Keys that are no texts, or not of the form
    ("wrong-type", "scopes:\n  ⟦5⟧: {description: Five.}\n  ⟦null⟧: {description: None.}"),
    ("wrong-form", "scopes:\n  ⟦\"\"⟧: {description: x}\n  ⟦a b⟧: {description: x}"),
    ("wrong-form", "scopes:\n  ⟦é⟧: {description: x}\n  ⟦No⟧: {description: x}"),
    // Lists, mappings and scalars for one another
    ("wrong-type", "scopes: ⟦[a]⟧"), ("wrong-type", "scopes:\n⟦- a\n- b⟧"),
    ("wrong-type", "scopes: ⟦a⟧"), ("wrong-type", "scopes:⟦⟧"),
    ("wrong-type", "errors: ⟦5⟧"), ("wrong-type", "scopes:\n  a: ⟦[b]⟧\n  b: ⟦c⟧\n  c:⟦⟧"),
    ("wrong-type", "scopes:\n  a: {description: ⟦[b]⟧}\n  b: {description: ⟦{c: d}⟧}"),
    ("wrong-type", "style:\n  user_action_words: ⟦please⟧"),
    ("wrong-type", "style:\n  user_action_words: [a, ⟦[b]⟧, ⟦5⟧, ⟦{c: d}⟧]"),
    ("wrong-type", "style:\n  user_max_length: ⟦eighty⟧"),
    ("wrong-type", "style:\n  user_max_length: ⟦\"80\"⟧"),
    ("wrong-form", "style:\n  user_max_length: ⟦19⟧"),
    ("wrong-type", "style:\n  user_max_length: ⟦99999999999999999999⟧"),
    ("wrong-type", "components:\n  a: {description: x, service: ⟦{app: 1}⟧}"),
    ("wrong-type", "components:\n  a: {description: x, service: ⟦[]⟧}"),
    ("wrong-type", "components:\n  a: {description: x, service: ⟦⟧}"),
    ("wrong-type", "services: ⟦{}⟧"),
    (
      "wrong-type",
      "events:\n  a: {details: {b: {type: string, sensitivity: public, required: ⟦yes⟧}}}"
    ),
    // Words of the format
    ("unknown-value", "vocabularies: {components: ⟦opened⟧, events: ⟦\"\"⟧, scopes: closed}"),
    ("wrong-type", "vocabularies: {components: ⟦[open]⟧}"),
    // Keys
    ("unknown-key", "scopes:\n  a: {description: x, ⟦sinse⟧: 1.0.0, ⟦x-⟧: 1, ⟦X-a⟧: 1}"),
    ("unknown-key", "scopes:\n  a: &a {description: x}\n  b: {⟦<<⟧: *a, description: y}"),
    ("unknown-key", "⟦errers⟧: {}\n⟦~⟧: 1\nx-team: trading"),
    ("missing-key", "scopes:\n  ⟦a⟧: {}\n  ⟦b⟧: {since: 1.0.0}"),
    ("missing-key", "errors:\n  ⟦⟦ACME-DB-001⟧⟧: {}"),
    ("missing-key", "⟦product⟧: {name: A, prefix: ACME, version: 1.0.0, python_package: a}"),
    ("duplicate-item", "style:\n  user_action_words: [a, b, ⟦a⟧, ⟦\"a\"⟧]"),
    ("format-version", "codebook: ⟦99⟧\nscopes: 5"),
    ("wrong-form", "codebook: ⟦0⟧"), ("wrong-type", "codebook: ⟦\"1\"⟧"),
  ]

  @Test(arguments: cases)
  func found(_ rule: String, _ text: String) throws {
    let marked = MarkedText(try ComposedCatalog.text(text + "\n"))
    let found = ComposedCatalog.findings(in: marked.text).filter { $0.rule == rule }
    #expect(found.compactMap(\.location.range).sorted() == marked.ranges, "\(found)")
  }

  /// By YAML 1.2 these are texts, whatever older readers make of them.
  @Test(arguments: [
    "no", "on", "yes", "off", "Y", "1_000", "12:30", "0b1", "2027-01-31", "=", "<<",
  ])
  func isText(_ text: String) throws {
    #expect(try ComposedCatalog.findings("scopes:\n  a: {description: \(text)}\n") == [])
  }

  @Test(arguments: [
    ("scopes:\n  a: {descripton: x, description: y}\n", "did you mean `description`?"),
    ("scopes:\n  a: {description: x, stability: stabel}\n", "did you mean `stable`?"),
    ("evnts: {}\n", "did you mean `events`?"),
    ("events:\n  a: {level: WRAN}\n", "did you mean `WARN`?"),
    ("x-a: *nme\nx-b: &name 1\nx-c: *nme\n", "did you mean `*name`?"),
    ("scopes:\n  a: {<<: {}, description: x}\n", "merge keys"),
    ("scopes:\n  a: {description: 5}\n", "put it in quotes: \"5\""),
    ("scopes:\n  a: {description: One, and two.}\n", "quote texts that contain a comma"),
    ("scopes:\n  a: {description: x, no key: y}\n", "known keys: "),
  ])
  func suggestion(_ text: String, _ fix: String) throws {
    let found = try ComposedCatalog.findings(text)
    #expect(found.contains { $0.fix?.contains(fix) == true }, "\(found.map(\.fix))")
  }

  @Test(arguments: ["5", "text", "~", "---", "[]", "- a", "{}"])
  func wholeFile(_ text: String) {
    let found = ComposedCatalog.findings(in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0.location.range?.start.line == 1 })
  }
}
