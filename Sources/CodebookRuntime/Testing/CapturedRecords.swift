internal import Synchronization

/// The records that a block has written, for tests.
public struct CapturedRecords: Sendable {
  /// The records in their order.
  public let records: [CapturedRecord]

  /// The records of an event, in their order.
  public func all(event: String) -> [CapturedRecord] {
    records.filter { $0.event == event }
  }

  /// The only record of an event.
  ///
  /// - Throws: `CaptureFailure` where there is none, or more than one.
  public func only(event: String) throws(CaptureFailure) -> CapturedRecord {
    let found = all(event: event)
    guard found.count == 1 else {
      throw CaptureFailure(event: event, count: found.count, lines: records.map(\.line))
    }
    return found[0]
  }
}

extension CapturedRecords: RandomAccessCollection {
  /// The place of the first record.
  public var startIndex: Int { 0 }

  /// The place behind the last record.
  public var endIndex: Int { records.count }

  /// The record at a place.
  public subscript(position: Int) -> CapturedRecord { records[position] }
}

/// Why a captured record could not be given.
public struct CaptureFailure: Error, CustomStringConvertible {
  /// The event that was looked for.
  public let event: String

  /// How many records of it there are.
  public let count: Int

  /// All that was captured.
  public let lines: [String]

  /// What a failing test shows.
  public var description: String {
    let all = lines.map { "\n  \($0)" }.joined()
    return "expected one record of \(event), found \(count) among \(lines.count):\(all)"
  }
}

extension RecordLogger {
  /// Runs a block and gives the records that it writes, instead of writing them to the sink.
  ///
  /// Only what this logger writes in the block's task and its child tasks is captured, so tests
  /// that run side by side do not meet. A detached task or a thread writes to the sink.
  public func capture(_ body: () throws -> Void) rethrows -> CapturedRecords {
    let capture = RecordCapture(of: self)
    captures.add(1, ordering: .relaxed)
    defer { captures.subtract(1, ordering: .relaxed) }
    try RecordCapture.$current.withValue(capture) { try body() }
    return records(of: capture)
  }

  /// Runs a block and gives the records that it writes, instead of writing them to the sink.
  ///
  /// Only what this logger writes in the block's task and its child tasks is captured, so tests
  /// that run side by side do not meet. A detached task or a thread writes to the sink.
  public func capture(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void
  ) async rethrows -> CapturedRecords {
    let capture = RecordCapture(of: self)
    captures.add(1, ordering: .relaxed)
    defer { captures.subtract(1, ordering: .relaxed) }
    try await RecordCapture.$current.withValue(
      capture, operation: { try await body() }, isolation: isolation)
    return records(of: capture)
  }

  private func records(of capture: RecordCapture) -> CapturedRecords {
    CapturedRecords(
      records: capture.takenLines().map { line in
        do throws(JSONReader.SyntaxError) {
          return try CapturedRecord(line, of: catalog)
        } catch {
          preconditionFailure("a record is no JSON: \(error)")
        }
      })
  }
}
