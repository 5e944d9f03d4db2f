/// What templates ask of an argument of a function that logs.
enum EventParameterView {
  static func list(_ parameters: [EventParameter], _ context: CatalogContext) -> TemplateValue {
    .list(TemplateList(count: parameters.count) { object(parameters[$0], context) })
  }

  static func object(_ parameter: EventParameter, _ context: CatalogContext) -> TemplateValue {
    table.object(Model(parameter: parameter, context: context))
  }

  struct Model: Sendable {
    let parameter: EventParameter
    let context: CatalogContext

    var type: String { parameter.type }
    var minimum: Int? { parameter.field?.minimum }
    var maximum: Int? { parameter.field?.maximum }
    var unit: String? { parameter.field?.unit ?? parameter.detail?.unit }
    var role: FieldRole? { parameter.field?.role }

    var sensitivity: Sensitivity { parameter.sensitivity }

    /// The kind of fingerprint that records have in the value's place.
    var fingerprint: String? {
      parameter.field?.fingerprint ?? parameter.detail?.fingerprint
    }

    var description: String {
      parameter.field?.info.description ?? parameter.detail?.description ?? ""
    }

    /// A text that is neither a code nor a scope.
    var isPlainString: Bool { type == "string" && role == nil }

    /// As the generated Swift module and the runtime call it.
    var swiftType: String {
      switch role {
      case .errorCode: "ErrorCode"
      case .scope: "ScopeName"
      default: Self.swiftTypes[type] ?? "String"
      }
    }

    private static let swiftTypes = [
      "integer": "Int", "number": "Double", "boolean": "Bool", "object": "LogObject",
      "array": "[LogValue]",
    ]

    /// As Python calls it, a code and a scope aside.
    var pythonType: String { Self.pythonTypes[type] ?? "str" }

    private static let pythonTypes = [
      "integer": "int", "number": "float", "boolean": "bool", "object": "Mapping[str, object]",
      "array": "Sequence[object]",
    ]

    var defaultCode: TemplateValue {
      parameter.defaultCode.map { context.view($0, ErrorView.table) } ?? .bool(false)
    }
  }

  private static let table = names.adding(kinds).adding(rest)

  private static let names = ViewTable<Model>([
    ("name", { .string($0.parameter.name) }),
    ("nameText", { .text($0.parameter.name) }),
    ("swiftName", { .string(SwiftNames.argument($0.parameter.name)) }),
    ("pythonName", { .string(PythonNames.logArgument($0.parameter.name)) }),
    ("swiftMember", { .string(SwiftNames.member($0.parameter.name)) }),
    ("pythonConstant", { .string(PythonNames.constant($0.parameter.name)) }),
  ])

  private static let kinds: [(String, ViewTable<Model>.Property)] = [
    ("type", { .string($0.type) }),
    ("swiftType", { .string($0.swiftType) }),
    ("pythonType", { .string($0.pythonType) }),
    ("typePythonName", { .string(PythonNames.constant($0.type)) }),
    ("isRequired", { .bool($0.parameter.isRequired) }),
    ("isField", { .bool($0.parameter.field != nil) }),
    ("isDetail", { .bool($0.parameter.detail != nil) }),
    ("isErrorCode", { .bool($0.role == .errorCode) }),
    ("isScope", { .bool($0.role == .scope) }),
    ("isString", { .bool($0.isPlainString) }),
    ("isInteger", { .bool($0.type == "integer") }),
    ("isNumber", { .bool($0.type == "number") }),
    ("isBoolean", { .bool($0.type == "boolean") }),
    ("isObject", { .bool($0.type == "object") }),
    ("isArray", { .bool($0.type == "array") }),
  ]

  private static let rest: [(String, ViewTable<Model>.Property)] = [
    ("hasRange", { .bool($0.minimum != nil || $0.maximum != nil) }),
    ("minimum", { .number(orNone: $0.minimum) }),
    ("maximum", { .number(orNone: $0.maximum) }),
    ("unit", { .text(orEmpty: $0.unit) }),
    ("sensitivity", { .string($0.sensitivity.rawValue) }),
    ("isSensitive", { .bool($0.sensitivity == .sensitive) }),
    ("fingerprint", { .string(orNone: $0.fingerprint) }),
    ("description", { .text($0.description) }),
    ("defaultCode", { $0.defaultCode }),
  ]
}
