public import CodebookRuntime

/// What the catalog at hand tells of a bundle that it may not have been made with.
public struct ReportCatalog: Sendable {
  /// What an error code says, and to whom.
  public struct ErrorText: Hashable, Sendable {
    /// What kind of failure it is.
    public let category: String

    /// What the user read.
    public let userMessage: String

    /// What an operator does about it.
    public let operatorMessage: String

    /// What an error code says.
    public init(category: String, userMessage: String, operatorMessage: String) {
      self.category = category
      self.userMessage = userMessage
      self.operatorMessage = operatorMessage
    }
  }

  /// Which catalog it is; `nil` where there is none.
  let identity: CatalogIdentity?
  let product: String?
  let services: [String]
  let levels: [CatalogDescription.Level]
  let fields: FieldNames
  let errors: [String: ErrorText]
  /// What the bundle's files hold, by their paths; empty where that is seen by their contents.
  let roles: [String: BundleDescription.Role]

  /// What a catalog tells.
  ///
  /// - Parameters:
  ///   - bundle: What it says of its bundle, where it does.
  ///   - errors: Its error codes; of those that are not given, only operator messages are known.
  public init(
    _ catalog: CatalogDescription, bundle: BundleDescription?, errors: [String: ErrorText] = [:]
  ) {
    identity = catalog.identity
    product = catalog.product
    services = catalog.services
    levels = catalog.levels
    fields = FieldNames(catalog)
    let known = catalog.errors.map {
      ($0.code, ErrorText(category: "", userMessage: "", operatorMessage: $0.operatorMessage))
    }
    self.errors = errors.merging(known) { given, _ in given }
    roles = Dictionary(
      (bundle?.files ?? []).map { ($0.path, $0.role) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is known without any catalog: the names that the specification uses.
  public static let none = ReportCatalog()

  private init() {
    identity = nil
    product = nil
    services = []
    levels = [
      .init("TRACE", severity: 1), .init("DEBUG", severity: 5), .init("INFO", severity: 9),
      .init("WARN", severity: 13), .init("ERROR", severity: 17), .init("FATAL", severity: 21),
    ]
    fields = .conventional
    errors = [:]
    roles = [:]
  }

  /// A level's severity, from 1 to 24; 0 where the catalog does not have it.
  func severity(of level: String) -> Int {
    levels.first { $0.name == level }?.severity ?? 0
  }
}
