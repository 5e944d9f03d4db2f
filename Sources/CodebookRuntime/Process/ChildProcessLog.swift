internal import Synchronization

/// Logs what a child process writes to its standard error or output.
///
/// Records pass byte for byte but for what must not be written. What else the process writes, a traceback of Python's say, becomes
/// `framework_log` records, so that nothing it says before its logging works is lost
/// (Specification, 1.1).
public final class ChildProcessLog: Sendable {
  private let thread: BackgroundThread
  /// Closing it tells the thread to come to an end.
  private let stop: Int32
  private let isOver = Atomic(false)

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - descriptor: The reading end of a pipe. It is this object's from now on, also where the
  ///     initializer throws.
  ///   - name: What the process is called; its texts have it as component, put into form.
  ///   - log: Where the records go. Texts belong to the action in which this is called.
  ///   - severity: The severity number of texts that tell of no crash; 13 (WARN) by default.
  /// - Throws: `ChildProcessError` where the system gives no thread or no pipe.
  public init(
    reading descriptor: Int32, of name: String, to log: RecordLogger, severity: Int = 13
  ) throws(ChildProcessError) {
    let context = CorrelationContext.current
    let ends = try Self.pipe(orClose: descriptor)
    let thread = BackgroundThread {
      CorrelationContext.with(context) {
        var reader = ChildOutputReader(
          descriptor: descriptor, stop: ends.reader,
          parser: ChildOutputParser(
            redactor: log.layout.redactor, severity: RecordRecognizer(log.catalog).severity)
        ) { items, finds in
          log.count(finds)
          for item in items { log.write(item, of: name, severity: severity) }
        }
        reader.run()
      }
    }
    guard let thread else {
      ends.close()
      Descriptor.close(descriptor)
      throw ChildProcessError("no thread can be had to read what \(name) writes")
    }
    self.thread = thread
    stop = ends.writer
  }

  private static func pipe(orClose descriptor: Int32) throws(ChildProcessError) -> PipeEnds {
    do throws(ChildProcessError) {
      return try PipeEnds()
    } catch {
      Descriptor.close(descriptor)
      throw error
    }
  }

  deinit {
    close()
  }

  /// Waits until the process, and all that inherited its stream, have closed it.
  public func waitForEnd() {
    guard !isOver.exchange(true, ordering: .acquiringAndReleasing) else { return }
    thread.join()
    Descriptor.close(stop)
  }

  /// Takes what was written so far, and reads no more.
  public func close() {
    guard !isOver.exchange(true, ordering: .acquiringAndReleasing) else { return }
    Descriptor.close(stop)
    thread.join()
  }
}
