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
