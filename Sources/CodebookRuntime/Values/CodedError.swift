/// A failure that carries an error code, as the generated `CatalogError` does.
public protocol CodedError: Error {
  /// The code.
  var errorCode: String { get }

  /// What an operator reads of this failure.
  var operatorMessage: String { get }
}

extension LogObject {
  /// An error as it stands in a record: its `type` and `message`; of one that carries an error code
  /// `code` and `operator_message`, too.
  public init(describing error: any Error) {
    self = [
      "type": .string(String(reflecting: type(of: error))),
      "message": .string(String(describing: error)),
    ]
    guard let coded = error as? any CodedError else { return }
    self["code"] = .string(coded.errorCode)
    self["operator_message"] = .string(coded.operatorMessage)
  }
}
