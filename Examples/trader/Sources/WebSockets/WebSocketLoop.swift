import CWebSockets
import Foundation
import Synchronization

/// What a connection is opened with.
struct WebSocketRequest: Sendable {
  let port: Int32
  let path: String
  let headers: [(name: String, value: String)]
}

/// One connection and the thread that serves it.
///
/// Unchecked, since the library's pointers are not `Sendable`: what is not behind `mailbox` is
/// touched by `start` before the thread runs, and by the thread after that.
final class WebSocketLoop: @unchecked Sendable {
  /// What other threads leave for the loop.
  private struct Mailbox {
    var outgoing: [[UInt8]] = []
    var isClosing = false
    /// The context is gone, and must not be woken any more.
    var isOver = false
  }

  let request: WebSocketRequest
  private let messages: AsyncStream<String>.Continuation
  private let mailbox = Mutex(Mailbox())
  private let context: OpaquePointer?
  private var connected: CheckedContinuation<Void, any Error>?
  private var connection: OpaquePointer?
  private var incoming: [UInt8] = []
  private var isOver = false

  init(request: WebSocketRequest, messages: AsyncStream<String>.Continuation) {
    self.request = request
    self.messages = messages
    context = WebSocketContext.make()
  }

  /// Connects, and serves the connection until it ends.
  func start(connected: CheckedContinuation<Void, any Error>) {
    self.connected = connected
    guard context != nil else {
      fail("libwebsockets could not start")
      return
    }
    Thread.detachNewThread { self.serve() }
  }

  private func serve() {
    guard let context else { return }
    if WebSocketContext.connect(context, request, loop: self) == nil {
      fail("the connection could not be made")
    }
    // Waits until something happens; a negative number says that nothing can any more.
    while !isOver, lws_service(context, 0) >= 0 {
      let isWaiting = mailbox.withLock { !$0.outgoing.isEmpty || $0.isClosing }
      if isWaiting, let connection { lws_callback_on_writable(connection) }
    }
    finish()
    mailbox.withLock { $0.isOver = true }
    lws_context_destroy(context)
  }

  func send(_ message: [UInt8]) {
    wake { $0.outgoing.append(message) }
  }

  func close() {
    wake { $0.isClosing = true }
  }

  private func wake(_ change: (inout Mailbox) -> Void) {
    mailbox.withLock { mailbox in
      change(&mailbox)
      // The one function of the library that any thread may call.
      if !mailbox.isOver, let context { lws_cancel_service(context) }
    }
  }
}

// What the library calls, on the loop's thread.
extension WebSocketLoop {
  func isConnected(by connection: OpaquePointer?) {
    self.connection = connection
    connected?.resume()
    connected = nil
  }

  func fail(_ reason: String) {
    connected?.resume(throwing: WebSocketError(description: reason))
    connected = nil
    finish()
  }

  func finish() {
    connection = nil
    isOver = true
    messages.finish()
  }

  func received(_ part: UnsafeRawBufferPointer, isLast: Bool) {
    incoming.append(contentsOf: part)
    guard isLast else { return }
    messages.yield(String(decoding: incoming, as: UTF8.self))
    incoming.removeAll(keepingCapacity: true)
  }

  /// Writes one message: the library asks for no more than one at a time.
  ///
  /// - Returns: Whether the connection stays open.
  func write(to connection: OpaquePointer?) -> Bool {
    let next = mailbox.withLock { mailbox -> (message: [UInt8]?, isClosing: Bool) in
      let message = mailbox.outgoing.isEmpty ? nil : mailbox.outgoing.removeFirst()
      return (message, mailbox.isClosing)
    }
    guard let message = next.message else {
      if next.isClosing { lws_close_reason(connection, LWS_CLOSE_STATUS_NORMAL, nil, 0) }
      return !next.isClosing
    }
    let headroom = Int(websocket_headroom)
    var bytes = [UInt8](repeating: 0, count: headroom) + message
    let written = bytes.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map {
        lws_write(connection, $0 + headroom, message.count, LWS_WRITE_TEXT)
      }
    }
    return (written ?? -1) >= 0
  }
}
