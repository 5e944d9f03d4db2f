/// Tells a catalog's records from other lines.
struct RecordRecognizer {
  private let required: [String]
  private let levelField: String?
  private let severities: [String: Int]

  /// The severity number of a record whose level the catalog does not know: INFO's.
  private static let unknownSeverity = 9

  init(_ catalog: CatalogDescription) {
    required = catalog.fields.filter(\.isRequired).map(\.name)
    levelField = catalog.fields.first { $0.role == .level }?.name
    severities = Dictionary(
      catalog.levels.map { ($0.name, $0.severity) }, uniquingKeysWith: { first, _ in first })
  }

  /// The severity number of a line that is a JSON object with all fields that a record must have;
  /// `nil` for any other line.
  func severity(_ line: UnsafeRawBufferPointer) -> Int? {
    guard let members = try? CarrierJSON.object(line),
      required.allSatisfy({ members[$0] != nil })
    else { return nil }
    guard let levelField, case .string(let level)? = members[levelField] else {
      return Self.unknownSeverity
    }
    return severities[level] ?? Self.unknownSeverity
  }
}
