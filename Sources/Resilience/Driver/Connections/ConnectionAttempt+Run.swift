internal import CodebookRuntime

extension ConnectionAttempt {
  /// Runs what dials and reads, and tells how it ended.
  ///
  /// The body's task is cancelled when the connection is to be closed: the dial took too long,
  /// nothing came in for too long, or it is not wanted any more. It is not waited for then, so that
  /// a body that hangs holds up nobody; what it says later is stale. Where the caller's own task is
  /// cancelled, the body is, too, and is waited for.
  ///
  /// A body that ends has closed the connection. An error that leaves it is never thrown on: a
  /// `ConnectionFailure` says why it ends, any other error is `unreachable` before `opened`, and
  /// `closed` after.
  ///
  /// What the body logs belongs to the time of trouble, if there is one; it is a span in it.
  public func run(_ body: @escaping @Sendable () async throws -> Void) async {
    let context = context?.newSpan() ?? CorrelationContext.current
    await CorrelationContext.with(context) {
      let over = FirstOf<Void>()
      let task = Task {
        do {
          try await body()
          self.end()
        } catch {
          self.end(error)
        }
        over.give(())
      }
      whenClosed {
        task.cancel()
        over.give(())
      }
      await withTaskCancellationHandler {
        await over.value()
      } onCancel: {
        forgo()
        task.cancel()
      }
    }
  }
}
