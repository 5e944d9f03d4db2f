// Whoever makes a bundle has `BundleDescription`, `LogValue` and `FingerprintKey` at hand, too.
@_exported public import CodebookRuntime
