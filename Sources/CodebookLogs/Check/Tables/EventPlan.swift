internal import CodebookRuntime

/// What the records of an event must be.
struct EventPlan: BitwiseCopyable {
  /// The level's place; negative for any.
  let level: Int16
  let services: IndexSet
  let components: IndexSet
  let errorCodes: IndexSet
  /// The bits of the fields that its records have.
  let requiredFields: UInt64
  /// Its message as JSON, without quotation marks; empty where it depends on the record.
  let message: FixedBytes
  let details: UnsafePointer<DetailPlan>
  let detailCount: Int
  /// The bits of the details that its records have.
  let requiredDetails: UInt64
  /// Whether its records tell a session that they leave.
  let adoptsSession: Bool

  /// Whether a record may have the level, the names and the fields that it has.
  @inline(__always)
  func allows(_ facts: RecordFacts) -> Bool {
    (level < 0 || level == facts.level) && services.contains(facts.service)
      && components.contains(facts.component)
      && (facts.errorCode < 0 || errorCodes.contains(facts.errorCode))
      && facts.fields & requiredFields == requiredFields
  }
}

/// A detail that an event declares.
struct DetailPlan: BitwiseCopyable {
  let name: FixedBytes
  let kind: FieldPlan.Kind
  /// Whether it is the session that the process leaves.
  let isLeftSession: Bool

  /// - Parameter isCertain: Whether its name and its sensitivity put no demands on its values.
  init(_ detail: CatalogDescription.Detail, isCertain: Bool, in memory: FixedMemory) {
    name = memory.bytes(detail.name.utf8)
    kind = isCertain ? FieldPlan.Kind(detail.type) : .uncertain
    isLeftSession = detail.name == RecordTables.leftSession
  }
}
