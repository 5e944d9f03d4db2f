/// What a function that logs an event takes: a field of its record, or a member of its details.
struct EventParameter: Sendable {
  enum Source: Sendable {
    case field(FieldEntry)
    case detail(DetailEntry)
  }

  let source: Source
  let isRequired: Bool
  /// The event's only code, where it has one: what is written when the caller gives none.
  let defaultCode: ErrorEntry?

  var name: String {
    switch source {
    case .field(let field): field.id
    case .detail(let detail): detail.name
    }
  }

  /// Its JSON type.
  var type: String {
    switch source {
    case .field(let field): field.type
    case .detail(let detail): detail.type
    }
  }

  var sensitivity: Sensitivity {
    switch source {
    case .field(let field): field.sensitivity
    case .detail(let detail): detail.sensitivity
    }
  }

  var field: FieldEntry? {
    if case .field(let field) = source { field } else { nil }
  }

  var detail: DetailEntry? {
    if case .detail(let detail) = source { detail } else { nil }
  }
}

extension EventParameter {
  /// What an event's function takes besides level, component, message and further details: what
  /// is required first, fields before details. What is secret is never written, nor taken.
  static func parameters(of event: EventEntry, in index: CatalogIndex) -> [EventParameter] {
    let fields = index.orderedFields.filter { $0.isArgument }.compactMap { field in
      event.presence(of: field).map {
        EventParameter(
          source: .field(field), isRequired: $0 == .always,
          defaultCode: field.role == .errorCode ? event.onlyCode(in: index) : nil)
      }
    }
    let details =
      index.hasDetails
      ? event.details.filter { $0.sensitivity != .secret }.map {
        EventParameter(source: .detail($0), isRequired: $0.isRequired, defaultCode: nil)
      } : []
    let all = fields + details
    return all.filter(\.isRequired) + all.filter { !$0.isRequired }
  }

  /// What a call that is not bound to an event may give: every such field, none of them secret.
  static func general(in index: CatalogIndex) -> [EventParameter] {
    let all = index.orderedFields.filter { $0.isArgument && $0.sensitivity != .secret }.map {
      EventParameter(source: .field($0), isRequired: $0.isRequired, defaultCode: nil)
    }
    return all.filter(\.isRequired) + all.filter { !$0.isRequired }
  }
}

extension FieldEntry {
  /// Whether a caller gives the value: the runtime has all others itself.
  var isArgument: Bool {
    switch role {
    case nil, .errorCode, .scope: true
    case .timestamp, .level, .service, .component, .event, .message, .correlation, .session, .span,
      .details:
      false
    }
  }
}

extension EventEntry {
  /// The code of an event that has exactly one.
  func onlyCode(in index: CatalogIndex) -> ErrorEntry? {
    guard errors.count == 1 else { return nil }
    return index.errors[errors[0]]
  }
}

extension CatalogIndex {
  /// Whether records have a field for what no other has.
  var hasDetails: Bool { orderedFields.contains { $0.role == .details } }
}
