/// The last resort: errors that nobody handled, and crashes, become `unexpected_error` records.
public enum UncaughtErrors {
  /// Runs a block, and logs an error that it throws before handing it on.
  ///
  /// Put it around what a program's entry point or a task does.
  public static func reporting<Result>(
    to log: RecordLogger, _ body: () throws -> Result
  ) rethrows -> Result {
    do {
      return try body()
    } catch {
      report(error, to: log)
      throw error
    }
  }

  /// Runs a block, and logs an error that it throws before handing it on.
  ///
  /// Put it around what a program's entry point or a task does. Cancellation is no error.
  public static func reporting<Result>(
    to log: RecordLogger, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    do {
      return try await body()
    } catch {
      if !(error is CancellationError) { report(error, to: log) }
      throw error
    }
  }

  /// Logs an error that nobody handled, and flushes.
  ///
  /// The code that an error carries is the record's where the catalog's event allows it.
  public static func report(_ error: any Error, to log: RecordLogger) {
    log.record(
      .unexpectedError, error: error as? any CodedError,
      details: ["exception": .object(LogObject(describing: error))])
    log.flush()
  }
}
