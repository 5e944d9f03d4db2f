/// Log records by the resource and the scope that they stand under, in the order of their first.
struct ExportBatch {
  private struct Scope {
    let component: [UInt8]?
    var records: [UInt8] = []
  }

  private struct Resource {
    let service: [UInt8]?
    var scopes: [Scope] = []
  }

  private(set) var count = 0
  /// The bytes of the records.
  private(set) var size = 0
  private var resources: [Resource] = []
  /// Where the last record went; the next often goes there too.
  private var last = (resource: 0, scope: 0)

  /// Adds a record under names that are ranges of a line, each the content of a JSON text.
  mutating func add(
    _ record: [UInt8], under group: LogRecordWriter.Group, of line: UnsafeBufferPointer<UInt8>
  ) {
    let resource = place(ofService: group.service, line)
    let scope = place(ofComponent: group.component, in: resource, line)
    last = (resource, scope)
    count += 1
    size += record.count
    if !resources[resource].scopes[scope].records.isEmpty {
      resources[resource].scopes[scope].records.append(UInt8(ascii: ","))
    }
    resources[resource].scopes[scope].records.append(contentsOf: record)
  }

  /// Writes all as one request, on one line, and forgets it.
  mutating func take(to output: inout [UInt8]) {
    guard count > 0 else { return }
    output.append(#"{"resourceLogs":["#)
    for (place, resource) in resources.enumerated() {
      if place > 0 { output.append(",") }
      Self.write(resource, to: &output)
    }
    output.append("]}\n")
    self = ExportBatch()
  }

  private mutating func place(
    ofService service: Range<Int>?, _ line: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if last.resource < resources.count,
      Self.isSame(resources[last.resource].service, service, line)
    {
      return last.resource
    }
    if let place = resources.firstIndex(where: { Self.isSame($0.service, service, line) }) {
      return place
    }
    resources.append(Resource(service: service.map { Array(line[$0]) }))
    return resources.count - 1
  }

  private mutating func place(
    ofComponent component: Range<Int>?, in resource: Int, _ line: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let scopes = resources[resource].scopes
    if last.resource == resource, last.scope < scopes.count,
      Self.isSame(scopes[last.scope].component, component, line)
    {
      return last.scope
    }
    if let place = scopes.firstIndex(where: { Self.isSame($0.component, component, line) }) {
      return place
    }
    resources[resource].scopes.append(Scope(component: component.map { Array(line[$0]) }))
    return scopes.count
  }

  private static func isSame(
    _ name: [UInt8]?, _ range: Range<Int>?, _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch (name, range) {
    case (nil, nil): true
    case (let name?, let range?): ByteSearch.equal(line, range, name)
    default: false
    }
  }

  private static func write(_ resource: Resource, to output: inout [UInt8]) {
    output.append(#"{"resource":{"#)
    if let service = resource.service {
      output.append(#""attributes":[{"key":"service.name","value":{"stringValue":""#)
      output.append(name: service)
      output.append(#""}}]"#)
    }
    output.append(#"},"scopeLogs":["#)
    for (place, scope) in resource.scopes.enumerated() {
      output.append(place > 0 ? #",{"scope":{"# : #"{"scope":{"#)
      if let component = scope.component {
        output.append(#""name":""#)
        output.append(name: component)
        output.append("\"")
      }
      output.append(#"},"logRecords":["#)
      output.append(contentsOf: scope.records)
      output.append("]}")
    }
    output.append("]}")
  }
}

extension [UInt8] {
  fileprivate mutating func append(name: [UInt8]) {
    name.withUnsafeBufferPointer { append(text: $0, 0..<$0.count) }
  }
}
