import Foundation
import Testing

@testable import CodebookCore

/// The rules prove themselves: every edit that the format allows is made, one by one, to a catalog
/// that was published. What changes the canonical form must be spoken of, as loudly as the table
/// has it; what does not must be passed over in silence.
///
/// The shipped catalog has many entries of a kind, whose edits are alike: of each kind of edit a few
/// are made, spread over its entries. `CODEBOOK_EDITS=all` makes every one.
@Suite("Every edit of a catalog is spoken of")
struct EveryEditTests {
  @Test func ofTheShippedCatalog() async throws {
    let file = URL(filePath: #filePath).appending(path: "../../../../../catalog.yaml").standardized
    let isWhole = ProcessInfo.processInfo.environment["CODEBOOK_EDITS"] == "all"
    _ = try await run(
      "catalog.yaml", String(contentsOf: file, encoding: .utf8), ofEachKind: isWhole ? .max : 8)
  }

  @Test func ofOneWithEveryKey() async throws {
    let text = SampleCatalog.text.replacing("version: 1.2.0", with: "version: 1.0.0")
    let coverage = try await run("a catalog with every key", text)
    let places = Shape.object(CatalogFormat.root).places.filter { place in
      // What the catalog itself is held against is never published.
      !place.hasPrefix("style/") && !place.hasPrefix("stability/") && !place.hasSuffix("/allow/*")
    }
    #expect(places.subtracting(coverage.patterns) == [], "no edit was made there")
  }

  private func run(
    _ name: String, _ text: String, ofEachKind limit: Int = .max
  ) async throws -> EditCoverage {
    let root = try #require(
      YAMLDocument.parse(SourceText(name: "catalog.yaml", text: text)).root?.promoted.withoutClaims
        .abridged)
    let edits = EditGenerator(root).edits.spread(ofEachKind: limit)
    let trial = try EditTrial(root)
    // Each is on its own; two halves take half the time.
    let half = edits.count / 2
    async let first = trial.run(edits[..<half])
    let second = trial.run(edits[half...])
    let coverage = await first + second
    print("\(name): \(coverage)")
    #expect(coverage.tried > 1_000 && coverage.missed == 0)
    return coverage
  }
}

extension [CatalogEdit] {
  /// At most `limit` edits of one action at places of one pattern, evenly spread, in their order.
  fileprivate func spread(ofEachKind limit: Int) -> [CatalogEdit] {
    let kinds = Dictionary(grouping: indices) { "\(self[$0].action) \(self[$0].pattern)" }
    let chosen = kinds.values.flatMap { places in
      let count = Swift.min(places.count, limit)
      return (0..<count).map { places[$0 * places.count / count] }
    }
    return chosen.sorted().map { self[$0] }
  }
}

extension Node {
  /// The catalog without what it lets pass: once all is published nothing is left to pass.
  fileprivate var withoutClaims: Node {
    value("stability").map {
      setting("stability", $0.removing("accepted").removing("waivers"))
    } ?? self
  }

  /// The catalog with two rows, and the beginning of one timeline in each: a hundred steps are
  /// edited like two.
  fileprivate var abridged: Node {
    func first(_ count: Int, of node: Node) -> Node {
      node.with(pairs: Array(node.pairs.prefix(count)))
    }
    let short = mappingAll { node in
      node.value("timelines").map { node.setting("timelines", first(1, of: $0)) }
        ?? node.value("steps").map {
          node.setting("steps", $0.with(items: Array($0.items.prefix(2))))
        } ?? node
    }
    return short.value("matrix").map { short.setting("matrix", first(2, of: $0)) } ?? short
  }

  /// The catalog with every draft published, and all of it now.
  fileprivate var promoted: Node {
    mappingAll { node in
      let isLate = node.value("since").map { $0.scalarText != "1.0.0" } ?? false
      let node = isLate ? node.removing("since") : node
      return node.value("stability")?.scalarText == "draft"
        ? node.setting("stability", .scalar("stable")) : node
    }
  }
}

extension Shape {
  private var isText: Bool {
    if case .text = self { return true }
    return false
  }

  /// The pattern of every key and every entry that the format has, where there is a choice.
  fileprivate var places: Set<String> {
    func below(_ name: String, _ shape: Shape) -> Set<String> {
      Set(shape.places.map { "\(name)/\($0)" }).union([name])
    }
    switch self {
    case .text, .integer, .boolean, .choice, .integerOr, .nothingOr, .pair, .kinds, .any: return []
    case .list, .sequence: return ["-"]
    case .scalarOr(_, let list): return list.places
    case .entries(let entries): return below("*", entries.value)
    case .variants(let variants):
      return variants.variants.reduce(into: []) { places, variant in
        places.formUnion(Shape.object(variant.object).places)
      }
    case .object(let object):
      let own: Set<String> = object.allowsExtensions ? ["x-"] : []
      return object.properties.reduce(into: own) { places, property in
        let all = below(property.key, property.shape)
        // What must be there, and has one value, or is a mapping, changes below only.
        let isFixed = property.isRequired && !property.shape.isText
        places.formUnion(isFixed ? all.subtracting([property.key]) : all)
      }
    }
  }
}
