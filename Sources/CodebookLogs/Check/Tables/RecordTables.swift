internal import CodebookRuntime
internal import Redaction

/// A catalog as the quick paths need it: made once, and never changed.
///
/// What puts demands on a value that they do not know (a name on its way out, a sensitive detail, a
/// text of the catalog in which the redactor finds something) is left out, or is `uncertain`.
final class RecordTables {
  static let leftSession = "provisional_session_id"

  let memory: FixedMemory
  let redactor: Redactor
  let names: SecretNames
  let fields: UnsafePointer<FieldPlan>
  let fieldCount: Int
  /// The bits of the fields that every record has.
  let requiredFields: UInt64
  let fieldNames: NameTable
  /// Most of the same.
  let members: MemberTable
  /// By the component's place: the services that have it.
  let componentServices: UnsafePointer<IndexSet>
  let stretches: StretchTable
  /// Whether the details stand behind the event and the code in the catalog's order.
  let detailsComeLast: Bool
  let eventPlans: UnsafePointer<EventPlan>
  /// By the code's place: what operators read, as JSON without quotation marks; empty where the
  /// redactor finds something in it.
  let operatorMessages: UnsafePointer<FixedBytes>
  /// The names under which a redactor may look at the message.
  let messageKeys: [FixedBytes]

  /// `nil` where a catalog has more than there is room for, and all is left to the exact path.
  init?(_ catalog: LogCatalog) {
    let description = catalog.description
    guard description.fields.count <= 64, Self.hasRoom(catalog),
      Set(description.fields.map(\.name)).count == description.fields.count
    else { return nil }
    let roles = description.fields.compactMap(\.role)
    guard Set(roles).count == roles.count else { return nil }
    let redactor = Redactor(description.redaction)
    let builder = TableBuilder(catalog, redactor)
    memory = builder.memory
    self.redactor = redactor
    names = SecretNames(description, redactor)
    fields = memory.table(builder.fields())
    fieldCount = description.fields.count
    requiredFields = builder.bits(of: description.fields.filter(\.isRequired).map(\.name))
    fieldNames = builder.names(.field, description.fields.map(\.name))
    members = MemberTable(builder.memberNames, in: memory)
    componentServices = memory.table(builder.componentServices)
    stretches = builder.stretches()
    let behind = description.fields.drop { $0.role != .details }
    detailsComeLast = !behind.contains { $0.role == .event || $0.role == .errorCode }
    eventPlans = memory.table(description.events.map { builder.plan($0) })
    operatorMessages = memory.table(
      description.errors.map { builder.constant($0.operatorMessage, key: "operator_message") })
    messageKeys = builder.messageKeys.map { [memory] in memory.bytes($0.utf8) }
  }

  private static func hasRoom(_ catalog: LogCatalog) -> Bool {
    let description = catalog.description
    return [
      description.levels.count, description.services.count, description.components.count,
      description.events.count, description.errors.count, catalog.scopes.count,
    ].allSatisfy { $0 < Int16.max }
  }
}
