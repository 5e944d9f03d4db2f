/// What somebody may send in an identifier's place.
enum HostileText {
  /// JSON values; `nil` for none.
  static let identifiers: [String?] =
    [
      nil, "null", "1", "true", "[]", "{}", "\"\"", "\"x\"",
      "\"4E18BF6A-94C8-4CE7-A4E9-151F5F573263\"", "\"{4e18bf6a-94c8-4ce7-a4e9-151f5f573263}\"",
      "\"4e18bf6a94c84ce7a4e9151f5f573263\"", "\" 4e18bf6a-94c8-4ce7-a4e9-151f5f573263\"",
      "\"4e18bf6a-94c8-4ce7-a4e9-151f5f573263\\n\"",
      "\"4e18bf6a-94c8-4ce7-a4e9-151f5f573263\\u0000\"",
      "\"4e18bf6a-94c8-4ce7-a4e9-151f5f57326３\"", "[\"4e18bf6a-94c8-4ce7-a4e9-151f5f573263\"]",
      "\"\(String(repeating: "a", count: 30_000))\"",
    ]

  /// Texts of headers.
  static let headers: [String] = [
    "", "x", "4E18BF6A-94C8-4CE7-A4E9-151F5F573263", "{4e18bf6a-94c8-4ce7-a4e9-151f5f573263}",
    "4e18bf6a-94c8-4ce7-a4e9-151f5f573263\n", "4e18bf6a-94c8-4ce7-a4e9-151f5f573263\u{0}",
    "4e18bf6a-94c8-4ce7-a4e9-151f5f573263, 4e18bf6a-94c8-4ce7-a4e9-151f5f573263",
    "\u{A0}4e18bf6a-94c8-4ce7-a4e9-151f5f573263", String(repeating: "4e18bf6a-", count: 120_000),
  ]
}
