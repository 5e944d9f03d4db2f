internal import Synchronization

/// The action, and the operation in it, that records belong to.
///
/// A context is carried by tasks: what runs inside `withNew`, `withSpan` or `run`, child tasks
/// included, logs under it. A detached task or a thread begins without one. Take it along:
///
/// ```swift
/// let context = CorrelationContext.current
/// Task.detached {
///   await CorrelationContext.with(context) { log.reconnected(attempt: 1) }
/// }
/// ```
public struct CorrelationContext: Hashable, Sendable {
  /// The action or workflow trigger.
  public let correlationID: CorrelationID

  /// The operation inside it, if there is one.
  public let spanID: SpanID?

  /// A context of given identifiers, such as another process handed over.
  public init(correlationID: CorrelationID, spanID: SpanID? = nil) {
    self.correlationID = correlationID
    self.spanID = spanID
  }

  /// The task's context; `nil` outside any action, where records have the process's own
  /// correlation ID.
  @TaskLocal public static var current: CorrelationContext?

  /// The process's own context, for what happens outside any action.
  public static var root: CorrelationContext { processRoot.withLock { $0 } }

  private static let processRoot = Mutex(CorrelationContext.new())

  /// Makes a context that another process handed over the process's own.
  static func adopt(root: CorrelationContext) {
    processRoot.withLock { $0 = root }
  }

  /// A context for a new action: a new correlation ID, and no span.
  public static func new() -> CorrelationContext {
    CorrelationContext(correlationID: .random())
  }

  /// The same action with a new span.
  public func newSpan() -> CorrelationContext {
    CorrelationContext(correlationID: correlationID, spanID: .random())
  }
}
