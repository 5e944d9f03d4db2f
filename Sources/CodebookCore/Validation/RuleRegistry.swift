/// Every rule there is, by stage; the only list of them.
package enum RuleRegistry {
  package static let rules: [Rule] =
    fileRules + formatRules + linting + changes + lifecycleRules + outputRules + templateRules
    + testRules + logRules

  /// The rule with this ID.
  package static func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  private static let linting: [Rule] = [
    // Error codes
    codeFormat, undeclaredDomain, unusedDomain,
    // What messages say
    userMessageSentence, userMessageLength, userMessageAction, userMessageWords,
    operatorMessageAction, operatorMessageSubsystem, misleadingText,
    undeclaredParameter, unusedParameter, sensitiveParameter,
    // Records and events
    fieldRoles, fieldLimits, recordOrder, levelSeverity, eventFields, detailShadowsField,
    unknownReference, retiredReference, lifecycleKeys,
    // The diagnostics bundle
    bundlePaths, bundleRoles, bundleName, bundleKeys,
    // Connections, limiters and the matrix
    resiliencePolicy, resilienceEvents, resilienceEvidence, timelineSteps, timelineExpectations,
    matrixCoverage,
    // Redaction
    redactionRuleKeys, redactionPatternDialect, redactionPatternBacktracks, redactionAnchorShort,
    redactionFingerprintRefused, fingerprintPlace, redactionSecretName,
    redactionUnknownDisabledRule, redactionSafeKey, redactionExampleForm, redactionExampleMissed,
    redactionExampleCaught,
    // Generated names
    productNames, reservedWord, symbolCollision,
    unusedException,
  ]
}
