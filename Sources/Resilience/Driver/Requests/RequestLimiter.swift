internal import CodebookRuntime

/// Where the requests of a scope go, so that no more are sent than the server allows.
public struct RequestLimiter: Sendable {
  let runtime: ResilienceRuntime
  let place: Int

  /// The scope.
  public let scope: String

  /// Sends a request when it is its turn, and again where that helps.
  ///
  /// ```swift
  /// let receipt = try await runtime.limiter("rest.orders").send(lane: "orders", id: orderID) { _ in
  ///   let response = try await client.post("/orders", order)
  ///   return RequestAnswer(
  ///     response.body, status: response.status, retryAfter: response.headers["Retry-After"],
  ///     date: response.headers["Date"])
  /// }
  /// ```
  ///
  /// The body runs in a task of its own, once for each send. That task is cancelled when the answer
  /// takes longer than the policy's `timeout_ms`, and when the caller's task is; it is not waited
  /// for then. It runs in a new span of what the caller does. Leave to the body what must be sent
  /// again with the request, and nothing else: an error that leaves it means that the request broke
  /// off.
  ///
  /// - Parameters:
  ///   - lane: Where it waits; the first lane by default.
  ///   - id: Tells it from others of the scope, for an order its client order ID; one is made up by
  ///     default. One of the same ID must not be under way, nor be reconciled.
  ///   - safe: Whether it may be carried out twice. What is not safe is never sent again after it
  ///     may have reached the server.
  ///   - body: Sends it and waits for the answer. It throws `RequestNotSent` where nothing left this
  ///     machine.
  /// - Returns: The value of the final answer, whatever its status.
  /// - Throws: Why there is none.
  public func send<Value: Sendable>(
    lane: String? = nil, id: String? = nil, safe: Bool = false,
    _ body: @escaping @Sendable (RequestAttempt) async throws -> RequestAnswer<Value>
  ) async throws(RequestFailure) -> Value {
    let channel = RequestChannel(place: place, id: id ?? runtime.requestID())
    let run = RequestRun(runtime: runtime, scope: scope, channel: channel, body: body)
    let result = await withTaskCancellationHandler {
      runtime.submit(channel, lane: lane, isSafe: safe)
      return await run.result()
    } onCancel: {
      runtime.cancel(channel)
    }
    return try result.get()
  }
}

/// A request from its submission to its end.
struct RequestRun<Value: Sendable>: Sendable {
  let runtime: ResilienceRuntime
  let scope: String
  let channel: RequestChannel
  let body: @Sendable (RequestAttempt) async throws -> RequestAnswer<Value>
  private let box = AnswerBox<Value>()

  init(
    runtime: ResilienceRuntime, scope: String, channel: RequestChannel,
    body: @escaping @Sendable (RequestAttempt) async throws -> RequestAnswer<Value>
  ) {
    self.runtime = runtime
    self.scope = scope
    self.channel = channel
    self.body = body
  }

  /// Does what the runtime says, until it is over.
  func result() async -> Result<Value, RequestFailure> {
    var last: Int64 = 0
    while true {
      switch await channel.next() {
      case .send(let send):
        last = send.number
        channel.begin(send) { start(send) }
      case .finish(let ending, let code):
        return result(of: ending, code, value: box.value(send: last))
      }
    }
  }

  private func result(
    of ending: Ending, _ code: String, value: Value?
  ) -> Result<Value, RequestFailure> {
    switch ending {
    case .succeeded, .refused:
      value.map { .success($0) } ?? .failure(.failed(code: code, box.error))
    case .throttled: .failure(.throttled(code: code))
    case .failed: .failure(.failed(code: code, box.error))
    case .unknown: .failure(.unknown(code: code, box.error))
    case .cancelled: .failure(.cancelled)
    case .rejected(let reason): .failure(.rejected(reason, code: code))
    }
  }

  /// Runs the body in a task of its own: one that hangs holds up nobody.
  private func start(_ send: RequestSend) -> Task<Void, Never> {
    let context = (channel.context ?? runtime.log.currentContext).newSpan()
    return CorrelationContext.with(context) {
      Task {
        let attempt = RequestAttempt(scope: scope, id: channel.id, number: send.count)
        do {
          let answer = try await body(attempt)
          box.put(answer.value, send: send.number)
          runtime.answer(channel, send, RequestReply(answer))
        } catch {
          box.put((error as? RequestNotSent)?.underlying ?? error)
          // What was given up ends with an error, which is no news.
          if channel.isAborted(send.number) { return }
          runtime.answer(channel, send, error is RequestNotSent ? .unsent : .broken)
        }
      }
    }
  }
}
