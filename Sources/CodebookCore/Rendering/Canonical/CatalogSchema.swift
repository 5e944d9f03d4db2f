/// The JSON Schema of catalog files, for editors: made of the same shapes that catalogs are held
/// against.
package enum CatalogSchema {
  /// The schema, indented, with a final newline.
  package static var json: [UInt8] {
    let root = members(of: .object(CatalogFormat.root))
    return JSONValue.members(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
        ("$id", .string("urn:codebook:catalog:\(CatalogFormat.version)")),
        ("title", .string("Codebook catalog, format \(CatalogFormat.version)")),
      ] + root
    ).indented + [UInt8(ascii: "\n")]
  }

  private static func schema(of shape: Shape, summary: String? = nil) -> JSONValue {
    .members([("description", .text(summary))] + members(of: shape))
  }

  private static func members(of shape: Shape) -> Members {
    switch shape {
    case .any: []
    case .text(let text): textMembers(text)
    case .integer(let range):
      [
        ("type", .string("integer")),
        ("minimum", range.lowerBound == .min ? nil : .integer(range.lowerBound)),
        ("maximum", range.upperBound == .max ? nil : .integer(range.upperBound)),
      ]
    case .boolean: [("type", .string("boolean"))]
    case .choice(let words): [("enum", .array(words.map { .string($0) }))]
    case .list(let item, let minimum):
      listMembers(item, minimum) + [("uniqueItems", .bool(true))]
    case .sequence(let item, let minimum): listMembers(item, minimum)
    case .pair(let first, let second):
      [
        ("type", .string("array")),
        ("prefixItems", .array([schema(of: first), schema(of: second)])),
        ("minItems", .integer(2)), ("maxItems", .integer(2)),
      ]
    case .entries(let entries):
      [
        ("type", .string("object")),
        ("propertyNames", .members(textMembers(entries.id))),
        ("additionalProperties", schema(of: entries.value)),
        ("minProperties", entries.minimum > 0 ? .integer(entries.minimum) : nil),
      ]
    case .object(let object): objectMembers(object)
    case .variants(let variants):
      [("oneOf", .array(variants.variants.map { .members(objectMembers($0.object)) }))]
    case .kinds(let kinds):
      [
        (
          "oneOf",
          .array(
            zip(kinds.names, kinds.objects).map { name, object in
              .members([("title", .string(name))] + objectMembers(object))
            })
        )
      ]
    case .integerOr(let range, let words):
      [("anyOf", .array([schema(of: .integer(range)), schema(of: .choice(words))]))]
    case .nothingOr(let other):
      [("anyOf", .array([.members([("type", .string("null"))]), schema(of: other)]))]
    case .scalarOr(let scalar, let other):
      [("anyOf", .array([schema(of: scalar), schema(of: other)]))]
    }
  }

  private static func listMembers(_ item: Shape, _ minimum: Int) -> Members {
    [
      ("type", .string("array")),
      ("items", schema(of: item)),
      ("minItems", minimum > 0 ? .integer(minimum) : nil),
    ]
  }

  private static func textMembers(_ text: TextShape) -> Members {
    [
      ("type", .string("string")),
      ("pattern", text.pattern.map { .string($0) }),
      ("minLength", text.pattern == nil ? .integer(1) : nil),
    ]
  }

  private static func objectMembers(_ object: ObjectShape) -> Members {
    let required = object.properties.filter(\.isRequired).map(\.key)
    return [
      ("type", .string("object")),
      (
        "properties",
        .object(
          object.properties.map { property in
            (property.key, schema(of: property.shape, summary: property.summary))
          })
      ),
      ("required", .texts(required)),
      ("patternProperties", object.allowsExtensions ? .object([("^x-.", .bool(true))]) : nil),
      ("additionalProperties", .bool(false)),
    ]
  }
}
