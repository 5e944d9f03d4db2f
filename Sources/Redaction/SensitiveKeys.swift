/// Which keys name credentials.
///
/// Specification, 1.4: a log has no raw secrets, wherever they come from.
public enum SensitiveKeys {
  /// What a key ends with that names a credential, once it is made small and has nothing but
  /// letters and digits.
  public static let endings = [
    "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "apikey",
    "secretkey", "privatekey", "accesskey", "authorization", "cookie", "cookies", "credential",
    "credentials", "mnemonic", "seedphrase", "signature", "sessionkey",
  ]
}
