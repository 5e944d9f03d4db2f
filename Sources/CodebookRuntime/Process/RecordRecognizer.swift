/// Tells a catalog's records from other lines.
struct RecordRecognizer {
  private let required: [CatalogDescription.Field]
  private let levelField: String?
  private let severities: [String: Int]

  /// The severity number of a record whose level the catalog does not know: INFO's.
  private static let unknownSeverity = 9

  init(_ catalog: CatalogDescription) {
    required = catalog.fields.filter(\.isRequired)
    levelField = catalog.fields.first { $0.role == .level }?.name
    severities = Dictionary(
      catalog.levels.map { ($0.name, $0.severity) }, uniquingKeysWith: { first, _ in first })
  }

  /// The severity number of a line that is a JSON object with all fields that a record must have,
  /// each of its type, and no longer than a record may be; `nil` for any other line.
  func severity(_ line: UnsafeRawBufferPointer) -> Int? {
    guard line.count < RecordLimits.maximumLineLength,
      let members = try? CarrierJSON.object(line),
      required.allSatisfy({ field in
        members[field.name].map { Coercion($0, to: field).isValid } == true
      })
    else { return nil }
    guard let levelField, case .string(let level)? = members[levelField] else {
      return Self.unknownSeverity
    }
    return severities[level] ?? Self.unknownSeverity
  }
}
