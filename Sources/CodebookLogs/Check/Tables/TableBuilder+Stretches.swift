internal import CodebookRuntime

// The stretches that records of the catalog's events have in common.
extension TableBuilder {
  /// Of an event with more no stretches are known.
  private static let perEvent = 256
  private static let inAll = 2048

  /// A name with its place; the place is negative for a field that the catalog does not have.
  private typealias Place = (index: Int, name: String)

  func stretches() -> StretchTable {
    let fields = description.fields
    let roles: Set<CatalogDescription.Role> = [.level, .service, .component, .event, .message]
    let isConstant = fields.map { field in
      field.isRequired && field.type == .string && field.sensitivity == .public
        && field.role.map(roles.contains) ?? false
        && catalog.partings[LogCatalog.Name(.field, field.name)] == nil
    }
    guard let event = fields.firstIndex(where: { $0.role == .event }), isConstant[event] else {
      return StretchTable([], first: -1, in: memory)
    }
    let first = isConstant[..<event].lastIndex(of: false).map { $0 + 1 } ?? 0
    let end = isConstant[event...].firstIndex(of: false) ?? fields.count
    var stretches: [ConstantStretch] = []
    for index in usable(.event, eventUses).map(\.index) {
      let more = self.stretches(ofEvent: index, Array(fields[first..<end]), from: first)
      if stretches.count + more.count <= Self.inAll { stretches += more }
    }
    return StretchTable(stretches, first: first, in: memory)
  }

  private func stretches(
    ofEvent index: Int, _ fields: [CatalogDescription.Field], from first: Int
  ) -> [ConstantStretch] {
    let event = description.events[index]
    let has = Set(fields.compactMap(\.role))
    let levels = places(
      has.contains(.level), .level, description.levels.map(\.name), event.level.map { [$0] } ?? [])
    let services = places(
      has.contains(.service), .service, description.services, event.services)
    let components = places(
      has.contains(.component), .component, description.components, event.components)
    guard levels.count * services.count * components.count <= Self.perEvent else { return [] }
    return levels.flatMap { level in
      services.flatMap { service in
        components.map { component in
          stretch(fields, from: first, (level, service, component, (index, event.name)))
        }
      }
    }
  }

  /// What may stand in a field: what the event allows, or all that the catalog lists.
  private func places(
    _ isThere: Bool, _ kind: LogCatalog.Kind, _ all: [String], _ allowed: [String]
  ) -> [Place] {
    guard isThere else { return [(-1, "")] }
    return usable(kind, all).filter { allowed.isEmpty || allowed.contains($0.name) }
  }

  private func stretch(
    _ fields: [CatalogDescription.Field], from first: Int,
    _ names: (level: Place, service: Place, component: Place, event: Place)
  ) -> ConstantStretch {
    var json: [UInt8] = []
    var bits: UInt64 = 0
    var next = first
    for field in fields {
      let value: String? =
        switch field.role {
        case .level: names.level.name
        case .service: names.service.name
        case .component: names.component.name
        case .event: names.event.name
        default: constantMessage(of: description.events[names.event.index])
        }
      // What the caller gives ends the stretch.
      guard let value else { break }
      json.append(UInt8(ascii: next == 0 ? "{" : ","))
      DocumentText.append(field.name, to: &json)
      json.append(UInt8(ascii: ":"))
      DocumentText.append(value, to: &json)
      bits |= 1 << UInt64(next)
      next += 1
    }
    return ConstantStretch(
      bytes: memory.bytes(json), next: next, fields: bits, level: Int16(names.level.index),
      service: Int16(names.service.index), component: Int16(names.component.index),
      event: Int16(names.event.index))
  }
}
