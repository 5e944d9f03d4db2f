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

  /// - Parameter bytes: Must stay alive and unchanged as long as the events do.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
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
      if let event = Self.event(event) { return event }
    }
  }

  private static func event(_ event: yaml_event_t) -> Event? {
    let range = SourceRange(SourcePosition(event.start_mark), SourcePosition(event.end_mark))
    func made(
      _ kind: Kind, anchor: UnsafeMutablePointer<UInt8>? = nil,
      tag: UnsafeMutablePointer<UInt8>? = nil
    ) -> Event {
      Event(kind: kind, anchor: string(anchor), tag: string(tag), range: range)
    }
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    case YAML_DOCUMENT_END_EVENT: return made(.documentEnd)
    case YAML_STREAM_END_EVENT: return made(.streamEnd)
    case YAML_ALIAS_EVENT: return made(.alias(string(event.data.alias.anchor) ?? ""))
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
      place: SourcePosition(parser.pointee.problem_mark),
      context: parser.pointee.context.map { String(cString: $0) },
      contextPlace: SourcePosition(parser.pointee.context_mark))
  }
}

extension SourcePosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
