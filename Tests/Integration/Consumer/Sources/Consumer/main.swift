import CodebookRuntime
import ShopCatalog

func pay() throws {
  throw CatalogError.shPAY007(retryAfterS: 30)
}

do {
  try pay()
} catch let error as CatalogError {
  print(error.displayText)
  switch error.code {
  case .shPAY007: print("payment:", error.operatorMessage)
  default: print("another code")
  }
}
print(ErrorCode(rawValue: "SH-PAY-999") as Any, Level.warn.severityNumber, catalogVersion)

let memory = MemorySink(capacity: 1)
Log(service: .web, sink: memory).paymentDeclined(component: "till", errorCode: .shPAY007)
print(memory.lines[0].split(separator: ",")[2...4].joined(separator: " "))
