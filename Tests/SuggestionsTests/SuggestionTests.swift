import Suggestions
import Testing

@Suite("Did you mean")
struct SuggestionTests {
  @Test(arguments: [
    ("levle", "level"), ("LEVEL", "level"), ("user-message", "user_message"),
    ("leve", "level"), ("levell", "level"), ("evel", "level"),
    ("reconect_schedule", "reconnect_scheduled"),
  ])
  func near(_ name: String, _ expected: String) {
    let names = ["zebra", "level", "user_message", "reconnect_scheduled"]
    #expect(Suggestion.nearest(to: name, among: names) == expected)
  }

  @Test(arguments: ["", "x", "quite different", "lxvxx"])
  func far(_ name: String) {
    #expect(Suggestion.nearest(to: name, among: ["level", "y", ""]) == nil)
  }

  @Test(arguments: [
    ("backoff", "backoff_ms"), ("backoff_ms_of_all", "backoff_ms"), ("recon", "reconnected"),
    ("reconnected_in_the_end", "reconnected"),
  ])
  func theBeginning(_ name: String, _ expected: String) {
    let names = ["reconnect_scheduled", "backoff_ms_total", "reconnected", "backoff_ms", "rec"]
    #expect(Suggestion.nearest(to: name, among: names) == expected)
    #expect(Suggestion.nearest(to: "rec_of_something", among: ["rec"]) == nil)
    #expect(Suggestion.nearest(to: "bac", among: ["backoff_ms"]) == nil)
  }

  @Test func theOrderOfCandidatesDoesNotShow() {
    #expect(Suggestion.nearest(to: "bat", among: ["cat", "bad", "hat"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", among: ["hat", "bad", "cat"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", among: ["Bat", "bad"]) == "Bat")
  }
}
