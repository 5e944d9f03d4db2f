extension CorrelationContext {
  /// Runs an action under a context; with `nil` it stands outside any.
  @discardableResult
  public static func with<Result>(
    _ context: CorrelationContext?, _ body: () throws -> Result
  ) rethrows -> Result {
    try $current.withValue(context) { try body() }
  }

  /// Runs an action under a context; with `nil` it stands outside any.
  @discardableResult
  public static func with<Result>(
    _ context: CorrelationContext?, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await $current.withValue(context, operation: { try await body() }, isolation: isolation)
  }

  /// Runs an action under this context.
  @discardableResult
  public func run<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Self.with(self, body)
  }

  /// Runs an action under this context.
  @discardableResult
  public func run<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await Self.with(self, isolation: isolation, body)
  }

  /// Runs a user action or workflow trigger under a new correlation ID.
  ///
  /// Specification, 1.3: each of them has its own.
  @discardableResult
  public static func withNew<Result>(_ body: () throws -> Result) rethrows -> Result {
    try with(.new(), body)
  }

  /// Runs a user action or workflow trigger under a new correlation ID.
  ///
  /// Specification, 1.3: each of them has its own.
  @discardableResult
  public static func withNew<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await with(.new(), isolation: isolation, body)
  }

  /// Runs a child operation under a new span of the current action.
  ///
  /// Specification, 1.3: the correlation ID stays, outside any action the process's own.
  @discardableResult
  public static func withSpan<Result>(_ body: () throws -> Result) rethrows -> Result {
    try with((current ?? root).newSpan(), body)
  }

  /// Runs a child operation under a new span of the current action.
  ///
  /// Specification, 1.3: the correlation ID stays, outside any action the process's own.
  @discardableResult
  public static func withSpan<Result>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    try await with((current ?? root).newSpan(), isolation: isolation, body)
  }
}
