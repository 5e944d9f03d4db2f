internal import CSimdJSON

/// Reads JSON texts, by simdjson.
package final class JSONParser {
  /// Why a text is no JSON.
  package struct SyntaxError: Error, Hashable, Sendable {
    package let message: String
  }

  private let parser: OpaquePointer

  package init() {
    guard let parser = codebook_json_parser_new() else { preconditionFailure("out of memory") }
    self.parser = parser
  }

  deinit { codebook_json_parser_free(parser) }

  /// Reads one text: UTF-8, at most 1,024 levels deep.
  ///
  /// Members of objects keep their order, those with equal names too. Numbers that are no integers
  /// of 64 bits are refused: what Codebook writes has none.
  ///
  /// - Parameter droppingFractions: Whether such numbers become `null` instead.
  package func parse(
    _ bytes: some Collection<UInt8>, droppingFractions: Bool = false
  ) throws(SyntaxError) -> JSONValue {
    var tree = JSONTree(dropsFractions: droppingFractions)
    let problem = withUnsafeMutablePointer(to: &tree) { [parser] tree -> String? in
      let parse = { (bytes: UnsafeBufferPointer<UInt8>) -> String? in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          codebook_json_parse(parser, bytes.baseAddress, bytes.count, visit, tree)
            .map { String(cString: $0) }
        }
      }
      return bytes.withContiguousStorageIfAvailable(parse)
        ?? Array(bytes).withUnsafeBufferPointer(parse)
    }
    if let problem { throw SyntaxError(message: problem) }
    guard let root = tree.root else { throw SyntaxError(message: "a number is no whole one") }
    return root
  }
}

/// What the library calls; a global function, since C cannot call a closure that holds anything.
private func visit(
  _ context: UnsafeMutableRawPointer?, _ event: UnsafePointer<codebook_json_event>?
) {
  guard let context, let event = event?.pointee else { return }
  context.assumingMemoryBound(to: JSONTree.self).pointee.add(event)
}

/// A tree that grows by one event after the other.
private struct JSONTree {
  private enum Open {
    case array([JSONValue])
    case object([(String, JSONValue)])
  }

  let dropsFractions: Bool
  private(set) var root: JSONValue?
  private var open: [Open] = []
  private var names: [String] = []
  private var hasOddNumber = false

  init(dropsFractions: Bool) { self.dropsFractions = dropsFractions }

  mutating func add(_ event: codebook_json_event) {
    switch event.kind {
    case codebook_json_null: finish(.null)
    case codebook_json_bool: finish(.bool(event.boolean))
    case codebook_json_integer: finish(.integer(Int(event.integer)))
    case codebook_json_string: finish(.string(Self.text(event)))
    case codebook_json_name: names.append(Self.text(event))
    case codebook_json_array_start: open.append(.array([]))
    case codebook_json_object_start: open.append(.object([]))
    case codebook_json_array_end, codebook_json_object_end:
      switch open.popLast() {
      case .array(let items): finish(.array(items))
      case .object(let members): finish(.object(members))
      case nil: break
      }
    default:
      hasOddNumber = !dropsFractions
      finish(.null)
    }
  }

  private mutating func finish(_ value: JSONValue) {
    switch open.popLast() {
    case nil: root = hasOddNumber ? nil : value
    case .array(var items):
      items.append(value)
      open.append(.array(items))
    case .object(var members):
      members.append((names.removeLast(), value))
      open.append(.object(members))
    }
  }

  private static func text(_ event: codebook_json_event) -> String {
    let bytes = UnsafeRawBufferPointer(start: event.text, count: event.length)
    return String(decoding: bytes, as: UTF8.self)
  }
}
