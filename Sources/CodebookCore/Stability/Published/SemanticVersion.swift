/// A version by semantic versioning, without labels: `1.4.2`.
package struct SemanticVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let major: Int
  package let minor: Int
  package let patch: Int

  /// `nil` where the text is no `MAJOR.MINOR.PATCH`.
  package init?(_ text: String) {
    guard TextShape.version.accepts(text) else { return nil }
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  package var description: String { "\(major).\(minor).\(patch)" }

  /// The least version that is large enough after this one. Below 1.0.0 a break takes the second
  /// number, as the field has it.
  package func next(for bump: Bump) -> SemanticVersion {
    switch bump {
    case .major where major > 0: SemanticVersion(major + 1, 0, 0)
    case .major, .minor: SemanticVersion(major, minor + 1, 0)
    case .patch: SemanticVersion(major, minor, patch + 1)
    }
  }
}

/// Which number of a version a change must raise.
package enum Bump: String, Sendable, Hashable, Comparable, CaseIterable {
  case patch, minor, major

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .patch: 0
    case .minor: 1
    case .major: 2
    }
  }
}
