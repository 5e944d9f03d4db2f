// Whoever logs has `Sensitive` and `FingerprintKey` at hand, too.
@_exported public import Redaction
