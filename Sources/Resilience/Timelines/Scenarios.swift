public import CodebookRuntime

/// The rows of a catalog's matrix with their timelines, as `scenarios.json` has them.
public struct Scenarios: Sendable {
  /// The policies.
  public let description: ResilienceDescription

  /// The services of components.
  public let services: [String: String]

  /// The timelines, by the IDs of the rows.
  public let timelines: [String: [Timeline]]

  /// Reads `scenarios.json`.
  ///
  /// - Throws: A `TimelineError` where it is none.
  public init(json: String) throws {
    let object = try JSONText.object(json, of: "scenarios.json")
    guard let resilience = object.object("resilience") else {
      throw TimelineError("scenarios.json has no resilience")
    }
    description = try ResilienceDescription(resilience)
    services = Self.services(object)
    timelines = Dictionary(
      try object.objects("scenarios").map { row in
        (row.text("id") ?? "", try row.objects("timelines").map { try Timeline($0) })
      }, uniquingKeysWith: { $0 + $1 })
  }

  /// The services of components that stand in an object.
  package static func services(_ object: LogObject) -> [String: String] {
    var services: [String: String] = [:]
    for member in object.object("services")?.members ?? [] {
      if case .string(let service) = member.value { services[member.key] = service }
    }
    return services
  }
}
