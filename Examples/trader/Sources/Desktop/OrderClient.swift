import CodebookRuntime
import Foundation
import PredictionTraderCatalog

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Places orders with the engine, by HTTP.
struct OrderClient {
  /// What the engine answered.
  enum Answer: Equatable {
    /// The exchange has the order.
    case accepted
    /// It has not; it may be asked again after this time.
    case rateLimited(seconds: Int)
  }

  /// An answer that no engine gives.
  struct UnexpectedAnswer: Error {
    /// The status code.
    let status: Int
  }

  let port: Int
  let log: RecordLogger

  /// Places an order for a number of contracts.
  func place(contracts: Int) async throws -> Answer {
    guard let url = URL(string: "http://127.0.0.1:\(port)/orders") else {
      throw URLError(.badURL)
    }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    for (name, value) in CorrelationHeaders.headers(from: log) {
      request.setValue(value, forHTTPHeaderField: name)
    }
    request.httpBody = Data(#"{"contracts":\#(contracts)}"#.utf8)
    let (_, response) = try await URLSession.shared.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw UnexpectedAnswer(status: 0) }
    return try answer(response)
  }

  /// What an answer says; it is taken in under the correlation that it carries.
  private func answer(_ response: HTTPURLResponse) throws -> Answer {
    let headers = response.allHeaderFields.compactMap { name, value in
      (name as? String).flatMap { name in (value as? String).map { (name, $0) } }
    }
    let status = response.statusCode
    return try log.accept(CorrelationHeaders.identifiers(in: headers)) {
      switch status {
      case 201: return .accepted
      case 429:
        let seconds = response.value(forHTTPHeaderField: "Retry-After").flatMap { Int($0) }
        return .rateLimited(seconds: seconds ?? 1)
      default: throw UnexpectedAnswer(status: status)
      }
    }
  }
}
