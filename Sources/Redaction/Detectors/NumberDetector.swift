/// The rules that look at runs of digits, by what they validate; number of the value record and of
/// its rule.
struct NumberRules: Sendable {
  private(set) var cards: [Int] = []
  private(set) var securityNumbers: [Int] = []
  private(set) var phones: [Int] = []
  private(set) var ibans: [Int] = []
  private(set) var words: [Int] = []

  init(_ memory: TableMemory) {
    for number in 0..<memory.valueCount where memory.values[number].isStructure {
      switch memory.values[number].validator {
      case Validators.luhn: cards.append(number)
      case Validators.ssn: securityNumbers.append(number)
      case Validators.phone: phones.append(number)
      case Validators.iban: ibans.append(number)
      default: words.append(number)
      }
    }
  }
}

/// Finds cards, social security numbers, telephone numbers and IBANs.
struct NumberDetector {
  private let detection: Detection
  private let text: Text
  private let rules: NumberRules
  /// Where cards are looked for again: also behind what is grouped as one and is none.
  private var cardResume = 0

  init(_ detection: Detection) {
    self.detection = detection
    text = detection.text
    rules = detection.tools.numbers
  }

  mutating func look(digits place: Int) {
    if !rules.cards.isEmpty, place >= cardResume, let end = Numbers.cardEnd(text, place) {
      cardResume = end
      if Numbers.isCard(text, place, end) { add(place, end, rules.cards) }
    }
    if !rules.securityNumbers.isEmpty, let end = Numbers.securityNumberEnd(text, place) {
      add(place, end, rules.securityNumbers)
    }
    if !rules.phones.isEmpty, let (start, end) = Phone.domestic(text, digits: place) {
      add(start, end, rules.phones)
    }
  }

  func look(plus place: Int) {
    if let end = Phone.end(text, plus: place) { add(place, end, rules.phones) }
  }

  func look(iban place: Int, _ length: Int) {
    if let end = IBAN.end(text, place, length) { add(place, end, rules.ibans) }
  }

  private func add(_ start: Int, _ end: Int, _ numbers: [Int]) {
    for number in numbers {
      let record = detection.memory.values[number]
      guard start >= detection.level.resume(number), !detection.isAfterName(record, start) else {
        continue
      }
      detection.add(start, end, record.rule)
      detection.level.setResume(number, end)
    }
  }
}
