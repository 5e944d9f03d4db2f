import CodebookRuntime
import Foundation

/// Where the exchange is, as `Examples/exchange` says to the command that it runs.
struct ExchangeAddresses: Decodable, Sendable {
  /// Takes orders and gives candles.
  let rest: String
  /// The websocket of the market data.
  let feed: String
  /// Where it gets another script. No real exchange has this.
  let control: String

  /// There is no exchange.
  struct Missing: Error, CustomStringConvertible {
    let description = "EXCHANGE holds no addresses; start the desktop with Examples/exchange"
  }

  /// Those in the environment.
  static func current() throws -> ExchangeAddresses {
    guard let text = ProcessInfo.processInfo.environment["EXCHANGE"],
      let addresses = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
    else { throw Missing() }
    return addresses
  }

  /// What the engine is told of it.
  var forEngine: LogValue { .object(["rest": .string(rest), "feed": .string(feed)]) }
}
