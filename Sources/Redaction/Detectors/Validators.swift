/// What matches must pass besides, by number.
enum Validators {
  static let luhn: UInt32 = 1
  static let iban: UInt32 = 2
  static let ssn: UInt32 = 3
  static let jwt: UInt32 = 4
  static let email: UInt32 = 5
  static let entropy: UInt32 = 6
  static let phone: UInt32 = 7
  static let words: UInt32 = 8
  static let base58: UInt32 = 9
}
