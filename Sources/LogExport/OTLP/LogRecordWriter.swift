internal import CodebookRuntime

/// Writes records as the protocol's log records.
struct LogRecordWriter {
  /// What a record stands under: the contents of JSON texts, as they are in its line.
  struct Group {
    var service: Range<Int>?
    var component: Range<Int>?
  }

  private let mapping: RecordMapping
  private var scanner = RecordScanner()
  private var members = RecordMembers()
  /// When the last record was, in nanoseconds; 0 where none was yet.
  var lastTime: UInt64 = 0

  init(_ catalog: CatalogDescription) { mapping = RecordMapping(catalog) }

  /// Writes the record that a line is.
  ///
  /// - Returns: What it stands under; `nil` where the line is no JSON object, and nothing is written.
  mutating func write(
    record line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
  ) -> Group? {
    do throws(RecordScanner.Fault) { try scanner.scan(line) } catch { return nil }
    members.sort(scanner.members, of: line, by: mapping)
    if members.time != nil { lastTime = members.nanoseconds }
    output.append("{")
    writeTimes(members.nanoseconds, to: &output)
    writeLevel(line, to: &output)
    writeTexts(line, to: &output)
    var attributes = AttributeWriter(members, of: line, mapping)
    attributes.write(to: &output)
    writeIdentifiers(line, to: &output)
    output.append("}")
    return Group(service: members.service?.content, component: members.component?.content)
  }

  /// Writes a line that is no record: its text, seen when the record before it was.
  func write(text: String, to output: inout [UInt8]) {
    output.append("{")
    writeTimes(0, to: &output)
    output.append(#","body":{"stringValue":"#)
    DocumentText.append(text, to: &output)
    output.append("}}")
  }

  /// The runtimes write a record when they see what it tells: both times are one. A line without a
  /// time was seen when the one before it was.
  private func writeTimes(_ time: UInt64, to output: inout [UInt8]) {
    if time > 0 {
      output.append(#""timeUnixNano":""#)
      output.append(decimal: time)
      output.append(#"","#)
    }
    output.append(#""observedTimeUnixNano":""#)
    output.append(decimal: time > 0 ? time : lastTime)
    output.append("\"")
  }

  private func writeLevel(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let level = members.level else { return }
    if let severity = mapping.severity(line, level.content) {
      output.append(#","severityNumber":"#)
      output.append(decimal: UInt64(severity))
    }
    output.append(#","severityText":""#)
    output.append(text: line, level.content)
    output.append("\"")
  }

  private func writeTexts(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    if let event = members.event {
      output.append(#","eventName":""#)
      output.append(text: line, event.content)
      output.append("\"")
    }
    if let message = members.message {
      output.append(#","body":"#)
      var value = AnyValue(line, at: message.value.lowerBound)
      value.write(to: &output)
    }
  }

  private func writeIdentifiers(_ line: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard let trace = members.trace?.content else { return }
    output.append(#","traceId":""#)
    for byte in line[trace] where byte != UInt8(ascii: "-") { output.append(byte) }
    output.append("\"")
    guard let span = members.span?.content else { return }
    output.append(#","spanId":""#)
    output.append(line, span)
    output.append("\"")
  }
}
