extension RuleRegistry {
  /// The rules about changes of what was published.
  package static let changes: [Rule] = [
    // Error codes, domains and categories
    codeRemoved, codeRenamed, codeReused, codeMeaningChanged, codeDomainChanged,
    codeCategoryChanged, codeAdded, domainRemoved, domainAdded, categoryRemoved, prefixChanged,
    // Messages
    userMessageChanged, operatorMessageChanged, eventMessageChanged, messageParametersChanged,
    sensitiveParameterInUserMessage,
    // Fields and records
    fieldRemoved, fieldRenamed, fieldTypeChanged, fieldUnitChanged, fieldRoleChanged,
    fieldRequiredToOptional, fieldOptionalToRequired, fieldAddedRequired, fieldAdded,
    fieldConstraintNarrowed, fieldConstraintWidened, recordOrderChanged,
    // Enumerated values
    enumValueRemoved, enumValueRenamed, enumValueChanged, enumValueAdded, levelSeverityChanged,
    vocabularyClosed, vocabularyOpened, serviceSessionChanged,
    // Events
    eventRemoved, eventRenamed, eventAdded, eventFieldDropped, eventFieldRequired, eventFieldAdded,
    eventFieldTypeChanged, eventLevelLowered, eventLevelRaised, eventOriginNarrowed,
    eventOriginWidened, eventErrorsNarrowed, eventErrorsWidened,
    // Redaction and the bundle
    redactionWeakened, redactionStrengthened, redactionChanged, bundleFileRemoved, bundleFileAdded,
    bundleContentsChanged, bundleNameChanged, bundleKeyAdded, bundleKeyRemoved,
    bundleLayoutChanged, bundleLayoutAdded, bundleLimitsChanged,
    // Scenarios
    matrixIDRemoved, matrixIDReused, matrixIDRetargeted, matrixRowChanged, matrixRowAdded,
    matrixTimelineChanged, matrixTimelineAdded, matrixRunbookChanged,
    // Connections and limiters
    resilienceScopeRemoved, resilienceScopeAdded, resiliencePolicyChanged, resilienceEventsChanged,
    // The product and its documents
    moduleRenamed, productChanged, symbolChanged, guidelineChanged, documentationChanged,
    // The life of entries
    idReused, retiredWithoutDeprecation, stabilityDecreased, sunsetMovedEarlier,
    replacementInvalid, tombstoneRemoved, tombstoneEdited, lifecycleMoved, sinceWrong,
    unclassifiedChange,
  ]

  /// What the ledger itself, the version and the claims are held against.
  static let lifecycleRules: [Rule] = [
    versionBumpTooSmall, releaseUnfinished, unusedWaiver, expiredWaiver, ledgerMissing,
    ledgerSyntax, ledgerDuplicate, ledgerOrder, ledgerEdited, ledgerConflict, ledgerUnjoined,
  ]
}
