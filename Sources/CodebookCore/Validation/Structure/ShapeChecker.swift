internal import Suggestions

/// Holds a tree against a shape: keys, types and forms of texts, all problems in one run.
struct ShapeChecker {
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []

  init(file: String) { self.file = file }

  /// - Parameter path: What the value is called in messages, such as `errors.PT-DB-001.user`.
  mutating func check(_ node: Node, against shape: Shape, path: Path, key: SourceRange? = nil) {
    switch shape {
    case .any: return
    case .text(let text): checkText(node, text, path)
    case .integer(let range): checkInteger(node, range, shape, path)
    case .boolean:
      guard case .scalar(let scalar) = node.content, case .boolean = scalar.type else {
        return mismatch(node, shape, path)
      }
    case .choice(let words): checkChoice(node, words, shape, path)
    case .list(let item, let minimum): checkList(node, item, minimum, shape, path)
    case .sequence(let item, let minimum):
      checkList(node, item, minimum, shape, path, isSet: false)
    case .pair(let first, let second):
      guard node.items.count == 2 else { return mismatch(node, shape, path) }
      check(node.items[0], against: first, path: path.item(0))
      check(node.items[1], against: second, path: path.item(1))
    case .entries(let entries): checkEntries(node, entries, shape, path)
    case .object(let object): checkObject(node, object, shape, path, key)
    case .variants(let variants): checkVariants(node, variants, shape, path, key)
    case .kinds(let kinds): checkKinds(node, kinds, shape, path, key)
    case .integerOr(let range, let words):
      if case .scalar(let scalar) = node.content, case .string = scalar.type {
        checkChoice(node, words, shape, path)
      } else {
        checkInteger(node, range, shape, path)
      }
    case .nothingOr(let other):
      if !node.isNull { check(node, against: other, path: path) }
    case .scalarOr(let scalar, let other):
      if node.scalarText != nil, !node.isNull {
        check(node, against: scalar, path: path)
      } else if node.isCollection {
        check(node, against: other, path: path)
      } else {
        mismatch(node, shape, path)
      }
    }
  }

  private mutating func checkText(_ node: Node, _ text: TextShape, _ path: Path) {
    guard case .scalar(let scalar) = node.content else {
      return mismatch(node, .text(text), path)
    }
    guard scalar.type == .string else {
      return report(
        "wrong-type", "\(path) must be \(text.noun), not \(scalar.type.noun)", node.range,
        fix: scalar.text.isEmpty
          ? "write the text" : "put it in quotes: \"\(scalar.text.shortened)\"")
    }
    guard !scalar.text.allSatisfy(\.isWhitespace) else {
      return report("wrong-type", "\(path) is empty", node.range, fix: "write the text")
    }
    guard text.accepts(scalar.text) else {
      return report(
        "wrong-form", "\(path) must be \(text.noun), not `\(scalar.text.shortened)`", node.range,
        fix: text.pattern.map { "it must match \($0)" })
    }
  }

  private mutating func checkInteger(
    _ node: Node, _ range: ClosedRange<Int>, _ shape: Shape, _ path: Path
  ) {
    guard case .scalar(let scalar) = node.content, case .integer(let value) = scalar.type else {
      return mismatch(node, shape, path)
    }
    guard !range.contains(value) else { return }
    report("wrong-form", "\(path) must be \(shape.noun), not \(value)", node.range, fix: nil)
  }

  private mutating func checkChoice(
    _ node: Node, _ words: [String], _ shape: Shape, _ path: Path
  ) {
    guard let text = node.scalarText else { return mismatch(node, shape, path) }
    guard !words.contains(text) else { return }
    report(
      "unknown-value", "\(path) must be \(shape.noun), not `\(text.shortened)`", node.range,
      fix: Suggestion.phrase(for: text, among: words))
  }

  private mutating func checkList(
    _ node: Node, _ item: Shape, _ minimum: Int, _ shape: Shape, _ path: Path, isSet: Bool = true
  ) {
    guard case .sequence(let items) = node.content else { return mismatch(node, shape, path) }
    if items.count < minimum {
      report(
        "wrong-type", "\(path) is an empty list", node.range, fix: "remove the key, or fill it")
    }
    var first: [String: SourceRange] = [:]
    for (place, element) in items.enumerated() {
      check(element, against: item, path: path.item(place))
      guard isSet, let text = element.scalarText else { continue }
      guard let earlier = first.updateValue(element.range, forKey: text) else { continue }
      report(
        "duplicate-item", "`\(text.shortened)` is there twice in \(path)", element.range,
        notes: [.init("first here", at: SourceLocation(file: file, range: earlier))],
        fix: "remove one of them")
    }
  }

  private mutating func checkEntries(
    _ node: Node, _ entries: EntriesShape, _ shape: Shape, _ path: Path
  ) {
    guard case .mapping(let pairs) = node.content else { return mismatch(node, shape, path) }
    if pairs.count < entries.minimum {
      report("wrong-type", "\(path) has no entry", node.range, fix: "write at least one")
    }
    for pair in pairs {
      checkID(pair.key, entries.id, in: path)
      check(
        pair.value, against: entries.value, path: path.key(pair.key.scalarText ?? "?"),
        key: pair.key.range)
    }
  }

  private mutating func checkID(_ key: Node, _ form: TextShape, in path: Path) {
    guard case .scalar(let scalar) = key.content else { return }
    guard scalar.type == .string else {
      return report(
        "wrong-type", "a key of \(path) must be \(form.noun), not \(scalar.type.noun)", key.range,
        fix: "put it in quotes: \"\(scalar.text.shortened)\"")
    }
    guard !form.accepts(scalar.text) else { return }
    report(
      "wrong-form", "a key of \(path) must be \(form.noun), not `\(scalar.text.shortened)`",
      key.range, fix: form.pattern.map { "it must match \($0)" })
  }

  private mutating func checkVariants(
    _ node: Node, _ variants: VariantsShape, _ shape: Shape, _ path: Path, _ key: SourceRange?
  ) {
    guard node.isCollection else { return mismatch(node, shape, path) }
    if let variant = variants.variant(of: node) {
      return checkObject(node, variant.object, shape, path, key, among: variants)
    }
    let names = variants.variants.map(\.name)
    if let value = node.value(variants.key) {
      return check(value, against: .choice(names), path: path.key(variants.key))
    }
    guard case .mapping = node.content else { return mismatch(node, shape, path) }
    report(
      "missing-key", "\(path) has no `\(variants.key)`",
      key ?? SourceRange(node.range.start, node.range.start),
      fix: "add `\(variants.key):` – \(Shape.choice(names).noun)")
  }

  /// - Parameter variants: What else the mapping could be, where it is one of several kinds.
  mutating func checkObject(
    _ node: Node, _ object: ObjectShape, _ shape: Shape, _ path: Path, _ keyRange: SourceRange?,
    among variants: VariantsShape? = nil
  ) {
    guard case .mapping(let pairs) = node.content else { return mismatch(node, shape, path) }
    for pair in pairs {
      guard let key = pair.key.scalarText else { continue }
      if let property = object.properties.first(where: { $0.key == key }) {
        check(pair.value, against: property.shape, path: path.key(key), key: pair.key.range)
      } else if !(object.allowsExtensions && key.hasPrefix("x-") && key.utf8.count > 2) {
        // What stands behind a comma in braces is the next key, and has no value.
        let isText = key.contains(" ") && pair.value.scalarText == ""
        reportUnknownKey(key, pair.key.range, object, variants, isText: isText)
      }
    }
    for property in object.properties where property.isRequired {
      guard !pairs.contains(where: { $0.key.scalarText == property.key }) else { continue }
      report(
        "missing-key", "\(path) has no `\(property.key)`",
        keyRange ?? SourceRange(node.range.start, node.range.start),
        fix: "add `\(property.key):` – \(property.summary)")
    }
  }

  private mutating func reportUnknownKey(
    _ key: String, _ range: SourceRange, _ object: ObjectShape, _ variants: VariantsShape?,
    isText: Bool
  ) {
    report(
      "unknown-key", "`\(key.shortened)` is no key of \(object.noun)", range,
      fix: isText
        ? "quote texts that contain a comma" : object.advice(about: key, among: variants))
  }

  mutating func mismatch(_ node: Node, _ shape: Shape, _ path: Path) {
    report(
      "wrong-type", "\(path) must be \(shape.noun), not \(node.noun)", node.range,
      fix: nil)
  }

  mutating func report(
    _ rule: String, _ message: String, _ range: SourceRange, notes: [Diagnostic.Note] = [],
    fix: String?
  ) {
    diagnostics.append(
      Diagnostic(
        rule: rule, message, at: SourceLocation(file: file, range: range), notes: notes, fix: fix))
  }
}
