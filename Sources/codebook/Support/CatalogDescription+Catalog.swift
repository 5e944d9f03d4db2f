internal import CodebookCore
internal import CodebookRuntime

extension CatalogDescription {
  /// What a catalog tells the runtime, as generated code has it as a constant.
  ///
  /// - Throws: A failure where one of its redaction rules is none: then nothing is written.
  init(_ catalog: Catalog, digest: String) throws(Failure) {
    let tables: RedactionTables
    do throws(RedactionRuleError) {
      tables = try catalog.redaction.tables()
    } catch {
      throw Failure("the catalog cannot be followed: \(error)", fix: "codebook lint")
    }
    self.init(
      product: catalog.product.name, prefix: catalog.product.prefix,
      identity: CatalogIdentity(version: catalog.product.version, digest: digest),
      levels: catalog.levels.map { Level($0.id, severity: $0.severity) },
      services: catalog.services.map(\.id),
      components: catalog.components.map(\.id),
      componentsAreOpen: !catalog.vocabularies.componentsAreClosed,
      fields: Self.fields(of: catalog),
      errors: catalog.errors.filter { !$0.isRetired }.map {
        ErrorCode($0.id, operatorMessage: $0.operatorMessage)
      },
      events: catalog.events.filter { !$0.isRetired }.map(Event.init),
      redaction: tables)
  }

  /// The fields in the order in which a record has them.
  private static func fields(of catalog: Catalog) -> [Field] {
    let known = Dictionary(
      catalog.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return catalog.recordOrder.compactMap { known[$0] }.filter { !$0.isRetired }.map(Field.init)
  }
}

extension CatalogDescription.Field {
  fileprivate init(_ field: FieldEntry) {
    self.init(
      field.id, role: field.role.map(CatalogDescription.Role.init),
      type: CatalogDescription.JSONType(field.type), isRequired: field.isRequired,
      minimum: field.minimum.map(Int64.init), maximum: field.maximum.map(Int64.init),
      sensitivity: CatalogDescription.Sensitivity(field.sensitivity, field.fingerprint))
  }
}

extension CatalogDescription.Event {
  fileprivate init(_ event: EventEntry) {
    self.init(
      event.id, level: event.level, services: event.services, components: event.components,
      requiredFields: event.requires, optionalFields: event.optional, errorCodes: event.errors,
      details: event.details.map {
        CatalogDescription.Detail(
          $0.name, type: CatalogDescription.JSONType($0.type), isRequired: $0.isRequired,
          sensitivity: CatalogDescription.Sensitivity($0.sensitivity, $0.fingerprint))
      }, message: event.message)
  }
}

extension CatalogDescription.Sensitivity {
  init(_ sensitivity: Sensitivity, _ fingerprint: String?) {
    self =
      switch sensitivity {
      case .public: .public
      case .sensitive: .sensitive(fingerprint: fingerprint)
      case .secret: .secret
      }
  }
}

extension CatalogDescription.Role {
  fileprivate init(_ role: FieldRole) {
    self =
      switch role {
      case .timestamp: .timestamp
      case .level: .level
      case .service: .service
      case .component: .component
      case .event: .event
      case .message: .message
      case .correlation: .correlation
      case .session: .session
      case .span: .span
      case .errorCode: .errorCode
      case .scope: .scope
      case .details: .details
      }
  }
}

extension CatalogDescription.JSONType {
  /// The type of a catalog's `type`, which is one of these.
  fileprivate init(_ name: String) {
    self =
      switch name {
      case "integer": .integer
      case "number": .number
      case "boolean": .boolean
      case "object": .object
      case "array": .array
      default: .string
      }
  }
}
