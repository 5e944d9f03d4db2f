/// One of OpenTelemetry's ranges of severity numbers, with the catalog's levels in it.
struct SeverityRange: Sendable {
  /// `trace`, `debug`, `info`, `warn`, `error` or `fatal`.
  let name: String
  let numbers: ClosedRange<Int>
  let levels: [LevelEntry]

  /// The name of the range that a severity number is in.
  static func name(of severity: Int) -> String {
    names[min(max(severity - 1, 0) / width, names.count - 1)]
  }

  /// The ranges that the catalog has levels of, the least severe first.
  static func ranges(_ levels: [LevelEntry]) -> [SeverityRange] {
    names.enumerated().compactMap { place, name in
      let numbers = (place * width + 1)...((place + 1) * width)
      let levels = levels.filter { numbers.contains($0.severity) }
      return levels.isEmpty ? nil : SeverityRange(name: name, numbers: numbers, levels: levels)
    }
  }

  private static let names = ["trace", "debug", "info", "warn", "error", "fatal"]
  /// How many numbers a range has.
  private static let width = 4
}

/// The ranges of severity as templates see them: other tools know these six names.
enum SeverityRangeView {
  static func list(_ context: CatalogContext) -> TemplateValue {
    let ranges = SeverityRange.ranges(context.catalog.levels)
    return .list(TemplateList(count: ranges.count) { object(ranges[$0], context) })
  }

  private static func object(_ range: SeverityRange, _ context: CatalogContext) -> TemplateValue {
    .object(
      TemplateDictionary([
        "name": .string(range.name), "isWarn": .bool(range.name == "warn"),
        "lowest": .number(range.numbers.lowerBound), "highest": .number(range.numbers.upperBound),
        "levels": context.views(range.levels, LevelView.table),
      ]))
  }
}
