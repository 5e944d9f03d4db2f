/* C++ headers: CSpdlogPeer includes them; this module only brings the flags. */
