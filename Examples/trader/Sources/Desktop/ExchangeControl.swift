import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Tells the exchange of this example what goes wrong next.
struct ExchangeControl: Sendable {
  let exchange: ExchangeAddresses

  /// It did not take a script.
  struct Refused: Error {
    let answer: String
  }

  /// Gives it another script, as JSON.
  func change(_ script: Data) async throws {
    guard let url = URL(string: exchange.control + "/script") else { throw URLError(.badURL) }
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.httpBody = script
    let (data, response) = try await URLSession.shared.data(for: request)
    guard (response as? HTTPURLResponse)?.statusCode == 200 else {
      throw Refused(answer: String(decoding: data, as: UTF8.self))
    }
  }
}
