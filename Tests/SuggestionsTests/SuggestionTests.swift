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

  @Test func theOrderOfCandidatesDoesNotShow() {
    #expect(Suggestion.nearest(to: "bat", among: ["cat", "bad", "hat"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", among: ["hat", "bad", "cat"]) == "bad")
    #expect(Suggestion.nearest(to: "bat", among: ["Bat", "bad"]) == "Bat")
  }
}
