internal import Synchronization

extension RecordLogger {
  /// Sets the least severity that is written, for a component or for all without one of their own.
  ///
  /// - Parameters:
  ///   - severity: A severity number, from 1 to 24.
  ///   - component: A component's name; `nil` for all that have no level of their own.
  public func setLevel(severity: Int, component: String? = nil) {
    thresholds.set(severity, component: component.map(NameForm.name))
  }

  /// Writes the first records of an event in each interval, then one of every so many.
  ///
  /// What is left out is counted, and one `records_dropped` tells of it when the interval is over:
  /// with the event's next record, or when the logger is flushed. Records of severity 17 and above
  /// are always written.
  ///
  /// - Parameters:
  ///   - event: The event's name.
  ///   - first: How many are written in each interval before any is left out.
  ///   - thereafter: Of the others every so many is written; 0 for none.
  ///   - interval: How long an interval is.
  public func sample(event: String, first: Int, thereafter: Int, interval: Duration = .seconds(1)) {
    let sampler = EventSampler(first: first, thereafter: thereafter, interval: interval)
    let surroundings = surroundings()
    state.withLock { state in
      state.begin(surroundings, event: -1)
      let dropped = state.sampling.set(sampler, event: event)
      if dropped > 0 { state.reportSampled(dropped, of: event, thresholds) }
    }
  }

  /// Writes to another sink from now on. The one before is flushed, not closed.
  public func setSink(_ sink: any LogSink) {
    flush()
    state.withLock { $0.sink = sink }
  }

  /// Tells of records that were left out, and has the sink hand on what it holds back.
  public func flush() {
    let surroundings = surroundings()
    state.withLock { state in
      state.begin(surroundings, event: -1)
      for (event, count) in state.sampling.takeDropped() {
        state.reportSampled(count, of: event, thresholds)
      }
      state.sink.flush()
      state.unreportedDrops += state.sink.takeDropped()
      guard state.unreportedDrops > 0 else { return }
      state.reportDropped(thresholds)
      state.sink.flush()
    }
  }

  /// Flushes, and closes the sink. Later records are dropped.
  public func close() {
    flush()
    state.withLock { $0.sink.close() }
  }
}
