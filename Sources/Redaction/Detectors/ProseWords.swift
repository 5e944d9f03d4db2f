/// Words that stand where values do and are none.
enum ProseWords {
  /// Say that there is no value.
  static let nothing = WordSet(
    """
    empty false include missing nil none null omit redacted same-origin true undefined unset
    """)

  /// What follows names of secrets in sentences; `nothing` among them.
  static let prose = WordSet(
    """
    a abgelaufen absent accepted added an and any are as assert async at await base64 been being \
    bitte bool break by bytes cached can cannot changed check checked class contact continue \
    cookie cookies created credential credentials darf data def default deleted denied did do \
    does double elif else empty enter erforderlich error errors expected expired expires expiry \
    failed fails failure falsch false fehlt field fields file float for found from gesetzt \
    geändert given got had has have header headers hex hidden http/1.0 http/1.1 http/2 http/2.0 \
    id if import in include incorrect int integer invalid is issued ist it its kein keine key \
    keys lambda leer length loaded manager masked may md5 mismatch missing muss must n/a name \
    new nicht nil no none not null number object oder of off ok old omit omitted on optional or \
    parameter parameters pass password passwords path per please policy present print provided \
    raise read redacted refresh refreshed rejected removed required reset retry return revoked \
    rotated rotation same-origin saved secret secrets see self sent service set sha1 sha256 \
    sha512 should sind store stored str string success successful supplied support that the this \
    to token tokens too true try type und undefined ungültig unknown unset updated uri url use \
    used using utf-8 utf8 valid value values vergessen verified was were when will wird with \
    would wrong wurde yes yield
    """)

  /// What code has behind `=`.
  static let keywords = WordSet(
    """
    async await else func if lambda let new nil not return self this try var yield
    """)
}
