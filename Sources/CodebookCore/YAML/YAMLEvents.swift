internal import CLibYAML

/// libyaml's parser as a source of Swift values; owns the parser, not the bytes.
struct YAMLEvents: ~Copyable {
  enum Kind {
    case documentStart, documentEnd, streamEnd
    case alias(String)
    case scalar(Scalar)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  struct Event {
    let kind: Kind
    let anchor: String?
    let tag: String?
    let range: SourceRange
  }

  /// What the parser says where it cannot go on.
  struct SyntaxError: Error {
    let problem: String
    let place: SourcePosition
    let context: String?
    let contextPlace: SourcePosition
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// Where the text ends, if not with a line break: libyaml then counts one that is not there.
  private let end: SourcePosition?

  /// - Parameter bytes: Must stay alive and unchanged as long as the events do.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    end = Self.end(of: bytes)
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    let isReady = yaml_parser_initialize(parser) == 1
    precondition(isReady, "out of memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// The next event; stream starts are passed over.
  mutating func next() throws(SyntaxError) -> Event {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
      defer { yaml_event_delete(&event) }
      if let event = made(event) { return event }
    }
  }

  private static func end(of bytes: UnsafeBufferPointer<UInt8>) -> SourcePosition? {
    let newline = UInt8(ascii: "\n")
    guard let last = bytes.last, last != newline else { return nil }
    let line = bytes.reduce(1) { $1 == newline ? $0 + 1 : $0 }
    let start = bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return SourcePosition(
      line: line, column: bytes[start...].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 })
  }

  private func position(_ mark: yaml_mark_t) -> SourcePosition {
    let position = SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    return end.map { min(position, $0) } ?? position
  }

  private func made(_ event: yaml_event_t) -> Event? {
    let range = SourceRange(position(event.start_mark), position(event.end_mark))
    func made(
      _ kind: Kind, anchor: UnsafeMutablePointer<UInt8>? = nil,
      tag: UnsafeMutablePointer<UInt8>? = nil
    ) -> Event {
      Event(kind: kind, anchor: Self.string(anchor), tag: Self.string(tag), range: range)
    }
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
    case YAML_STREAM_END_EVENT: return made(.streamEnd)
    case YAML_ALIAS_EVENT: return made(.alias(Self.string(event.data.alias.anchor) ?? ""))
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
      return made(
        .scalar(Scalar(text: text, isPlain: isPlain)), anchor: data.anchor, tag: data.tag)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return made(.sequenceStart, anchor: data.anchor, tag: data.tag)
    case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return made(.mappingStart, anchor: data.anchor, tag: data.tag)
    case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
    default: return nil
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func syntaxError() -> SyntaxError {
    SyntaxError(
      problem: parser.pointee.problem.map { String(cString: $0) } ?? "out of memory",
      place: position(parser.pointee.problem_mark),
      context: parser.pointee.context.map { String(cString: $0) },
      contextPlace: position(parser.pointee.context_mark))
  }
}
