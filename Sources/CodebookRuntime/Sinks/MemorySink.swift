/// Keeps the last records in memory, for a diagnostics bundle or a view of the log.
public final class MemorySink: LogSink {
  private let ring: ForkSafe<Ring>

  private struct Ring {
    let capacity: Int
    var lines: [[UInt8]] = []
    var next = 0
  }

  /// A sink that keeps so many records.
  ///
  /// - Parameter capacity: At least 1; less counts as that. A record takes at most 16,383 bytes.
  public init(capacity: Int) {
    ring = ForkSafe(Ring(capacity: max(capacity, 1)))
  }

  /// Keeps one record; the oldest one goes where there are too many.
  public func write(_ line: UnsafeRawBufferPointer, severity: Int) {
    ring.withLock { ring in
      if ring.lines.count < ring.capacity {
        ring.lines.append([UInt8](line))
      } else {
        // The same storage again: once the ring is full, keeping a record allocates nothing.
        ring.lines[ring.next].removeAll(keepingCapacity: true)
        ring.lines[ring.next].append(contentsOf: line)
      }
      ring.next = (ring.next + 1) % ring.capacity
    }
  }

  /// The records that are kept, the oldest first, each with its line feed.
  public var lines: [String] {
    ring.withLock { ring in
      let start = ring.lines.count < ring.capacity ? 0 : ring.next
      return (ring.lines[start...] + ring.lines[..<start]).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// Forgets what is kept.
  public func removeAll() {
    ring.withLock { ring in
      ring.lines.removeAll()
      ring.next = 0
    }
  }

  /// Does nothing: nothing is held back.
  public func flush() {}

  /// Does nothing: what is kept can still be read.
  public func close() {}

  /// Zero: keeping only the last records is what this sink is for.
  public func takeDropped() -> Int { 0 }
}
