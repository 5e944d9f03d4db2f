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

extension LogObject {
  /// The object with an error as its first member, `exception`, unless it has one of its own.
  public func adding(exception error: (any Error)?) -> LogObject {
    guard let error, self["exception"] == nil else { return self }
    var object: LogObject = ["exception": .object(LogObject(describing: error))]
    for member in self { object[member.key] = member.value }
    return object
  }
}
