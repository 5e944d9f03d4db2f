import CodebookRuntime
import Foundation
import PredictionTraderCatalog

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks the engine for orders, by HTTP.
struct OrderClient: Sendable {
  /// What became of an order, as far as anybody knows.
  enum Outcome: Equatable {
    /// The exchange has it.
    case placed
    /// It is cancelled.
    case cancelled
    /// The exchange does not have it, and will not get it.
    case notPlaced(ErrorCode?)
    /// Nobody knows: the engine is gone, or the exchange did not answer. It is asked about, and not
    /// placed again.
    case unknown
  }

  let port: Int
  let log: RecordLogger

  /// How many may wait for the engine at once; by default, six orders would keep a cancellation out.
  private static let most = 64
  private static let session: URLSession = {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = most
    return URLSession(configuration: configuration)
  }()

  /// Places an order for a number of contracts.
  ///
  /// - Parameter id: The client order ID. The exchange takes no second order with it.
  func place(_ id: String, contracts: Int) async -> Outcome {
    await ask("POST", "/orders", #"{"client_order_id":"\#(id)","contracts":\#(contracts)}"#)
  }

  /// Cancels an order.
  func cancel(_ id: String) async -> Outcome {
    await ask("DELETE", "/orders/\(id)")
  }

  /// Asks what became of an order.
  func lookUp(_ id: String) async -> Outcome {
    await ask("GET", "/orders/\(id)")
  }

  private func ask(_ method: String, _ path: String, _ body: String? = nil) async -> Outcome {
    guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { return .unknown }
    var request = URLRequest(url: url)
    request.httpMethod = method
    for (name, value) in CorrelationHeaders.headers(from: log) {
      request.setValue(value, forHTTPHeaderField: name)
    }
    if let body {
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
      request.httpBody = Data(body.utf8)
    }
    guard let (data, response) = try? await Self.session.data(for: request),
      let response = response as? HTTPURLResponse
    else { return .unknown }
    return outcome(response, data)
  }

  /// What the engine's answer says of the order.
  private struct Answer: Decodable {
    let outcome: String
    let errorCode: String?

    enum CodingKeys: String, CodingKey {
      case outcome
      case errorCode = "error_code"
    }
  }

  /// What an answer says; it is taken in under the correlation that it carries.
  private func outcome(_ response: HTTPURLResponse, _ data: Data) -> Outcome {
    let headers = response.allHeaderFields.compactMap { name, value in
      (name as? String).flatMap { name in (value as? String).map { (name, $0) } }
    }
    return log.accept(CorrelationHeaders.identifiers(in: headers)) {
      guard let answer = try? JSONDecoder().decode(Answer.self, from: data) else {
        return .unknown
      }
      switch answer.outcome {
      case "accepted": return .placed
      case "cancelled": return .cancelled
      case "unknown": return .unknown
      default: return .notPlaced(answer.errorCode.flatMap(ErrorCode.init(rawValue:)))
      }
    }
  }
}
