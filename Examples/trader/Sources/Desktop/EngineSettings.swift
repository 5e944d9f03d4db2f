import CodebookRuntime

/// What an engine gets in its bootstrap besides the IDs.
struct EngineSettings: Sendable {
  /// What the exchange asks the engine for.
  let exchangeKey: Sensitive<String>
  let exchange: ExchangeAddresses
  /// What its jitter is drawn with.
  let seed: UInt64
  /// The how many-th engine of this desktop it is, from 1.
  let epoch: Int
  /// What the engine before it had to hold back, by the time that is left of it.
  let carried: LogValue?

  /// The payload of the bootstrap.
  var payload: LogObject {
    [
      "exchange_key": .string(exchangeKey.reveal()), "exchange": exchange.forEngine,
      // As a text: JSON's numbers are not exact for all of 64 bits.
      "seed": .string(String(seed)), "epoch": .integer(Int64(epoch)),
      "carried": carried ?? .null,
    ]
  }
}
