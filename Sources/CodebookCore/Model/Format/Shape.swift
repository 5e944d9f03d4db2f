/// What a YAML value must look like.
///
/// The catalog's whole format is one value of this type. The structural check, the JSON Schema for
/// editors and the documentation of the format are all made from it, so that they cannot disagree.
package indirect enum Shape: Sendable {
  /// A text that is not empty.
  case text(TextShape)
  case integer(ClosedRange<Int>)
  case boolean
  /// One of a few words that the format itself defines.
  case choice([String])
  /// A list in which nothing stands twice.
  case list(of: Shape, minimum: Int)
  /// A list whose items may be alike.
  case sequence(of: Shape, minimum: Int)
  /// A list of two.
  case pair(Shape, Shape)
  /// A mapping from IDs to entries.
  case entries(EntriesShape)
  case object(ObjectShape)
  /// A mapping whose keys depend on what one of them says.
  case variants(VariantsShape)
  /// A mapping whose keys depend on which of some keys it has.
  case kinds(KindsShape)
  /// A whole number, or one of a few words.
  case integerOr(ClosedRange<Int>, [String])
  /// `null`, or a scalar.
  case nothingOr(Shape)
  /// The first where the value is a scalar, else the second.
  case scalarOr(Shape, Shape)
  /// Anything; what stands behind `x-…` keys.
  case any
}

/// A text's form, as a pattern for schemas and a check for the validator.
package struct TextShape: Sendable {
  /// What it is, for "must be …".
  let noun: String
  /// A regular expression that is anchored at both ends, or `nil` for free text.
  let pattern: String?
  let accepts: @Sendable (String) -> Bool
}

/// A mapping by ID, with the form of its IDs.
package struct EntriesShape: Sendable {
  let noun: String
  let id: TextShape
  let value: Shape
  var minimum = 0
}

/// A mapping with fixed keys.
package struct ObjectShape: Sendable {
  let noun: String
  let properties: [Property]
  /// Whether keys that begin with `x-` are carried along.
  var allowsExtensions = true
}

/// Mappings of several kinds under one key that tells which.
package struct VariantsShape: Sendable {
  let noun: String
  /// The key that tells.
  let key: String
  /// Each with what the key says.
  let variants: [(name: String, object: ObjectShape)]

  /// The kind that a mapping says it is.
  func variant(of node: Node) -> (name: String, object: ObjectShape)? {
    let name = node.value(key)?.scalarText
    return variants.first { $0.name == name }
  }
}

/// Mappings of several kinds, each with a key that tells which.
package struct KindsShape: Sendable {
  let noun: String
  /// What all kinds have.
  let common: [Property]
  /// Each with the key that tells as its first property, and only that one common to no other.
  let kinds: [ObjectShape]

  /// Each kind with all that it may have.
  var objects: [ObjectShape] { kinds.map { object(of: $0) } }

  /// A kind with all that it may have.
  func object(of kind: ObjectShape) -> ObjectShape {
    ObjectShape(
      noun: kind.noun, properties: common + kind.properties,
      allowsExtensions: kind.allowsExtensions)
  }

  /// The keys that tell.
  var names: [String] { kinds.compactMap { $0.properties.first?.key } }

  /// The places of the kinds that a mapping has the keys of.
  func places(of node: Node) -> [Int] {
    let names = names
    return names.indices.filter { node.pair(names[$0]) != nil }
  }
}

/// One key of an object.
package struct Property: Sendable {
  let key: String
  let shape: Shape
  let isRequired: Bool
  /// One sentence on what the key means, for editors and documentation.
  let summary: String

  static func required(_ key: String, _ shape: Shape, _ summary: String) -> Property {
    Property(key: key, shape: shape, isRequired: true, summary: summary)
  }

  static func optional(_ key: String, _ shape: Shape, _ summary: String) -> Property {
    Property(key: key, shape: shape, isRequired: false, summary: summary)
  }
}

extension Shape {
  /// Free text, for people to read.
  static let prose = Shape.text(TextShape(noun: "a text", pattern: nil) { !$0.isEmpty })

  /// A list of shapes that may also be written as one.
  static func oneOrMore(_ shape: Shape) -> Shape { .scalarOr(shape, .list(of: shape, minimum: 1)) }

  /// What the shape is, for "must be …".
  var noun: String {
    switch self {
    case .text(let text): text.noun
    case .integer(let range):
      range.upperBound == .max
        ? "a whole number from \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "`true` or `false`"
    case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let shape, _), .sequence(let shape, _): "a list, each item \(shape.noun)"
    case .pair(let first, let second): "a list of two: \(first.noun), and \(second.noun)"
    case .entries(let entries): "a mapping from \(entries.id.noun) to \(entries.noun)"
    case .object(let object): "a mapping that describes \(object.noun)"
    case .variants(let variants): "a mapping that describes \(variants.noun)"
    case .kinds(let kinds): "a mapping that describes \(kinds.noun)"
    case .integerOr(let range, let words):
      "\(Shape.integer(range).noun) or \(Shape.choice(words).noun)"
    case .nothingOr(let shape): "`null` or \(shape.noun)"
    case .scalarOr(let scalar, let other): "\(scalar.noun) or \(other.noun)"
    case .any: "anything"
    }
  }
}
