import Testing

@testable import CodebookRuntime

/// Whose machine it is does not stand in records (Specification, 1.4).
@Suite struct HomePathsTests {
  @Test(arguments: [
    ("  File \"/home/alice/trader/engine.py\", line 3", "  File \"~/trader/engine.py\", line 3"),
    ("/Users/Bob.Smith/Library:/home/eve", "~/Library:~"),
    ("cannot open /srv/me/orders.db (/srv/me)", "cannot open ~/orders.db (~)"),
    ("/srv/mezzanine and /srv/me.old stay", "/srv/mezzanine and /srv/me.old stay"),
    ("https://host/home/page", "https://host/home/page"),
    ("/usr/home/x stays, /home/ too", "/usr/home/x stays, /home/ too"),
    ("file:///home/müller/x", "file://~/x"),
    ("no path", "no path"), ("", ""), ("/", "/"),
  ])
  func homesAreHidden(_ text: String, _ expected: String) {
    #expect(HomePaths.hidden(in: text, home: "/srv/me") == expected)
  }
}
