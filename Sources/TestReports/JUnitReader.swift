internal import CLibExpat
internal import CodebookCore

/// Reads JUnit's XML by expat.
///
/// No document type is taken: results need none, and entities could grow without end.
enum JUnitReader {
  static func read(_ bytes: [UInt8], path: String) throws(TestReportError) -> ResultFile {
    guard let parser = XML_ParserCreate(nil) else { throw TestReportError("out of memory") }
    defer { XML_ParserFree(parser) }
    let builder = JUnitBuilder(parser)
    let status = withExtendedLifetime(builder) {
      XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
      XML_SetElementHandler(parser, elementStarts, elementEnds)
      XML_SetCharacterDataHandler(parser, textComes)
      XML_SetStartDoctypeDeclHandler(parser, documentTypeStarts)
      return bytes.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { bytes in
          XML_Parse(parser, bytes.baseAddress, Int32(clamping: bytes.count), 1)
        }
      }
    }
    if let problem = builder.problem {
      throw TestReportError(problem.message, line: problem.line, column: problem.column)
    }
    guard status == XML_STATUS_OK else {
      throw TestReportError(
        message(XML_GetErrorCode(parser)), line: Int(XML_GetCurrentLineNumber(parser)),
        column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }
    return ResultFile(
      path: path, writer: builder.writer, results: builder.results, counts: builder.counts)
  }

  /// What is wrong, in words for those errors that files of results have.
  private static func message(_ code: XML_Error) -> String {
    switch code {
    case XML_ERROR_NO_ELEMENTS: "the XML ends before its end: it was cut short"
    case XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_UNCLOSED_CDATA_SECTION, XML_ERROR_PARTIAL_CHAR:
      "the XML ends in the middle: it was cut short"
    case XML_ERROR_TAG_MISMATCH: "a tag is closed that was not the last one opened"
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "something follows the end of the XML"
    case XML_ERROR_UNKNOWN_ENCODING: "the XML names an encoding that is not known"
    case XML_ERROR_INCORRECT_ENCODING: "the XML is not in the encoding that it names"
    case XML_ERROR_INVALID_TOKEN, XML_ERROR_BAD_CHAR_REF:
      "this is no XML, or not in the encoding that it names"
    default:
      "the XML is not well-formed: "
        + (XML_ErrorString(code).map { String(cString: $0) } ?? "nobody knows why")
    }
  }
}

private func elementStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let context, let name else { return }
  var values: [String: String] = [:]
  var place = 0
  while let attributes, let key = attributes[place], let value = attributes[place + 1] {
    values[String(cString: key)] = String(cString: value)
    place += 2
  }
  builder(context).start(String(cString: name), values)
}

private func elementEnds(_ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?) {
  guard let context else { return }
  builder(context).end()
}

private func textComes(
  _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32
) {
  guard let context, let text else { return }
  let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
  builder(context).add(bytes)
}

private func documentTypeStarts(
  _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
  _ system: UnsafePointer<XML_Char>?, _ identifier: UnsafePointer<XML_Char>?, _ hasSubset: Int32
) {
  guard let context else { return }
  builder(context).refuse("the XML has a document type, which results have not")
}

private func builder(_ context: UnsafeMutableRawPointer) -> JUnitBuilder {
  Unmanaged<JUnitBuilder>.fromOpaque(context).takeUnretainedValue()
}
